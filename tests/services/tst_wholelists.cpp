// SPDX-License-Identifier: GPL-3.0-or-later
#include "runningsandbox.h"
#include "services/eventapplier.h"
#include "services/mirrorfetcher.h"
#include "stripe/event.h"
#include "stripe/requests/common.h"
#include "stripe/requests/subscriptions.h"
#include "stripe/sublists.h"
#include "testdesk.h"

#include <QCoro/QCoroTask>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using support::TestDesk;

namespace {

constexpr int furtherItems = 13; // with the plan's own: more than the ten that Stripe shows

} // namespace

/// Of the lists inside an object Stripe shows ten: the rest is fetched, on every way into the
/// mirror.
class WholeListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void stripeShowsTen();
    void readsTheRest();
    void leavesWholeObjectsAlone();
    void anOperationWritesAllItems();
    void anEventIsFilledUpByTheFetcher();

private:
    /// The subscription as Stripe shows it, after a call to it.
    [[nodiscard]] QJsonObject shown(stripe::Call call);
    [[nodiscard]] QString items() const
    {
        return m_database->value("SELECT count(*) FROM stripe_subscription_items i"
                                 " JOIN stripe_subscriptions s ON s.id = i.subscription_id"
                                 " WHERE NOT i.is_deleted AND s.stripe_subscription_id = '"
                                 + m_subscription.toLatin1() + "'");
    }

    std::unique_ptr<support::TestDatabase> m_database;
    std::unique_ptr<RunningSandbox> m_sandbox;
    std::unique_ptr<TestDesk> m_desk;
    QString m_subscription;
};

QJsonObject WholeListsTest::shown(stripe::Call call)
{
    const stripe::Reply reply = QCoro::waitFor(m_desk->client.send(call));
    if (!reply)
        qWarning().noquote() << reply.error().error.message << reply.error().error.detail;
    return reply ? reply->body : QJsonObject();
}

void WholeListsTest::initTestCase()
{
    m_database = std::make_unique<support::TestDatabase>();
    m_sandbox = std::make_unique<RunningSandbox>();
    QVERIFY2(m_sandbox->isRunning(), qPrintable(m_sandbox->error()));
    m_desk = std::make_unique<TestDesk>(m_database->parameters(), m_sandbox->baseUrl());
    m_desk->work();
    const QUuid group = m_desk->provision(support::company(u"Many Items"_s));
    QTRY_COMPARE(m_desk->states(group), u"done, done"_s);
    m_subscription = m_desk->step(group, 2).result[u"subscription_id"_s].toString();

    stripe::SubscriptionChange change;
    change.prorationBehavior = u"none"_s;
    for (int number = 0; number < furtherItems; ++number) {
        stripe::Form form;
        form.add("currency", u"eur"_s);
        form.add("product_data[name]", u"Part %1"_s.arg(number));
        form.add("unit_amount", u"100"_s);
        form.add("recurring[interval]", u"month"_s);
        const QJsonObject price =
            shown(stripe::postCall(u"/v1/prices"_s, form, "price-" + QByteArray::number(number)));
        change.items.append({{}, price[u"id"_s].toString(), 1});
    }
    // Somebody else adds them: what we hear of it comes by events.
    QVERIFY(!shown(stripe::updateSubscription(m_subscription, change, "many")).isEmpty());
}

void WholeListsTest::cleanupTestCase()
{
    m_desk.reset();
    m_sandbox.reset();
    m_database.reset();
}

void WholeListsTest::cleanup()
{
    QCOMPARE(m_desk->client.violations(), QStringList());
}

void WholeListsTest::stripeShowsTen()
{
    const QJsonObject object = shown(stripe::retrieveSubscription(m_subscription));
    QVERIFY(stripe::hasPartialList(object));
    QCOMPARE(object[u"items"_s].toObject()[u"data"_s].toArray().size(), 10);
}

void WholeListsTest::readsTheRest()
{
    const QJsonObject object = shown(stripe::retrieveSubscription(m_subscription));
    const auto whole = QCoro::waitFor(
        stripe::withWholeLists(m_desk->client, object, stripe::Priority::Interactive));
    QVERIFY(whole);
    QVERIFY(!stripe::hasPartialList(*whole));
    const QJsonArray items = (*whole)[u"items"_s].toObject()[u"data"_s].toArray();
    QSet<QString> ids;
    for (const QJsonValue &item : items)
        ids.insert(item.toObject()[u"id"_s].toString());
    QCOMPARE(ids.size(), furtherItems + 1);
}

void WholeListsTest::leavesWholeObjectsAlone()
{
    const QJsonObject object{{u"id"_s, u"cus_1"_s}, {u"object"_s, u"customer"_s}};
    m_desk->client.forget();
    const auto whole = QCoro::waitFor(
        stripe::withWholeLists(m_desk->client, object, stripe::Priority::Interactive));
    QVERIFY(whole);
    QCOMPARE(*whole, object);
    QCOMPARE(m_desk->client.calls().size(), 0);
}

void WholeListsTest::anEventIsFilledUpByTheFetcher()
{
    // As if nothing had been heard of them.
    (void)m_database->value("DELETE FROM stripe_subscription_items");
    const QJsonObject object = shown(stripe::retrieveSubscription(m_subscription));
    stripe::Event event;
    event.id = u"evt_many"_s;
    event.type = u"customer.subscription.updated"_s;
    event.created = QDateTime::currentDateTimeUtc().addSecs(60);
    event.objectId = m_subscription;
    event.object = object;
    auto apply = [event](db::Session &session) -> core::Result<> {
        const auto applied = services::applyEvent(session, event);
        if (!applied)
            return core::passOn(applied);
        return {};
    };
    const core::Result<> applied = m_desk->database.write(std::move(apply)).result();
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().detail));
    QCOMPARE(items(), u"10"_s);
    QCOMPARE(m_database->value("SELECT needs_fetch FROM stripe_subscriptions"), u"t"_s);
    services::MirrorFetcher fetcher(m_desk->database, m_desk->client);
    fetcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(items(), QString::number(furtherItems + 1), 15'000);
    QCOMPARE(m_database->value("SELECT mrr::bigint FROM stripe_subscriptions"),
             m_database->value("SELECT sum(unit_amount) FROM stripe_subscription_items"));
    QCoro::waitFor(fetcher.stop());
}

void WholeListsTest::anOperationWritesAllItems()
{
    core::Cancellation cancellation;
    cancellation.subscriptionId = m_subscription;
    const QUuid group = m_desk->cancel(cancellation);
    QTRY_COMPARE(m_desk->states(group), u"done"_s);
    QCOMPARE(items(), QString::number(furtherItems + 1));
    QCOMPARE(m_database->value("SELECT needs_fetch FROM stripe_subscriptions"), u"f"_s);
}

QTEST_GUILESS_MAIN(WholeListsTest)
#include "tst_wholelists.moc"
