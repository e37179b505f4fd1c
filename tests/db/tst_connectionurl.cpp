// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connectionurl.h"
#include "db/database.h"
#include "testcluster.h"
#include "testdatabase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using db::ConnectionParameters;

/// DATABASE_URL means to us what it means to psql, down to the login it makes.
class ConnectionUrlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void refuse_data();
    void refuse();
    void refusalNeverRepeatsThePassword();
    void describe_data();
    void describe();
    void connectsThroughSeveralHosts();
    void connectsThroughServiceFile();
    void connectsWithPasswordFullOfSpecials();
    void semicolonInAnOptionIsRefused();
};

namespace {

/// What a job sees after connecting with these parameters.
core::Result<QString> ask(const ConnectionParameters &parameters, const QString &sql)
{
    db::Database database(parameters, {.writers = 1, .readers = 1});
    const auto job = [sql](db::Session &session) -> core::Result<QString> {
        core::Result<QSqlQuery> rows = session.run(sql);
        if (!rows)
            return core::passOn(rows);
        rows->next();
        return rows->value(0).toString();
    };
    return database.read(job).result();
}

} // namespace

void ConnectionUrlTest::parse_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("keyword");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("host") << "postgresql://anna@db.example.com:5433/billing" << QByteArray("host")
                          << QByteArray("db.example.com");
    QTest::newRow("port") << "postgresql://anna@db.example.com:5433/billing" << QByteArray("port")
                          << QByteArray("5433");
    QTest::newRow("database") << "postgres://anna@db.example.com/billing" << QByteArray("dbname")
                              << QByteArray("billing");
    QTest::newRow("password with a semicolon, escaped or not")
        << "postgresql://anna:a;b%3Bc@h/d" << QByteArray("password") << QByteArray("a;b;c");
    QTest::newRow("password with quotes and a backslash")
        << "postgresql://anna:%27%22%5C@h/d" << QByteArray("password") << QByteArray("'\"\\");
    QTest::newRow("several hosts") << "postgresql://a:1,b:2/d?target_session_attrs=read-write"
                                   << QByteArray("host") << QByteArray("a,b");
    QTest::newRow("ports of several hosts")
        << "postgresql://a:1,b:2/d" << QByteArray("port") << QByteArray("1,2");
    QTest::newRow("keywords instead of a URL")
        << "host=h dbname='my db'" << QByteArray("dbname") << QByteArray("my db");
    QTest::newRow("service") << "postgresql:///?service=billing" << QByteArray("service")
                             << QByteArray("billing");
    QTest::newRow("socket folder")
        << "postgresql:///d?host=/run/pg" << QByteArray("host") << QByteArray("/run/pg");
    QTest::newRow("IPv6") << "postgresql://[::1]/d" << QByteArray("host") << QByteArray("::1");
    QTest::newRow("blanks around") << "  postgresql://h/d\n"
                                   << QByteArray("dbname") << QByteArray("d");
}

void ConnectionUrlTest::parse()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, keyword);
    QFETCH(QByteArray, value);
    const core::Result<ConnectionParameters> parsed = db::parseConnectionUrl(url);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->value(keyword), value);
}

void ConnectionUrlTest::refuse_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << "";
    QTest::newRow("another database's URL") << "mysql://h/d";
    QTest::newRow("a word, which libpq takes for a database name") << "billing";
    QTest::newRow("unknown keyword") << "postgresql://h/d?colour=blue";
    QTest::newRow("port that is none is left to the connection, a bad escape is not")
        << "postgresql://a%zz@h/d";
}

void ConnectionUrlTest::refuse()
{
    QFETCH(QString, url);
    const core::Result<ConnectionParameters> parsed = db::parseConnectionUrl(url);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, core::Error::Kind::Invalid);
    QCOMPARE(parsed.error().field, QStringLiteral("DATABASE_URL"));
    QVERIFY(!parsed.error().message.isEmpty());
}

void ConnectionUrlTest::refusalNeverRepeatsThePassword()
{
    const core::Result<ConnectionParameters> parsed =
        db::parseConnectionUrl(QStringLiteral("postgresql://anna:hunter2%zz@h/d?colour=blue"));
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.contains(QStringLiteral("hunter2")));
    QVERIFY(!parsed.error().detail.contains(QStringLiteral("hunter2")));
}

void ConnectionUrlTest::describe_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("description");
    QTest::newRow("remote") << "postgresql://anna:secret@db.example.com/billing"
                            << "billing on db.example.com";
    QTest::newRow("socket") << "postgresql:///billing?host=/run/pg"
                            << "billing on this computer";
    QTest::newRow("service") << "postgresql:///?service=prod"
                             << "service prod";
}

void ConnectionUrlTest::describe()
{
    QFETCH(QString, url);
    QTEST(db::parseConnectionUrl(url)->description(), "description");
}

void ConnectionUrlTest::connectsThroughSeveralHosts()
{
    const support::TestDatabase database(support::TestDatabase::Content::Empty);
    ConnectionParameters parameters = database.ownerParameters();
    parameters.set("host", "/nonexistent," + parameters.value("host"));
    parameters.set("port", "5432,5432");
    const core::Result<QString> name = ask(parameters, QStringLiteral("SELECT current_database()"));
    QVERIFY2(name, name ? "" : qPrintable(name.error().detail));
    QCOMPARE(*name, database.name());
}

void ConnectionUrlTest::connectsThroughServiceFile()
{
    const support::TestDatabase database(support::TestDatabase::Content::Empty);
    const ConnectionParameters parameters = database.ownerParameters();
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("pg_service.conf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[billing]\nhost=" + parameters.value("host")
               + "\nport=5432\nuser=oms_owner\ndbname=" + database.name().toUtf8() + '\n');
    file.close();
    qputenv("PGSERVICEFILE", file.fileName().toUtf8());
    const core::Result<QString> name =
        ask(*db::parseConnectionUrl(QStringLiteral("postgresql:///?service=billing")),
            QStringLiteral("SELECT current_database()"));
    qunsetenv("PGSERVICEFILE");
    QVERIFY2(name, name ? "" : qPrintable(name.error().detail));
    QCOMPARE(*name, database.name());
}

/// The password itself is not asked for on the test cluster; that it arrives whole shows in the
/// option next to it, which a torn connection string would lose.
void ConnectionUrlTest::connectsWithPasswordFullOfSpecials()
{
    const support::TestDatabase database(support::TestDatabase::Content::Empty);
    ConnectionParameters parameters = database.ownerParameters();
    parameters.set("password", "a;b'c\\d e=f");
    parameters.set("application_name", "it's \\ me");
    const core::Result<QString> name = ask(parameters, QStringLiteral("SHOW application_name"));
    QVERIFY2(name, name ? "" : qPrintable(name.error().detail));
    QCOMPARE(*name, QStringLiteral("it's \\ me"));
}

void ConnectionUrlTest::semicolonInAnOptionIsRefused()
{
    const support::TestDatabase database(support::TestDatabase::Content::Empty);
    ConnectionParameters parameters = database.ownerParameters();
    parameters.set("application_name", "a;b");
    const core::Result<QString> name = ask(parameters, QStringLiteral("SELECT 1"));
    QVERIFY(!name);
    QCOMPARE(name.error().kind, core::Error::Kind::Invalid);
    QVERIFY(name.error().message.contains(QStringLiteral("application_name")));
}

QTEST_GUILESS_MAIN(ConnectionUrlTest)
#include "tst_connectionurl.moc"
