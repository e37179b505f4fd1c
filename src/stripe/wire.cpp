// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/wire.h"

#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace stripe {

using Trouble = Exchange::Trouble;

namespace {

QUrl urlFor(const Call &call, const QUrl &base)
{
    QUrl url = base;
    QString root = base.path(QUrl::FullyEncoded);
    while (root.endsWith(u'/'))
        root.chop(1);
    url.setPath(root + call.path, QUrl::StrictMode); // encoded already: not once more
    url.setQuery(QString());
    if (call.method != Method::Post && !call.form.isEmpty())
        url.setQuery(QString::fromLatin1(call.form), QUrl::StrictMode);
    url.setFragment(QString());
    return url;
}

std::optional<bool> flagFrom(const QByteArray &text)
{
    if (text == "true")
        return true;
    if (text == "false")
        return false;
    return std::nullopt;
}

/// The HTTP date; our own clock where there is none, so that what was fetched still has an age.
QDateTime dateFrom(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return QDateTime::currentDateTimeUtc();
    return QDateTime(date.date(), date.time(), Qt::UTC);
}

Trouble troubleFrom(QNetworkReply::NetworkError error, bool wasSent)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        // Qt sends anew by itself when a kept connection drops: being refused then does not
        // mean that nothing was sent before.
        return wasSent ? Trouble::Closed : Trouble::NotConnected;
    case QNetworkReply::SslHandshakeFailedError:
        return wasSent ? Trouble::Broken : Trouble::Insecure;
    case QNetworkReply::RemoteHostClosedError:
        return Trouble::Closed;
    default: // Qt's own enum, and open
        return Trouble::Broken;
    }
}

void readHeaders(const QNetworkReply &reply, Exchange &exchange)
{
    exchange.requestId = QString::fromLatin1(reply.rawHeader("request-id"));
    exchange.version = reply.rawHeader("stripe-version");
    exchange.date = dateFrom(reply.rawHeader("date"));
    exchange.shouldRetry = flagFrom(reply.rawHeader("stripe-should-retry"));
    exchange.isReplay = reply.rawHeader("idempotent-replayed") == "true";
    bool isNumber = false;
    const int seconds = reply.rawHeader("retry-after").toInt(&isNumber);
    if (isNumber)
        exchange.retryAfter = std::chrono::seconds(seconds);
}

} // namespace

QNetworkRequest requestFor(const Call &call, const ClientOptions &options)
{
    QNetworkRequest request(urlFor(call, options.base));
    request.setRawHeader("Authorization", "Bearer " + options.key.secret);
    request.setRawHeader("Stripe-Version", call.version.isEmpty() ? options.version : call.version);
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("oms-billing/" OMS_VERSION));
    if (call.method == Method::Post) {
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QStringLiteral("application/x-www-form-urlencoded"));
        request.setRawHeader("Idempotency-Key", call.idempotencyKey);
    }
    // Qt would take the Authorization header along to another host.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    // With four requests in flight it gains nothing, and HTTP/1.1 is what the tests drive.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

Exchange exchangeFrom(QNetworkReply &reply, int timesSent)
{
    Exchange exchange;
    exchange.timesSent = timesSent;
    exchange.httpStatus =
        reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); // 0 without answer
    readHeaders(reply, exchange);
    if (exchange.httpStatus == 0) {
        exchange.trouble = troubleFrom(reply.error(), timesSent > 0);
        exchange.detail = reply.errorString();
        return exchange;
    }
    exchange.timesSent = std::max(timesSent, 1); // an answer proves it
    if (exchange.httpStatus >= 300 && exchange.httpStatus < 400) {
        exchange.trouble = Trouble::Redirected;
        exchange.detail = QStringLiteral("HTTP %1").arg(exchange.httpStatus);
        return exchange;
    }
    // Errors from 400 on are Qt's reading of the status; others mean that the body is not whole.
    const bool isCutOff = reply.error() != QNetworkReply::NoError && exchange.httpStatus < 400;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(reply.readAll(), &problem);
    if (isCutOff) {
        exchange.trouble = troubleFrom(reply.error(), true);
        exchange.detail = reply.errorString();
    } else if (!document.isObject()) {
        exchange.trouble = Trouble::NotStripe;
        exchange.detail = QStringLiteral("HTTP %1, not a JSON object: %2")
                              .arg(exchange.httpStatus)
                              .arg(problem.errorString());
    }
    exchange.body = document.object();
    return exchange;
}

const char *toText(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Post:
        return "POST";
    case Method::Delete:
        return "DELETE";
    }
    return "";
}

} // namespace stripe
