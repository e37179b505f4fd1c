// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/errors.h"

#include <QDateTime>

namespace sandbox {

using namespace Qt::StringLiterals;

QJsonObject bodyOf(const ApiError &error, const QString &requestId)
{
    QJsonObject inner = error.extra;
    inner.insert("type"_L1, error.type);
    inner.insert("message"_L1, error.message);
    if (!error.code.isEmpty()) {
        inner.insert("code"_L1, error.code);
        inner.insert("doc_url"_L1,
                     QString(u"https://stripe.com/docs/error-codes/"_s
                             + QString(error.code).replace(u'_', u'-')));
    }
    if (!error.param.isEmpty())
        inner.insert("param"_L1, error.param);
    if (error.status != 401 && error.status < 500) {
        inner.insert("request_log_url"_L1,
                     u"https://dashboard.stripe.com/test/logs/%1?t=%2"_s.arg(requestId).arg(
                         QDateTime::currentSecsSinceEpoch()));
    }
    return {{u"error"_s, inner}};
}

ApiError missing(Kind kind, const QString &id, const QString &param)
{
    return {.code = u"resource_missing"_s,
            .message = u"No such %1: '%2'"_s.arg(spokenName(kind), id),
            .param = param};
}

ApiError notFound(Kind kind, const QString &id)
{
    ApiError error = missing(kind, id, u"id"_s);
    error.status = 404;
    return error;
}

ApiError invalid(const QString &message, const QString &param, const QString &code)
{
    return {.code = code, .message = message, .param = param};
}

/// Stripe shows eight characters and the last four.
static QString masked(const QByteArray &key)
{
    if (key.size() <= 12)
        return QString(key.size(), u'*');
    return QString(QString::fromLatin1(key.left(8)) + QString(key.size() - 12, u'*')
                   + QString::fromLatin1(key.right(4)));
}

ApiError badKey(const QByteArray &key)
{
    return {.status = 401, .message = u"Invalid API Key provided: "_s + masked(key)};
}

ApiError noKey()
{
    return {.status = 401,
            .message = u"You did not provide an API key. You need to provide your API key in the "
                       "Authorization header, using Bearer auth (e.g. 'Authorization: Bearer "
                       "YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for "
                       "details, or we can help at https://support.stripe.com/."_s};
}

ApiError forbidden(const QByteArray &key, const QString &permission)
{
    return {.status = 403,
            .message = u"The provided key '%1' does not have the required permissions for this "
                       "endpoint on account 'acct_sandboxOMS'. Having the '%2' permission would "
                       "allow this request to continue."_s.arg(masked(key), permission)};
}

ApiError unknownUrl(const QByteArray &method, const QString &path)
{
    return {.status = 404,
            .message = u"Unrecognized request URL (%1: %2). Please see https://stripe.com/docs or "
                       "we can help at https://support.stripe.com/."_s.arg(
                           QString::fromLatin1(method), path)};
}

ApiError otherMode(Kind kind, const QString &id)
{
    ApiError error = notFound(kind, id);
    error.message += u"; a similar object exists in test mode, but a live mode key was used to "
                     "make this request."_s;
    return error;
}

ApiError rateLimited()
{
    return {.status = 429,
            .code = u"rate_limit"_s,
            .message = u"Request rate limit exceeded. Learn more about rate limits here "
                       "https://stripe.com/docs/rate-limits."_s};
}

ApiError serverFault()
{
    return {.status = 500,
            .type = u"api_error"_s,
            .message = u"Sorry, there was a problem processing your request. Please try again or "
                       "contact us via https://support.stripe.com/."_s};
}

ApiError keyInUse(const QString &idempotencyKey)
{
    return {.status = 409,
            .type = u"idempotency_error"_s,
            .code = u"idempotency_key_in_use"_s,
            .message =
                u"There is currently another in-progress request using this "
                "Stripe-Idempotency-Key (that probably means you submitted twice, and the "
                "other request is still going through): %1. Try again later."_s.arg(idempotencyKey),
            .shouldRetry = "true"};
}

ApiError keyReused(const QString &idempotencyKey)
{
    return {.type = u"idempotency_error"_s,
            .message = u"Keys for idempotent requests can only be used with the same parameters "
                       "they were first used with. Try using a key other than '%1' if you meant "
                       "to execute a different request."_s.arg(idempotencyKey)};
}

} // namespace sandbox
