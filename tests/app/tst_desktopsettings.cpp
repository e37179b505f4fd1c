// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"
#include "settingsdesk.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using services::Setting;
using Origin = services::SettingState::Origin;

/// Every connection is tested against the real thing, and nothing secret leaves its place.
class DesktopSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<SettingsDesk>(); }
    void cleanup() { m_desk.reset(); }
    void refusesAKeyWithASentence_data();
    void refusesAKeyWithASentence();
    void takesAKeyAndNamesModeAndAccount();
    void refusesAKeyOfTheModeTheDatabaseIsNotBoundTo();
    void refusesAKeyOfAnotherAccount();
    void namesTheRightsThatARestrictedKeyLacks();
    void saysThatStripeCannotBeReached();
    void refusesADatabaseWithASentence_data();
    void refusesADatabaseWithASentence();
    void refusesADatabaseThatIsNewerOrEmpty();
    void takesADatabaseAndSaysAsWhom();
    void warnsOfALoginThatDoesNotRunTheEngine();
    void refusesASecretWithASentence_data();
    void refusesASecretWithASentence();
    void refusesAPortThatIsTakenAndTakesAFreeOne();
    void refusesAnAddressForTheListener_data();
    void refusesAnAddressForTheListener();
    void keepsSecretsApartAndShowsOnlyTheirEnd();
    void addsASecondSigningSecret();
    void keepsThePasswordUnlessThePlaceChanges();
    void showsWhatAVariableFixed();
    void asksToReconnectUntilItIsInUse();
    void forgets();

private:
    QString sentenceOf(Setting setting, const QString &typed)
    {
        const auto tested = m_desk->test(setting, {typed});
        return tested ? QString() : tested.error().message;
    }
    services::SettingState state(Setting setting) { return m_desk->settings().state(setting); }

    std::unique_ptr<SettingsDesk> m_desk;
};

void DesktopSettingsTest::refusesAKeyWithASentence_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << QString() << u"Enter the Stripe secret key"_s;
    QTest::newRow("publishable") << u"pk_test_51abc"_s << u"publishable key"_s;
    QTest::newRow("a webhook secret") << u"whsec_51abc"_s << u"webhook signing secret"_s;
    QTest::newRow("something else") << u"password"_s << u"not a Stripe secret key"_s;
    QTest::newRow("live, for a stand-in") << u"sk_live_51abc"_s << u"only be used with Stripe"_s;
    QTest::newRow("one that Stripe does not know")
        << u"sk_test_51abcdefgh"_s << u"does not know this key"_s;
}

void DesktopSettingsTest::refusesAKeyWithASentence()
{
    QFETCH(QString, key);
    QFETCH(QString, said);
    const QString sentence = sentenceOf(Setting::StripeKey, key);
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
    QVERIFY(!sentence.contains("51abc"_L1));
}

void DesktopSettingsTest::takesAKeyAndNamesModeAndAccount()
{
    const auto tested =
        m_desk->test(Setting::StripeKey, {QString::fromLatin1(m_desk->sandbox().key())});
    QVERIFY(tested);
    QVERIFY2(tested->sentence.contains("test mode"_L1), qPrintable(tested->sentence));
    QVERIFY2(tested->sentence.contains("OMS Platform Sandbox"_L1), qPrintable(tested->sentence));
    QCOMPARE(tested->warning, QString());
}

void DesktopSettingsTest::refusesAKeyOfTheModeTheDatabaseIsNotBoundTo()
{
    m_desk->run(m_desk->settings().configuration());
    (void)m_desk->database().value("INSERT INTO stripe_account (stripe_account_id, livemode)"
                                   " VALUES ('acct_sandboxOMS', true) RETURNING 1");
    const QString sentence =
        sentenceOf(Setting::StripeKey, QString::fromLatin1(m_desk->sandbox().key()));
    QVERIFY2(sentence.contains("belongs to live mode, but the key is a test key"_L1),
             qPrintable(sentence));
}

void DesktopSettingsTest::refusesAKeyOfAnotherAccount()
{
    m_desk->run(m_desk->settings().configuration());
    (void)m_desk->database().value("INSERT INTO stripe_account (stripe_account_id, livemode)"
                                   " VALUES ('acct_other', false) RETURNING 1");
    const QString sentence =
        sentenceOf(Setting::StripeKey, QString::fromLatin1(m_desk->sandbox().key()));
    QVERIFY2(sentence.contains("acct_other"_L1), qPrintable(sentence));
}

void DesktopSettingsTest::namesTheRightsThatARestrictedKeyLacks()
{
    ScriptedServer stripe;
    stripe.thenAnswerWith([](const ScriptedServer::Request &request) {
        if (request.path() == "/v1/account")
            return ScriptedServer::json(200, R"({"id":"acct_1","object":"account"})");
        if (request.path() == "/v1/events")
            return ScriptedServer::json(403, R"({"error":{"type":"invalid_request_error","message":
                "The provided key does not have the required permissions for this endpoint. Having
                 the 'rak_event_read' permission would allow this request to continue."}})");
        return ScriptedServer::json(200, R"({"object":"list","data":[],"has_more":false})");
    });
    app::Configuration given = app::defaultConfiguration();
    given.stripeBase = stripe.url();
    SettingsDesk desk(given);
    const auto tested = desk.test(Setting::StripeKey, {u"rk_test_51abc"_s});
    QVERIFY2(tested, tested ? "" : qPrintable(tested.error().message));
    QVERIFY2(tested->warning.contains("rak_event_read"_L1), qPrintable(tested->warning));
    QCOMPARE(stripe.requests().size(), 10);
}

void DesktopSettingsTest::saysThatStripeCannotBeReached()
{
    app::Configuration given = app::defaultConfiguration();
    given.stripeBase = QUrl(u"http://127.0.0.1:1"_s);
    SettingsDesk desk(given);
    const auto tested = desk.test(Setting::StripeKey, {u"sk_test_51abc"_s});
    QVERIFY(!tested);
    QCOMPARE(tested.error().kind, core::Error::Kind::Unreachable);
    QVERIFY2(tested.error().message.contains("cannot be reached"_L1),
             qPrintable(tested.error().message));
}

void DesktopSettingsTest::refusesADatabaseWithASentence_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("said");
    QTest::newRow("no server") << u"postgresql://someone:hidden@127.0.0.1:1/oms"_s
                               << u"does not answer"_s;
    QTest::newRow("another scheme") << u"https://db.example.com"_s << u"must begin with"_s;
    QTest::newRow("half an address") << u"postgresql://[::1"_s << u"cannot be read"_s;
    QTest::newRow("no such database") << QString() << u"no database of this name"_s;
    QTest::newRow("a login that is none") << u"stranger"_s << u"refused the user name"_s;
    QTest::newRow("a login without rights") << u"nobody"_s << u"no rights in OMS Billing"_s;
}

void DesktopSettingsTest::refusesADatabaseWithASentence()
{
    QFETCH(QString, address);
    QFETCH(QString, said);
    db::ConnectionParameters parameters = m_desk->database().parameters();
    if (address.isEmpty()) {
        parameters.set("dbname", "no_such_database");
        address = support::toUrl(parameters);
    } else if (address == "stranger"_L1) {
        parameters.set("user", "no_such_login");
        address = support::toUrl(parameters);
    } else if (address == "nobody"_L1) {
        (void)m_desk->database().value("DO $$ BEGIN CREATE ROLE settings_nobody LOGIN; EXCEPTION"
                                       " WHEN duplicate_object THEN NULL; END $$");
        parameters.set("user", "settings_nobody");
        address = support::toUrl(parameters);
    }
    const QString sentence = sentenceOf(Setting::Database, address);
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
    QVERIFY(!sentence.contains("hidden"_L1));
}

void DesktopSettingsTest::refusesADatabaseThatIsNewerOrEmpty()
{
    const support::TestDatabase newer;
    (void)newer.value("INSERT INTO schema_migrations SELECT (jsonb_populate_record(m,"
                      " jsonb_build_object('version', m.version + 1))).* FROM schema_migrations m"
                      " ORDER BY m.version DESC LIMIT 1 RETURNING 1");
    const QString ofNewer = sentenceOf(Setting::Database, newer.url());
    QVERIFY2(ofNewer.contains("newer version of this program"_L1), qPrintable(ofNewer));
    const support::TestDatabase empty(support::TestDatabase::Content::Empty);
    const QString ofEmpty = sentenceOf(Setting::Database, empty.url());
    QVERIFY2(ofEmpty.contains("set it up"_L1), qPrintable(ofEmpty));
}

void DesktopSettingsTest::takesADatabaseAndSaysAsWhom()
{
    const auto tested = m_desk->test(Setting::Database, {m_desk->database().url()});
    QVERIFY2(tested, tested ? "" : qPrintable(tested.error().message));
    QVERIFY2(tested->sentence.contains(m_desk->database().name()), qPrintable(tested->sentence));
    QCOMPARE(tested->warning, QString());
}

void DesktopSettingsTest::warnsOfALoginThatDoesNotRunTheEngine()
{
    const auto tested =
        m_desk->test(Setting::Database, {m_desk->database().roleUrl("oms_operator")});
    QVERIFY2(tested, tested ? "" : qPrintable(tested.error().message));
    QVERIFY2(tested->warning.contains("server program"_L1), qPrintable(tested->warning));
}

void DesktopSettingsTest::refusesASecretWithASentence_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << u" , "_s << u"Enter the signing secret"_s;
    QTest::newRow("a key") << u"sk_test_51abc"_s << u"This is a Stripe key"_s;
    QTest::newRow("the endpoint's id") << u"we_1abcdef"_s << u"endpoint's id"_s;
    QTest::newRow("half of one") << u"whsec_1234567890,whsec"_s << u"not a complete"_s;
}

void DesktopSettingsTest::refusesASecretWithASentence()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    const QString sentence = sentenceOf(Setting::WebhookSecrets, typed);
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
}

void DesktopSettingsTest::refusesAPortThatIsTakenAndTakesAFreeOne()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(other.serverPort());
    const QString sentence = sentenceOf(Setting::Listener, address);
    QVERIFY2(sentence.contains(u"Port %1 is in use"_s.arg(other.serverPort())),
             qPrintable(sentence));
    other.close();
    QVERIFY(m_desk->test(Setting::Listener, {address}));
}

void DesktopSettingsTest::refusesAnAddressForTheListener_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("no address") << u"everywhere"_s << u"Write it as 127.0.0.1:8000"_s;
    QTest::newRow("beyond this computer") << u"0.0.0.0:0"_s << u"encrypted"_s;
    QTest::newRow("not this computer's") << u"192.0.2.1:8000"_s << u"192.0.2.1"_s;
}

void DesktopSettingsTest::refusesAnAddressForTheListener()
{
    QFETCH(QString, typed);
    QFETCH(QString, said);
    const QString sentence = sentenceOf(Setting::Listener, typed);
    QVERIFY2(sentence.contains(said), qPrintable(sentence));
}

void DesktopSettingsTest::keepsSecretsApartAndShowsOnlyTheirEnd()
{
    QVERIFY(m_desk->keep(Setting::StripeKey, {u" sk_test_51abcdef4242 "_s}));
    QVERIFY(m_desk->keep(Setting::WebhookSecrets, {u"whsec_1234567890ab77"_s}));
    QVERIFY(m_desk->keep(Setting::Database, {u"postgresql://alice:s3cret@db/billing"_s}));
    m_desk->reload();
    QCOMPARE(m_desk->settings().configuration().stripeKey, u"sk_test_51abcdef4242"_s);
    QCOMPARE(m_desk->settings().configuration().databasePassword, u"s3cret"_s);
    QCOMPARE(state(Setting::StripeKey).shown, u"sk_test_…4242"_s);
    QCOMPARE(state(Setting::WebhookSecrets).shown, u"whsec_…ab77"_s);
    QCOMPARE(state(Setting::Database).shown, u"postgresql://alice@db/billing"_s);
    QCOMPARE(state(Setting::StripeKey).origin, Origin::Stored);
    QCOMPARE(state(Setting::StripeKey).place, m_desk->secretsPath()); // no keychain: it is told
    for (const QByteArray &secret :
         {QByteArray("51abcdef"), QByteArray("1234567890"), QByteArray("s3cret")}) {
        QVERIFY(!m_desk->settingsFile().contains(secret));
        QVERIFY(m_desk->secretsFile().contains(secret));
    }
}

void DesktopSettingsTest::addsASecondSigningSecret()
{
    QVERIFY(m_desk->keep(Setting::WebhookSecrets, {u"whsec_1234567890ab77"_s}));
    QVERIFY(m_desk->keep(Setting::WebhookSecrets, {u"whsec_0987654321cd88"_s, {}, true}));
    QCOMPARE(m_desk->settings().configuration().webhookSecrets,
             QList<QByteArray>({"whsec_1234567890ab77", "whsec_0987654321cd88"}));
    QVERIFY(m_desk->keep(Setting::WebhookSecrets, {u"whsec_5555555555ee99"_s}));
    QCOMPARE(m_desk->settings().configuration().webhookSecrets,
             QList<QByteArray>({"whsec_5555555555ee99"}));
}

void DesktopSettingsTest::keepsThePasswordUnlessThePlaceChanges()
{
    QVERIFY(m_desk->keep(Setting::Database, {u"postgresql://alice@db/billing"_s, u"s3cret"_s}));
    QVERIFY(m_desk->keep(Setting::Database, {u"postgresql://alice@db/billing"_s}));
    QCOMPARE(m_desk->settings().configuration().databasePassword, u"s3cret"_s);
    QVERIFY(m_desk->keep(Setting::Database, {u"postgresql://alice@elsewhere/billing"_s}));
    QCOMPARE(m_desk->settings().configuration().databasePassword, QString());
    QVERIFY(!m_desk->secretsFile().contains("s3cret"));
}

void DesktopSettingsTest::showsWhatAVariableFixed()
{
    app::Configuration given = app::defaultConfiguration();
    given.stripeKey = u"sk_test_51abcdef4242"_s;
    given.sources[u"STRIPE_SECRET_KEY"_s] = u"STRIPE_SECRET_KEY"_s;
    given.sources[u"OMS_BILLING_LISTEN"_s] = u"--listen"_s;
    SettingsDesk desk(given);
    QVERIFY(desk.settings().state(Setting::StripeKey).isFixed());
    QCOMPARE(desk.settings().state(Setting::StripeKey).source, u"STRIPE_SECRET_KEY"_s);
    QCOMPARE(desk.settings().state(Setting::StripeKey).shown, u"sk_test_…4242"_s);
    QCOMPARE(desk.settings().state(Setting::Listener).source, u"--listen"_s);
    QCOMPARE(desk.settings().state(Setting::Database).origin, Origin::Default);
    QVERIFY(desk.keep(Setting::StripeKey, {u"sk_test_another00000"_s}));
    QCOMPARE(desk.settings().configuration().stripeKey, u"sk_test_51abcdef4242"_s);
}

void DesktopSettingsTest::asksToReconnectUntilItIsInUse()
{
    app::DesktopSettings &settings = m_desk->settings();
    m_desk->run(settings.configuration());
    QVERIFY(!settings.needsReconnect());
    QVERIFY(m_desk->keep(Setting::WebhookSecrets, {u"whsec_1234567890ab77"_s}));
    QVERIFY(!settings.needsReconnect()); // the listener takes it over as it runs
    const QSignalSpy changed(&settings, &services::SettingsService::changed);
    QVERIFY(m_desk->keep(Setting::Listener, {u"127.0.0.1:8001"_s}));
    QVERIFY(!changed.isEmpty());
    QVERIFY(settings.needsReconnect());
    m_desk->run(settings.configuration());
    QVERIFY(!settings.needsReconnect());
}

void DesktopSettingsTest::forgets()
{
    QVERIFY(m_desk->keep(Setting::StripeKey, {u"sk_test_51abcdef4242"_s}));
    QVERIFY(m_desk->keep(Setting::Database, {u"postgresql://alice@db/billing"_s, u"s3cret"_s}));
    QVERIFY(resultOf(m_desk->settings().forget(Setting::StripeKey)));
    QVERIFY(resultOf(m_desk->settings().forget(Setting::Database)));
    m_desk->reload();
    QCOMPARE(state(Setting::StripeKey).shown, QString());
    QCOMPARE(state(Setting::Database).origin, Origin::Default);
    QVERIFY(!m_desk->settings().hasAny());
    QVERIFY(!m_desk->secretsFile().contains("s3cret"));
}

QTEST_GUILESS_MAIN(DesktopSettingsTest)
#include "tst_desktopsettings.moc"
