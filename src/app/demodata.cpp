// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"

#include "db/bulkload.h"
#include "db/database.h"
#include "db/pgconnection.h"
#include "db/pgcopy.h"
#include "db/session.h"
#include "demo/copyrows.h"
#include "demo/world.h"

#include <QCoreApplication>
#include <QLocale>
#include <QtConcurrentRun>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr qsizetype flushAbove = 2 * 1024 * 1024; // bytes waiting for COPY
constexpr int progressReports = 20;               // of a whole world

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DemoData)
};

core::Result<> expectEmpty(db::Session &session)
{
    auto query = session.run(u"SELECT EXISTS (SELECT FROM tenants)"_s);
    if (!query)
        return core::passOn(query);
    if (query->next() && query->value(0).toBool())
        return core::fail(core::Error::Kind::Conflict,
                          Text::tr("This database has tenants already. Demo data goes into an "
                                   "empty one only."));
    return {};
}

/// Lines of some tenants, table by table: what one core makes while the other's rows are stored.
struct Batch
{
    std::vector<QByteArray> lines;
    int end = 0; ///< The first tenant that is not in it.
};

Batch makeBatch(const demo::World &world, int first)
{
    demo::CopyRows rows(world, demo::RawJson::compact());
    if (first == 0)
        rows.appendCatalogue();
    Batch batch{.lines = {}, .end = first};
    while (batch.end < world.tenantCount() && rows.size() < flushAbove)
        rows.append(world.tenant(batch.end++));
    for (std::size_t table = 0; table < demo::CopyRows::tables().size(); ++table)
        batch.lines.push_back(rows.take(table));
    return batch;
}

core::Result<qint64> flush(db::Session &session, Batch &batch)
{
    qint64 written = 0;
    for (std::size_t table = 0; table < batch.lines.size(); ++table) {
        QByteArray lines = std::exchange(batch.lines[table], {});
        if (lines.isEmpty())
            continue;
        const auto copied = db::copyIn(session, demo::CopyRows::tables()[table].statement(),
                                       [&lines](QByteArray &chunk) -> core::Result<bool> {
                                           chunk = std::exchange(lines, {});
                                           return !chunk.isEmpty();
                                       });
        if (!copied)
            return copied;
        written += *copied;
    }
    return written;
}

core::Result<qint64> copyWorld(db::Session &session, const demo::World &world,
                               const Progress &progress)
{
    const QString step = Text::tr("Generating tenants and their history");
    progress(step, {});
    int reported = 0;
    qint64 written = 0;
    QFuture<Batch> next = QtConcurrent::run(makeBatch, std::cref(world), 0);
    while (true) {
        Batch batch = next.takeResult();
        const bool isLast = batch.end == world.tenantCount();
        if (!isLast)
            next = QtConcurrent::run(makeBatch, std::cref(world), batch.end);
        const auto flushed = flush(session, batch);
        if (!flushed) {
            next.waitForFinished(); // it reads the world, which goes with our caller
            return flushed;
        }
        written += *flushed;
        const int report = batch.end * progressReports / world.tenantCount();
        if (std::exchange(reported, report) != report)
            progress(
                step,
                Text::tr("%1 of %2 tenants")
                    .arg(QLocale().toString(batch.end), QLocale().toString(world.tenantCount())));
        if (isLast)
            return written;
    }
}

/// What the database derives from the rows, and the account they belong to.
core::Result<> derive(db::Session &session)
{
    const QStringList statements{
        u"INSERT INTO stripe_account (stripe_account_id, livemode) VALUES ('"_s + demo::accountId
            + u"', false) ON CONFLICT (only_row) DO NOTHING"_s,
        // To the same digits as whenever a subscription is written again.
        u"UPDATE stripe_subscriptions SET mrr = subscription_mrr(id) WHERE mrr <> trunc(mrr)"_s,
        u"SELECT refresh_tenant_figures((SELECT array_agg(id) FROM tenants))"_s,
        u"INSERT INTO changes (entity) VALUES ('*')"_s,
    };
    for (const QString &statement : statements) {
        if (const auto done = session.run(statement); !done)
            return core::passOn(done);
    }
    return {};
}

QStringList tableNames()
{
    QStringList names;
    for (const demo::CopyTable &table : demo::CopyRows::tables())
        names += table.name;
    return names;
}

/// Statistics for the planner, inside the load: what is derived next reads all of it.
core::Result<> analyse(db::Session &session)
{
    if (const auto analysed = session.run(u"ANALYZE "_s + tableNames().join(u", "_s)); !analysed)
        return core::passOn(analysed);
    return {};
}

core::Result<qint64> fill(db::Session &session, const demo::World &world, const Progress &progress)
{
    if (const auto empty = expectEmpty(session); !empty)
        return core::passOn(empty);
    if (const auto quiet = session.run(u"SET LOCAL oms.bulk_load = 'on'"_s); !quiet)
        return core::passOn(quiet);
    db::BulkLoad load(session);
    if (const auto begun = load.begin(tableNames()); !begun)
        return core::passOn(begun);
    const auto written = copyWorld(session, world, progress);
    if (!written)
        return written;
    progress(Text::tr("Building the indexes"), {});
    if (const auto restored = load.restoreIndexes(); !restored)
        return core::passOn(restored);
    progress(Text::tr("Checking the links"), {});
    if (const auto restored = load.restoreForeignKeys(); !restored)
        return core::passOn(restored);
    progress(Text::tr("Adding up"), {});
    if (const auto analysed = analyse(session); !analysed)
        return core::passOn(analysed);
    if (const auto derived = derive(session); !derived)
        return core::passOn(derived);
    return written;
}

/// Notes which pages all may see, so that lists are read from indexes alone. Not in a transaction.
core::Result<> vacuum(const db::ConnectionParameters &owner)
{
    const auto connection = db::PgConnection::open(owner);
    if (!connection)
        return core::passOn(connection);
    const QString tables = tableNames().join(u", "_s) + u", tenant_figures"_s;
    return connection->executeScript("VACUUM (ANALYZE) " + tables.toUtf8());
}

} // namespace

QString completeWorld(const QString &world, const QDate &today)
{
    return world.count(u':') == 2 ? world + u':' + today.toString(Qt::ISODate) : world;
}

core::Result<qint64> writeDemoData(const db::ConnectionParameters &owner, const QString &world,
                                   const Progress &progress)
{
    const auto parameters = demo::WorldParameters::fromText(
        completeWorld(world, QDateTime::currentDateTimeUtc().date()));
    if (!parameters)
        return core::passOn(parameters);
    const demo::World generated(*parameters);
    db::DatabaseOptions options;
    options.writers = 1;
    options.readers = 1;
    options.writeTimeout = std::chrono::minutes(30);
    db::Database database(owner, options);
    // Not const-callable: a bulk load is not run a second time behind the operator's back.
    auto job = [&generated, &progress](db::Session &session) mutable {
        return fill(session, generated, progress);
    };
    const core::Result<qint64> written = database.write(std::move(job)).result();
    if (!written)
        return written;
    progress(Text::tr("Making the lists quick"), {});
    if (const core::Result<> vacuumed = vacuum(owner); !vacuumed)
        return core::passOn(vacuumed);
    return written;
}

} // namespace app
