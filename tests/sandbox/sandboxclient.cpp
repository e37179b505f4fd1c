// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandboxclient.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QUrl>

using namespace Qt::StringLiterals;

QString Reply::text(const char *key) const
{
    return body.value(QLatin1StringView(key)).toString();
}

qint64 Reply::number(const char *key) const
{
    return body.value(QLatin1StringView(key)).toInteger();
}

QJsonValue Reply::at(const QString &path) const
{
    QJsonValue value = body;
    for (const QString &segment : path.split(u'.')) {
        bool isIndex = false;
        const int index = segment.toInt(&isIndex);
        value = isIndex ? value.toArray().at(index) : value.toObject().value(segment);
    }
    return value;
}

SandboxClient::SandboxClient(QString baseUrl, QByteArray key)
    : m_baseUrl(std::move(baseUrl))
    , m_key(std::move(key))
{
}

const StripeContract &SandboxClient::contract()
{
    static const StripeContract document(QStringLiteral(OMS_FIXTURES "/openapi-2023-10-16.json"));
    return document;
}

QNetworkReply *SandboxClient::start(const QByteArray &method, const QString &path,
                                    const QByteArray &form,
                                    const QHash<QByteArray, QByteArray> &headers)
{
    const bool isPost = method == "POST";
    QString url = m_baseUrl + path;
    if (!isPost && !form.isEmpty())
        url += u'?' + QString::fromLatin1(form);
    QNetworkRequest request{QUrl(url)};
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    if (!m_key.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_key);
    request.setRawHeader("Stripe-Version", "2023-10-16");
    if (isPost) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded");
    }
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    return m_network.sendCustomRequest(request, method, isPost ? form : QByteArray());
}

Reply SandboxClient::wait(QNetworkReply *reply)
{
    if (!reply->isFinished()) {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
    }
    Reply result;
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.body = QJsonDocument::fromJson(reply->readAll()).object();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        result.headers.insert(name.toLower(), value);
    reply->deleteLater();
    return result;
}

Reply SandboxClient::send(const QByteArray &method, const QString &path, const QByteArray &form,
                          const QHash<QByteArray, QByteArray> &headers)
{
    Reply reply = wait(start(method, path, form, headers));
    if (reply.status == 200)
        reply.violations = contract().checkRequest(method, path, form);
    if (reply.status != 0)
        reply.violations += contract().checkResponse(method, path, reply.status, reply.body);
    return reply;
}

Reply SandboxClient::get(const QString &path, const QByteArray &query)
{
    return send("GET", path, query);
}

Reply SandboxClient::post(const QString &path, const QByteArray &form,
                          const QByteArray &idempotencyKey)
{
    if (idempotencyKey.isEmpty())
        return send("POST", path, form);
    return send("POST", path, form, {{"Idempotency-Key", idempotencyKey}});
}

Reply SandboxClient::remove(const QString &path, const QByteArray &query)
{
    return send("DELETE", path, query);
}

QString SandboxClient::makeCustomer(const QByteArray &card)
{
    QByteArray form = "name=Acme%20Couriers&email=billing%40acme.example";
    if (!card.isEmpty()) {
        form += "&payment_method=" + card + "&invoice_settings[default_payment_method]=" + card;
    }
    return post(u"/v1/customers"_s, form).text("id");
}

Reply SandboxClient::subscribe(const QString &customer, const QByteArray &more)
{
    QByteArray form = "customer=" + customer.toLatin1() + "&items[0][price]=price_basic_monthly";
    if (!more.isEmpty())
        form += '&' + more;
    return post(u"/v1/subscriptions"_s, form);
}

QList<QJsonObject> SandboxClient::events()
{
    QList<QJsonObject> events;
    QByteArray cursor;
    while (true) {
        const Reply page = get(u"/v1/events"_s, "limit=100" + cursor);
        for (const QJsonValue &event : page.data())
            events.prepend(event.toObject());
        if (!page.body.value(u"has_more").toBool())
            return events;
        cursor =
            "&starting_after=" + page.data().last().toObject().value(u"id").toString().toLatin1();
    }
}

QStringList SandboxClient::eventTypes()
{
    QStringList types;
    for (const QJsonObject &event : events())
        types.append(event.value(u"type").toString());
    return types;
}
