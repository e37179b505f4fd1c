// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointdesk.h"
#include "runningsandbox.h"
#include "services/rollfinisher.h"
#include "testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::EndpointSecret;

/// When a rolling of secrets ends, whose secrets a desk holds, which addresses Stripe can reach,
/// and who may ask for a change.
class EndpointRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rollsWithTwoSecretsInUse();
    void endsARollingByTheClock_data();
    void endsARollingByTheClock();
    void finishesARollingByItself();
    void knowsWhoseSecretsItHolds();
    void checksTheAddress_data();
    void checksTheAddress();
    void saysWhyASecretCannotBeKept();
    void leavesItToAdministrators();

private:
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_database->value(query); }
    [[nodiscard]] QString audited(const QByteArray &columns) const;
    core::WebhookEndpoint made(const QString &url, core::RollOverlap overlap = {});

    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EndpointDesk> m_desk;
};

namespace {

const QString here = u"http://127.0.0.1:9/api/v1/stripe/webhooks"_s;

} // namespace

void EndpointRulesTest::init()
{
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<EndpointDesk>(m_database->parameters(), m_sandbox->baseUrl(),
                                            m_folder->path());
    m_desk->desk.work();
}

void EndpointRulesTest::cleanup()
{
    if (m_desk)
        QCOMPARE(m_desk->desk.client.violations(), QStringList());
    m_desk.reset();
    m_folder.reset();
    m_sandbox.reset();
    m_database.reset();
}

QString EndpointRulesTest::audited(const QByteArray &columns) const
{
    return sql("SELECT concat_ws(' ', " + columns
               + ") FROM audit_log WHERE entity = 'webhook_endpoint' ORDER BY seq DESC LIMIT 1");
}

core::WebhookEndpoint EndpointRulesTest::made(const QString &url, core::RollOverlap overlap)
{
    const QUuid group = m_desk->create({url, u"Ours"_s, overlap, {}});
    if (!m_desk->endsAs(group, u"done"_s))
        qFatal("not created");
    const QString id = m_desk->desk.step(group).result[u"endpoint_id"_s].toString();
    for (const core::WebhookEndpoint &endpoint : m_desk->list()) {
        if (endpoint.id == id)
            return endpoint;
    }
    qFatal("not listed");
}

void EndpointRulesTest::rollsWithTwoSecretsInUse()
{
    const core::WebhookEndpoint old = made(here);
    const QByteArray oldSecret = m_desk->secrets().first();
    const core::WebhookEndpoint fresh = made(here, {old.id, {}, false});
    QCOMPARE(m_desk->secrets().size(), 2);
    QCOMPARE(audited("action, before ->> 'endpoint_id'"),
             u"webhook_endpoint.roll %1"_s.arg(old.id));
    const auto rolls = services::openRolls(m_desk->list());
    QCOMPARE(rolls.size(), 1);
    QCOMPARE(rolls.first().old.id, old.id);
    QCOMPARE(rolls.first().fresh.id, fresh.id);
    QVERIFY(!services::isRollOver(rolls.first(), QDateTime::currentDateTimeUtc().addYears(1)));
    QVERIFY(m_desk->endsAs(m_desk->remove(old), u"done"_s));
    QCOMPARE(services::openRolls(m_desk->list()).size(), 0);
    QCOMPARE(m_desk->secrets().size(), 1);
    QVERIFY(m_desk->secrets().first() != oldSecret);
}

void EndpointRulesTest::endsARollingByTheClock_data()
{
    QTest::addColumn<bool>("endsWithFirstEvent");
    QTest::addColumn<int>("delivered");
    QTest::addColumn<int>("hoursLeft");
    QTest::addColumn<bool>("isEnabled");
    QTest::addColumn<EndpointSecret>("secret");
    QTest::addColumn<bool>("isOver");
    const auto ours = EndpointSecret::Ours;
    QTest::newRow("nothing has come yet") << true << 0 << 1 << true << ours << false;
    QTest::newRow("an event has come") << true << 1 << 1 << true << ours << true;
    QTest::newRow("an event has come, but the time counts")
        << false << 1 << 1 << true << ours << false;
    QTest::newRow("the time is up") << false << 0 << -1 << true << ours << true;
    QTest::newRow("the time is up, the new one is disabled")
        << true << 1 << -1 << false << ours << false;
    QTest::newRow("the time is up, the new secret is not here")
        << true << 0 << -1 << true << EndpointSecret::NotOurs << false;
}

void EndpointRulesTest::endsARollingByTheClock()
{
    QFETCH(bool, endsWithFirstEvent);
    QFETCH(int, delivered);
    QFETCH(int, hoursLeft);
    QFETCH(bool, isEnabled);
    QFETCH(EndpointSecret, secret);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    services::OpenRoll roll;
    roll.fresh.delivered = delivered;
    roll.fresh.isEnabled = isEnabled;
    roll.fresh.secret = secret;
    roll.fresh.overlap = {u"we_1"_s, now.addSecs(hoursLeft * 3600), endsWithFirstEvent};
    QTEST(services::isRollOver(roll, now), "isOver");
}

void EndpointRulesTest::finishesARollingByItself()
{
    core::SystemClock clock;
    services::RollFinisher finisher(m_desk->service, clock);
    finisher.start(std::chrono::milliseconds(50));
    const core::WebhookEndpoint old = made(here);
    made(here, {old.id, QDateTime::currentDateTimeUtc().addSecs(2), false});
    QCOMPARE(m_desk->secrets().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->secrets().size(), 1, 20'000);
    QTRY_COMPARE(m_desk->list().size(), 1);
    QVERIFY(m_desk->list().first().id != old.id);
    QTRY_COMPARE(audited("action, entity_id"), u"webhook_endpoint.delete %1"_s.arg(old.id));
    QVERIFY(!audited("reason").isEmpty());
    QCOMPARE(sql("SELECT count(*) FROM operations WHERE kind = 'webhook_endpoint.delete'"), u"1"_s);
}

void EndpointRulesTest::knowsWhoseSecretsItHolds()
{
    const core::WebhookEndpoint ours = made(here);
    QCOMPARE(m_desk->keychain.standing(u"we_other"_s), EndpointSecret::NotOurs);
    services::SettingInput typed{u"whsec_typed_by_hand"_s};
    typed.isAddition = true;
    QVERIFY(support::resultOf(m_desk->connections.keep(services::Setting::WebhookSecrets, typed)));
    QCOMPARE(m_desk->keychain.standing(ours.id), EndpointSecret::Ours);
    QCOMPARE(m_desk->keychain.standing(u"we_other"_s), EndpointSecret::Unknown);
    QVERIFY(support::resultOf(
        m_desk->connections.keep(services::Setting::WebhookSecrets, {u"whsec_typed_by_hand"_s})));
    QCOMPARE(m_desk->keychain.standing(ours.id), EndpointSecret::NotOurs); // replaced by hand
}

void EndpointRulesTest::checksTheAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isLive");
    QTest::addColumn<QString>("said");
    const QString path = services::webhookPath;
    const auto row = [&](const char *name, const QString &url, bool isLive, const char *said) {
        QTest::newRow(name) << url << isLive << QString::fromLatin1(said);
    };
    row("good", u"https://billing.example.com"_s + path, true, "");
    row("another path", u"https://billing.example.com/hooks"_s, true, "");
    row("plain HTTP in test mode", u"http://billing.example.com"_s + path, false, "");
    row("nothing", u"  "_s, false, "Enter the address");
    row("no scheme", u"billing.example.com"_s + path, false, "not a web address");
    row("another scheme", u"ftp://billing.example.com"_s + path, false, "not a web address");
    row("plain HTTP in live mode", u"http://billing.example.com"_s + path, true, "HTTPS");
    row("this computer", u"http://localhost:8000"_s + path, false, "cannot reach");
    row("this computer by number", u"http://127.0.0.1:8000"_s + path, false, "cannot reach");
    row("this computer, IPv6", u"https://[::1]:8000"_s + path, true, "cannot reach");
    row("this building", u"https://192.168.1.7"_s + path, true, "cannot reach");
    row("a name without a dot", u"https://billing"_s + path, true, "cannot reach");
    row("a password", u"https://me:secret@billing.example.com"_s + path, true, "password");
    row("no path", u"https://billing.example.com"_s, true, "lacks its path");
    row("a path of nothing", u"https://billing.example.com/"_s, true, "lacks its path");
}

void EndpointRulesTest::checksTheAddress()
{
    QFETCH(QString, url);
    QFETCH(bool, isLive);
    QFETCH(QString, said);
    services::EndpointSettings settings;
    settings.isLive = isLive;
    m_desk->service.use(&m_desk->desk.client, &m_desk->keychain, settings);
    const core::Result<> checked = m_desk->service.checkUrl(url);
    QCOMPARE(checked.has_value(), said.isEmpty());
    if (checked)
        return;
    QCOMPARE(checked.error().field, u"url"_s);
    QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
}

void EndpointRulesTest::saysWhyASecretCannotBeKept()
{
    m_desk.reset();
    app::Configuration given = app::defaultConfiguration();
    given.webhookSecrets = {"whsec_environment"};
    given.sources[u"STRIPE_WEBHOOK_SECRET"_s] = u"STRIPE_WEBHOOK_SECRET"_s;
    EndpointDesk fixed(m_database->parameters(), m_sandbox->baseUrl(), m_folder->path(),
                       support::TestDesk::quickOptions(), given);
    QVERIFY(fixed.service.secretObstacle().contains(u"STRIPE_WEBHOOK_SECRET"));
    const auto refused = support::resultOf(fixed.service.create({here, {}, {}, {}}));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, core::Error::Kind::Forbidden);
    QCOMPARE(fixed.list().size(), 0); // the list itself can be read

    services::EndpointSettings settings;
    settings.obstacle = {core::Error::Kind::Forbidden, u"No key."_s, {}, {}};
    fixed.service.use(nullptr, &fixed.keychain, settings);
    QCOMPARE(fixed.service.secretObstacle(), u"No key."_s);
    const auto listed = support::resultOf(fixed.service.list());
    QVERIFY(!listed.has_value());
    QCOMPARE(listed.error().message, u"No key."_s);
}

/// PostgreSQL says so, not the window: an operator's own connection is refused.
void EndpointRulesTest::leavesItToAdministrators()
{
    db::Database operators(m_database->roleParameters("oms_operator"));
    services::WebhookEndpointService service(operators);
    services::EndpointSettings settings;
    settings.apiVersion = u"2023-10-16"_s;
    settings.isStandIn = true;
    service.use(&m_desk->desk.client, &m_desk->keychain, settings);
    const auto refused = support::resultOf(service.create({here, {}, {}, {}}));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, core::Error::Kind::Forbidden);
    QCOMPARE(sql("SELECT count(*) FROM operations"), u"0"_s);
    db::Database admins(m_database->roleParameters("oms_admin"));
    services::WebhookEndpointService theirs(admins);
    theirs.use(&m_desk->desk.client, &m_desk->keychain, settings);
    QVERIFY(support::resultOf(theirs.create({here, {}, {}, {}})).has_value());
}

QTEST_GUILESS_MAIN(EndpointRulesTest)
#include "tst_endpointrules.moc"
