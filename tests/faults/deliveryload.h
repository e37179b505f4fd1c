// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

/// Deliveries over many connections without an end: the given events in random order, each again
/// and again, and between them new ones of a type that is not handled. What breaks is sent again,
/// as Stripe does it.
class DeliveryLoad
{
public:
    struct Plan
    {
        QList<quint16> ports; ///< The connections take turns.
        QList<QByteArray> bodies;
        QByteArray secret;
        quint32 seed = 1;
        int connections = 32;
        int textSize = 500;                  ///< Of the new ones.
        std::chrono::milliseconds pause{15}; ///< After each delivery of a connection.
    };
    explicit DeliveryLoad(Plan plan);
    ~DeliveryLoad();
    DeliveryLoad(const DeliveryLoad &) = delete;
    DeliveryLoad &operator=(const DeliveryLoad &) = delete;

    /// Deliveries that were answered with this status so far.
    [[nodiscard]] qint64 answers(int status) const;
    /// Sends until each of the given events was acknowledged; false when the time is up. Then all
    /// connections end.
    [[nodiscard]] bool finish(std::chrono::seconds patience);
    /// Ids of what was answered with 200. After finish().
    [[nodiscard]] QSet<QString> acknowledged() const;

private:
    struct Worker;
    void run(int number);
    [[nodiscard]] bool isAllAcknowledged() const;

    const Plan m_plan;
    std::atomic_bool m_isEnding = false; ///< Only what is not acknowledged yet.
    std::atomic_bool m_isStopping = false;
    mutable std::mutex m_mutex; ///< Guards all below but the threads.
    std::map<int, qint64> m_answers;
    QSet<QString> m_acknowledged;
    QSet<qsizetype> m_left; ///< Indices of the given events.
    std::vector<std::thread> m_threads;
};
