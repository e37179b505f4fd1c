// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demodata.h"

#include "db/database.h"
#include "db/pgcopy.h"
#include "db/session.h"
#include "demo/copyrows.h"
#include "demo/world.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr qsizetype flushAbove = 8 * 1024 * 1024; // bytes waiting for COPY
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

core::Result<qint64> flush(db::Session &session, demo::CopyRows &rows)
{
    qint64 written = 0;
    for (std::size_t table = 0; table < demo::CopyRows::tables().size(); ++table) {
        QByteArray lines = rows.take(table);
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
    demo::CopyRows rows(world, demo::RawJson::compact());
    rows.appendCatalogue();
    qint64 written = 0;
    for (int index = 0; index < world.tenantCount(); ++index) {
        rows.append(world.tenant(index));
        if ((index + 1) % std::max(1, world.tenantCount() / progressReports) == 0)
            progress(
                step,
                Text::tr("%1 of %2 tenants")
                    .arg(QLocale().toString(index + 1), QLocale().toString(world.tenantCount())));
        if (rows.size() < flushAbove && index + 1 < world.tenantCount())
            continue;
        const auto flushed = flush(session, rows);
        if (!flushed)
            return flushed;
        written += *flushed;
    }
    return written;
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

/// The planner's statistics of what was written; without them the first lists are slow.
core::Result<> analyse(db::Session &session)
{
    QString statement = u"ANALYZE tenant_figures"_s;
    for (const demo::CopyTable &table : demo::CopyRows::tables())
        statement += u", "_s + table.name;
    if (const auto analysed = session.run(statement); !analysed)
        return core::passOn(analysed);
    return {};
}

core::Result<qint64> fill(db::Session &session, const demo::World &world, const Progress &progress)
{
    if (const auto empty = expectEmpty(session); !empty)
        return core::passOn(empty);
    if (const auto quiet = session.run(u"SET LOCAL oms.bulk_load = 'on'"_s); !quiet)
        return core::passOn(quiet);
    const auto written = copyWorld(session, world, progress);
    if (!written)
        return written;
    progress(Text::tr("Adding up"), {});
    if (const auto derived = derive(session); !derived)
        return core::passOn(derived);
    return written;
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
    if (const core::Result<> analysed = database.write(analyse).result(); !analysed)
        return core::passOn(analysed);
    return written;
}

} // namespace app
