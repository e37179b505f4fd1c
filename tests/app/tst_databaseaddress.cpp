// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databaseaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A password never stays in the address, which lies in the settings file.
class DatabaseAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThePasswordOut_data();
    void takesThePasswordOut();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
};

void DatabaseAddressTest::takesThePasswordOut_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *name, const QString &typed, const QString &url,
                        const QString &password) {
        QTest::newRow(name) << typed << url << password;
    };
    row("none", u"postgresql://alice@db/billing"_s, u"postgresql://alice@db/billing"_s, {});
    row("behind the user", u"postgresql://alice:s3cret@db/billing"_s,
        u"postgresql://alice@db/billing"_s, u"s3cret"_s);
    row("escaped", u" postgres://alice:a%40b%3Ac@db:5433/billing "_s,
        u"postgres://alice@db:5433/billing"_s, u"a@b:c"_s);
    row("with several hosts", u"postgresql://alice:s3cret@one:1,two:2/billing"_s,
        u"postgresql://alice@one:1,two:2/billing"_s, u"s3cret"_s);
    row("as the only parameter", u"postgresql://db/billing?password=s3cret"_s,
        u"postgresql://db/billing"_s, u"s3cret"_s);
    row("as the first parameter", u"postgresql://db/billing?password=s3cret&sslmode=require"_s,
        u"postgresql://db/billing?sslmode=require"_s, u"s3cret"_s);
    row("as a later parameter", u"postgresql://db/billing?sslmode=require&password=s3cret"_s,
        u"postgresql://db/billing?sslmode=require"_s, u"s3cret"_s);
    row("in a keyword string", u"host=db password='s3 cret' dbname=billing"_s,
        u"host=db dbname=billing"_s, u"s3 cret"_s);
}

void DatabaseAddressTest::takesThePasswordOut()
{
    QFETCH(QString, typed);
    const auto split = app::splitDatabaseAddress(typed);
    QVERIFY2(split, split ? "" : qPrintable(split.error().message));
    QTEST(split->url, "url");
    QTEST(split->password, "password");
    const auto joined = app::join(*split);
    QVERIFY(joined);
    QCOMPARE(*joined, *db::parseConnectionUrl(typed).map([&](db::ConnectionParameters whole) {
        // the same, with the password at the end
        whole.values.removeIf([](const auto &pair) { return pair.first == "password"; });
        if (!split->password.isEmpty())
            whole.set("password", split->password.toUtf8());
        return whole;
    }));
}

void DatabaseAddressTest::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("another scheme") << u"mysql://alice:s3cret@db/billing"_s;
    QTest::newRow("half an address") << u"postgresql://[::1"_s;
    QTest::newRow("a password that cannot be told apart") << u"postgresql://a:s3/cret@db/b"_s;
}

void DatabaseAddressTest::refusesWhatCannotBeRead()
{
    QFETCH(QString, typed);
    const auto split = app::splitDatabaseAddress(typed);
    QVERIFY(!split);
    QCOMPARE(split.error().kind, core::Error::Kind::Invalid);
    QVERIFY(!split.error().message.isEmpty());
    QVERIFY(!split.error().message.contains("s3"_L1));
    QVERIFY(!split.error().detail.contains("s3"_L1));
}

QTEST_GUILESS_MAIN(DatabaseAddressTest)
#include "tst_databaseaddress.moc"
