// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/apikey.h"
#include "stripe/secrets.h"

#include <QTest>

using stripe::ApiKey;

class TestApiKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsKeys_data();
    void acceptsKeys();
    void refusesKeys_data();
    void refusesKeys();
    void cutsKeysOutOfTexts();
};

namespace {

const QString stripesOwn = QStringLiteral("https://api.stripe.com");
const QString sandbox = QStringLiteral("http://127.0.0.1:12111");

} // namespace

void TestApiKey::acceptsKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("isSecret");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<bool>("isSandbox");
    QTest::newRow("a test key for Stripe") << "sk_test_abc" << stripesOwn << true << false << false;
    QTest::newRow("a live key for Stripe") << "sk_live_abc" << stripesOwn << true << true << false;
    QTest::newRow("a restricted test key")
        << "rk_test_abc" << stripesOwn << false << false << false;
    QTest::newRow("a restricted live key") << "rk_live_abc" << stripesOwn << false << true << false;
    QTest::newRow("a test key for another host")
        << "sk_test_abc" << sandbox << true << false << false;
    QTest::newRow("a sandbox key for the sandbox")
        << "sk_test_sandbox_1" << sandbox << true << false << true;
    QTest::newRow("a restricted sandbox key")
        << "rk_test_sandbox_1" << sandbox << false << false << true;
    QTest::newRow("pasted with a line break") << "  sk_test_abc\n"
                                              << stripesOwn << true << false << false;
    QTest::newRow("Stripe's host in capitals")
        << "sk_live_abc"
        << "https://API.Stripe.COM/" << true << true << false;
}

void TestApiKey::acceptsKeys()
{
    QFETCH(QString, key);
    QFETCH(QString, base);
    const auto checked = stripe::checkKey(key, QUrl(base));
    QVERIFY(checked.has_value());
    QCOMPARE(checked->secret, key.trimmed().toLatin1());
    QTEST(checked->kind == ApiKey::Kind::Secret, "isSecret");
    QTEST(checked->mode == ApiKey::Mode::Live, "isLive");
    QTEST(checked->isSandbox, "isSandbox");
}

void TestApiKey::refusesKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("saying");
    QTest::newRow("nothing typed") << " " << stripesOwn << "Enter the Stripe secret key";
    QTest::newRow("the publishable test key") << "pk_test_abc" << stripesOwn << "publishable key";
    QTest::newRow("the publishable live key") << "pk_live_abc" << stripesOwn << "publishable key";
    QTest::newRow("a webhook secret") << "whsec_abc" << stripesOwn << "webhook signing secret";
    QTest::newRow("something else") << "hunter2" << stripesOwn << "not a Stripe secret key";
    QTest::newRow("only the prefix") << "sk_test_" << stripesOwn << "not a Stripe secret key";
    QTest::newRow("a line break inside, which would forge a header")
        << "sk_test_a\r\nX: y" << stripesOwn << "cannot be part of a key";
    QTest::newRow("a typographic dash")
        << QStringLiteral("sk_test_a–b") << stripesOwn << "cannot be part of a key";
    QTest::newRow("a live key for the sandbox") << "sk_live_abc" << sandbox << "127.0.0.1";
    QTest::newRow("a restricted live key for another host") << "rk_live_abc"
                                                            << "https://stripe.example"
                                                            << "stripe.example";
    QTest::newRow("a live key for a host that only ends like Stripe's")
        << "sk_live_abc"
        << "https://evil-api.stripe.com.example"
        << "Stripe itself";
    QTest::newRow("a live key for a host hidden behind Stripe's name")
        << "sk_live_abc"
        << "https://api.stripe.com@evil.example"
        << "evil.example";
    QTest::newRow("a sandbox key for Stripe")
        << "sk_test_sandbox_1" << stripesOwn << "practice sandbox";
    QTest::newRow("a live key over plain HTTP") << "sk_live_abc"
                                                << "http://api.stripe.com"
                                                << "https";
    QTest::newRow("a test key over plain HTTP to Stripe") << "sk_test_abc"
                                                          << "http://api.stripe.com"
                                                          << "https";
    QTest::newRow("an address that is no web address") << "sk_test_abc"
                                                       << "ftp://x"
                                                       << "Stripe address";
    QTest::newRow("an address without a host") << "sk_test_abc"
                                               << "localhost"
                                               << "Stripe address";
}

void TestApiKey::refusesKeys()
{
    QFETCH(QString, key);
    QFETCH(QString, base);
    QFETCH(QString, saying);
    const auto checked = stripe::checkKey(key, QUrl(base));
    QVERIFY(!checked.has_value());
    const core::Error &error = checked.error();
    QCOMPARE(error.kind, core::Error::Kind::Invalid);
    QVERIFY2(error.message.contains(saying), qPrintable(error.message));
    QVERIFY(!error.field.isEmpty());
    const QString typed = key.trimmed();
    if (typed.size() > 8) // the sentence itself names the bare prefixes
        QVERIFY(!error.message.contains(typed) && !error.detail.contains(typed));
}

void TestApiKey::cutsKeysOutOfTexts()
{
    QCOMPARE(stripe::withoutKeys(QStringLiteral("Invalid key: sk_test_abc123, whsec_x-Y_9.")),
             QStringLiteral("Invalid key: sk_…, whsec_…."));
    QCOMPARE(stripe::withoutKeys(QStringLiteral("No such task_id or risk_level")),
             QStringLiteral("No such task_id or risk_level"));
}

QTEST_GUILESS_MAIN(TestApiKey)
#include "tst_apikey.moc"
