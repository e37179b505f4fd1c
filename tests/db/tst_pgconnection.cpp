// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"
#include "db/keptsql.h"
#include "db/pgconnection.h"
#include "db/pgcopy.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <sys/eventfd.h>
#include <unistd.h>

using core::Error;
using core::Result;
using db::Database;
using db::PgArgument;
using db::PgConnection;
using db::PgRows;
using db::Session;
using support::orDie;
using support::TestDatabase;

using namespace std::chrono_literals;

/// What goes past QPSQL: binary-safe arguments, arrays, COPY, LISTEN, cancel.
class PgConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void arguments_data();
    void arguments();
    void arraysFillABatch();
    void argumentsJoinTheJobsTransaction();
    void keptStatementsArePreparedOnce();
    void keptStatementsAreMadeAnew();
    void identifiersAndLiteralsAreQuoted();
    void copyOutStreamsQuotedArguments();
    void copyOutStopsWhenTheSinkFails();
    void copyOutCanBeCanceled();
    void copyOutOutlivesTheTimeoutOfStatements();
    void copyOutObeysRowLevelSecurity();
    void copyOutOfAWrongStatementFails();
    void copyInTakesEveryCharacter();
    void copyInThatFailsLeavesNothing();
    void copyInWithBadRowsIsTold();
    void jobsGoOnAfterACopy();
    void notificationWakes();
    void interruptWakes();
    void lostServerWakes();

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

    std::unique_ptr<TestDatabase> m_testDatabase;
    std::unique_ptr<Database> m_database;
    std::atomic_bool m_never = false;
};

namespace {

/// Runs SQL with one argument and gives the text of the first column.
Result<QString> ask(Session &session, const QByteArray &sql, const QList<PgArgument> &arguments)
{
    const Result<PgRows> rows = execute(session, sql, arguments);
    if (!rows)
        return core::passOn(rows);
    return rows->text(0, 0);
}

} // namespace

Q_DECLARE_METATYPE(db::PgArgument)

void PgConnectionTest::initTestCase()
{
    m_testDatabase = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
    m_testDatabase->value("CREATE TABLE t (id bigint, name text, data bytea)");
    m_testDatabase->value("GRANT ALL ON t TO oms_owner");
    m_database = std::make_unique<Database>(m_testDatabase->ownerParameters());
}

void PgConnectionTest::cleanupTestCase()
{
    m_database.reset();
    m_testDatabase.reset();
}

void PgConnectionTest::arguments_data()
{
    QTest::addColumn<PgArgument>("argument");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("expected");
    const QDateTime time(QDate(1969, 12, 31), QTime(23, 59, 59, 999), Qt::UTC);
    const auto row = [](const char *name, const PgArgument &argument, const char *sql,
                        const char *expected) {
        QTest::newRow(name) << argument << QByteArray(sql) << QString::fromUtf8(expected);
    };
    row("NULL", PgArgument(), "SELECT ($1::text IS NULL)::text", "true");
    row("null string", PgArgument(QString()), "SELECT ($1 IS NULL)::text", "true");
    row("empty string", PgArgument(QStringLiteral("")), "SELECT ($1 = '')::text", "true");
    row("text", PgArgument(QStringLiteral("it's \\ €")), "SELECT $1", "it's \\ €");
    row("largest bigint", PgArgument(std::numeric_limits<qint64>::max()), "SELECT $1",
        "9223372036854775807");
    row("smallest bigint", PgArgument(std::numeric_limits<qint64>::min()), "SELECT $1",
        "-9223372036854775808");
    row("truth", PgArgument(true), "SELECT $1", "t");
    row("uuid", PgArgument::untyped("00000000-0000-0000-0000-00000000000a"), "SELECT $1::uuid",
        "00000000-0000-0000-0000-00000000000a");
    row("bytes with a zero in them", PgArgument::bytes(QByteArray("\0a\0", 3)), "SELECT length($1)",
        "3");
    row("no bytes", PgArgument::bytes(QByteArray("")), "SELECT length($1)", "0");
    row("time before 1970", PgArgument::time(time), "SELECT $1", "1969-12-31 23:59:59.999+00");
    row("no time", PgArgument::time(QDateTime()), "SELECT ($1 IS NULL)::text", "true");
    row("microseconds", PgArgument::micros(1'700'000'000'123'457), "SELECT $1",
        "2023-11-14 22:13:20.123457+00");
    row("texts", PgArgument::texts({QStringLiteral("a,b"), QString(), QStringLiteral("{\"}")}),
        "SELECT array_to_string($1, '|', 'null')", "a,b|null|{\"}");
    row("no texts", PgArgument::texts({}), "SELECT cardinality($1)", "0");
    row("byte arrays", PgArgument::byteArrays({QByteArray("\0", 1), QByteArray("'\\x")}),
        "SELECT encode($1[1], 'hex') || encode($1[2], 'escape')", "00'\\\\x");
    row("numbers", PgArgument::numbers({1, -2}), "SELECT $1", "{1,-2}");
    row("numbers with gaps", PgArgument::optionalNumbers({1, std::nullopt}), "SELECT $1",
        "{1,NULL}");
    row("truths", PgArgument::truths({true, false}), "SELECT $1", "{t,f}");
    row("times", PgArgument::times({time, QDateTime()}), "SELECT $1",
        "{\"1969-12-31 23:59:59.999+00\",NULL}");
}

void PgConnectionTest::arguments()
{
    QFETCH(PgArgument, argument);
    QFETCH(QByteArray, sql);
    QFETCH(QString, expected);
    const auto answer = read([=](Session &session) { return ask(session, sql, {argument}); });
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(*answer, expected);
}

void PgConnectionTest::arraysFillABatch()
{
    const QByteArray blob("\0\xff'\\", 4);
    const auto count = write([blob](Session &session) -> Result<qint64> {
        const Result<PgRows> rows =
            execute(session,
                    "INSERT INTO t (id, name, data) SELECT a, b, c FROM unnest($1, $2, $3) AS u "
                    "(a, b, c) RETURNING data",
                    {PgArgument::numbers({1, 2, 3}),
                     PgArgument::texts({QStringLiteral("a"), QString(), QStringLiteral("c")}),
                     PgArgument::byteArrays({blob, blob, QByteArray()})});
        if (!rows)
            return core::passOn(rows);
        return rows->bytes(0, 0) == blob && rows->isNull(2, 0) ? rows->affected() : -1;
    });
    QVERIFY2(count, count ? "" : qPrintable(count.error().detail));
    QCOMPARE(*count, 3);
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t WHERE name IS NULL"),
             QStringLiteral("1"));
    m_testDatabase->value("TRUNCATE t");
}

void PgConnectionTest::argumentsJoinTheJobsTransaction()
{
    const auto done = write([](Session &session) -> Result<> {
        const auto rows = execute(session, "INSERT INTO t (id) VALUES ($1)", {PgArgument(1)});
        const auto seen = session.run(QStringLiteral("SELECT id FROM t"));
        if (!rows || !seen || seen->size() != 1)
            return core::fail(Error::Kind::Internal, QStringLiteral("not one transaction"));
        return core::fail(Error::Kind::Canceled, QStringLiteral("taken back"));
    });
    QCOMPARE(done.error().kind, Error::Kind::Canceled);
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t"), QStringLiteral("0"));
}

void PgConnectionTest::keptStatementsArePreparedOnce()
{
    const auto prepared = write([](Session &session) -> Result<qint64> {
        for (const qint64 number : {1, 2, 3}) {
            const auto row = db::executeKept(session, "SELECT $1 + 40", {PgArgument(number)},
                                             db::AnswerForm::Binary);
            if (!row)
                return core::passOn(row);
            if (row->number(0, 0) != number + 40)
                return core::fail(Error::Kind::Internal, QStringLiteral("another's answer"));
        }
        const auto count = db::execute(session,
                                       "SELECT count(*) FROM pg_prepared_statements"
                                       " WHERE statement = 'SELECT $1 + 40'");
        if (!count)
            return core::passOn(count);
        return count->number(0, 0);
    });
    QCOMPARE(orDie(prepared, "kept statements"), 1);
}

/// A pooler or DISCARD takes them away, a migration changes their tables.
void PgConnectionTest::keptStatementsAreMadeAnew()
{
    int attempts = 0;
    const auto answer = write([&attempts](Session &session) -> Result<qint64> {
        ++attempts;
        const auto first = db::executeKept(session, "SELECT $1 + 50", {PgArgument(1)});
        if (!first)
            return core::passOn(first);
        if (attempts == 1) {
            if (const auto gone = session.exec(QStringLiteral("DEALLOCATE ALL")); !gone)
                return core::passOn(gone);
        }
        const auto second = db::executeKept(session, "SELECT $1 + 50", {PgArgument(2)});
        if (!second)
            return core::passOn(second);
        return second->number(0, 0);
    });
    QCOMPARE(orDie(answer, "a statement that was gone"), 52);
    QCOMPARE(attempts, 2);

    const auto changed = write([](Session &session) -> Result<QString> {
        const QByteArray all = "SELECT k.a FROM kept k";
        for (const char *const change :
             {"CREATE TEMPORARY TABLE kept (a text)", "INSERT INTO kept VALUES ('a')",
              "SAVEPOINT before", "ALTER TABLE kept ALTER COLUMN a TYPE varchar(9)"}) {
            if (const auto made = session.exec(QString::fromLatin1(change)); !made)
                return core::passOn(made);
            if (QByteArray(change).startsWith("SAVE"))
                (void)db::executeKept(session, all, {});
        }
        if (db::executeKept(session, all, {}).has_value() || session.failedState() != u"0A000")
            return core::fail(Error::Kind::Internal, QStringLiteral("no changed plan"));
        const auto undone = session.exec(QStringLiteral("ROLLBACK TO SAVEPOINT before"));
        if (!undone)
            return core::passOn(undone);
        const auto rows = db::executeKept(session, all, {});
        if (!rows)
            return core::passOn(rows);
        return rows->text(0, 0);
    });
    QCOMPARE(orDie(changed, "a statement whose table changed"), QStringLiteral("a"));
}

void PgConnectionTest::identifiersAndLiteralsAreQuoted()
{
    const PgConnection connection =
        orDie(PgConnection::open(m_testDatabase->ownerParameters()), "login");
    const QByteArray text = "it's \\ \"";
    const PgRows rows = orDie(
        connection.execute("SELECT " + db::quoteLiteral(text) + " AS " + db::quoteIdentifier(text)),
        "quoted");
    QCOMPARE(rows.raw(0, 0), text);
}

void PgConnectionTest::copyOutStreamsQuotedArguments()
{
    m_testDatabase->value("INSERT INTO t (id, name) SELECT i, 'it''s ' || i FROM "
                          "generate_series(1, 20000) AS i");
    QByteArray all;
    int chunks = 0;
    const auto rows = read([&](Session &session) {
        const auto sink = [&](QByteArrayView chunk) -> Result<> {
            all.append(chunk);
            ++chunks;
            return {};
        };
        return copyOut(session,
                       QStringLiteral("COPY (SELECT id, name FROM t WHERE id > %1$L AND name LIKE "
                                      "%2$L || '%%' ORDER BY id) TO STDOUT (FORMAT csv)"),
                       {QStringLiteral("19998"), QStringLiteral("it's ")}, sink, m_never);
    });
    m_testDatabase->value("TRUNCATE t");
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(*rows, 2);
    QCOMPARE(chunks, 2);
    QCOMPARE(all, QByteArray("19999,it's 19999\n20000,it's 20000\n"));
}

void PgConnectionTest::copyOutStopsWhenTheSinkFails()
{
    int chunks = 0;
    const auto rows = read([&](Session &session) {
        const auto sink = [&](QByteArrayView) -> Result<> {
            if (++chunks < 10)
                return {};
            return core::fail(Error::Kind::Storage, QStringLiteral("disk full"));
        };
        return copyOut(
            session,
            QStringLiteral("COPY (SELECT x FROM generate_series(1, 10000000) AS x) TO STDOUT"), {},
            sink, m_never);
    });
    QVERIFY(!rows);
    QCOMPARE(rows.error().message, QStringLiteral("disk full"));
    QCOMPARE(chunks, 10);
}

void PgConnectionTest::copyOutCanBeCanceled()
{
    std::atomic_bool canceled = false;
    QSemaphore started;
    const auto answer = m_database->read([&](Session &session) {
        started.release();
        const auto sink = [](QByteArrayView) -> Result<> { return {}; };
        // Sleeps before its first row: canceled while nothing comes.
        return copyOut(session, QStringLiteral("COPY (SELECT pg_sleep(60)) TO STDOUT"), {}, sink,
                       canceled);
    });
    started.acquire();
    QElapsedTimer clock;
    clock.start();
    canceled = true;
    QCOMPARE(answer.result().error().kind, Error::Kind::Canceled);
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void PgConnectionTest::copyOutOutlivesTheTimeoutOfStatements()
{
    Database hasty(m_testDatabase->ownerParameters(),
                   {.writers = 1, .readers = 1, .readTimeout = 50ms});
    const auto sink = [](QByteArrayView) -> Result<> { return {}; };
    const auto rows = hasty.read([&](Session &session) {
        return copyOut(session, QStringLiteral("COPY (SELECT pg_sleep(0.2)) TO STDOUT"), {}, sink,
                       m_never);
    });
    QCOMPARE(*rows.result(), 1);
    const auto after =
        hasty.read([](Session &session) { return ask(session, "SHOW statement_timeout", {}); });
    QCOMPARE(*after.result(), QStringLiteral("50ms"));
}

void PgConnectionTest::copyOutObeysRowLevelSecurity()
{
    m_testDatabase->value("INSERT INTO t (id) VALUES (1), (2)");
    m_testDatabase->value("ALTER TABLE t ENABLE ROW LEVEL SECURITY");
    m_testDatabase->value("CREATE POLICY one ON t USING (id = 1)");
    QByteArray all;
    const auto rows = read([&](Session &session) {
        const auto sink = [&](QByteArrayView chunk) -> Result<> {
            all.append(chunk);
            return {};
        };
        return copyOut(session, QStringLiteral("COPY (SELECT id FROM t) TO STDOUT"), {}, sink,
                       m_never);
    });
    m_testDatabase->value("DROP POLICY one ON t");
    m_testDatabase->value("ALTER TABLE t DISABLE ROW LEVEL SECURITY");
    m_testDatabase->value("TRUNCATE t");
    QCOMPARE(*rows, 1);
    QCOMPARE(all, QByteArray("1\n"));
}

void PgConnectionTest::copyOutOfAWrongStatementFails()
{
    const auto sink = [](QByteArrayView) -> Result<> { return {}; };
    const auto wrong = read([&](Session &session) {
        return copyOut(session, QStringLiteral("COPY (SELECT nothing) TO STDOUT"), {}, sink,
                       m_never);
    });
    QVERIFY(!wrong);
    QVERIFY(wrong.error().detail.contains(QStringLiteral("42703")));
    const auto none = read([&](Session &session) {
        return copyOut(session, QStringLiteral("SELECT 1"), {}, sink, m_never);
    });
    QVERIFY(!none);
    const auto backwards = write([&](Session &session) {
        return copyOut(session, QStringLiteral("COPY t FROM STDIN"), {}, sink, m_never);
    });
    QVERIFY(!backwards);
}

void PgConnectionTest::copyInTakesEveryCharacter()
{
    const QString text = QStringLiteral("tab\t line\n return\r back\\slash \\N €");
    const QByteArray blob("\0\\\n\xff", 4);
    const auto rows = write([=](Session &session) {
        const auto source = [&, calls = 0](QByteArray &chunk) mutable -> Result<bool> {
            db::CopyRow row(chunk);
            row.number(++calls).text(text).bytes(blob).end();
            row.optionalNumber(std::nullopt).null().null().end();
            return calls < 1000;
        };
        return copyIn(session, QStringLiteral("COPY t (id, name, data) FROM STDIN"), source);
    });
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(*rows, 2000);
    QCOMPARE(m_testDatabase->value("SELECT name FROM t WHERE id = 7"), text);
    QCOMPARE(m_testDatabase->value("SELECT encode(data, 'hex') FROM t WHERE id = 1000").toLatin1(),
             blob.toHex());
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t WHERE id IS NULL AND name IS NULL"),
             QStringLiteral("1000"));
    m_testDatabase->value("TRUNCATE t");
}

void PgConnectionTest::copyInThatFailsLeavesNothing()
{
    const auto rows = write([](Session &session) {
        const auto source = [calls = 0](QByteArray &chunk) mutable -> Result<bool> {
            if (++calls > 3)
                return core::fail(Error::Kind::Canceled, QStringLiteral("enough"));
            chunk = "1\ta\t\\N\n";
            return true;
        };
        return copyIn(session, QStringLiteral("COPY t (id, name, data) FROM STDIN"), source);
    });
    QVERIFY(!rows);
    QCOMPARE(rows.error().message, QStringLiteral("enough"));
    QCOMPARE(m_testDatabase->value("SELECT count(*) FROM t"), QStringLiteral("0"));
}

void PgConnectionTest::copyInWithBadRowsIsTold()
{
    const auto rows = write([](Session &session) {
        const auto source = [](QByteArray &chunk) -> Result<bool> {
            chunk = "not a number\ta\t\\N\n";
            return false;
        };
        return copyIn(session, QStringLiteral("COPY t (id, name, data) FROM STDIN"), source);
    });
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Error::Kind::Invalid);
    QVERIFY(!rows.error().detail.contains(QStringLiteral("not a number")));
}

void PgConnectionTest::jobsGoOnAfterACopy()
{
    Database narrow(m_testDatabase->ownerParameters(), {.writers = 1, .readers = 1});
    const auto sink = [](QByteArrayView) -> Result<> { return {}; };
    for (int i = 0; i < 3; ++i) {
        const auto sum = narrow
                             .read([&](Session &session) -> Result<QString> {
                                 const auto copied =
                                     copyOut(session, QStringLiteral("COPY (SELECT 1) TO STDOUT"),
                                             {}, sink, m_never);
                                 auto rows = session.run(QStringLiteral("SELECT :v::int + 1"),
                                                         {{QStringLiteral("v"), 1}});
                                 if (!copied || !rows || !rows->next())
                                     return core::fail(Error::Kind::Internal, {});
                                 return rows->value(0).toString();
                             })
                             .result();
        QCOMPARE(*sum, QStringLiteral("2"));
    }
}

void PgConnectionTest::notificationWakes()
{
    PgConnection listener = orDie(PgConnection::open(m_testDatabase->ownerParameters()), "login");
    orDie(listener.executeScript("LISTEN test_channel"), "listen");
    QCOMPARE(listener.waitForNotification(10ms, -1), PgConnection::Wake::TimedOut);
    m_testDatabase->value("NOTIFY test_channel");
    QCOMPARE(listener.waitForNotification(10s, -1), PgConnection::Wake::Notified);
    QCOMPARE(listener.waitForNotification(10ms, -1), PgConnection::Wake::TimedOut);
}

void PgConnectionTest::interruptWakes()
{
    PgConnection listener = orDie(PgConnection::open(m_testDatabase->ownerParameters()), "login");
    const int fd = ::eventfd(1, EFD_CLOEXEC);
    QCOMPARE(listener.waitForNotification(10s, fd), PgConnection::Wake::Interrupted);
    ::close(fd);
}

void PgConnectionTest::lostServerWakes()
{
    PgConnection listener = orDie(PgConnection::open(m_testDatabase->ownerParameters()), "login");
    const QByteArray pid = orDie(listener.execute("SELECT pg_backend_pid()"), "pid").raw(0, 0);
    m_testDatabase->value("SELECT pg_terminate_backend(" + pid + ")");
    QCOMPARE(listener.waitForNotification(10s, -1), PgConnection::Wake::Lost);
    QVERIFY(!db::isAlive(listener.native()));
}

QTEST_GUILESS_MAIN(PgConnectionTest)
#include "tst_pgconnection.moc"
