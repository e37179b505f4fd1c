// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/world.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using demo::ObjectKind;
using demo::TenantHistory;
using demo::World;
using demo::WorldParameters;

/// A generated world: the same each time, and without contradictions.
class WorldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsParameters_data();
    void readsParameters();
    void isTheSameInAnyOrder();
    void isPinned();
    void differsBySeed();
    void idsLeadBack();
    void idsOfOtherWorldsAreUnknown();
    void everythingIsUnique();
    void everythingHappenedWithinTheWorld();
    void everyStatusIsThere();
    void namesAreInternational();
    void ordersAreComplete();
    void benchSetIsBigEnough();

private:
    QList<TenantHistory> m_tenants;
    const WorldParameters m_parameters{7, 400, 24, QDate(2026, 11, 20)};
    const World m_world{m_parameters};
};

namespace {

/// Everything of a tenant as text, so that two can be compared whole.
QByteArray digest(const TenantHistory &history)
{
    QString text;
    QDebug out(&text);
    const auto &tenant = history.tenant;
    out << tenant.id << tenant.name << tenant.email << tenant.phone << tenant.address
        << core::toText(tenant.status) << tenant.tags << tenant.notes << tenant.created;
    for (const auto &plan : history.plans)
        out << plan.id << plan.name << plan.priceId << plan.startedAt << plan.endedAt;
    for (const auto &subscription : history.subscriptions) {
        out << subscription.id << subscription.status << subscription.currentPeriodEnd
            << subscription.canceledAt << subscription.latestInvoiceId;
        for (const auto &item : subscription.items)
            out << item.id << item.priceId << item.quantity.value_or(-1);
    }
    for (const auto &invoice : history.invoices) {
        out << invoice.id << invoice.number << invoice.status << invoice.total << invoice.tax
            << invoice.created << invoice.paidAt << invoice.dueDate << invoice.attemptCount;
    }
    for (const auto &intent : history.paymentIntents)
        out << intent.id << intent.status << intent.lastErrorCode << intent.amountReceived;
    for (const auto &usage : history.usage)
        out << usage.orders << usage.activeDrivers << usage.storageHundredthsGb << usage.apiCalls;
    for (const auto &record : history.usageRecords)
        out << record.id << record.quantity << record.timestamp;
    for (const auto &movement : history.movements)
        out << movement.id << movement.delta << movement.effectiveAt;
    return text.toUtf8();
}

} // namespace

void WorldTest::initTestCase()
{
    for (int tenant = 0; tenant < m_world.tenantCount(); ++tenant)
        m_tenants << m_world.tenant(tenant);
}

void WorldTest::readsParameters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("the demo's") << u"1:400:24:2026-11-20"_s << u"ok"_s;
    QTest::newRow("the greatest seed") << u"18446744073709551615:1:1:2026-01-01"_s << u"ok"_s;
    QTest::newRow("a part is missing") << u"1:400:24"_s << QString();
    QTest::newRow("a seed that is no number") << u"x:400:24:2026-11-20"_s << u"seed"_s;
    QTest::newRow("no tenants") << u"1:0:24:2026-11-20"_s << u"tenants"_s;
    QTest::newRow("months below zero") << u"1:400:-3:2026-11-20"_s << u"months"_s;
    QTest::newRow("a day that does not exist") << u"1:400:24:2026-02-30"_s << u"until"_s;
}

void WorldTest::readsParameters()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    const auto read = WorldParameters::fromText(text);
    QCOMPARE(read.has_value(), field == u"ok"_s);
    if (read) {
        QCOMPARE(read->toText(), text);
    } else {
        QCOMPARE(read.error().field, field);
        QVERIFY(!read.error().message.isEmpty());
    }
}

void WorldTest::isTheSameInAnyOrder()
{
    const World again(m_parameters);
    for (int tenant = again.tenantCount() - 1; tenant >= 0; tenant -= 3)
        QCOMPARE(digest(again.tenant(tenant)), digest(m_tenants[tenant]));
}

void WorldTest::isPinned()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &history : m_tenants)
        hash.addData(digest(history));
    // Changes with every change of the generator: say so in the commit that changes it.
    QCOMPARE(hash.result().toHex().first(16), QByteArray("b01d1ab7ebf424bb"));
}

void WorldTest::differsBySeed()
{
    WorldParameters other = m_parameters;
    other.seed = 8;
    const TenantHistory tenant = World(other).tenant(30);
    QVERIFY(tenant.tenant.id != m_tenants[30].tenant.id);
    QVERIFY(digest(tenant) != digest(m_tenants[30]));
}

void WorldTest::idsLeadBack()
{
    for (const auto &history : m_tenants) {
        const int tenant = history.index;
        QCOMPARE(m_world.find(ObjectKind::Customer, history.customer.id)->tenant, tenant);
        for (const auto &subscription : history.subscriptions) {
            QCOMPARE(m_world.find(ObjectKind::Subscription, subscription.id)->tenant, tenant);
            for (const auto &item : subscription.items)
                QCOMPARE(m_world.find(ObjectKind::SubscriptionItem, item.id)->tenant, tenant);
        }
        for (int ordinal = 0; ordinal < history.invoices.size(); ++ordinal) {
            const demo::ObjectKey key{tenant, ordinal};
            const auto &invoice = history.invoices[ordinal];
            QCOMPARE(m_world.find(ObjectKind::Invoice, invoice.id), std::optional(key));
            if (!invoice.paymentIntentId.isEmpty()) {
                QCOMPARE(m_world.find(ObjectKind::PaymentIntent, invoice.paymentIntentId),
                         std::optional(key));
            }
        }
        for (const auto &movement : history.movements)
            QCOMPARE(m_world.find(ObjectKind::Event, movement.causeId)->tenant, tenant);
    }
}

void WorldTest::idsOfOtherWorldsAreUnknown()
{
    const QString id = m_tenants[5].customer.id;
    QVERIFY(!World({8, 400, 24, m_parameters.until}).find(ObjectKind::Customer, id));
    QVERIFY(!World({7, 5, 24, m_parameters.until}).find(ObjectKind::Customer, id));
    QVERIFY(!m_world.find(ObjectKind::Subscription, id));
    QVERIFY(!m_world.find(ObjectKind::Customer, id.toLower()));
    QVERIFY(!m_world.find(ObjectKind::Customer, id + u'0'));
    QVERIFY(!m_world.find(ObjectKind::Customer, u"cus_PFxAcmeAnalyt01"));
    QVERIFY(!m_world.find(ObjectKind::Customer, u""));
}

void WorldTest::everythingIsUnique()
{
    QSet<QString> seen;
    QSet<QUuid> uuids;
    const auto isNew = [&seen](const QString &text) {
        const qsizetype before = seen.size();
        seen.insert(text);
        return seen.size() > before;
    };
    for (const auto &history : m_tenants) {
        QVERIFY(!uuids.contains(history.tenant.id));
        uuids.insert(history.tenant.id);
        QCOMPARE(history.tenant.id.version(), QUuid::Sha1);
        QCOMPARE(history.tenant.id.variant(), QUuid::DCE);
        QVERIFY(isNew(history.customer.id));
        QVERIFY2(isNew(history.tenant.email), qPrintable(history.tenant.email));
        QVERIFY2(isNew(history.tenant.name), qPrintable(history.tenant.name));
        QVERIFY(history.tenant.email.endsWith(u".example"_s));
        for (const auto &subscription : history.subscriptions) {
            QVERIFY(isNew(subscription.id));
            for (const auto &item : subscription.items)
                QVERIFY(isNew(item.id));
        }
        for (const auto &invoice : history.invoices) {
            QVERIFY(isNew(invoice.id));
            QVERIFY2(invoice.number.isEmpty() || isNew(invoice.number), qPrintable(invoice.number));
        }
        for (const auto &intent : history.paymentIntents)
            QVERIFY(isNew(intent.id));
        for (const auto &record : history.usageRecords)
            QVERIFY(isNew(record.id));
        for (const auto &movement : history.movements)
            QVERIFY(isNew(movement.causeId));
    }
}

void WorldTest::everythingHappenedWithinTheWorld()
{
    const QDateTime start = m_parameters.start();
    const QDateTime end = m_parameters.end();
    const auto isWithin = [&](const QDateTime &time) {
        return !time.isValid() || (time >= start && time < end);
    };
    for (const auto &history : m_tenants) {
        QVERIFY(isWithin(history.tenant.created) && history.tenant.created.isValid());
        for (const auto &subscription : history.subscriptions) {
            QVERIFY(subscription.created >= history.tenant.created);
            QVERIFY(isWithin(subscription.created) && isWithin(subscription.canceledAt)
                    && isWithin(subscription.endedAt) && isWithin(subscription.trialStart));
            QVERIFY(isWithin(subscription.currentPeriodStart));
        }
        for (const auto &invoice : history.invoices) {
            QVERIFY(isWithin(invoice.created) && isWithin(invoice.finalizedAt));
            QVERIFY(isWithin(invoice.paidAt) && isWithin(invoice.voidedAt));
            QVERIFY(!invoice.nextPaymentAttempt.isValid() || invoice.nextPaymentAttempt >= end);
        }
        for (const auto &intent : history.paymentIntents)
            QVERIFY(intent.created.isValid() && isWithin(intent.created));
        for (const auto &record : history.usageRecords)
            QVERIFY(isWithin(record.timestamp));
        for (const auto &movement : history.movements)
            QVERIFY(isWithin(movement.effectiveAt));
    }
}

void WorldTest::everyStatusIsThere()
{
    std::set<QString> subscriptions;
    std::set<QString> invoices;
    std::set<QString> intents;
    std::set<QString> reasons;
    std::set<QString> declines;
    std::set<core::CustomerStatus> tenants;
    std::set<core::PlanTier> tiers;
    bool isOverdue = false;
    bool isYearly = false;
    bool isLeaving = false;
    bool isRecovered = false;
    for (const auto &history : m_tenants) {
        tenants.insert(history.tenant.status);
        for (const auto &plan : history.plans)
            tiers.insert(plan.tier);
        for (const auto &subscription : history.subscriptions) {
            subscriptions.insert(subscription.status);
            isLeaving |= subscription.cancelAtPeriodEnd && subscription.status == u"active"_s;
            isYearly |= subscription.items.first().recurrence.interval == u"year"_s;
        }
        for (const auto &invoice : history.invoices) {
            invoices.insert(invoice.status);
            reasons.insert(invoice.billingReason);
            isOverdue |= invoice.status == u"open"_s && invoice.dueDate.isValid()
                && invoice.dueDate < m_parameters.end();
            isRecovered |= invoice.status == u"paid"_s && invoice.attemptCount > 1;
        }
        for (const auto &intent : history.paymentIntents) {
            intents.insert(intent.status);
            declines.insert(intent.lastErrorCode);
        }
    }
    QCOMPARE(subscriptions.size(), 8U);
    QCOMPARE(invoices.size(), 5U);
    QCOMPARE(tenants.size(), 4U);
    QCOMPARE(tiers.size(), 4U);
    QCOMPARE(reasons.size(), 3U);
    QVERIFY(intents.contains(u"succeeded"_s) && intents.contains(u"requires_payment_method"_s)
            && intents.contains(u"canceled"_s));
    QVERIFY(declines.size() >= 4);
    QVERIFY(isOverdue && isYearly && isLeaving && isRecovered);
}

void WorldTest::namesAreInternational()
{
    std::map<QString, int> currencies;
    int rightToLeft = 0;
    int kanji = 0;
    bool hasLongName = false;
    for (const auto &history : m_tenants) {
        const QString &name = history.tenant.name;
        ++currencies[history.customer.currency];
        rightToLeft += name.isRightToLeft() ? 1 : 0;
        kanji += name.front().script() == QChar::Script_Han ? 1 : 0;
        hasLongName |= name == u"Bäckereilogistik Höflinger & Söhne GmbH & Co. KG"_s;
        QVERIFY(!name.contains(u"  "_s) && name == name.trimmed());
    }
    QVERIFY(hasLongName);
    QVERIFY(rightToLeft >= 5);
    QVERIFY(kanji >= 2);
    QVERIFY(currencies.size() >= 12);
    for (const auto &[currency, count] : currencies)
        QVERIFY2(count <= currencies[u"eur"_s], qPrintable(currency));
    QVERIFY(currencies.contains(u"jpy"_s) && currencies.contains(u"kwd"_s));
}

void WorldTest::ordersAreComplete()
{
    const auto check = [this](const std::vector<demo::OrderEntry> &order, ObjectKind kind,
                              const QHash<QString, QDateTime> &created) {
        QCOMPARE(static_cast<qsizetype>(order.size()), created.size());
        QString previousId;
        QDateTime previous;
        for (const auto &entry : order) {
            const QString id = m_world.ids().make(kind, entry.key());
            QVERIFY(created.contains(id));
            const QDateTime at = created[id];
            QCOMPARE(at.toSecsSinceEpoch(), qint64(entry.created));
            QVERIFY(!previous.isValid() || at < previous || (at == previous && id < previousId));
            previous = at;
            previousId = id;
        }
    };
    QHash<QString, QDateTime> customers;
    QHash<QString, QDateTime> subscriptions;
    QHash<QString, QDateTime> invoices;
    QHash<QString, QDateTime> intents;
    for (const auto &history : m_tenants) {
        customers.insert(history.customer.id, history.customer.created);
        for (const auto &subscription : history.subscriptions)
            subscriptions.insert(subscription.id, subscription.created);
        for (const auto &invoice : history.invoices)
            invoices.insert(invoice.id, invoice.created);
        for (const auto &intent : history.paymentIntents)
            intents.insert(intent.id, intent.created);
    }
    check(m_world.customerOrder(), ObjectKind::Customer, customers);
    check(m_world.subscriptionOrder(), ObjectKind::Subscription, subscriptions);
    check(m_world.invoiceOrder(), ObjectKind::Invoice, invoices);
    check(m_world.paymentIntentOrder(), ObjectKind::PaymentIntent, intents);
}

void WorldTest::benchSetIsBigEnough()
{
    const World bench({1, 30000, 36, QDate(2026, 11, 20)});
    QVERIFY(bench.invoiceOrder().size() >= 1'000'000);
}

QTEST_GUILESS_MAIN(WorldTest)
#include "tst_world.moc"
