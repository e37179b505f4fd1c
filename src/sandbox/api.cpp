// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api.h"

#include "sandbox/expand.h"
#include "sandbox/shown.h"

#include <QJsonDocument>
#include <QLocale>
#include <QLoggingCategory>
#include <QTimer>

namespace sandbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcApi, "oms.sandbox.api", QtInfoMsg)

static constexpr auto spokenVersion = "2023-10-16";

Api::Api(Context &context, Ledger &ledger, Access access, const core::Clock &machine)
    : m_context(context)
    , m_ledger(ledger)
    , m_access(std::move(access))
    , m_machine(machine)
{
}

Api::Exchange Api::exchangeFor(const http::Request &request)
{
    Exchange exchange{.request = request, .requestId = randomId("req_"_L1, 14)};
    exchange.form =
        request.method == "POST" || request.rawQuery.isEmpty() ? request.body : request.rawQuery;
    const QByteArray key = request.header("idempotency-key");
    if (request.method == "POST" && !key.isEmpty()) {
        exchange.shownKey = QString::fromUtf8(key);
        exchange.key = QString::fromUtf8(request.header("authorization") + ' ' + key);
    }
    exchange.fault = m_faults.next(request.method, request.path);
    return exchange;
}

void Api::handle(const http::Request &request, const http::Responder &respond)
{
    ++m_calls;
    const Exchange exchange = exchangeFor(request);
    if (exchange.fault.latencyMs <= 0) {
        answer(exchange, respond);
        return;
    }
    const QByteArray fingerprint =
        Idempotency::fingerprintOf(request.method, request.path, exchange.form);
    const qint64 now = m_machine.now().toSecsSinceEpoch();
    if (!exchange.key.isEmpty()) {
        if (const auto fault =
                m_idempotency.faultOf(exchange.key, exchange.shownKey, fingerprint, now)) {
            respond(responseFor(exchange, refusal(exchange, *fault)));
            return;
        }
        m_idempotency.begin(exchange.key); // a second one meanwhile gets 409
    }
    QTimer::singleShot(exchange.fault.latencyMs, this, [this, exchange, respond] {
        m_idempotency.end(exchange.key);
        answer(exchange, respond);
    });
}

void Api::answer(const Exchange &exchange, const http::Responder &respond)
{
    const Outcome outcome = outcomeOf(exchange);
    qCDebug(lcApi) << exchange.requestId << exchange.request.method << exchange.request.path
                   << outcome.status;
    const bool isLost = exchange.fault.kind == Fault::Kind::Drop;
    respond(isLost ? http::Response{.status = 0} : responseFor(exchange, outcome));
}

Api::Outcome Api::outcomeOf(const Exchange &exchange)
{
    const http::Request &request = exchange.request;
    const auto caller = m_access.admit(request);
    if (!caller)
        return refusal(exchange, caller.error());
    const QByteArray version = request.header("stripe-version");
    if (!version.isEmpty() && version != spokenVersion) {
        return refusal(
            exchange,
            invalid(u"Invalid Stripe API version: %1. The sandbox speaks %2 "
                    "only."_s.arg(QString::fromLatin1(version), QLatin1StringView(spokenVersion))));
    }
    const std::optional<RouteMatch> match = m_routes.match(request.method, request.path);
    if (!match)
        return refusal(exchange, unknownUrl(request.method, request.path));
    if (exchange.fault.kind == Fault::Kind::RateLimit)
        return refusal(exchange, rateLimited());
    const std::optional<Params> params = Params::parse(exchange.form);
    if (!params)
        return refusal(exchange, invalid(u"Invalid request: the parameters cannot be read."_s));
    if (const std::optional<ApiError> wrong = check(*params, match->route->rules))
        return refusal(exchange, *wrong); // not stored: the key may be used again
    if (caller->isLive) {
        const Answer answer = inLiveMode(*match, {request.path, match->id, *params});
        return answer ? Outcome{.body = *answer} : refusal(exchange, answer.error());
    }
    if (exchange.key.isEmpty())
        return perform(exchange, *match, *params);

    const QByteArray fingerprint =
        Idempotency::fingerprintOf(request.method, request.path, exchange.form);
    const qint64 now = m_machine.now().toSecsSinceEpoch();
    if (const auto fault = m_idempotency.faultOf(exchange.key, exchange.shownKey, fingerprint, now))
        return refusal(exchange, *fault);
    if (const auto stored = m_idempotency.find(exchange.key, now))
        return {stored->status, stored->body, {}, stored->requestId};
    return perform(exchange, *match, *params);
}

/// Runs the call in its transaction, or does not, as the fault says.
Api::Outcome Api::perform(const Exchange &exchange, const RouteMatch &match, const Params &params)
{
    const Fault &fault = exchange.fault;
    const bool isFault500 = fault.kind == Fault::Kind::ServerError;
    const bool isLost = fault.kind == Fault::Kind::Drop;
    if (isFault500 && !fault.isAfterEffect)
        return remember(exchange, refusal(exchange, serverFault()));
    if (isLost && !fault.isAfterEffect)
        return {}; // the connection breaks before anything was done or stored
    m_context.cause = {exchange.requestId, exchange.shownKey};
    const Answer answer = run(match, {exchange.request.path, match.id, params});
    if (match.route->isPreview || (!answer && !answer.error().keepsEffects))
        m_ledger.rollback();
    Outcome outcome = answer ? Outcome{.body = *answer} : refusal(exchange, answer.error());
    // Stripe stores a 500 like any other result, whatever became of the call.
    if (isFault500)
        outcome = refusal(exchange, serverFault());
    return remember(exchange, outcome);
}

Answer Api::run(const RouteMatch &match, const Call &call)
{
    const Answer answer = match.route->run(m_context, call);
    const QStringList paths = call.params.texts("expand"_L1);
    const Answer whole = answer && !paths.isEmpty() ? expanded(m_context, *answer, paths) : answer;
    const bool withTiers = paths.contains(u"tiers"_s) || paths.contains(u"data.tiers"_s);
    return whole ? Answer(asShown(*whole, withTiers)) : whole;
}

/// A live account that holds nothing: what a key of the other mode would see.
Answer Api::inLiveMode(const RouteMatch &match, const Call &call) const
{
    const Route &route = *match.route;
    if (route.named) {
        const bool isInTestMode = !m_context.store.find(*route.named, call.id).isEmpty();
        return tl::unexpected(isInTestMode ? otherMode(*route.named, call.id)
                                           : notFound(*route.named, call.id));
    }
    if (route.segments.last() == "account"_L1)
        return route.run(m_context, call);
    if (route.method == "GET")
        return demo::listJson(call.path, {}, false);
    ApiError closed = invalid(u"The sandbox has no live mode: nothing can be created in it."_s, {},
                              u"testmode_charges_only"_s);
    closed.status = 403;
    return tl::unexpected(closed);
}

/// Commits what the call has staged, and its answer under the idempotency key, in one line.
Api::Outcome Api::remember(const Exchange &exchange, Outcome outcome)
{
    QJsonObject more;
    std::optional<Idempotency::Stored> stored;
    if (!exchange.key.isEmpty()) {
        const http::Request &request = exchange.request;
        stored = {.key = exchange.key,
                  .fingerprint =
                      Idempotency::fingerprintOf(request.method, request.path, exchange.form),
                  .requestId = exchange.requestId,
                  .status = outcome.status,
                  .body = outcome.body,
                  .at = m_machine.now().toSecsSinceEpoch()};
        more.insert("key"_L1, Idempotency::toJson(*stored));
        if (outcome.status >= 500 && outcome.shouldRetry.isEmpty())
            outcome.shouldRetry = "false"; // the same key can only give the same again
    }
    const core::Result<> kept = m_ledger.commit(more);
    if (!kept) {
        qCCritical(lcApi) << kept.error().message;
        return refusal(exchange, serverFault());
    }
    if (stored)
        m_idempotency.store(*stored);
    return outcome;
}

void Api::replay(const QJsonObject &line)
{
    if (line.contains("key"_L1))
        m_idempotency.store(Idempotency::fromJson(line.value("key"_L1).toObject()));
}

Api::Outcome Api::refusal(const Exchange &exchange, const ApiError &error) const
{
    return {error.status, bodyOf(error, exchange.requestId), error.shouldRetry, {}};
}

http::Response Api::responseFor(const Exchange &exchange, const Outcome &outcome) const
{
    http::Response response;
    response.status = outcome.status;
    response.body = QJsonDocument(outcome.body).toJson(QJsonDocument::Compact);
    // The sandbox's time: whoever fetches an object must not think it older than its events.
    const QString date =
        QLocale::c().toString(m_context.nowTime(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    response.headers = {{"Date", date.toLatin1()},
                        {"Request-Id", exchange.requestId.toLatin1()},
                        {"Stripe-Version", spokenVersion}};
    if (!exchange.shownKey.isEmpty()) {
        const QString original =
            outcome.originalRequest.isEmpty() ? exchange.requestId : outcome.originalRequest;
        response.headers.emplaceBack("Idempotency-Key", exchange.shownKey.toUtf8());
        response.headers.emplaceBack("Original-Request", original.toLatin1());
    }
    if (!outcome.originalRequest.isEmpty())
        response.headers.emplaceBack("Idempotent-Replayed", "true");
    if (!outcome.shouldRetry.isEmpty())
        response.headers.emplaceBack("Stripe-Should-Retry", outcome.shouldRetry);
    if (outcome.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"Stripe\"");
    if (outcome.status == 429)
        response.headers.emplaceBack("Stripe-Rate-Limited-Reason", "global-rate");
    return response;
}

} // namespace sandbox
