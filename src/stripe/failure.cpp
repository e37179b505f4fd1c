// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/failure.h"

#include "stripe/declineadvice.h"
#include "stripe/secrets.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace stripe {

using core::Error;
using Kind = core::Error::Kind;
using Trouble = Exchange::Trouble;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::Failure)
};

struct Sentence
{
    Kind kind;
    QString text;
};

QString textOf(const QJsonObject &error, const char *name)
{
    return storable(error.value(QLatin1StringView(name)).toString());
}

QString orElse(const QString &text, const QString &fallback)
{
    return text.isEmpty() ? fallback : text;
}

Sentence rejectedRequest(const Failure &failure, const QString &said)
{
    if (failure.type == QLatin1StringView("idempotency_error"))
        return {Kind::Conflict,
                Words::tr("This operation was already sent to Stripe with other values. "
                          "Check its result before starting it again.")};
    if (failure.code == QLatin1StringView("livemode_mismatch"))
        return {Kind::NotFound, Words::tr("This belongs to the other mode (test or live).")};
    // Stripe's own words are English; this one comes up when a price was archived or mistyped.
    static const QRegularExpression unknown(QStringLiteral("^No such price: '([^']+)'"));
    const QString price = unknown.match(said).captured(1);
    if (!price.isEmpty())
        return {Kind::Invalid, Words::tr("Stripe has no price %1. Choose another one.").arg(price)};
    const QString text = orElse(said, Words::tr("Stripe refused the request."));
    return {failure.param.isEmpty() ? Kind::Rejected : Kind::Invalid, text};
}

Sentence declined(const Failure &failure, const QString &said)
{
    const QString advice = declineAdvice(orElse(failure.declineCode, failure.code));
    const QString reason = said.isEmpty() ? Words::tr("Payment declined.")
                                          : Words::tr("Payment declined: %1").arg(said);
    return {Kind::Rejected, advice.isEmpty() ? reason : reason + u' ' + advice};
}

Sentence forbidden(const QString &said)
{
    // "Having the 'rak_customer_write' permission would allow this request to continue."
    static const QRegularExpression permission(QStringLiteral("'(rak_[a-z0-9_]+)'"));
    const QString needed = permission.match(said).captured(1);
    if (needed.isEmpty())
        return {Kind::Forbidden, Words::tr("The Stripe key may not do that.")};
    return {Kind::Forbidden,
            Words::tr("The Stripe key may not do that: it needs the permission %1.").arg(needed)};
}

Sentence missing(const Failure &failure, const QString &said)
{
    if (failure.isModeMismatch)
        return {Kind::NotFound,
                Words::tr("This exists in Stripe, but in the other mode (test or live) than "
                          "your key.")};
    if (failure.code.isEmpty() && !said.isEmpty())
        return {Kind::NotFound, said}; // "Unrecognized request URL …": a wrong base URL
    return {Kind::NotFound,
            Words::tr("This no longer exists in Stripe, or belongs to the other mode (test or "
                      "live).")};
}

Sentence unavailable(const Failure &failure)
{
    if (failure.requestId.isEmpty())
        return {Kind::Unreachable, Words::tr("Stripe is unavailable at the moment.")};
    return {Kind::Unreachable,
            Words::tr("Stripe is unavailable at the moment (request %1).").arg(failure.requestId)};
}

Sentence sentenceForStatus(const Failure &failure, const QString &said)
{
    switch (failure.httpStatus) {
    case 401:
        return {Kind::Forbidden,
                Words::tr("Stripe rejected the API key. Enter a valid one in Settings.")};
    case 402:
        return declined(failure, said);
    case 403:
        return forbidden(said);
    case 404:
        return missing(failure, said);
    case 409:
        return {Kind::Conflict,
                Words::tr("Another operation on this object is running. Try again in a moment.")};
    case 424:
        return {Kind::Unreachable,
                Words::tr("The payment network has a problem. Try again later.")};
    case 429:
        return {Kind::RateLimited,
                Words::tr("Stripe is receiving too many requests. Try again in a moment.")};
    default:
        return failure.httpStatus >= 500 ? unavailable(failure) : rejectedRequest(failure, said);
    }
}

Sentence sentenceForTrouble(Trouble trouble)
{
    switch (trouble) {
    case Trouble::None:
        break;
    case Trouble::NotConnected:
        return {Kind::Unreachable,
                Words::tr("Stripe cannot be reached. Check the network connection.")};
    case Trouble::Insecure:
        return {Kind::Unreachable,
                Words::tr("No secure connection to Stripe could be made. Check the date and time "
                          "of this computer and the network's proxy.")};
    case Trouble::Closed:
    case Trouble::Broken:
        return {Kind::Unreachable, Words::tr("The connection to Stripe broke off.")};
    case Trouble::TimedOut:
        return {Kind::Unreachable, Words::tr("Stripe did not answer in time.")};
    case Trouble::NotStripe:
        return {Kind::Unreachable,
                Words::tr("The answer did not come from Stripe. Check the network's proxy and the "
                          "Stripe address.")};
    case Trouble::Redirected:
        return {Kind::Unreachable,
                Words::tr("The Stripe address sends requests on to another one, which is not "
                          "followed. Correct the Stripe address.")};
    case Trouble::Canceled:
        return {Kind::Canceled, Words::tr("The request was canceled because the program closes.")};
    }
    return {Kind::Internal, {}};
}

/// Whether an answered request may have changed something all the same.
Outcome outcomeOf(const Failure &failure)
{
    // The same key ran before, or runs now: what became of that, this answer does not tell.
    if (failure.type == QLatin1StringView("idempotency_error")
        || failure.code == QLatin1StringView("idempotency_key_in_use"))
        return Outcome::Unknown;
    // 424: an external party failed half-way.
    const bool isRefusal =
        failure.httpStatus >= 400 && failure.httpStatus < 500 && failure.httpStatus != 424;
    return isRefusal ? Outcome::NoEffect : Outcome::Unknown;
}

Failure answered(const Exchange &exchange)
{
    const QJsonObject error = exchange.body.value(QLatin1StringView("error")).toObject();
    const QString said = withoutKeys(textOf(error, "message"));
    Failure failure;
    failure.httpStatus = exchange.httpStatus;
    failure.type = textOf(error, "type");
    failure.code = textOf(error, "code");
    failure.declineCode = textOf(error, "decline_code");
    failure.param = textOf(error, "param");
    failure.requestId = exchange.requestId;
    failure.isModeMismatch = failure.code == QLatin1StringView("livemode_mismatch")
        || said.contains(QLatin1StringView("a similar object exists in"));
    failure.outcome = outcomeOf(failure);

    const Sentence sentence = sentenceForStatus(failure, said);
    const QString detail =
        QStringLiteral("HTTP %1 %2 %3 %4: ")
            .arg(QString::number(failure.httpStatus), failure.type, failure.code, failure.requestId)
        + said;
    failure.error = {sentence.kind, sentence.text, detail.simplified(), failure.param};
    return failure;
}

Failure unanswered(const Exchange &exchange)
{
    const Sentence sentence = sentenceForTrouble(exchange.trouble);
    Failure failure;
    failure.httpStatus = exchange.httpStatus;
    failure.requestId = exchange.requestId;
    failure.outcome = exchange.wasSent() ? Outcome::Unknown : Outcome::NoEffect;
    const QString detail = QStringLiteral("%1 %2").arg(exchange.detail, exchange.requestId);
    failure.error = {sentence.kind, sentence.text, withoutKeys(detail.simplified()), {}};
    return failure;
}

} // namespace

Failure failureFrom(Method method, const Exchange &exchange)
{
    Failure failure = exchange.trouble == Trouble::None ? answered(exchange) : unanswered(exchange);
    if (method == Method::Get) // reading changes nothing
        failure.outcome = Outcome::NoEffect;
    return failure;
}

Failure notSent(core::Error error)
{
    Failure failure;
    failure.error = std::move(error);
    failure.outcome = Outcome::NoEffect;
    failure.attempts = 0;
    return failure;
}

bool settlesEarlierAttempts(const Failure &failure)
{
    switch (failure.httpStatus) {
    case 400: // also what a stored result may be; a different one would have been replayed
    case 402:
        return failure.outcome == Outcome::NoEffect;
    default: // 401, 403, 409, 429 are given before anybody looks for a stored result
        return false;
    }
}

bool isCursorMissing(const Failure &failure)
{
    return failure.code == QLatin1StringView("resource_missing")
        && (failure.param == QLatin1StringView("starting_after")
            || failure.param == QLatin1StringView("ending_before"));
}

} // namespace stripe
