// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/migrations.h"
#include "db/partitions.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using db::Migration;
using db::Migrations;
using db::SchemaStatus;
using support::TestDatabase;
using State = SchemaStatus::State;

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyDatabaseIsBroughtUpToDate();
    void databaseBehindSaysWhatIsMissing();
    void failedStepLeavesNothing();
    void newerDatabaseIsRefused();
    void alteredStepIsRefused();
    void severalProgramsTakeTurns();
    void foldersWithGapsAreRefused();
    void builtInOnesApplyAndStayApplied();
    void viewerMayReadTheStatus();
    void partitionsAreMadeAroundToday();
    void strayRowsMoveToTheirMonth();
    void rowsBeyondTheMonthsAreCounted();
};

namespace {

const Migration first{1, QStringLiteral("001_first"), "CREATE TABLE a (id int)"};
const Migration second{2, QStringLiteral("002_second"),
                       "CREATE TABLE b (id int); CREATE TABLE c ()"};
const Migration broken{2, QStringLiteral("002_second"), "CREATE TABLE b (id int); SELECT nonsense"};

QString insertEvent(const QByteArray &id, const QByteArray &created)
{
    return QString::fromLatin1("INSERT INTO stripe_webhook_events (stripe_event_id, event_type, "
                               "created, livemode, payload) VALUES ('"
                               + id + "', 'a.b', '" + created + "', false, '{\"data\":{}}')");
}

} // namespace

void MigrationsTest::emptyDatabaseIsBroughtUpToDate()
{
    const TestDatabase database(TestDatabase::Content::Empty);
    const Migrations migrations({first, second});
    QCOMPARE(migrations.status(database.ownerParameters())->state, State::Empty);
    QVERIFY(!migrations.status(database.ownerParameters())->sentence.isEmpty());

    QStringList told;
    const auto done = migrations.migrate(database.ownerParameters(),
                                         [&told](const QString &name) { told << name; });
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QCOMPARE(*done, QStringList({QStringLiteral("001_first"), QStringLiteral("002_second")}));
    QCOMPARE(told, *done);
    const SchemaStatus status = *migrations.status(database.ownerParameters());
    QCOMPARE(status.state, State::Current);
    QCOMPARE(status.version, 2);
    QVERIFY(status.sentence.isEmpty());
    QCOMPARE(database.value("SELECT checksum FROM schema_migrations WHERE version = 1").toLatin1(),
             first.checksum());
    QCOMPARE(*migrations.migrate(database.ownerParameters()), QStringList());
}

void MigrationsTest::databaseBehindSaysWhatIsMissing()
{
    const TestDatabase database(TestDatabase::Content::Empty);
    QVERIFY(Migrations({first}).migrate(database.ownerParameters()));
    const SchemaStatus status = *Migrations({first, second}).status(database.ownerParameters());
    QCOMPARE(status.state, State::Behind);
    QCOMPARE(status.pending, QStringList{QStringLiteral("002_second")});
    QVERIFY(!status.sentence.isEmpty());
    QCOMPARE(*Migrations({first, second}).migrate(database.ownerParameters()), status.pending);
}

void MigrationsTest::failedStepLeavesNothing()
{
    const TestDatabase database(TestDatabase::Content::Empty);
    const auto done = Migrations({first, broken}).migrate(database.ownerParameters());
    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(QStringLiteral("002_second")));
    QVERIFY(done.error().detail.contains(QStringLiteral("42703")));
    QCOMPARE(database.value("SELECT to_regclass('a') IS NOT NULL"), QStringLiteral("t"));
    QCOMPARE(database.value("SELECT to_regclass('b') IS NOT NULL"), QStringLiteral("f"));
    QCOMPARE(database.value("SELECT count(*) FROM schema_migrations"), QStringLiteral("1"));
    QVERIFY(Migrations({first, second}).migrate(database.ownerParameters()));
}

void MigrationsTest::newerDatabaseIsRefused()
{
    const TestDatabase database(TestDatabase::Content::Empty);
    QVERIFY(Migrations({first, second}).migrate(database.ownerParameters()));
    const Migrations older({first});
    const SchemaStatus status = *older.status(database.ownerParameters());
    QCOMPARE(status.state, State::Newer);
    QVERIFY(status.sentence.contains(u'2') && status.sentence.contains(u'1'));
    const auto done = older.migrate(database.ownerParameters());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::Error::Kind::Conflict);
    QCOMPARE(done.error().message, status.sentence);
}

void MigrationsTest::alteredStepIsRefused()
{
    const TestDatabase database(TestDatabase::Content::Empty);
    QVERIFY(Migrations({first, second}).migrate(database.ownerParameters()));
    Migration altered = first;
    altered.sql += " -- changed";
    const Migrations other({altered, second});
    QCOMPARE(other.status(database.ownerParameters())->state, State::Altered);
    QVERIFY(!other.migrate(database.ownerParameters()));
}

void MigrationsTest::severalProgramsTakeTurns()
{
    const TestDatabase database(TestDatabase::Content::Empty);
    const Migrations migrations({first, second});
    QList<QFuture<core::Result<QStringList>>> runs;
    for (int i = 0; i < 4; ++i)
        runs << QtConcurrent::run([&] { return migrations.migrate(database.ownerParameters()); });
    qsizetype applied = 0;
    for (const auto &run : runs) {
        QVERIFY2(run.result(), run.result() ? "" : qPrintable(run.result().error().detail));
        applied += run.result()->size();
    }
    QCOMPARE(applied, 2);
}

void MigrationsTest::foldersWithGapsAreRefused()
{
    const QTemporaryDir folder;
    for (const char *name : {"001_a.sql", "003_c.sql"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(!db::readMigrations(folder.path()));
    QVERIFY(QFile::rename(folder.filePath(QStringLiteral("003_c.sql")),
                          folder.filePath(QStringLiteral("002_c.sql"))));
    QCOMPARE(db::readMigrations(folder.path())->size(), 2);
}

void MigrationsTest::builtInOnesApplyAndStayApplied()
{
    QVERIFY(db::builtInMigrations().size() >= 9);
    const TestDatabase database;
    QCOMPARE(Migrations().status(database.parameters())->state, State::Current);
    QCOMPARE(*Migrations().migrate(database.ownerParameters()), QStringList());
}

void MigrationsTest::viewerMayReadTheStatus()
{
    const TestDatabase database;
    const auto status = Migrations().status(database.roleParameters("oms_viewer"));
    QVERIFY2(status, status ? "" : qPrintable(status.error().detail));
    QCOMPARE(status->state, State::Current);
    QVERIFY(!Migrations().migrate(database.roleParameters("oms_viewer")));
}

void MigrationsTest::partitionsAreMadeAroundToday()
{
    const TestDatabase database;
    QCOMPARE(database.value("SELECT count(*) FROM pg_inherits WHERE inhparent = "
                            "'stripe_webhook_events'::regclass"),
             QStringLiteral("18")); // 13 months back, this one, 3 ahead, the default
    QCOMPARE(database.value("SELECT count(*) FROM pg_inherits WHERE inhparent = "
                            "'stripe_usage_records'::regclass"),
             QStringLiteral("18"));
}

void MigrationsTest::strayRowsMoveToTheirMonth()
{
    const TestDatabase database;
    const QByteArray part =
        database.value("SELECT 'stripe_webhook_events_' || to_char(now(), 'YYYY_MM')").toLatin1();
    database.value("DROP TABLE " + part);
    database.value(insertEvent("evt_1", "now").toLatin1());
    QCOMPARE(database.value("SELECT tableoid::regclass FROM stripe_webhook_events"),
             QStringLiteral("stripe_webhook_events_default"));

    const db::PgConnection engine =
        support::orDie(db::PgConnection::open(database.parameters()), "engine");
    const auto report = db::keepPartitions(engine.native());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->created, QStringList{QString::fromLatin1(part)});
    QCOMPARE(report->moved, 1);
    QVERIFY(report->strays.isEmpty());
    QCOMPARE(database.value("SELECT tableoid::regclass FROM stripe_webhook_events").toLatin1(),
             part);
}

void MigrationsTest::rowsBeyondTheMonthsAreCounted()
{
    const TestDatabase database;
    database.value(insertEvent("evt_1", "2001-01-01").toLatin1());
    const db::PgConnection engine =
        support::orDie(db::PgConnection::open(database.parameters()), "engine");
    const auto report = db::keepPartitions(engine.native());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->strays.size(), 1);
    QCOMPARE(report->strays.first().table, QStringLiteral("stripe_webhook_events"));
    QCOMPARE(report->strays.first().rows, 1);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
