// SPDX-License-Identifier: GPL-3.0-or-later
#include "webhookreceiver.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

QJsonObject WebhookReceiver::Delivery::event() const
{
    return QJsonDocument::fromJson(body).object();
}

WebhookReceiver::WebhookReceiver()
{
    http::Router router;
    router.add("POST", "/hooks", [this](const http::Request &request, const http::Responder &to) {
        const QMutexLocker lock(&m_mutex);
        m_deliveries.append({request.body, request.header("stripe-signature"),
                             request.header("content-type"), QDateTime::currentDateTimeUtc()});
        to({.status = m_statuses.isEmpty() ? 200 : m_statuses.takeFirst(), .body = "{}"});
    });
    m_server = std::make_unique<http::Server>(std::move(router));
    const auto port = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0);
    if (!port)
        qFatal("%s", qPrintable(port.error().message));
    m_port = *port;
}

QString WebhookReceiver::url() const
{
    return u"http://127.0.0.1:%1/hooks"_s.arg(m_port);
}

void WebhookReceiver::answerNext(const QList<int> &statuses)
{
    const QMutexLocker lock(&m_mutex);
    m_statuses = statuses;
}

QList<WebhookReceiver::Delivery> WebhookReceiver::deliveries() const
{
    const QMutexLocker lock(&m_mutex);
    return m_deliveries;
}

QStringList WebhookReceiver::types() const
{
    QStringList types;
    for (const Delivery &delivery : deliveries())
        types.append(delivery.event().value(u"type").toString());
    return types;
}
