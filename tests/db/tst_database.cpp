// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <stdexcept>

using core::Error;
using core::Result;
using db::Database;
using db::Session;
using support::TestDatabase;

/// Jobs, transactions, values and answers of a Database on a real server.
class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void values_data();
    void values();
    void sessionIsInUtcAndNamed();
    void missingBindIsTold();
    void bindNamesMayCarryTheirColon();
    void sameStatementNestedKeepsBothReaders();
    void readingOneRowInALoopPreparesOnce();
    void manyStatementsStayBounded();
    void writeCommits();
    void writeThatFailsRollsBack();
    void writeThatSwallowsAnErrorDoesNotPretend();
    void readRefusesToWrite();
    void forgottenTransactionIsEnded();
    void exceptionBecomesAnError();
    void errors_data();
    void errors();
    void errorsNeverRepeatValues();
    void serializationFailureIsRepeated();
    void mutableJobIsNotRepeated();
    void deadlockIsRepeated();
    void slowStatementIsStopped();
    void wrongDatabaseIsTold();

private:
    template <typename Job>
    auto read(Job job)
    {
        return m_database->read(std::move(job)).result();
    }
    template <typename Job>
    auto write(Job job)
    {
        return m_database->write(std::move(job)).result();
    }
    Result<qint64> exec(const QString &sql, const QVariantMap &binds = {})
    {
        return write([=](Session &session) { return session.exec(sql, binds); });
    }

    std::unique_ptr<TestDatabase> m_testDatabase;
    std::unique_ptr<Database> m_database;
};

void DatabaseTest::initTestCase()
{
    m_testDatabase = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
    m_testDatabase->value(
        "CREATE TABLE t (id int PRIMARY KEY CHECK (id < 100), name text NOT NULL)");
    m_testDatabase->value("GRANT ALL ON t TO oms_owner");
    m_database = std::make_unique<Database>(m_testDatabase->ownerParameters());
}

void DatabaseTest::cleanup()
{
    m_testDatabase->value("TRUNCATE t");
}

void DatabaseTest::cleanupTestCase()
{
    m_database.reset();
    m_testDatabase.reset();
}

void DatabaseTest::values_data()
{
    QTest::addColumn<QVariant>("bound");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QVariant>("expected");
    const QDateTime time(QDate(2024, 2, 29), QTime(23, 59, 59, 123), Qt::UTC);
    QTest::newRow("bigint above what a double can hold")
        << QVariant(qint64(9007199254740993)) << "SELECT :v::bigint"
        << QVariant(qint64(9007199254740993));
    QTest::newRow("sum of bigint, cast")
        << QVariant(qint64(9007199254740993))
        << "SELECT sum(x)::bigint FROM (VALUES (:v::bigint), (0)) AS s (x)"
        << QVariant(qint64(9007199254740993));
    QTest::newRow("numeric keeps all its digits")
        << QVariant(QStringLiteral("123456789012345678.123456789")) << "SELECT :v::numeric"
        << QVariant(QStringLiteral("123456789012345678.123456789"));
    QTest::newRow("time to the millisecond, in UTC")
        << QVariant(time) << "SELECT (extract(epoch FROM :v::timestamptz) * 1000)::bigint"
        << QVariant(time.toMSecsSinceEpoch());
    QTest::newRow("microseconds travel as a number")
        << QVariant(qint64(1'700'000'000'123'457))
        << "SELECT (extract(epoch FROM 'epoch'::timestamptz + :v * interval '1 microsecond') "
           "* 1000000)::bigint"
        << QVariant(qint64(1'700'000'000'123'457));
    QTest::newRow("text with quotes, backslashes and a colon")
        << QVariant(QStringLiteral("it's \\ :x \"y\" €")) << "SELECT :v::text"
        << QVariant(QStringLiteral("it's \\ :x \"y\" €"));
    QTest::newRow("null string is NULL")
        << QVariant(QString()) << "SELECT (:v::text IS NULL)::int" << QVariant(1);
    QTest::newRow("empty string is not")
        << QVariant(QStringLiteral("")) << "SELECT (:v::text = '')::int" << QVariant(1);
    QTest::newRow("invalid variant is NULL")
        << QVariant() << "SELECT (:v::text IS NULL)::int" << QVariant(1);
    QTest::newRow("bytes") << QVariant(QByteArray("\0\1\xff'\\", 5)) << "SELECT :v::bytea"
                           << QVariant(QByteArray("\0\1\xff'\\", 5));
    QTest::newRow("truth") << QVariant(true) << "SELECT :v::boolean" << QVariant(true);
    QTest::newRow("the same name twice")
        << QVariant(7) << "SELECT :v::int + :v::int" << QVariant(14);
}

void DatabaseTest::values()
{
    QFETCH(QVariant, bound);
    QFETCH(QString, sql);
    QFETCH(QVariant, expected);
    const auto value = read([=](Session &session) -> Result<QVariant> {
        Result<QSqlQuery> rows = session.run(sql, {{QStringLiteral("v"), bound}});
        if (!rows)
            return core::passOn(rows);
        rows->next();
        return rows->value(0);
    });
    QVERIFY2(value, value ? "" : qPrintable(value.error().detail));
    QCOMPARE(*value, expected);
}

void DatabaseTest::sessionIsInUtcAndNamed()
{
    const auto facts = read([](Session &session) -> Result<QStringList> {
        Result<QSqlQuery> rows = session.run(QStringLiteral(
            "SELECT current_setting('TimeZone'), current_setting('application_name'), "
            "current_setting('statement_timeout'), now()"));
        if (!rows)
            return core::passOn(rows);
        rows->next();
        const qint64 off = rows->value(3).toDateTime().secsTo(QDateTime::currentDateTimeUtc());
        return QStringList{rows->value(0).toString(), rows->value(1).toString(),
                           rows->value(2).toString(), QString::number(off / 60)};
    });
    QVERIFY(facts);
    QCOMPARE(*facts, QStringList({"UTC", "oms-billing", "30s", "0"}));
}

void DatabaseTest::missingBindIsTold()
{
    const auto done =
        exec(QStringLiteral("INSERT INTO t VALUES (:id, :name)"), {{QStringLiteral("id"), 1}});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Internal);
    QVERIFY(done.error().detail.contains(QStringLiteral(":name")));
}

void DatabaseTest::bindNamesMayCarryTheirColon()
{
    QCOMPARE(*exec(QStringLiteral("INSERT INTO t VALUES (:id, :name)"),
                   {{QStringLiteral(":id"), 1}, {QStringLiteral(":name"), QStringLiteral("a")}}),
             1);
    QCOMPARE(*exec(QStringLiteral("UPDATE t SET name = 'b'")), 1);
}

void DatabaseTest::sameStatementNestedKeepsBothReaders()
{
    const auto pairs = read([](Session &session) -> Result<QStringList> {
        const auto sql = QStringLiteral("SELECT x FROM generate_series(1, :n) AS x ORDER BY x");
        QStringList seen;
        Result<QSqlQuery> outer = session.run(sql, {{QStringLiteral("n"), 3}});
        while (outer && outer->next()) {
            Result<QSqlQuery> inner = session.run(sql, {{QStringLiteral("n"), 2}});
            while (inner && inner->next())
                seen << outer->value(0).toString() + inner->value(0).toString();
        }
        return seen;
    });
    QCOMPARE(*pairs, QStringList({"11", "12", "21", "22", "31", "32"}));
}

/// Whoever reads one row and forgets the rest must not leave a statement behind each time.
void DatabaseTest::readingOneRowInALoopPreparesOnce()
{
    const auto prepared = write([](Session &session) -> Result<int> {
        const QVariantMap binds{{QStringLiteral("n"), 3}};
        for (int i = 0; i < 100; ++i) {
            Result<QSqlQuery> rows = session.run(
                QStringLiteral("SELECT x FROM generate_series(1, :n) AS x ORDER BY x"), binds);
            if (!rows || !rows->next() || rows->value(0).toInt() != 1)
                return core::fail(Error::Kind::Internal, QStringLiteral("wrong row"));
            const auto done =
                session.exec(QStringLiteral("UPDATE t SET name = 'x' WHERE id = :n"), binds);
            if (!done)
                return core::passOn(done);
        }
        Result<QSqlQuery> count =
            session.run(QStringLiteral("SELECT count(*) FROM pg_prepared_statements "
                                       "WHERE statement LIKE '%generate_series%'"));
        count->next();
        return count->value(0).toInt();
    });
    QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().detail));
    QVERIFY2(*prepared <= 8, qPrintable(QString::number(*prepared)));
}

void DatabaseTest::manyStatementsStayBounded()
{
    Database narrow(m_testDatabase->ownerParameters(), {.writers = 1, .readers = 1});
    for (int i = 0; i < 700; ++i) {
        const QString sql = QStringLiteral("SELECT :v::int + %1").arg(i);
        const auto sum =
            narrow
                .read([sql](Session &session) -> Result<int> {
                    Result<QSqlQuery> rows = session.run(sql, {{QStringLiteral("v"), 1}});
                    if (!rows)
                        return core::passOn(rows);
                    rows->next();
                    return rows->value(0).toInt();
                })
                .result();
        QCOMPARE(*sum, i + 1);
    }
    const auto prepared =
        narrow
            .read([](Session &session) -> Result<int> {
                Result<QSqlQuery> rows =
                    session.run(QStringLiteral("SELECT count(*) FROM pg_prepared_statements"));
                if (!rows)
                    return core::passOn(rows);
                rows->next();
                return rows->value(0).toInt();
            })
            .result();
    QVERIFY2(*prepared > 0 && *prepared <= 257, qPrintable(QString::number(*prepared)));
}

void DatabaseTest::writeCommits()
{
    QCOMPARE(*exec(QStringLiteral("INSERT INTO t VALUES (1, 'a'), (2, 'b')")), 2);
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t"), QStringLiteral("2"));
}

void DatabaseTest::writeThatFailsRollsBack()
{
    const auto done = write([](Session &session) -> Result<> {
        const Result<qint64> inserted =
            session.exec(QStringLiteral("INSERT INTO t VALUES (1, 'a')"));
        if (!inserted)
            return core::passOn(inserted);
        return core::fail(Error::Kind::Invalid, QStringLiteral("no"));
    });
    QCOMPARE(done.error().message, QStringLiteral("no"));
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t"), QStringLiteral("0"));
}

void DatabaseTest::writeThatSwallowsAnErrorDoesNotPretend()
{
    // COMMIT of a failed transaction is answered ROLLBACK, without an error.
    const auto done = write([](Session &session) -> Result<> {
        (void)session.exec(QStringLiteral("INSERT INTO t VALUES (1, 'a')"));
        (void)session.exec(QStringLiteral("INSERT INTO t VALUES (1, 'a')"));
        return {};
    });
    QVERIFY(!done);
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t"), QStringLiteral("0"));
    QVERIFY(exec(QStringLiteral("INSERT INTO t VALUES (1, 'a')")));
}

void DatabaseTest::readRefusesToWrite()
{
    const auto done =
        read([](Session &session) { return session.exec(QStringLiteral("DELETE FROM t")); });
    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(QStringLiteral("25006")));
}

void DatabaseTest::forgottenTransactionIsEnded()
{
    Database narrow(m_testDatabase->ownerParameters(), {.writers = 1, .readers = 1});
    QVERIFY(narrow.read([](Session &session) { return session.begin(); }).result());
    const auto open =
        narrow.read([](Session &session) -> Result<bool> { return session.inTransaction(); })
            .result();
    QCOMPARE(*open, false);
}

void DatabaseTest::exceptionBecomesAnError()
{
    const auto done = write([](Session &session) -> Result<> {
        (void)session.exec(QStringLiteral("INSERT INTO t VALUES (1, 'a')"));
        throw std::runtime_error("a bug");
    });
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Internal);
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t"), QStringLiteral("0"));
    QVERIFY(exec(QStringLiteral("INSERT INTO t VALUES (1, 'a')")));
}

void DatabaseTest::errors_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("detail");
    QTest::newRow("duplicate") << "INSERT INTO t VALUES (1, 'a'), (1, 'b')" << Error::Kind::Conflict
                               << "constraint t_pkey";
    QTest::newRow("check") << "INSERT INTO t VALUES (100, 'a')" << Error::Kind::Invalid
                           << "constraint t_id_check";
    QTest::newRow("missing value")
        << "INSERT INTO t (id) VALUES (1)" << Error::Kind::Invalid << "SQLSTATE 23502";
    QTest::newRow("no right") << "DELETE FROM pg_class" << Error::Kind::Forbidden << "42501";
    QTest::newRow("no such table") << "SELECT x FROM nothing" << Error::Kind::Internal << "nothing";
    QTest::newRow("syntax") << "SELEKT" << Error::Kind::Internal << "42601";
    QTest::newRow("lock not to be had")
        << "DO $$ BEGIN RAISE SQLSTATE '55P03'; END $$" << Error::Kind::Conflict << "55P03";
    QTest::newRow("disk full") << "DO $$ BEGIN RAISE SQLSTATE '53100'; END $$"
                               << Error::Kind::Storage << "53100";
}

void DatabaseTest::errors()
{
    QFETCH(QString, sql);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, detail);
    const auto done = exec(sql);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, kind);
    QVERIFY(!done.error().message.isEmpty());
    QVERIFY2(done.error().detail.contains(detail), qPrintable(done.error().detail));
}

void DatabaseTest::errorsNeverRepeatValues()
{
    const QString secret = QStringLiteral("anna@example.com");
    const QStringList statements{QStringLiteral("INSERT INTO t VALUES (:v::int, 'a')"),
                                 QStringLiteral("SELECT 1 / 0, :v::text, nothing"),
                                 QStringLiteral("INSERT INTO t VALUES (200, :v)"),
                                 QStringLiteral("SELECT :v::uuid")};
    for (const QString &sql : statements) {
        const auto done = exec(sql, {{QStringLiteral("v"), secret}});
        QVERIFY(!done);
        QVERIFY2(!done.error().message.contains(secret), qPrintable(done.error().message));
        QVERIFY2(!done.error().detail.contains(secret), qPrintable(done.error().detail));
    }
}

void DatabaseTest::serializationFailureIsRepeated()
{
    std::atomic_int runs = 0;
    const auto done = write([&runs](Session &session) -> Result<int> {
        const int run = ++runs;
        if (run < 3) {
            const auto failed =
                session.exec(QStringLiteral("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$"));
            return core::passOn(failed);
        }
        return run;
    });
    QVERIFY(done);
    QCOMPARE(*done, 3);

    runs = 0;
    const auto never = write([&runs](Session &session) {
        ++runs;
        return session.exec(QStringLiteral("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$"));
    });
    QVERIFY(!never);
    QCOMPARE(never.error().kind, Error::Kind::Conflict);
    QCOMPARE(runs.load(), 4);
}

void DatabaseTest::mutableJobIsNotRepeated()
{
    std::atomic_int seen = 0;
    const auto done = write([&seen, runs = 0](Session &session) mutable {
        seen = ++runs;
        return session.exec(QStringLiteral("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$"));
    });
    QVERIFY(!done);
    QCOMPARE(seen.load(), 1);
}

void DatabaseTest::deadlockIsRepeated()
{
    QVERIFY(exec(QStringLiteral("INSERT INTO t VALUES (1, 'a'), (2, 'b')")));
    QSemaphore first;
    QSemaphore second;
    const auto swap = [&](int one, int other, QSemaphore &mine, QSemaphore &theirs) {
        return m_database->write([=, &mine, &theirs](Session &session) -> Result<> {
            const auto sql = QStringLiteral("UPDATE t SET name = name || 'x' WHERE id = :id");
            const auto began = session.exec(sql, {{QStringLiteral("id"), one}});
            if (!began)
                return core::passOn(began);
            mine.release();
            (void)theirs.tryAcquire(1, 2000); // the repetition finds nobody waiting
            const auto ended = session.exec(sql, {{QStringLiteral("id"), other}});
            if (!ended)
                return core::passOn(ended);
            return {};
        });
    };
    const auto one = swap(1, 2, first, second);
    const auto two = swap(2, 1, second, first);
    QVERIFY(one.result());
    QVERIFY(two.result());
    QCOMPARE(m_testDatabase->value("SELECT string_agg(name, ',' ORDER BY id) FROM t"),
             QStringLiteral("axx,bxx"));
}

void DatabaseTest::slowStatementIsStopped()
{
    Database hasty(m_testDatabase->ownerParameters(),
                   {.readTimeout = std::chrono::milliseconds(50)});
    const auto done = hasty
                          .read([](Session &session) {
                              return session.exec(QStringLiteral("SELECT pg_sleep(20)"));
                          })
                          .result();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::Canceled);
}

void DatabaseTest::wrongDatabaseIsTold()
{
    db::ConnectionParameters parameters = m_testDatabase->ownerParameters();
    parameters.set("dbname", "no_such_database");
    Database nowhere(parameters);
    QSignalSpy lost(&nowhere, &Database::lost);
    const auto done =
        nowhere.read([](Session &session) { return session.exec(QStringLiteral("SELECT 1")); })
            .result();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::NotFound);
    QTRY_COMPARE(lost.count(), 1);

    parameters.set("dbname", "postgres");
    parameters.set("user", "nobody_at_all");
    Database noone(parameters);
    const auto refused =
        noone.read([](Session &session) { return session.exec(QStringLiteral("SELECT 1")); })
            .result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
