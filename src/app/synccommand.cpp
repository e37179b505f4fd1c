// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synccommand.h"

#include "app/exitcode.h"
#include "app/stripeaccess.h"
#include "db/driftrepository.h"
#include "services/connectioncheck.h"

#include <QCoro/QCoroFuture>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncCommand)
};

constexpr auto lookEvery = 300ms;
constexpr int patience = 3; // failed pages in a row, each repeated by the client before
constexpr int driftAtOnce = 500;

void print(FILE *to, const QByteArray &line)
{
    std::fprintf(to, "%s\n", line.constData());
    std::fflush(to);
}

void printJson(const QJsonObject &object)
{
    print(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject jsonOf(const core::SyncRun &run)
{
    QJsonObject object{{u"run"_s, run.id.toString(QUuid::WithoutBraces)},
                       {u"mode"_s, core::toText(run.mode)},
                       {u"state"_s, core::toText(run.state)},
                       {u"objects"_s, run.objects()},
                       {u"differing"_s, run.differing()},
                       {u"written"_s, run.written()}};
    if (const core::SyncList *list = run.current()) {
        object[u"kind"_s] = list->kind;
        object[u"phase"_s] = list->phase;
        object[u"pages"_s] = list->pages;
        object[u"estimate"_s] = list->estimate;
    }
    if (const auto share = run.share())
        object[u"share"_s] = std::round(*share * 1000) / 1000;
    if (!run.problem.isEmpty())
        object[u"problem"_s] = run.problem;
    return object;
}

QJsonObject jsonOf(const db::DriftRow &row)
{
    QJsonObject object{{u"event"_s, u"drift"_s},
                       {u"kind"_s, row.kind},
                       {u"id"_s, row.stripeId},
                       {u"what"_s, row.what},
                       {u"field"_s, row.field},
                       {u"here"_s, row.here.isNull() ? QJsonValue() : row.here},
                       {u"stripe"_s, row.there.isNull() ? QJsonValue() : row.there}};
    if (row.stake) {
        object[u"at_stake"_s] = *row.stake;
        object[u"currency"_s] = row.currency;
    }
    return object;
}

} // namespace

void addSyncOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {u"reconcile"_s, Text::tr("sync: report what differs from Stripe first, then repair it.")});
    parser.addOption({u"report"_s, Text::tr("sync: only report what differs from Stripe.")});
    parser.addOption({u"cancel"_s, Text::tr("sync: cancel the one that is under way.")});
}

core::Result<SyncRequest> syncRequestFrom(const QCommandLineParser &parser)
{
    const bool isReconcile = parser.isSet(u"reconcile"_s);
    const bool isReport = parser.isSet(u"report"_s);
    if (int(isReconcile) + int(isReport) + int(parser.isSet(u"cancel"_s)) > 1)
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("Name one of --reconcile, --report and --cancel."));
    SyncRequest request;
    request.isCancel = parser.isSet(u"cancel"_s);
    if (isReconcile)
        request.mode = core::SyncMode::Reconcile;
    if (isReport)
        request.mode = core::SyncMode::Report;
    return request;
}

SyncCommand::SyncCommand(const db::ConnectionParameters &parameters, Configuration configuration,
                         SyncRequest request, QObject *parent)
    : QObject(parent)
    , m_configuration(std::move(configuration))
    , m_request(request)
    , m_database(parameters)
    , m_service(m_database)
{
    connect(&m_following, &QTimer::timeout, this, [this] { follow(); });
}

SyncCommand::~SyncCommand() = default;

void SyncCommand::start()
{
    begin();
}

void SyncCommand::interrupt()
{
    print(stderr, Text::tr("Stopped. The same command goes on where it was.").toUtf8());
    leave(Interrupted);
}

QCoro::Task<> SyncCommand::begin()
{
    const auto job = [](db::Session &session) { return services::checkDatabase(session); };
    const core::Result<services::CheckedDatabase> checked = co_await m_database.read(job);
    if (!checked) {
        fail(checked.error());
        co_return;
    }
    if (m_request.isCancel) {
        const core::Result<> canceled = co_await cancelOpen();
        if (!canceled)
            fail(canceled.error());
        else
            co_await leave(Success);
        co_return;
    }
    if (!checked->person.runsEngine) {
        fail({core::Error::Kind::Forbidden,
              Text::tr("The database role %1 may not write the mirror. Grant it oms_service, or "
                       "use a role that has it.")
                  .arg(checked->person.name),
              {},
              {}});
        co_return;
    }
    if (const core::Result<> connected = connectStripe(); !connected)
        fail(connected.error());
}

QCoro::Task<core::Result<>> SyncCommand::cancelOpen()
{
    const auto latest = co_await m_service.latest();
    if (!latest)
        co_return core::passOn(latest);
    if (!*latest || !(*latest)->isOpen())
        co_return core::fail(core::Error::Kind::NotFound, Text::tr("No sync is under way."));
    const QUuid run = (*latest)->id;
    co_return co_await m_service.steer(run, core::SyncState::Canceled);
}

core::Result<> SyncCommand::connectStripe()
{
    auto access = stripeAccess(m_configuration);
    if (!access)
        return core::passOn(access);
    if (!*access)
        return core::fail(core::Error::Kind::Invalid,
                          Text::tr("No Stripe key is set. Give one in STRIPE_SECRET_KEY."));
    const bool isLive = (*access)->key.mode == stripe::ApiKey::Mode::Live;
    m_client = std::make_unique<stripe::HttpClient>(**access);
    m_adopter = std::make_unique<services::DriftAdopter>(m_database, *m_client);
    services::SyncOptions options;
    options.mostFailures = patience;
    m_runner = std::make_unique<services::SyncRunner>(m_database, *m_client, *m_adopter, options);
    connect(m_runner.get(), &services::SyncRunner::left, this, [this](const core::SyncRun &run) {
        m_hasGivenUp = run.state == core::SyncState::Running;
        follow();
    });
    m_connection =
        std::make_unique<services::StripeConnection>(m_database, *m_client, m_health, isLive);
    using Part = services::Health::Part;
    using State = services::PartHealth::State;
    connect(&m_health, &services::Health::changed, this, [this](Part part) {
        const services::PartHealth health = m_health.part(part);
        if (part != Part::Stripe || (health.state != State::Bad && health.state != State::Degraded))
            return;
        print(stderr, health.advice.toUtf8());
        leave(health.state == State::Bad ? NotPermitted : NoStripe);
    });
    connect(m_connection.get(), &services::StripeConnection::accepted, this,
            [this] { beginRun(); });
    m_connection->start();
    return {};
}

QCoro::Task<> SyncCommand::beginRun()
{
    const core::Result<> taken = co_await takeUp();
    if (!taken) {
        fail(taken.error());
        co_return;
    }
    m_elapsed.start();
    m_runner->wake();
    m_following.start(lookEvery);
}

/// The open run is gone on with, if it is of this kind.
QCoro::Task<core::Result<>> SyncCommand::takeUp()
{
    const auto latest = co_await m_service.latest();
    if (!latest)
        co_return core::passOn(latest);
    if (!*latest || !(*latest)->isOpen()) {
        const auto started = co_await m_service.start(m_request.mode);
        if (!started)
            co_return core::passOn(started);
        co_return core::Result<>{};
    }
    const core::SyncRun open = **latest;
    if (open.mode != m_request.mode)
        co_return core::fail(
            core::Error::Kind::Rejected,
            Text::tr("Another sync is under way: %1. Let it end, or cancel it with --cancel.")
                .arg(core::toText(open.mode)));
    if (open.state == core::SyncState::Paused)
        co_return co_await m_service.steer(open.id, core::SyncState::Running);
    co_return core::Result<>{};
}

/// Tells what the run's row says, whoever works on it.
QCoro::Task<> SyncCommand::follow()
{
    if (m_isFollowing || m_isLeaving)
        co_return;
    m_isFollowing = true; // to its end: what differs is told once
    const auto latest = co_await m_service.latest();
    if (!m_isLeaving && latest && *latest) {
        const core::SyncRun run = **latest;
        tell(run);
        co_await leaveAfter(run);
    }
    m_isFollowing = false;
}

/// When there is nothing more to follow.
QCoro::Task<> SyncCommand::leaveAfter(core::SyncRun run)
{
    if (run.state == core::SyncState::Running && m_hasGivenUp) {
        print(stderr, run.problem.toUtf8());
        co_await leave(NoStripe);
    } else if (run.state == core::SyncState::Paused || run.state == core::SyncState::Canceled) {
        end(run);
        co_await leave(Interrupted);
    } else if (run.state != core::SyncState::Running) {
        co_await tellDrift();
        const auto open = co_await m_service.openDrift();
        end(run);
        const bool differs = run.mode != core::SyncMode::Backfill && open.value_or(0) > 0;
        co_await leave(run.state == core::SyncState::Failed ? Failure
                                                            : (differs ? Differs : Success));
    }
}

QCoro::Task<> SyncCommand::tellDrift()
{
    QString after;
    for (;;) {
        const auto job = [after](db::Session &session) {
            return db::DriftRepository(session).openRows(after, driftAtOnce);
        };
        const core::Result<QList<db::DriftRow>> rows = co_await m_database.read(job);
        if (!rows)
            co_return;
        for (const db::DriftRow &row : *rows)
            printJson(jsonOf(row));
        if (rows->size() < driftAtOnce)
            co_return;
        after = rows->last().rowId;
    }
}

void SyncCommand::tell(const core::SyncRun &run)
{
    QJsonObject object = jsonOf(run);
    const QString line = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (line == m_told || !run.isOpen())
        return;
    m_told = line;
    object[u"event"_s] = run.problem.isEmpty() ? u"progress"_s : u"waiting"_s;
    if (const auto share = run.share()) {
        if (!m_firstShare)
            m_firstShare = share;
        if (*share > *m_firstShare)
            object[u"seconds_left"_s] = qRound(static_cast<double>(m_elapsed.elapsed()) / 1000.0
                                               * (1 - *share) / (*share - *m_firstShare));
    }
    printJson(object);
}

void SyncCommand::end(const core::SyncRun &run)
{
    QJsonObject object = jsonOf(run);
    object[u"event"_s] = u"end"_s;
    printJson(object);
    if (!run.problem.isEmpty())
        print(stderr, run.problem.toUtf8());
}

void SyncCommand::fail(const core::Error &error)
{
    print(stderr, error.message.toUtf8());
    leave(exitCodeOf(error));
}

QCoro::Task<> SyncCommand::leave(int code)
{
    if (m_isLeaving)
        co_return;
    m_isLeaving = true;
    m_following.stop();
    if (m_connection)
        m_connection->stop();
    if (m_runner)
        co_await m_runner->stop();
    if (m_adopter)
        co_await m_adopter->stop();
    QCoreApplication::exit(code);
}

} // namespace app
