// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <deque>

namespace sandbox {

/// Where signed events go.
struct Endpoint
{
    QString id; ///< we_…
    QUrl url;
    QByteArray secret; ///< whsec_…
    QStringList events{QStringLiteral("*")};
};

/// How deliveries are made and repeated.
struct DeliveryRules
{
    int inFlight = 4; ///< At once; so they arrive in no certain order, as Stripe's do.
    std::chrono::milliseconds timeout{10'000}; ///< For the whole exchange.
    /// Waits before the second, third, … attempt; after the last one an event stays undelivered.
    QList<std::chrono::milliseconds> waits{
        std::chrono::seconds(1),  std::chrono::seconds(5),   std::chrono::seconds(30),
        std::chrono::minutes(2),  std::chrono::minutes(10),  std::chrono::minutes(30),
        std::chrono::minutes(60), std::chrono::minutes(180),
    };
};

/// Posts events to the endpoints that want them, signed anew at each attempt, until a 2xx.
class Delivery final : public QObject
{
    Q_OBJECT

public:
    explicit Delivery(DeliveryRules rules);

    void setEndpoints(const QList<Endpoint> &endpoints) { m_endpoints = endpoints; }
    [[nodiscard]] const QList<Endpoint> &endpoints() const { return m_endpoints; }
    [[nodiscard]] int subscribers(const QString &type) const;
    /// Sends it to everybody who wants it, once more if need be.
    void enqueue(const QJsonObject &event);
    [[nodiscard]] qsizetype waiting() const { return qsizetype(m_ready.size()) + m_pending; }

Q_SIGNALS:
    void delivered(const QString &eventId);

private:
    struct Job
    {
        QString endpointId;
        QString eventId;
        QByteArray body;
        int attempts = 0;
    };

    void pump();
    void send(Job job, const Endpoint &endpoint);
    void finish(Job job, QNetworkReply *reply);
    void retryLater(Job job, const QString &reason);

    const DeliveryRules m_rules;
    QList<Endpoint> m_endpoints;
    std::deque<Job> m_ready;
    int m_inFlight = 0;
    int m_pending = 0; ///< In flight or waiting for their next attempt.
    QNetworkAccessManager m_network;
};

} // namespace sandbox
