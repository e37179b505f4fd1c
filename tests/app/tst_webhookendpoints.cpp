// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointdesk.h"
#include "runningsandbox.h"
#include "services/eventtypes.h"
#include "stripe/form.h"
#include "testdatabase.h"

#include <QFile>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using core::EndpointSecret;

/// Webhook endpoints through the operation queue, and their secrets, which are in the keychain and
/// nowhere else, whatever happens on the way.
class WebhookEndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void init();
    void cleanup();
    void createsWithOurVersionAndOurTypes();
    void keepsTheSecretInTheKeychainAlone();
    void triesAgainUntilTheKeychainTakesIt();
    void asksForTheSecretAgainAfterAKill_data();
    void asksForTheSecretAgainAfterAKill();
    void saysWhenTheSecretIsLost();
    void leavesOperationsToTheDeskThatKeepsTheSecret();
    void makesOneOfTwoPresses();
    void bringsTypesUpToDate();
    void changesWhatIsAsked();
    void deletesAndDropsTheSecret();
    void countsWhatIsGoneAsDeleted();
    void asksWhatBecameOfALostDeletion_data();
    void asksWhatBecameOfALostDeletion();

private:
    [[nodiscard]] QString sql(const QByteArray &query) const { return m_database->value(query); }
    [[nodiscard]] QByteArray secretsFile() const;
    [[nodiscard]] QString audited(const QByteArray &columns) const;
    [[nodiscard]] bool isSecretOutside() const;
    void restart();
    core::WebhookEndpoint made(const QString &url);

    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EndpointDesk> m_desk;
    static QByteArray s_log;
};

QByteArray WebhookEndpointsTest::s_log;

namespace {

const QString here = u"http://127.0.0.1:9/api/v1/stripe/webhooks"_s;
const QString there = u"http://127.0.0.1:9/elsewhere"_s;

} // namespace

void WebhookEndpointsTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"oms.*=true"_s); // what is told with --debug, too
    static QtMessageHandler before = nullptr;
    before = qInstallMessageHandler(
        [](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            s_log += text.toUtf8() + '\n';
            before(type, context, text);
        });
}

void WebhookEndpointsTest::init()
{
    s_log.clear();
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    m_folder = std::make_unique<QTemporaryDir>();
    restart();
}

/// The same desk again, as after a start of the program.
void WebhookEndpointsTest::restart()
{
    m_desk.reset();
    m_desk = std::make_unique<EndpointDesk>(m_database->parameters(), m_sandbox->baseUrl(),
                                            m_folder->path());
    m_desk->desk.work();
}

void WebhookEndpointsTest::cleanup()
{
    m_sandbox->setFaults({});
    if (m_desk) // else a test broke off while it was away
        QCOMPARE(m_desk->desk.client.violations(), QStringList());
    QVERIFY2(!isSecretOutside(), "a secret is outside the keychain");
    m_desk.reset();
    m_folder.reset();
    m_sandbox.reset();
    m_database.reset();
}

QByteArray WebhookEndpointsTest::secretsFile() const
{
    QFile file(m_folder->filePath(u"secrets.json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// In any row of the tables that an operation touches, the settings file or the log.
bool WebhookEndpointsTest::isSecretOutside() const
{
    QFile settings(m_folder->filePath(u"settings.ini"_s));
    const bool isInFile =
        settings.open(QIODevice::ReadOnly) && settings.readAll().contains("whsec_");
    return isInFile || s_log.contains("whsec_")
        || sql("SELECT count(*) FROM (SELECT o::text AS t FROM operations o"
               " UNION ALL SELECT convert_from(o.request_body, 'UTF8') FROM operations o"
               " UNION ALL SELECT a::text FROM audit_log a"
               " UNION ALL SELECT c::text FROM changes c) x WHERE x.t LIKE '%whsec%'")
        != "0"_L1;
}

QString WebhookEndpointsTest::audited(const QByteArray &columns) const
{
    return sql("SELECT concat_ws(' ', " + columns
               + ") FROM audit_log WHERE entity = 'webhook_endpoint' ORDER BY seq DESC LIMIT 1");
}

core::WebhookEndpoint WebhookEndpointsTest::made(const QString &url)
{
    if (!m_desk->endsAs(m_desk->create({url, u"Ours"_s, {}, {}}), u"done"_s))
        qFatal("not created");
    return m_desk->at(url);
}

void WebhookEndpointsTest::createsWithOurVersionAndOurTypes()
{
    const QUuid group = m_desk->create({u" "_s + here, u"Billing"_s, {}, u"first start"_s});
    QVERIFY(m_desk->endsAs(group, u"done"_s));
    const core::WebhookEndpoint endpoint = m_desk->at(here);
    QCOMPARE(endpoint.apiVersion, u"2023-10-16"_s);
    QCOMPARE(endpoint.enabledEvents, services::eventTypesFor(u"2023-10-16"_s));
    QCOMPARE(endpoint.enabledEvents.size(), services::handledEventTypes().size() - 1);
    QVERIFY(!endpoint.enabledEvents.contains(u"refund.failed"_s)); // 2024-10-28
    QVERIFY(services::eventTypesFor(u"2025-03-31.basil"_s).contains(u"refund.failed"_s));
    QCOMPARE(endpoint.description, u"Billing"_s);
    QCOMPARE(endpoint.secret, EndpointSecret::Ours);
    QVERIFY(!endpoint.operationId.isEmpty());
    QCOMPARE(audited("action, entity_id, after ->> 'url', after ->> 'secret_kept', reason"),
             u"webhook_endpoint.create %1 %2 true first start"_s.arg(endpoint.id, here));
}

void WebhookEndpointsTest::keepsTheSecretInTheKeychainAlone()
{
    const core::WebhookEndpoint endpoint = made(here);
    QCOMPARE(m_desk->secrets().size(), 1);
    QVERIFY(m_desk->secrets().first().startsWith("whsec_"));
    QVERIFY(secretsFile().contains(m_desk->secrets().first()));
    QVERIFY(!isSecretOutside());
    restart();
    QCOMPARE(m_desk->at(here).secret, EndpointSecret::Ours); // known after a restart
}

void WebhookEndpointsTest::triesAgainUntilTheKeychainTakesIt()
{
    // A folder in the file's place: nothing can be written there.
    QVERIFY(QDir(m_folder->path()).mkpath(u"secrets.json/x"_s));
    const QUuid group = m_desk->create({here, {}, {}, {}});
    QVERIFY(m_desk->endsAs(group, u"unknown"_s));
    QCOMPARE(m_desk->desk.step(group).error->kind, core::Error::Kind::Storage);
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE entity = 'webhook_endpoint'"), u"0"_s);
    QVERIFY(QDir(m_folder->filePath(u"secrets.json"_s)).removeRecursively());
    QVERIFY(m_desk->endsAs(group, u"done"_s)); // the same key brought the same secret again
    QCOMPARE(m_desk->list().size(), 1);
    QCOMPARE(m_desk->list().first().secret, EndpointSecret::Ours);
    QVERIFY(m_desk->desk.step(group).result[u"secret_kept"_s].toBool());
}

void WebhookEndpointsTest::asksForTheSecretAgainAfterAKill_data()
{
    QTest::addColumn<QString>("where");
    QTest::newRow("before the request goes out") << u"claimed"_s;
    QTest::newRow("when Stripe has answered, before the keychain has it") << u"answered"_s;
    QTest::newRow("when the keychain has it, before it is recorded") << u"secret kept"_s;
    QTest::newRow("when all is done but its end is not noticed") << u"settled"_s;
}

void WebhookEndpointsTest::asksForTheSecretAgainAfterAKill()
{
    QFETCH(QString, where);
    m_desk.reset();
    const auto run = [this](const QString &point) {
        QProcess process;
        process.start(QStringLiteral(OMS_CRASHING_ENDPOINT),
                      {m_database->url(), m_sandbox->baseUrl(), m_folder->path(), point});
        process.waitForFinished(20'000);
        s_log += process.readAllStandardError();
        return process.exitStatus();
    };
    QCOMPARE(run(where), QProcess::CrashExit);
    QCOMPARE(run(u"recover"_s), QProcess::NormalExit);
    restart();
    QCOMPARE(m_desk->list().size(), 1);
    QCOMPARE(m_desk->list().first().secret, EndpointSecret::Ours);
    QCOMPARE(m_desk->secrets().size(), 1);
    QCOMPARE(sql("SELECT count(*) FROM operations WHERE state = 'done'"), u"1"_s);
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE action = 'webhook_endpoint.create'"),
             u"1"_s);
}

/// Stripe replays an answer for a day. After that only the endpoint is found.
void WebhookEndpointsTest::saysWhenTheSecretIsLost()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"secrets.json/x"_s));
    const QUuid group = m_desk->create({here, {}, {}, {}});
    QVERIFY(m_desk->endsAs(group, u"unknown"_s));
    m_desk.reset();
    (void)sql(
        "UPDATE operations SET first_sent_at = now() - interval '25 hours', next_attempt_at = "
        "now(),"
        " lease_until = NULL");
    QVERIFY(QDir(m_folder->filePath(u"secrets.json"_s)).removeRecursively());
    restart();
    QVERIFY(m_desk->endsAs(group, u"done"_s));
    QCOMPARE(m_desk->desk.step(group).result[u"secret_kept"_s], QJsonValue(false));
    QCOMPARE(audited("after ->> 'secret_kept'"), u"false"_s);
    QCOMPARE(m_desk->list().size(), 1); // found, not made a second time
    QCOMPARE(m_desk->list().first().secret, EndpointSecret::NotOurs);
}

void WebhookEndpointsTest::leavesOperationsToTheDeskThatKeepsTheSecret()
{
    m_desk.reset();
    const QTemporaryDir otherFolder;
    EndpointDesk other(m_database->parameters(), m_sandbox->baseUrl(), otherFolder.path());
    EndpointDesk asking(m_database->parameters(), m_sandbox->baseUrl(), m_folder->path());
    support::TestDesk server(m_database->parameters(), m_sandbox->baseUrl()); // no keychain at all
    QVERIFY(other.keychain.keeper() != asking.keychain.keeper());
    const QUuid group = asking.create({here, {}, {}, {}}); // its own executor rests
    other.desk.work();
    server.work();
    const QUuid further = other.create({there, {}, {}, {}}); // behind it in the queue
    QVERIFY(other.endsAs(further, u"done"_s));
    QCOMPARE(asking.desk.states(group), u"planned"_s);
    asking.desk.work();
    QVERIFY(asking.endsAs(group, u"done"_s));
    QCOMPARE(asking.at(here).secret, EndpointSecret::Ours);
    QCOMPARE(asking.at(there).secret, EndpointSecret::NotOurs);
    // Nor can another take it out of this desk's keychain.
    const QUuid deletion = asking.remove(asking.at(here));
    QVERIFY(asking.endsAs(deletion, u"done"_s));
    QCOMPARE(asking.secrets(), QList<QByteArray>());
    QCOMPARE(server.client.writes().size(), 0);
    restart();
}

void WebhookEndpointsTest::makesOneOfTwoPresses()
{
    m_desk.reset();
    EndpointDesk desk(m_database->parameters(), m_sandbox->baseUrl(), m_folder->path());
    const QUuid group = desk.create({here, {}, {}, {}});
    const auto second = support::resultOf(desk.service.create({here, {}, {}, {}}));
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().kind, core::Error::Kind::Conflict);
    desk.desk.work();
    QVERIFY(desk.endsAs(group, u"done"_s));
    QCOMPARE(desk.list().size(), 1);
    restart();
}

void WebhookEndpointsTest::bringsTypesUpToDate()
{
    const core::WebhookEndpoint endpoint = made(here);
    stripe::Call call;
    call.method = stripe::Method::Post; // as somebody at the dashboard would
    call.path = u"/v1/webhook_endpoints/"_s + endpoint.id;
    call.form = stripe::Form()
                    .add("enabled_events[0]", u"invoice.paid"_s)
                    .add("enabled_events[1]", u"balance.available"_s)
                    .encoded();
    call.idempotencyKey = "dashboard";
    QVERIFY(QCoro::waitFor(m_desk->desk.http.send(call)).has_value());
    const core::WebhookEndpoint was = m_desk->at(here);
    QCOMPARE(was.enabledEvents.size(), 2);
    core::WebhookEndpointChange change;
    change.bringsTypesUpToDate = true;
    QVERIFY(m_desk->endsAs(m_desk->update(was, change), u"done"_s));
    QCOMPARE(m_desk->at(here).enabledEvents, m_desk->service.types());
    QCOMPARE(audited("action, before -> 'enabled_events', jsonb_array_length(after -> "
                     "'enabled_events')"),
             u"webhook_endpoint.update [\"invoice.paid\", \"balance.available\"] %1"_s.arg(
                 m_desk->service.types().size()));
    const QUrlQuery form(QString::fromLatin1(m_desk->desk.client.writes().last().form));
    QVERIFY(!form.hasQueryItem(u"url"_s)); // what was not asked for is not sent
}

void WebhookEndpointsTest::changesWhatIsAsked()
{
    const core::WebhookEndpoint was = made(here);
    core::WebhookEndpointChange change;
    change.url = there;
    change.description = QString();
    change.isEnabled = false;
    change.reason = u"moved"_s;
    QVERIFY(m_desk->endsAs(m_desk->update(was, change), u"done"_s));
    const core::WebhookEndpoint now = m_desk->at(there);
    QCOMPARE(now.id, was.id);
    QVERIFY(!now.isEnabled);
    QVERIFY(now.description.isEmpty());
    QCOMPARE(now.secret, EndpointSecret::Ours);
    QCOMPARE(audited("before ->> 'url', before ->> 'status', after ->> 'url', after ->> 'status',"
                     " reason"),
             u"%1 enabled %2 disabled moved"_s.arg(here, there));
}

void WebhookEndpointsTest::deletesAndDropsTheSecret()
{
    const core::WebhookEndpoint kept = made(there);
    const QByteArray keptSecret = m_desk->secrets().first();
    const core::WebhookEndpoint endpoint = made(here);
    QCOMPARE(m_desk->secrets().size(), 2);
    QVERIFY(m_desk->endsAs(m_desk->remove(endpoint), u"done"_s));
    QCOMPARE(m_desk->list().size(), 1);
    QCOMPARE(m_desk->secrets(), QList{keptSecret});
    QCOMPARE(audited("action, entity_id, before ->> 'url', reason"),
             u"webhook_endpoint.delete %1 %2 no longer used"_s.arg(endpoint.id, here));
}

void WebhookEndpointsTest::countsWhatIsGoneAsDeleted()
{
    const core::WebhookEndpoint endpoint = made(here);
    stripe::Call call;
    call.method = stripe::Method::Delete;
    call.path = u"/v1/webhook_endpoints/"_s + endpoint.id;
    QVERIFY(QCoro::waitFor(m_desk->desk.http.send(call)).has_value());
    QVERIFY(m_desk->endsAs(m_desk->remove(endpoint), u"done"_s));
    QCOMPARE(m_desk->secrets(), QList<QByteArray>());
}

void WebhookEndpointsTest::asksWhatBecameOfALostDeletion_data()
{
    QTest::addColumn<bool>("isAfterEffect");
    QTest::newRow("the request never arrived") << false;
    QTest::newRow("it was deleted, only the answer was lost") << true;
}

void WebhookEndpointsTest::asksWhatBecameOfALostDeletion()
{
    QFETCH(bool, isAfterEffect);
    const core::WebhookEndpoint endpoint = made(here);
    sandbox::FaultPlan plan;
    plan.method = u"DELETE"_s;
    plan.dropConnection = 1;
    plan.isAfterEffect = isAfterEffect;
    m_sandbox->setFaults(plan);
    const QUuid group = m_desk->remove(endpoint);
    if (isAfterEffect)
        QVERIFY(m_desk->endsAs(group, u"done"_s)); // a GET has told, while no DELETE gets through
    else
        QVERIFY(m_desk->endsAs(group, u"unknown"_s));
    m_sandbox->setFaults({});
    QVERIFY(m_desk->endsAs(group, u"done"_s));
    QCOMPARE(m_desk->list().size(), 0);
    QCOMPARE(m_desk->secrets(), QList<QByteArray>());
    QCOMPARE(sql("SELECT count(*) FROM audit_log WHERE action = 'webhook_endpoint.delete'"),
             u"1"_s);
}

QTEST_GUILESS_MAIN(WebhookEndpointsTest)
#include "tst_webhookendpoints.moc"
