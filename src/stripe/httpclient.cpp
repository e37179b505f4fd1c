// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/httpclient.h"

#include "stripe/failure.h"
#include "stripe/log.h"
#include "stripe/retryrule.h"
#include "stripe/transport.h"
#include "stripe/wire.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace stripe {

using core::Error;
using std::chrono::milliseconds;
using Trouble = Exchange::Trouble;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::HttpClient)
};

constexpr qsizetype longestIdempotencyKey = 255;

/// A mistake in the program that must not reach Stripe, or nothing.
QString faultOf(const Call &call)
{
    // An empty id turns "retrieve" into "list" and "delete this" into something worse.
    if (!call.path.startsWith(QLatin1StringView("/v1/")) || call.path.endsWith(u'/')
        || call.path.contains(QLatin1StringView("//")))
        return QStringLiteral("no object in the path");
    if (call.method != Method::Post)
        return {};
    if (call.idempotencyKey.isEmpty() || call.idempotencyKey.size() > longestIdempotencyKey)
        return QStringLiteral("a POST needs an idempotency key of 1 to 255 bytes");
    const auto isPrintable = [](char c) { return c > 0x20 && c < 0x7f; };
    return std::ranges::all_of(call.idempotencyKey, isPrintable)
        ? QString()
        : QStringLiteral("an idempotency key of other than printable characters");
}

Answer answerFrom(const Exchange &exchange, int attempts)
{
    return {.httpStatus = exchange.httpStatus,
            .body = exchange.body,
            .requestId = exchange.requestId,
            .date = exchange.date,
            .version = exchange.version,
            .isReplay = exchange.isReplay,
            .attempts = attempts};
}

/// The rule sees a body that is not Stripe's as no answer, unless its status is a plain refusal.
FailedAttempt failedAttempt(const Exchange &exchange, const Failure &failure)
{
    const bool isRefusal = exchange.httpStatus >= 300 && exchange.httpStatus < 500;
    return {.hasAnswer = exchange.trouble == Trouble::None || isRefusal,
            .wasClosed = exchange.trouble == Trouble::Closed,
            .httpStatus = exchange.httpStatus,
            .shouldRetry = exchange.shouldRetry,
            .isReplay = exchange.isReplay,
            .code = failure.code,
            .retryAfter = exchange.retryAfter};
}

void log(const Call &call, const Exchange &exchange, int attempt)
{
    const auto line = QStringLiteral("%1 %2 %3 attempt %4 in %5 ms %6 %7")
                          .arg(QLatin1StringView(toText(call.method)), call.path)
                          .arg(exchange.httpStatus)
                          .arg(attempt)
                          .arg(exchange.took.count())
                          .arg(exchange.requestId, exchange.detail)
                          .trimmed();
    if (exchange.isSuccess())
        qCInfo(lcStripe).noquote() << line;
    else
        qCWarning(lcStripe).noquote() << line;
}

Failure faulty(const QString &fault)
{
    return notSent({Error::Kind::Internal,
                    Words::tr("The request was not sent because of a fault in this program."),
                    fault,
                    {}});
}

Failure noTurn(RateLimiter::Entry entry)
{
    if (entry == RateLimiter::Entry::Closed)
        return notSent({Error::Kind::Canceled,
                        Words::tr("The request was canceled because the program closes."),
                        {},
                        {}});
    return notSent({Error::Kind::RateLimited,
                    Words::tr("Stripe could not be asked in time, because too many requests are "
                              "waiting. Try again."),
                    QStringLiteral("deadline passed in the queue"),
                    {}});
}

/// One call over all its attempts. It holds the transport, so it may outlive the client.
class CallRun
{
public:
    CallRun(std::shared_ptr<Transport> transport, Call call)
        : m_transport(std::move(transport))
        , m_call(std::move(call))
        , m_deadline(m_call.deadline, Qt::PreciseTimer)
    {
    }

    QCoro::Task<Reply> run();

private:
    [[nodiscard]] QCoro::Task<std::optional<Exchange>> attempt();
    [[nodiscard]] Failure failed(const Exchange &exchange);
    [[nodiscard]] RetryDecision decide(const Exchange &exchange) const;
    [[nodiscard]] int maxRetries() const;
    [[nodiscard]] milliseconds left() const { return milliseconds(m_deadline.remainingTime()); }

    const std::shared_ptr<Transport> m_transport;
    const Call m_call;
    const QDeadlineTimer m_deadline;
    RateLimiter::Entry m_entry = RateLimiter::Entry::Admitted;
    std::optional<Failure> m_last; ///< Of the latest attempt.
    bool m_mayHaveActed = false;   ///< An earlier attempt may have taken effect.
    int m_attempts = 0;
};

QCoro::Task<Reply> CallRun::run()
{
    for (;;) {
        const std::optional<Exchange> exchange = co_await attempt();
        if (!exchange)
            co_return tl::unexpected(m_last ? *m_last : noTurn(m_entry));
        if (exchange->isSuccess())
            co_return answerFrom(*exchange, m_attempts);
        m_last = failed(*exchange);

        const RetryDecision decision = decide(*exchange);
        qCInfo(lcStripe).noquote()
            << toText(m_call.method) << m_call.path
            << (decision.isRetry ? "retrying:" : "not retrying:") << decision.reason;
        if (!decision.isRetry)
            co_return tl::unexpected(*m_last);
        if (m_call.retrying)
            m_call.retrying(m_attempts + 1, maxRetries() + 1);
        co_await m_transport->pause(decision.delay);
    }
}

/// Waits for a turn and sends once; nothing when the turn did not come.
QCoro::Task<std::optional<Exchange>> CallRun::attempt()
{
    m_entry = co_await m_transport->limiter().enter(m_call.priority, m_deadline);
    if (m_entry != RateLimiter::Entry::Admitted)
        co_return std::nullopt;
    ++m_attempts;
    const milliseconds limit = std::min(m_transport->options().attemptTimeout, left());
    const Exchange exchange = co_await m_transport->exchange(m_call, limit);
    log(m_call, exchange, m_attempts);
    m_transport->limiter().leave();
    co_return exchange;
}

Failure CallRun::failed(const Exchange &exchange)
{
    Failure failure = failureFrom(m_call.method, exchange);
    failure.attempts = m_attempts;
    // A DELETE has no key, so its 404 may well mean that the lost attempt succeeded.
    const bool isSettled = m_call.method == Method::Post && settlesEarlierAttempts(failure);
    if ((m_mayHaveActed || exchange.timesSent > 1) && !isSettled && m_call.method != Method::Get)
        failure.outcome = Outcome::Unknown;
    m_mayHaveActed = failure.outcome == Outcome::Unknown;
    return failure;
}

RetryDecision CallRun::decide(const Exchange &exchange) const
{
    if (exchange.trouble == Trouble::Canceled || m_transport->isClosed())
        return {.reason = "closing"};
    FailedAttempt attempt = failedAttempt(exchange, *m_last);
    attempt.priority = m_call.priority;
    attempt.retries = m_attempts - 1;
    attempt.maxRetries = maxRetries();
    const RetryDecision decision = decideRetry(attempt, m_transport->options().random());
    if (decision.isRetry && decision.delay >= left())
        return {.reason = "the deadline comes first"};
    return decision;
}

int CallRun::maxRetries() const
{
    const ClientOptions &options = m_transport->options();
    return m_call.priority == Priority::Background ? options.backgroundRetries
                                                   : options.interactiveRetries;
}

} // namespace

HttpClient::HttpClient(ClientOptions options, QObject *parent)
    : QObject(parent)
{
    if (!options.random)
        options.random = [] { return QRandomGenerator::global()->generateDouble(); };
    m_transport = std::make_shared<Transport>(std::move(options));
    connect(m_transport.get(), &Transport::exchanged, this, &HttpClient::note);
}

HttpClient::~HttpClient()
{
    disconnect(m_transport.get(), nullptr, this, nullptr);
    m_transport->close();
}

QCoro::Task<Reply> HttpClient::send(Call call)
{
    if (const QString fault = faultOf(call); !fault.isEmpty())
        co_return tl::unexpected(faulty(fault));
    // In this frame: the client itself may be gone after the wait.
    CallRun run(m_transport, std::move(call));
    Reply reply = co_await run.run();
    co_return reply;
}

void HttpClient::note(const Exchange &exchange)
{
    if (exchange.trouble == Trouble::Canceled)
        return;
    const Health before = m_health;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (exchange.isReached()) {
        m_health.lastSuccess = now;
        m_health.unreachableSince = {};
        m_health.isKeyRejected = exchange.httpStatus == 401;
    } else {
        m_health.lastFailure = now;
        if (!m_health.unreachableSince.isValid())
            m_health.unreachableSince = now;
    }
    const bool isFirst = !before.lastSuccess.isValid() && !before.lastFailure.isValid();
    if (isFirst || before.unreachableSince != m_health.unreachableSince
        || before.isKeyRejected != m_health.isKeyRejected)
        Q_EMIT healthChanged(m_health);
}

} // namespace stripe
