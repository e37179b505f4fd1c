// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointprogram.h"
#include "services/rollfinisher.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QTest>

using namespace Qt::StringLiterals;

/// An endpoint made through the product, to which Stripe then delivers; its secret rolled; deleted:
/// service, queue, sandbox over HTTP, keychain, the running listener, PostgreSQL.
class EndpointFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_program = std::make_unique<EndpointProgram>(); }
    void cleanup();
    void deliversFromCreationToDeletion();
    void startsAgainWithWhatItKept();
    void saysWhereThereIsNoKey();

private:
    [[nodiscard]] QString sql(const QByteArray &query) const
    {
        return m_program->database().value(query);
    }
    [[nodiscard]] QString stored() const
    {
        return sql("SELECT count(*) FROM stripe_webhook_events"
                   " WHERE event_type = 'customer.created'");
    }
    template <typename T>
    static T awaited(const QFuture<core::Result<T>> &future)
    {
        return EndpointProgram::awaited(future);
    }

    std::unique_ptr<EndpointProgram> m_program;
};

void EndpointFlowTest::cleanup()
{
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state IN ('dead', 'refused')"),
             u"0"_s);
    m_program.reset();
}

void EndpointFlowTest::deliversFromCreationToDeletion()
{
    using Part = services::Health::Part;
    const services::Health &health = m_program->services().health;
    services::WebhookEndpointService &endpoints = m_program->endpoints();
    QCOMPARE(health.part(Part::Listener).state, services::PartHealth::State::Degraded);
    const QString url = endpoints.settings().suggestedUrl;
    QVERIFY2(url.endsWith(u":%1/api/v1/stripe/webhooks"_s.arg(m_program->backend().listenPort())),
             qPrintable(url));
    awaited(endpoints.create({url, u"This desk"_s, {}, {}}));
    QTRY_COMPARE(m_program->secrets().size(),
                 1); // the running listener takes it, without a restart
    QTRY_COMPARE(health.part(Part::Listener).state, services::PartHealth::State::Good);
    const QByteArray first = m_program->secrets().first();
    m_program->happen();
    QTRY_COMPARE(m_program->backend().signedWith(first), 1);
    QTRY_COMPARE(stored(), u"1"_s);

    const core::WebhookEndpoint old = m_program->list().first();
    QCOMPARE(old.delivered, 1);
    core::NewWebhookEndpoint fresh{url, u"This desk"_s, {}, {}};
    fresh.overlap = {old.id, QDateTime::currentDateTimeUtc().addDays(1), true};
    awaited(endpoints.create(fresh));
    QTRY_COMPARE(m_program->secrets().size(), 2);
    const QByteArray second = m_program->secrets().last();
    QTRY_COMPARE(services::openRolls(m_program->list()).size(), 1);
    m_program->happen(); // delivered twice, stored once
    QTRY_COMPARE(m_program->backend().signedWith(second), 1);
    QTRY_COMPARE(m_program->backend().signedWith(first), 2);
    QTRY_COMPARE(stored(), u"2"_s);

    awaited(endpoints.remove(old, {}));
    QTRY_COMPARE(m_program->secrets(), QList{second});
    QCOMPARE(m_program->list().size(), 1);
    m_program->happen();
    QTRY_COMPARE(m_program->backend().signedWith(second), 2);
    QTRY_COMPARE(stored(), u"3"_s);
    QCOMPARE(m_program->backend().signedWith(first), 0); // forgotten with the secret

    awaited(endpoints.remove(m_program->list().first(), {}));
    QTRY_COMPARE(m_program->secrets(), QList<QByteArray>());
    QTRY_COMPARE(health.part(Part::Listener).state, services::PartHealth::State::Degraded);
    QTRY_COMPARE(sql("SELECT string_agg(action, ' ' ORDER BY seq) FROM audit_log"
                     " WHERE entity = 'webhook_endpoint'"),
                 u"webhook_endpoint.create webhook_endpoint.roll webhook_endpoint.delete "
                 "webhook_endpoint.delete"_s);
}

void EndpointFlowTest::startsAgainWithWhatItKept()
{
    awaited(m_program->endpoints().create(
        {m_program->endpoints().settings().suggestedUrl, {}, {}, {}}));
    QTRY_COMPARE(m_program->secrets().size(), 1);
    const QByteArray secret = m_program->secrets().first();
    const core::WebhookEndpoint was = m_program->list().first();
    m_program->stop();
    m_program->start(); // at another port: the address is brought up to date
    QCOMPARE(m_program->secrets(), QList{secret});
    core::WebhookEndpointChange change;
    change.url = m_program->endpoints().settings().suggestedUrl;
    QVERIFY(*change.url != was.url);
    awaited(m_program->endpoints().update(was, change));
    QTRY_COMPARE(m_program->list().first().url, *change.url);
    m_program->happen();
    QTRY_COMPARE(m_program->backend().signedWith(secret), 1);
    QTRY_COMPARE(stored(), u"1"_s);
}

/// A clerk's desk beside the server program: no key, so no list, and it says why.
void EndpointFlowTest::saysWhereThereIsNoKey()
{
    app::BackendOptions options;
    options.database = m_program->database().roleParameters("oms_operator", "flows_endpoints");
    options.databaseName = u"test"_s;
    options.configuration = m_program->connections().configuration();
    options.secrets = &m_program->keychain();
    app::Backend clerk(options);
    support::orDie(QCoro::waitFor(clerk.start()), "clerk");
    const auto listed = support::resultOf(clerk.services().endpoints.list());
    QVERIFY(!listed.has_value());
    QCOMPARE(listed.error().kind, core::Error::Kind::Forbidden);
    QVERIFY2(listed.error().message.contains(u"server program"),
             qPrintable(listed.error().message));
    QCOMPARE(clerk.services().endpoints.secretObstacle(), listed.error().message);
    QCoro::waitFor(clerk.stop());
}

QTEST_GUILESS_MAIN(EndpointFlowTest)
#include "tst_endpointflow.moc"
