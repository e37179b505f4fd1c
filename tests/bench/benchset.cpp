// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchset.h"

#include "app/demodata.h"
#include "db/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace bench {
namespace {

const QString world = u"1:30000:36:2026-11-20"_s;
constexpr qint64 fewestInvoices = 1'000'000;

QString schemaHash()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const db::Migration &migration : db::builtInMigrations())
        hash.addData(migration.checksum());
    return QString::fromLatin1(hash.result().toHex().first(12));
}

qint64 number(const db::PgConnection &connection, const QByteArray &sql)
{
    return valueOf(connection.execute(sql)).number(0, 0);
}

} // namespace

void die(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    std::exit(1);
}

QString BenchSet::folder()
{
    return db::PrivateCluster::defaultDirectory(u"bench-"_s + schemaHash()) + u"/cluster"_s;
}

BenchSet::BenchSet()
{
    (void)QDir().mkpath(QFileInfo(folder()).path());
    m_cluster = valueOf(db::PrivateCluster::open(folder()));
    (void)valueOf(db::Migrations().migrate(owner()));
    valueOf(m_cluster->admitDesk());
    expectDurable();
    fillWhereEmpty();
}

/// A database that forgets on a power cut is quick at something else.
void BenchSet::expectDurable() const
{
    const db::PgConnection connection = valueOf(db::PgConnection::open(desk()));
    for (const QByteArray &setting :
         {QByteArray("fsync"), QByteArray("full_page_writes"), QByteArray("synchronous_commit")}) {
        const auto value = valueOf(connection.execute("SHOW " + setting)).text(0, 0);
        if (value != "on"_L1)
            die(u"%1 is %2: what is measured so does not count. Set it to on."_s.arg(
                QString::fromLatin1(setting), value));
    }
}

void BenchSet::fillWhereEmpty()
{
    const db::PgConnection connection = valueOf(db::PgConnection::open(owner()));
    if (number(connection, "SELECT count(*) FROM (SELECT FROM tenants LIMIT 1) x") == 0) {
        std::fprintf(stderr, "Making the bench set in %s: this takes some minutes, once.\n",
                     qPrintable(folder()));
        QElapsedTimer time;
        time.start();
        (void)valueOf(
            app::writeDemoData(owner(), world, [&time](const QString &step, const QString &detail) {
                std::fprintf(stderr, "%6.1f s  %s %s\n", double(time.elapsed()) / 1000,
                             qPrintable(step), qPrintable(detail));
            }));
    }
    QFile view(QStringLiteral(OMS_BENCH_SQL "/view.sql"));
    if (!view.open(QIODevice::ReadOnly))
        die(view.errorString());
    valueOf(connection.executeScript(view.readAll()));
    valueOf(connection.executeScript("GRANT USAGE ON SCHEMA bench TO oms_viewer;"
                                     "GRANT SELECT ON bench.invoice_list TO oms_viewer"));
    const qint64 invoices = number(connection, "SELECT count(*) FROM stripe_invoices");
    if (invoices < fewestInvoices)
        die(u"The bench set has only %1 invoices."_s.arg(invoices));
}

} // namespace bench
