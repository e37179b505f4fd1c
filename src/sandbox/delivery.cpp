// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/delivery.h"

#include "stripe/signature.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcDelivery, "oms.sandbox.webhook", QtInfoMsg)

Delivery::Delivery(DeliveryRules rules)
    : m_rules(std::move(rules))
{
    m_network.setAutoDeleteReplies(true);
}

static bool wants(const Endpoint &endpoint, const QString &type)
{
    return endpoint.events.contains(u"*"_s) || endpoint.events.contains(type);
}

int Delivery::subscribers(const QString &type) const
{
    return int(
        std::ranges::count_if(m_endpoints, [&](const Endpoint &e) { return wants(e, type); }));
}

void Delivery::enqueue(const QJsonObject &event)
{
    const QString type = event.value("type"_L1).toString();
    const QByteArray body = QJsonDocument(event).toJson(QJsonDocument::Compact);
    for (const Endpoint &endpoint : m_endpoints) {
        if (wants(endpoint, type))
            m_ready.push_back({endpoint.id, event.value("id"_L1).toString(), body});
    }
    pump();
}

void Delivery::pump()
{
    while (m_inFlight < m_rules.inFlight && !m_ready.empty()) {
        Job job = std::move(m_ready.front());
        m_ready.pop_front();
        const auto it = std::ranges::find(m_endpoints, job.endpointId, &Endpoint::id);
        if (it != m_endpoints.end()) // else it was deleted meanwhile
            send(std::move(job), *it);
    }
}

void Delivery::send(Job job, const Endpoint &endpoint)
{
    QNetworkRequest request(endpoint.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json; charset=utf-8");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      "Stripe/1.0 (+https://stripe.com/docs/webhooks) oms-stripe-sandbox");
    // The machine's clock, not the sandbox's: the receiver compares it with its own.
    request.setRawHeader(
        "Stripe-Signature",
        stripe::signatureHeader(job.body, {endpoint.secret}, QDateTime::currentDateTimeUtc()));
    ++m_inFlight;
    ++m_pending;
    ++job.attempts;
    QNetworkReply *reply = m_network.post(request, job.body);
    QTimer::singleShot(m_rules.timeout, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this, [this, job, reply] { finish(job, reply); });
}

void Delivery::finish(Job job, QNetworkReply *reply)
{
    --m_inFlight;
    --m_pending;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status / 100 == 2) {
        Q_EMIT delivered(job.eventId);
    } else {
        const QString reason = status ? u"HTTP %1"_s.arg(status) : reply->errorString();
        retryLater(std::move(job), reason);
    }
    pump();
}

void Delivery::retryLater(Job job, const QString &reason)
{
    qCInfo(lcDelivery) << job.eventId << "attempt" << job.attempts << "failed:" << reason;
    if (job.attempts > m_rules.waits.size()) {
        qCWarning(lcDelivery) << job.eventId << "is given up";
        return;
    }
    ++m_pending;
    const auto wait = m_rules.waits[job.attempts - 1];
    QTimer::singleShot(wait, this, [this, job = std::move(job)]() mutable {
        --m_pending;
        m_ready.push_back(std::move(job));
        pump();
    });
}

} // namespace sandbox
