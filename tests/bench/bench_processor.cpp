// SPDX-License-Identifier: GPL-3.0-or-later
// The processor alone: stored events of distinct invoices of many tenants, applied, with audit and
// change rows and all indexes on a durable database. OMS_BENCH_EVENTS, OMS_BENCH_WORKERS and
// OMS_BENCH_BATCH change how many.
#include "benchset.h"
#include "db/database.h"
#include "db/eventinbox.h"
#include "db/migrations.h"
#include "eventload.h"
#include "report.h"
#include "services/eventprocessor.h"
#include "services/waitingevent.h"
#include "stripe/event.h"

#include <QCoro/QCoroTask>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace bench;

namespace {

constexpr int storedAtOnce = 500;

int setting(const char *name, int standard)
{
    const int value = qEnvironmentVariableIntValue(name);
    return value > 0 ? value : standard;
}

/// A database of its own in a kept cluster, new for each run.
class ProcessorDesk
{
public:
    ProcessorDesk()
        : m_cluster(valueOf(
            db::PrivateCluster::open(db::PrivateCluster::defaultDirectory(u"bench-processor"_s))))
    {
    }
    void reset()
    {
        run("postgres", "postgres", "DROP DATABASE IF EXISTS processor WITH (FORCE)");
        run("postgres", "postgres", "CREATE DATABASE processor OWNER oms_owner");
        (void)valueOf(db::Migrations().migrate(as("oms_owner")));
        valueOf(m_cluster->admitDesk());
        run("oms_owner", "processor",
            "SET oms.bulk_load = 'on';"
            "WITH tenant AS (INSERT INTO tenants (name, email)"
            " SELECT 'Tenant ' || n, n || '@bench.example' FROM generate_series(0, "
                + QByteArray::number(EventLoad::customers - 1)
                + ") n RETURNING id, email) "
                  "INSERT INTO stripe_customers (tenant_id, stripe_customer_id, livemode, raw,"
                  " as_of, source) SELECT id, 'cus_bench_' || lpad(split_part(email, '@', 1), 4,"
                  " '0'), false, '{}', '2023-01-01', 'seed' FROM tenant");
    }
    void settleDown()
    {
        run("postgres", "processor", "VACUUM (ANALYZE)");
        run("postgres", "processor", "CHECKPOINT");
    }
    [[nodiscard]] db::ConnectionParameters desk() const
    {
        return as(m_cluster->files().deskRole());
    }
    /// This program and the server's processes that work for it.
    [[nodiscard]] QList<qint64> workers() const
    {
        const auto rows =
            valueOf(valueOf(db::PgConnection::open(as("oms_owner")))
                        .execute("SELECT pid FROM pg_stat_activity WHERE datname = 'processor'"
                                 " AND pid <> pg_backend_pid() ORDER BY pid"));
        QList<qint64> pids{QCoreApplication::applicationPid()};
        for (int row = 0; row < rows.size(); ++row)
            pids.append(rows.number(row, 0));
        return pids;
    }
    [[nodiscard]] qint64 number(const QByteArray &sql) const
    {
        return valueOf(valueOf(db::PgConnection::open(as("oms_owner"))).execute(sql)).number(0, 0);
    }

private:
    [[nodiscard]] db::ConnectionParameters as(const QByteArray &role,
                                              const QByteArray &database = "processor") const
    {
        return m_cluster->files().parameters(role, database);
    }
    void run(const QByteArray &role, const QByteArray &database, const QByteArray &sql) const
    {
        valueOf(valueOf(db::PgConnection::open(as(role, database))).executeScript(sql));
    }

    std::unique_ptr<db::PrivateCluster> m_cluster;
};

void store(db::Database &database, int count)
{
    for (int first = 0; first < count; first += storedAtOnce) {
        QList<db::InboxEvent> events;
        for (int i = first; i < std::min(count, first + storedAtOnce); ++i) {
            const QByteArray payload = EventLoad::body(i, QDateTime::currentSecsSinceEpoch());
            events.append(services::waitingEvent(valueOf(stripe::parseEvent(payload)), payload,
                                                 u"webhook"_s));
        }
        auto stored = database.write(
            [events](db::Session &session) { return db::EventInbox(session).store(events); });
        stored.waitForFinished();
        (void)valueOf(stored.result());
    }
}

/// Processor time of these processes until now, in seconds.
double cpuSeconds(const QList<qint64> &pids)
{
    double ticks = 0;
    for (const qint64 pid : pids) {
        QFile stat(u"/proc/%1/stat"_s.arg(pid));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList fields = stat.readAll().split(')').last().trimmed().split(' ');
        ticks += fields.value(11).toDouble() + fields.value(12).toDouble();
    }
    return ticks / double(sysconf(_SC_CLK_TCK));
}

/// Events a second, from the start of the processor until the last one is done.
double process(db::Database &database, int count, services::ProcessorOptions options)
{
    services::EventProcessor processor(database, options);
    int done = 0;
    QEventLoop loop;
    QObject::connect(&processor, &services::EventProcessor::processed, &loop, [&](int events) {
        done += events;
        if (done >= count)
            loop.quit();
    });
    QElapsedTimer time;
    time.start();
    processor.start();
    loop.exec();
    const double seconds = double(time.nsecsElapsed()) / 1e9;
    QCoro::waitFor(processor.stop());
    return count / seconds;
}

void measure()
{
    const int count = setting("OMS_BENCH_EVENTS", 20'000);
    const services::ProcessorOptions options{.workers = setting("OMS_BENCH_WORKERS", 2),
                                             .batchSize = setting("OMS_BENCH_BATCH", 256)};
    ProcessorDesk desk;
    Figures figures{.name = u"events-processed"_s, .unit = u"events/s"_s};
    for (int run = 0; run < setting("OMS_BENCH_RUNS", 3); ++run) {
        desk.reset();
        db::Database database(desk.desk(), {.writers = options.workers, .readers = 1});
        store(database, count);
        desk.settleDown();
        const QList<qint64> workers = desk.workers();
        const double before = cpuSeconds(workers);
        figures.ours += process(database, count, options);
        const double used = cpuSeconds(workers) - before;
        figures.note = u"%1 µs of processor time an event"_s.arg(qRound(used * 1e6 / count));
        if (desk.number("SELECT count(*) FROM stripe_invoices") != count
            || desk.number("SELECT count(*) FROM audit_log") != count
            || desk.number("SELECT count(*) FROM stripe_webhook_events WHERE state = 'done'")
                != count)
            die(u"Not every event was applied once."_s);
    }
    print(figures);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return runBenchmarks({{u"events-processed"_s, measure}}, QCoreApplication::arguments());
}
