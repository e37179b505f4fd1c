// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operationexecutor.h"

#include "db/auditlog.h"
#include "db/database.h"
#include "services/operations/operationhandler.h"
#include "services/operations/operationrequest.h"

#include <QCoro/QCoroFuture>
#include <QCoro/QCoroSignal>

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcOperations, "oms.operations")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

using Claimed = std::optional<db::ClaimedOperation>;

/// 2 s, 4 s, 8 s … up to a minute.
std::chrono::seconds backOff(int attempts)
{
    return std::min<std::chrono::seconds>(60s,
                                          std::chrono::seconds(1 << std::clamp(attempts, 1, 6)));
}

/// Prepares a planned operation and keeps what will be sent, all in the claim's transaction. What
/// cannot be prepared is refused there and then, and the claim goes on to the next.
core::Result<Claimed> claimAndPrepare(db::Session &session, const ExecutorOptions &options)
{
    db::OperationQueue queue(session);
    auto claimed = queue.claim(options.worker, options.lease, options.patience);
    if (!claimed || !*claimed)
        return claimed;
    db::ClaimedOperation &next = **claimed;
    if (next.request.method.isEmpty()) {
        const auto call = handlerOf(next.operation.kind).prepare(session, next.operation);
        if (!call && call.error().kind == core::Error::Kind::Storage)
            return core::passOn(call);
        if (!call) {
            if (const auto refused = queue.refused(next.operation.id, call.error()); !refused)
                return core::passOn(refused);
            next.operation.error = call.error();
            return claimed;
        }
        next.request = requestOf(*call);
    }
    if (const auto sent = queue.markSent(next.operation.id, next.request); !sent)
        return core::passOn(sent);
    if (!next.operation.firstSentAt.isValid())
        next.operation.firstSentAt = QDateTime::currentDateTimeUtc();
    next.operation.error.reset();
    ++next.operation.attempts;
    return claimed;
}

} // namespace

OperationExecutor::OperationExecutor(db::Database &database, stripe::Client &client,
                                     ExecutorOptions options, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
    , m_options(std::move(options))
{
    m_poll.setInterval(1s);
    connect(&m_poll, &QTimer::timeout, this, &OperationExecutor::wake);
}

OperationExecutor::~OperationExecutor() = default;

void OperationExecutor::start()
{
    m_isStopping = false;
    m_poll.start();
    for (int lane = 0; lane < m_options.lanes; ++lane)
        runLane();
}

void OperationExecutor::wake()
{
    ++m_wakes;
    Q_EMIT woken();
}

QCoro::Task<> OperationExecutor::stop()
{
    m_isStopping = true;
    m_poll.stop();
    QMetaObject::invokeMethod(this, &OperationExecutor::wake, Qt::QueuedConnection);
    while (m_lanes > 0)
        co_await qCoro(this, &OperationExecutor::laneEnded);
}

QCoro::Task<> OperationExecutor::runLane()
{
    ++m_lanes;
    while (!m_isStopping) {
        const int wakes = m_wakes;
        const core::Result<Claimed> claimed = co_await claimNext();
        if (m_isStopping && (!claimed || !*claimed))
            break;
        if (claimed && *claimed && (*claimed)->operation.error)
            continue; // refused before it was sent
        if ((!claimed || !*claimed) && wakes == m_wakes)
            co_await qCoro(this, &OperationExecutor::woken);
        else if (claimed && *claimed)
            co_await execute(**claimed);
    }
    --m_lanes;
    Q_EMIT laneEnded();
}

QCoro::Task<core::Result<Claimed>> OperationExecutor::claimNext()
{
    const ExecutorOptions options = m_options;
    const auto job = [options](db::Session &session) { return claimAndPrepare(session, options); };
    const core::Result<Claimed> claimed = co_await m_database.write(job);
    if (claimed && *claimed)
        m_options.checkpoint("claimed");
    co_return claimed;
}

QCoro::Task<> OperationExecutor::execute(db::ClaimedOperation claimed)
{
    const core::Operation operation = claimed.operation;
    if (claimed.request.path.isEmpty()) { // nothing that Stripe needs to be asked
        const stripe::Answer none;
        co_await settle(operation, none);
        co_return;
    }
    stripe::Call call = callOf(claimed.request, operation);
    const stripe::Reply reply = co_await m_client.send(call);
    m_options.checkpoint("answered");
    co_await conclude(operation, call, reply);
}

QCoro::Task<> OperationExecutor::conclude(core::Operation operation, stripe::Call call,
                                          stripe::Reply reply)
{
    if (reply) {
        const stripe::Answer answer = *reply;
        co_await settle(operation, answer);
        co_return;
    }
    const stripe::Failure failure = reply.error();
    const core::Error error = failure.error;
    qCInfo(lcOperations).noquote()
        << core::toText(operation.kind) << operation.id.toString() << "not done:" << error.detail;
    const bool mayPass = error.kind == core::Error::Kind::Unreachable
        || error.kind == core::Error::Kind::RateLimited || error.kind == core::Error::Kind::Canceled
        || failure.httpStatus == 401;
    if (failure.outcome == stripe::Outcome::NoEffect && !mayPass)
        co_await refuse(operation, error);
    else if (m_isStopping) // asking on would hold up the end; the next start takes over
        co_await tryLater(operation, error);
    else if (failure.httpStatus >= 500
             || (failure.outcome == stripe::Outcome::Unknown
                 && call.method == stripe::Method::Delete))
        co_await findOut(operation, call, error); // the answer is stored, or there is no key
    else
        co_await tryLater(operation, error);
}

QCoro::Task<> OperationExecutor::settle(core::Operation operation, stripe::Answer answer)
{
    const auto job = [operation, answer](db::Session &session) -> core::Result<> {
        const auto result = handlerOf(operation.kind).settle(session, operation, answer);
        if (!result)
            return core::passOn(result);
        return db::OperationQueue(session).done(operation.id, *result);
    };
    const core::Result<> settled = co_await m_database.write(job);
    m_options.checkpoint("settled");
    if (settled)
        co_return;
    const core::Error error = settled.error();
    qCWarning(lcOperations).noquote()
        << core::toText(operation.kind) << operation.id.toString()
        << "was done at Stripe but not recorded here:" << error.detail;
    if (error.kind == core::Error::Kind::Conflict || error.kind == core::Error::Kind::Invalid)
        co_await refuse(operation, error);
    else
        co_await tryLater(operation, error); // Stripe replays the answer for the same key
}

QCoro::Task<> OperationExecutor::refuse(core::Operation operation, core::Error error)
{
    const auto job = [operation, error](db::Session &session) -> core::Result<> {
        if (const auto refused = db::OperationQueue(session).refused(operation.id, error); !refused)
            return refused;
        const stripe::Answer none;
        db::AuditEntry entry = auditOf(operation, none);
        entry.action = u"operation.refuse"_s;
        entry.entity = u"operation"_s;
        entry.entityId = uuidText(operation.id);
        entry.after = {{u"kind"_s, core::toText(operation.kind)}, {u"message"_s, error.message}};
        return db::AuditLog(session).append(entry);
    };
    const core::Result<> refused = co_await m_database.write(job);
    if (!refused)
        qCWarning(lcOperations).noquote() << "refusal not recorded:" << refused.error().detail;
}

QCoro::Task<> OperationExecutor::tryLater(core::Operation operation, core::Error error)
{
    const std::chrono::seconds delay = backOff(operation.attempts);
    const auto job = [operation, error, delay](db::Session &session) {
        return db::OperationQueue(session).unknown(operation.id, error, delay);
    };
    const core::Result<> postponed = co_await m_database.write(job);
    if (!postponed) // the lease runs out by itself
        qCWarning(lcOperations).noquote() << "retry not recorded:" << postponed.error().detail;
}

QCoro::Task<> OperationExecutor::findOut(core::Operation operation, stripe::Call call,
                                         core::Error error)
{
    const stripe::Call question = handlerOf(operation.kind).lookup(operation, call);
    const stripe::Reply reply = co_await m_client.send(question);
    if (!reply) {
        co_await tryLater(operation, error);
        co_return;
    }
    const std::optional<QJsonObject> found = handlerOf(operation.kind).find(operation, reply->body);
    if (found) {
        stripe::Answer answer = *reply;
        answer.body = *found;
        co_await settle(operation, answer);
        co_return;
    }
    const auto job = [operation](db::Session &session) {
        return db::OperationQueue(session).rekey(operation.id);
    };
    const core::Result<> rekeyed = co_await m_database.write(job);
    if (!rekeyed)
        co_return; // the old key is sent again, which finds out again
    co_await tryLater(operation, error);
}

} // namespace services
