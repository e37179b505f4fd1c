// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

#include <QJsonObject>
#include <QMutex>

#include <memory>

/// A webhook endpoint that keeps what it gets and answers what it is told to.
class WebhookReceiver
{
public:
    struct Delivery
    {
        QByteArray body;
        QByteArray signature;
        QByteArray contentType;
        QDateTime at;
        [[nodiscard]] QJsonObject event() const;
    };

    WebhookReceiver();

    [[nodiscard]] QString url() const;
    /// The next answers, then 200 for ever. 0 breaks the connection.
    void answerNext(const QList<int> &statuses);
    [[nodiscard]] QList<Delivery> deliveries() const;
    [[nodiscard]] int count() const { return int(deliveries().size()); }
    [[nodiscard]] QStringList types() const;

private:
    mutable QMutex m_mutex; ///< Protects the two lists: the server has a thread of its own.
    QList<Delivery> m_deliveries;
    QList<int> m_statuses;
    quint16 m_port = 0;
    std::unique_ptr<http::Server> m_server;
};
