// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operationexecutor.h"

#include "db/auditlog.h"
#include "db/database.h"
#include "services/endpointsecrets.h"
#include "services/operations/endpointinput.h"
#include "services/operations/operationhandler.h"
#include "services/operations/operationrequest.h"
#include "services/workername.h"
#include "stripe/secrets.h"
#include "stripe/sublists.h"

#include <QCoro/QCoroFuture>

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcOperations, "oms.operations")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

using Claimed = std::optional<db::ClaimedOperation>;

std::chrono::milliseconds backOff(std::chrono::milliseconds first, int attempts)
{
    return std::min<std::chrono::milliseconds>(60s, first * (1 << std::clamp(attempts - 1, 0, 5)));
}

/// Stripe keeps a key's answer for 24 hours: sent after that, the key would act a second time.
constexpr auto keyLife = 23h;

/// Whether only a look at Stripe tells what an earlier attempt has done.
bool mustLookFirst(const core::Operation &operation, const stripe::Call &call)
{
    if (call.method == stripe::Method::Delete)
        return operation.attempts > 1;
    return operation.firstSentAt.isValid()
        && operation.firstSentAt.addDuration(keyLife) < QDateTime::currentDateTimeUtc();
}

/// Ends it, and tells the audit log of what was not done and why.
core::Result<> writeRefusal(db::Session &session, const core::Operation &operation,
                            const core::Error &error, bool hasActed)
{
    db::OperationQueue queue(session);
    if (const auto refused = queue.refused(operation.id, error, hasActed); !refused)
        return refused;
    const stripe::Answer none;
    db::AuditEntry entry = auditOf(operation, none);
    entry.action = u"operation.refuse"_s;
    entry.entity = u"operation"_s;
    entry.entityId = uuidText(operation.id);
    entry.after = {{u"kind"_s, core::toText(operation.kind)}, {u"message"_s, error.message}};
    return db::AuditLog(session).append(entry);
}

/// Prepares a planned operation and keeps what will be sent, all in the claim's transaction. What
/// cannot be prepared is refused there and then, and the claim goes on to the next.
core::Result<Claimed> claimAndPrepare(db::Session &session, const ExecutorOptions &options,
                                      const QString &keeper)
{
    db::OperationQueue queue(session);
    auto claimed = queue.claim(options.worker, options.lease, options.patience, keeper);
    if (!claimed || !*claimed)
        return claimed;
    db::ClaimedOperation &next = **claimed;
    if (next.request.method.isEmpty()) {
        const auto call = handlerOf(next.operation.kind).prepare(session, next.operation);
        if (!call) { // after an error of the database itself this fails too, and all is undone
            const auto refused = writeRefusal(session, next.operation, call.error(), false);
            if (!refused)
                return core::passOn(refused);
            next.operation.error = call.error();
            return claimed;
        }
        next.request = requestOf(*call);
    }
    const auto sentAt = queue.markSent(next.operation.id, next.request);
    if (!sentAt)
        return core::passOn(sentAt);
    next.operation.firstSentAt = *sentAt;
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
    if (m_options.worker.isEmpty())
        m_options.worker = workerName();
    m_poll.setInterval(1s);
    connect(&m_poll, &QTimer::timeout, this, &OperationExecutor::wake);
}

OperationExecutor::~OperationExecutor() = default;

void OperationExecutor::start()
{
    m_isStopping = false;
    m_poll.start();
    takeOver();
    for (int lane = 0; lane < m_options.lanes; ++lane)
        runLane();
}

QCoro::Task<> OperationExecutor::takeOver()
{
    ++m_lanes; // stop() waits for this as for a lane
    const auto job = [](db::Session &session) -> core::Result<qint64> {
        db::OperationQueue queue(session);
        const auto holders = queue.leaseHolders();
        if (!holders)
            return core::passOn(holders);
        QStringList dead;
        std::ranges::copy_if(*holders, std::back_inserter(dead), isKnownDead);
        return dead.isEmpty() ? core::Result<qint64>(0) : queue.takeOver(dead);
    };
    const core::Result<qint64> taken = co_await m_database.write(job);
    if (!taken) // the leases run out by themselves
        qCWarning(lcOperations).noquote() << "leases not looked at:" << taken.error().detail;
    else if (*taken > 0)
        qCInfo(lcOperations) << "goes on with" << *taken << "operations of a program that died";
    --m_lanes;
    wake();
    m_laneEnded.ring();
}

void OperationExecutor::wake()
{
    ++m_wakes;
    m_woken.ring();
}

QCoro::Task<> OperationExecutor::stop()
{
    m_isStopping = true;
    m_poll.stop();
    QMetaObject::invokeMethod(this, &OperationExecutor::wake, Qt::QueuedConnection);
    while (m_lanes > 0)
        co_await m_laneEnded;
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
            co_await m_woken;
        else if (claimed && *claimed)
            co_await execute(**claimed);
    }
    --m_lanes;
    m_laneEnded.ring();
}

QCoro::Task<core::Result<Claimed>> OperationExecutor::claimNext()
{
    const ExecutorOptions options = m_options;
    const QString keeper = m_options.secrets ? m_options.secrets->keeper() : QString();
    const auto job = [options, keeper](db::Session &session) {
        return claimAndPrepare(session, options, keeper);
    };
    const core::Result<Claimed> claimed = co_await m_database.write(job);
    if (claimed && *claimed)
        m_options.checkpoint("claimed");
    else if (!claimed && claimed.error().kind != core::Error::Kind::Unreachable)
        qCWarning(lcOperations).noquote() << "nothing claimed:" << claimed.error().detail;
    co_return claimed;
}

QCoro::Task<> OperationExecutor::execute(db::ClaimedOperation claimed)
{
    const core::Operation operation = claimed.operation;
    if (claimed.request.path.isEmpty()) { // nothing that Stripe needs to be asked
        stripe::Answer none;
        none.httpStatus = 0;
        co_await settle(operation, none);
        co_return;
    }
    stripe::Call call = callOf(claimed.request, operation);
    if (mustLookFirst(operation, call) && co_await settleByLookUp(operation, &call))
        co_return;
    const stripe::Reply reply = co_await m_client.send(call);
    m_options.checkpoint("answered");
    co_await conclude(operation, call, reply);
}

QCoro::Task<> OperationExecutor::conclude(core::Operation operation, stripe::Call call,
                                          stripe::Reply reply)
{
    if (reply) {
        stripe::Answer answer = *reply;
        if (stripe::hasPartialList(answer.body)) {
            const QJsonObject first = answer.body;
            const auto whole =
                co_await stripe::withWholeLists(m_client, first, stripe::Priority::Interactive);
            if (whole) // else the mirror marks it, and it is fetched later
                answer.body = *whole;
        }
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
    // An attempt before this one, whose answer was lost, may be why it is not there any more.
    const bool isGone = call.method == stripe::Method::Delete && failure.httpStatus == 404;
    if (isGone && !m_isStopping)
        co_await findOut(operation, call, error);
    else if (failure.outcome == stripe::Outcome::NoEffect && !mayPass)
        co_await refuse(operation, error);
    else if (m_isStopping) // asking on would hold up the end; the next start takes over
        co_await tryLater(operation, error);
    else if (failure.httpStatus >= 500 || failure.type == "idempotency_error"_L1
             || (failure.outcome == stripe::Outcome::Unknown
                 && call.method == stripe::Method::Delete))
        co_await findOut(operation, call, error); // the answer is stored, or there is no key
    else
        co_await tryLater(operation, error);
}

QCoro::Task<core::Result<core::Operation>> OperationExecutor::tendSecret(core::Operation operation,
                                                                         stripe::Answer answer)
{
    const SecretDuty duty = handlerOf(operation.kind).secretDuty();
    if (duty == SecretDuty::None || m_options.secrets == nullptr)
        co_return operation;
    EndpointSecrets &secrets = *m_options.secrets;
    const QString id = answer.body[u"id"_s].toString();
    const QByteArray secret = answer.body[u"secret"_s].toString().toLatin1();
    if (duty == SecretDuty::Keep) {
        if (!secret.isEmpty()) {
            const core::Result<> kept = co_await secrets.keep(id, secret);
            if (!kept)
                co_return core::passOn(kept);
            m_options.checkpoint("secret kept");
        }
        // Looked up after a day it has none: then it is here already, or lost.
        operation.result[keptKey] = secrets.standing(id) == core::EndpointSecret::Ours;
    } else {
        const core::Result<> dropped = co_await secrets.drop(id);
        if (!dropped)
            co_return core::passOn(dropped);
    }
    const core::Operation tended = operation;
    co_return tended;
}

QCoro::Task<bool> OperationExecutor::settleGone(core::Operation operation)
{
    const auto outcome = handlerOf(operation.kind).outcomeWhenGone(operation);
    if (!outcome)
        co_return false;
    stripe::Answer gone;
    gone.body = *outcome;
    co_await settle(operation, gone);
    co_return true;
}

QCoro::Task<> OperationExecutor::settle(core::Operation given, stripe::Answer whole)
{
    const core::Result<core::Operation> tended = co_await tendSecret(given, whole);
    if (!tended) {
        const core::Error error = tended.error();
        co_await tryLater(given, error); // the same key brings the same answer
        co_return;
    }
    const core::Operation operation = *tended;
    stripe::Answer answer = whole;
    answer.body = stripe::withoutSecrets(whole.body); // nothing behind here may hold one
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
    const bool wasSent = answer.httpStatus != 0;
    if (error.kind == core::Error::Kind::Conflict || error.kind == core::Error::Kind::Invalid)
        co_await refuse(operation, error, wasSent);
    else
        co_await tryLater(operation, error); // Stripe replays the answer for the same key
}

QCoro::Task<> OperationExecutor::refuse(core::Operation operation, core::Error error, bool hasActed)
{
    const auto job = [operation, error, hasActed](db::Session &session) {
        return writeRefusal(session, operation, error, hasActed);
    };
    const core::Result<> refused = co_await m_database.write(job);
    if (!refused) // another worker has ended it, or the lease will run out
        qCWarning(lcOperations).noquote() << "refusal not recorded:" << refused.error().detail;
}

QCoro::Task<> OperationExecutor::tryLater(core::Operation operation, core::Error error)
{
    const std::chrono::milliseconds delay = backOff(m_options.firstRetry, operation.attempts);
    const auto job = [operation, error, delay](db::Session &session) {
        return db::OperationQueue(session).unknown(operation.id, error, delay);
    };
    const core::Result<> postponed = co_await m_database.write(job);
    if (!postponed) // the lease runs out by itself
        qCWarning(lcOperations).noquote() << "retry not recorded:" << postponed.error().detail;
}

QCoro::Task<OperationExecutor::Finding> OperationExecutor::lookUp(core::Operation operation,
                                                                  stripe::Call call)
{
    const stripe::Call question = handlerOf(operation.kind).lookup(operation, call);
    const stripe::Reply reply = co_await m_client.send(question);
    Finding finding;
    if (!reply) {
        if (reply.error().httpStatus == 404)
            finding.gone = reply.error().error;
        co_return finding;
    }
    finding.isAnswered = true;
    if (const auto found = handlerOf(operation.kind).find(operation, reply->body)) {
        finding.effect = *reply;
        finding.effect->body = *found;
    }
    m_options.checkpoint("looked up");
    co_return finding;
}

QCoro::Task<bool> OperationExecutor::settleByLookUp(core::Operation operation, stripe::Call *call)
{
    const Finding finding = co_await lookUp(operation, *call);
    if (finding.effect) {
        const stripe::Answer effect = *finding.effect;
        co_await settle(operation, effect);
        co_return true;
    }
    if (finding.gone && co_await settleGone(operation))
        co_return true;
    if (!finding.isAnswered && !finding.gone) {
        const core::Error silence{core::Error::Kind::Unreachable,
                                  tr("Stripe does not answer. What was sent before is looked for "
                                     "again in a moment."),
                                  {},
                                  {}};
        co_await tryLater(operation, silence);
        co_return true;
    }
    if (call->method == stripe::Method::Delete)
        co_return false; // it may go out again as it is
    const auto job = [operation](db::Session &session) {
        return db::OperationQueue(session).rekey(operation.id);
    };
    const core::Result<QString> key = co_await m_database.write(job);
    if (!key)
        co_return true; // the lease runs out, and it is looked up again
    call->idempotencyKey = key->toLatin1();
    co_return false;
}

QCoro::Task<> OperationExecutor::findOut(core::Operation operation, stripe::Call call,
                                         core::Error error)
{
    const Finding finding = co_await lookUp(operation, call);
    if (finding.effect) {
        const stripe::Answer effect = *finding.effect;
        co_await settle(operation, effect);
        co_return;
    }
    if (finding.gone && co_await settleGone(operation))
        co_return;
    if (finding.gone) {
        const core::Error gone = *finding.gone;
        co_await refuse(operation, gone);
        co_return;
    }
    if (finding.isAnswered && call.method != stripe::Method::Delete) {
        const auto job = [operation](db::Session &session) {
            return db::OperationQueue(session).rekey(operation.id);
        };
        const core::Result<QString> rekeyed = co_await m_database.write(job);
        if (!rekeyed)
            co_return; // the old key is sent again, which finds out again
    }
    co_await tryLater(operation, error);
}

} // namespace services
