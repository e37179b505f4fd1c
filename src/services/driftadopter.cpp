// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/driftadopter.h"

#include "db/database.h"
#include "db/mirrorrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationhandler.h"
#include "services/synclists.h"
#include "stripe/sublists.h"

#include <QCoro/QCoroFuture>

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcAdopt, "oms.sync")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

constexpr int objectsAtOnce = 20;

} // namespace

DriftAdopter::DriftAdopter(db::Database &database, stripe::Client &client, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
{
    m_poll.setInterval(5s);
    connect(&m_poll, &QTimer::timeout, this, &DriftAdopter::wake);
}

void DriftAdopter::start()
{
    m_poll.start();
    wake();
}

void DriftAdopter::wake()
{
    if (!m_isBusy && !m_isStopping)
        work();
}

QCoro::Task<> DriftAdopter::stop()
{
    m_isStopping = true;
    m_poll.stop();
    while (m_isBusy)
        co_await m_idle;
}

QCoro::Task<> DriftAdopter::work()
{
    for (;;) {
        const int adopted = co_await adoptSome();
        if (adopted == 0)
            co_return;
    }
}

QCoro::Task<int> DriftAdopter::adoptSome()
{
    while (m_isBusy)
        co_await m_idle;
    if (m_isStopping)
        co_return 0;
    m_isBusy = true;
    const auto job = [](db::Session &session) {
        return db::DriftRepository(session).toAdopt(objectsAtOnce);
    };
    const core::Result<QList<db::DriftingObject>> waiting = co_await m_database.read(job);
    const QList<db::DriftingObject> objects = waiting.value_or(QList<db::DriftingObject>());
    int adopted = 0;
    for (const db::DriftingObject &object : objects) {
        if (m_isStopping)
            break;
        const bool isDealtWith = co_await adopt(object);
        if (!isDealtWith)
            break;
        ++adopted;
    }
    m_isBusy = false;
    m_idle.ring();
    co_return adopted;
}

/// False when Stripe or the database does not answer: it is tried again later.
QCoro::Task<bool> DriftAdopter::adopt(db::DriftingObject object)
{
    const SyncSource *source = syncSourceOf(object.kind);
    if (!source)
        co_return true;
    const stripe::Call call = objectCall(*source, object.stripeId);
    const stripe::Reply reply = co_await m_client.send(call);
    if (!reply) {
        const stripe::Failure failure = reply.error();
        if (failure.httpStatus == 404) {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            co_return co_await keepGone(object, now, failure.requestId);
        }
        co_return co_await tellFailure(object, failure);
    }
    stripe::Answer answer = *reply;
    if (answer.body.value(u"deleted"_s).toBool())
        co_return co_await keepGone(object, answer.date, answer.requestId);
    const QJsonObject first = answer.body;
    const auto whole =
        co_await stripe::withWholeLists(m_client, first, stripe::Priority::Background);
    if (!whole)
        co_return false;
    answer.body = *whole;
    co_return co_await keep(object, answer);
}

QCoro::Task<bool> DriftAdopter::keep(db::DriftingObject object, stripe::Answer answer)
{
    const auto job = [object, answer](db::Session &session) -> core::Result<> {
        const auto written = writeToMirror(session, answer.body, originOf(answer));
        if (!written)
            return core::passOn(written);
        const auto settled = db::MirrorRepository(session).settle(
            {written->tenantId}, answer.requestId, originOf(answer).asOf);
        if (!settled)
            return settled;
        db::DriftingObject known = object;
        known.tenantId = written->tenantId;
        return db::DriftRepository(session).adopted(known, answer.requestId);
    };
    const core::Result<> kept = co_await m_database.write(job);
    if (!kept)
        qCWarning(lcAdopt).noquote() << "not adopted:" << object.stripeId << kept.error().detail;
    co_return kept.has_value();
}

QCoro::Task<bool> DriftAdopter::keepGone(db::DriftingObject object, QDateTime asOf,
                                         QString requestId)
{
    const auto job = [object, asOf, requestId](db::Session &session) -> core::Result<> {
        db::DriftRepository drift(session);
        if (const auto gone = drift.setGone(object, asOf, requestId); !gone)
            return gone;
        const auto settled =
            db::MirrorRepository(session).settle({object.tenantId}, requestId, asOf);
        if (!settled)
            return settled;
        return drift.adopted(object, requestId);
    };
    const core::Result<> kept = co_await m_database.write(job);
    co_return kept.has_value();
}

/// What Stripe refuses is told at the row, and left to people.
QCoro::Task<bool> DriftAdopter::tellFailure(db::DriftingObject object, stripe::Failure failure)
{
    const bool isPassing = failure.error.kind == core::Error::Kind::Unreachable
        || failure.error.kind == core::Error::Kind::RateLimited
        || failure.error.kind == core::Error::Kind::Canceled || failure.httpStatus == 401;
    if (isPassing)
        co_return false;
    const QString why = failure.error.message;
    const auto job = [object, why](db::Session &session) {
        return db::DriftRepository(session).failed(object, why);
    };
    const core::Result<> told = co_await m_database.write(job);
    co_return told.has_value();
}

} // namespace services
