// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ledger.h"
#include "demo/world.h"

#include <QtTest>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using demo::TenantHistory;
using demo::World;
using demo::WorldParameters;

/// The money of a generated world: what billing takes for granted holds in it.
class WorldBillingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void periodsJoinAndRenewalsFollow();
    void amountsAddUp();
    void paymentsMatchInvoices();
    void linesAddUpToTheSubtotal();
    void usageRecordsAddUpToTheBill();
    void atMostOneActivePlan();
    void ledgerEqualsMrr();
    void movementsHaveTheirKinds();
    void aboutOneInAHundredExceedsALimit();
    void decemberIsBusiest();
    void itGrows();
    void smallWorldsWork_data();
    void smallWorldsWork();

private:
    QList<TenantHistory> m_tenants;
    const WorldParameters m_parameters{7, 400, 24, QDate(2026, 11, 20)};
    const World m_world{m_parameters};
};

namespace {

bool isPaying(const core::Subscription &subscription)
{
    return subscription.status == u"active"_s || subscription.status == u"past_due"_s;
}

/// Exact twelfths of the licensed items of what is paid for.
qint64 liveTwelfths(const TenantHistory &history)
{
    qint64 twelfths = 0;
    for (const auto &subscription : history.subscriptions) {
        for (const auto &item : subscription.items) {
            if (!isPaying(subscription) || item.usageType == core::UsageType::Metered)
                continue;
            const int factor = item.recurrence.interval == u"year"_s ? 1 : 12;
            twelfths += *item.unitAmount * *item.quantity * factor;
        }
    }
    return twelfths;
}

} // namespace

void WorldBillingTest::initTestCase()
{
    for (int tenant = 0; tenant < m_world.tenantCount(); ++tenant)
        m_tenants << m_world.tenant(tenant);
}

void WorldBillingTest::periodsJoinAndRenewalsFollow()
{
    for (const auto &history : m_tenants) {
        for (const auto &subscription : history.subscriptions) {
            const bool isLive = isPaying(subscription) || subscription.status == u"trialing"_s
                || subscription.status == u"unpaid"_s || subscription.status == u"incomplete"_s;
            if (isLive)
                QVERIFY(subscription.currentPeriodEnd >= m_parameters.end());
            QDateTime last;
            for (const auto &invoice : history.invoices) {
                if (invoice.subscriptionId != subscription.id)
                    continue;
                QCOMPARE(invoice.created, invoice.periodStart);
                QVERIFY(invoice.periodStart < invoice.periodEnd);
                if (invoice.billingReason == u"subscription_update"_s) {
                    QCOMPARE(invoice.periodEnd, last);
                    continue;
                }
                if (last.isValid())
                    QCOMPARE(invoice.periodStart, last);
                last = invoice.periodEnd;
            }
            QCOMPARE(last, subscription.currentPeriodEnd);
            for (const auto &item : subscription.items) {
                QCOMPARE(item.periodStart, subscription.currentPeriodStart);
                QCOMPARE(item.periodEnd, subscription.currentPeriodEnd);
            }
            QVERIFY(!subscription.cancelAtPeriodEnd
                    || subscription.cancelAt == subscription.currentPeriodEnd);
        }
    }
}

void WorldBillingTest::amountsAddUp()
{
    for (const auto &history : m_tenants) {
        for (const auto &invoice : history.invoices) {
            QVERIFY(invoice.subtotal >= 0 && invoice.tax >= 0);
            QCOMPARE(invoice.total, invoice.subtotal + invoice.tax);
            QCOMPARE(invoice.amountDue, invoice.total);
            QCOMPARE(invoice.amountRemaining, invoice.amountDue - invoice.amountPaid);
            QVERIFY(invoice.amountRemaining >= 0);
            QCOMPARE(invoice.currency, history.customer.currency);
            if (core::currencyExponent(invoice.currency) == 3)
                QCOMPARE(invoice.total % 10, 0);
            const bool isPaid = invoice.status == u"paid"_s;
            QCOMPARE(isPaid, invoice.paidAt.isValid());
            QCOMPARE(invoice.amountPaid, isPaid ? invoice.total : 0);
            QCOMPARE(invoice.status == u"draft"_s, invoice.number.isEmpty());
            QCOMPARE(invoice.status == u"void"_s, invoice.voidedAt.isValid());
            QCOMPARE(invoice.collectionMethod == u"send_invoice"_s && invoice.total > 0
                         && invoice.status != u"draft"_s,
                     invoice.dueDate.isValid());
            QVERIFY(!isPaid || invoice.paidAt >= invoice.finalizedAt);
        }
    }
}

void WorldBillingTest::paymentsMatchInvoices()
{
    for (const auto &history : m_tenants) {
        QHash<QString, core::PaymentIntent> intents;
        for (const auto &intent : history.paymentIntents)
            intents.insert(intent.id, intent);
        for (const auto &invoice : history.invoices) {
            const bool hasIntent = invoice.status != u"draft"_s && invoice.total > 0;
            QCOMPARE(invoice.paymentIntentId.isEmpty(), !hasIntent);
            if (!hasIntent)
                continue;
            const core::PaymentIntent intent = intents.take(invoice.paymentIntentId);
            QCOMPARE(intent.invoiceId, invoice.id);
            QCOMPARE(intent.amount, invoice.amountDue);
            QCOMPARE(intent.amountReceived, invoice.amountPaid);
            QCOMPARE(intent.status == u"succeeded"_s, invoice.status == u"paid"_s);
            const bool wasRefused = invoice.status != u"paid"_s && invoice.attemptCount > 0
                && intent.status == u"requires_payment_method"_s;
            QCOMPARE(!intent.lastErrorCode.isEmpty() && intent.status != u"canceled"_s, wasRefused);
            QCOMPARE(intent.lastErrorCode.isEmpty(), intent.lastErrorMessage.isEmpty());
        }
        QVERIFY(intents.isEmpty());
        for (const auto &subscription : history.subscriptions) {
            if (subscription.status != u"past_due"_s)
                continue;
            const auto latest = std::ranges::find(history.invoices, subscription.latestInvoiceId,
                                                  &core::Invoice::id);
            QVERIFY(latest != history.invoices.end());
            QCOMPARE(latest->status, u"open"_s);
            QVERIFY(latest->dueDate.isValid() ? latest->dueDate < m_parameters.end()
                                              : latest->attemptCount > 0);
        }
    }
}

void WorldBillingTest::linesAddUpToTheSubtotal()
{
    for (int tenant = 0; tenant < m_tenants.size(); tenant += 7) {
        for (int ordinal = 0; ordinal < m_tenants[tenant].invoices.size(); ++ordinal) {
            const core::Invoice &invoice = m_tenants[tenant].invoices[ordinal];
            qint64 sum = 0;
            QStringList prices;
            for (const auto &line : m_world.invoiceLines({tenant, ordinal})) {
                sum += line.amount;
                prices << line.priceId;
            }
            QCOMPARE(sum, invoice.subtotal);
            QCOMPARE(prices, invoice.priceIds);
        }
    }
    QVERIFY(m_world.invoiceLines({0, 30000}).isEmpty());
}

void WorldBillingTest::usageRecordsAddUpToTheBill()
{
    int compared = 0;
    for (const auto &history : m_tenants) {
        QHash<QString, QDateTime> periodBefore; // its start, by subscription
        for (int ordinal = 0; ordinal < history.invoices.size(); ++ordinal) {
            const core::Invoice &invoice = history.invoices[ordinal];
            if (invoice.billingReason == u"subscription_update"_s)
                continue;
            const QDateTime from = periodBefore.value(invoice.subscriptionId);
            periodBefore.insert(invoice.subscriptionId, invoice.periodStart);
            if (invoice.created < m_parameters.end().addDays(-60) || !from.isValid())
                continue;
            for (const auto &line : m_world.invoiceLines({history.index, ordinal})) {
                qint64 recorded = 0;
                for (const auto &record : history.usageRecords) {
                    if (record.itemId == line.subscriptionItemId && record.timestamp >= from
                        && record.timestamp < invoice.periodStart)
                        recorded += record.quantity;
                }
                if (recorded == 0)
                    continue;
                QCOMPARE(recorded, *line.quantity);
                ++compared;
            }
        }
    }
    QVERIFY(compared > 50);
}

void WorldBillingTest::atMostOneActivePlan()
{
    for (const auto &history : m_tenants) {
        QVERIFY(!history.plans.isEmpty());
        int active = 0;
        for (int at = 0; at < history.plans.size(); ++at) {
            const auto &plan = history.plans[at];
            active += plan.isActive ? 1 : 0;
            QCOMPARE(plan.isActive, !plan.endedAt.isValid());
            QVERIFY(plan.limits.maxOrdersPerMonth > 0 && plan.limits.apiRateLimitPerMinute > 0);
            QVERIFY(!plan.endedAt.isValid() || plan.startedAt < plan.endedAt);
            if (at > 0)
                QVERIFY(history.plans[at - 1].endedAt <= plan.startedAt);
        }
        QVERIFY(active <= 1);
        const bool hasLeft = history.tenant.status == core::CustomerStatus::Inactive
            || history.tenant.status == core::CustomerStatus::Terminated;
        QCOMPARE(active == 0, hasLeft);
    }
}

void WorldBillingTest::ledgerEqualsMrr()
{
    std::map<QString, qint64> total;
    for (const auto &history : m_tenants) {
        qint64 sum = 0;
        for (const auto &movement : history.movements)
            sum += movement.delta;
        QCOMPARE(sum, demo::roundTwelfths(liveTwelfths(history)));
        total[history.customer.currency] += sum;
    }
    QVERIFY(total[u"eur"_s] > 0);
}

void WorldBillingTest::movementsHaveTheirKinds()
{
    std::map<demo::MovementKind, int> kinds;
    for (const auto &history : m_tenants) {
        qint64 before = 0;
        for (int at = 0; at < history.movements.size(); ++at) {
            const auto &movement = history.movements[at];
            const qint64 after = before + movement.delta;
            using enum demo::MovementKind;
            const auto expected = before == 0 ? (at == 0 ? New : Reactivation)
                : after == 0                  ? Churn
                : movement.delta > 0          ? Expansion
                                              : Contraction;
            QCOMPARE(movement.kind, expected);
            QVERIFY(after >= 0 && movement.delta != 0);
            if (at > 0)
                QVERIFY(history.movements[at - 1].effectiveAt < movement.effectiveAt);
            ++kinds[expected];
            before = after;
        }
    }
    QCOMPARE(kinds.size(), 5U);
    for (const auto &[kind, count] : kinds)
        QVERIFY2(count >= 3, qPrintable(demo::toText(kind)));
}

void WorldBillingTest::aboutOneInAHundredExceedsALimit()
{
    int exceeding = 0;
    std::set<int> metrics;
    const QDateTime month(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);
    const qint64 minutes = month.secsTo(m_parameters.end()) / 60;
    for (const auto &history : m_tenants) {
        if (history.usage.isEmpty() || history.usage.last().periodStart != month
            || !history.plans.last().isActive)
            continue;
        const auto &usage = history.usage.last();
        const auto &limits = history.plans.last().limits;
        const std::array<bool, 4> exceeds{
            usage.orders > limits.maxOrdersPerMonth,
            usage.activeDrivers > limits.maxActiveDrivers,
            usage.storageHundredthsGb > limits.maxStorageGb * 100,
            usage.apiCalls > limits.apiRateLimitPerMinute * minutes,
        };
        for (int metric = 0; metric < 4; ++metric) {
            if (exceeds[static_cast<std::size_t>(metric)]) {
                ++exceeding;
                metrics.insert(metric);
            }
        }
    }
    QCOMPARE(exceeding, 4);
    QCOMPARE(metrics.size(), 4U);
}

void WorldBillingTest::decemberIsBusiest()
{
    std::map<int, qint64> orders;
    for (const auto &history : m_tenants) {
        for (const auto &usage : history.usage)
            orders[usage.periodStart.date().year() * 12 + usage.periodStart.date().month()] +=
                usage.orders;
    }
    const int december = 2025 * 12 + 12;
    QVERIFY(orders[december] > orders[december - 1]);
    QVERIFY(orders[december - 1] > orders[december - 3]);
    QVERIFY(orders[december] > orders[december + 1]);
}

void WorldBillingTest::itGrows()
{
    qint64 now = 0;
    qint64 aYearAgo = 0;
    const QDateTime then = m_parameters.end().addYears(-1);
    for (const auto &history : m_tenants) {
        if (history.customer.currency != u"eur"_s)
            continue;
        for (const auto &movement : history.movements) {
            now += movement.delta;
            aYearAgo += movement.effectiveAt < then ? movement.delta : 0;
        }
    }
    QVERIFY2(now * 100 > aYearAgo * 110, qPrintable(u"%1 after %2"_s.arg(now).arg(aYearAgo)));
}

void WorldBillingTest::smallWorldsWork_data()
{
    QTest::addColumn<QString>("parameters");
    QTest::newRow("one tenant, one month") << u"1:1:1:2026-11-20"_s;
    QTest::newRow("until the first of a month") << u"1:250:2:2026-03-01"_s;
    QTest::newRow("until a leap day") << u"1:250:13:2028-02-29"_s;
    QTest::newRow("until the day after it") << u"9:250:13:2028-03-01"_s;
    QTest::newRow("until a 31st") << u"5:250:6:2026-12-31"_s;
}

void WorldBillingTest::smallWorldsWork()
{
    QFETCH(QString, parameters);
    const World world(*WorldParameters::fromText(parameters));
    for (int tenant = 0; tenant < world.tenantCount(); ++tenant) {
        const TenantHistory history = world.tenant(tenant);
        QVERIFY(history.tenant.created >= world.parameters().start());
        QVERIFY(!history.subscriptions.isEmpty());
        for (const auto &subscription : history.subscriptions) {
            QVERIFY(subscription.created < world.parameters().end());
            if (isPaying(subscription))
                QVERIFY(subscription.currentPeriodEnd >= world.parameters().end());
        }
        qint64 sum = 0;
        for (const auto &movement : history.movements)
            sum += movement.delta;
        QCOMPARE(sum, demo::roundTwelfths(liveTwelfths(history)));
    }
}

QTEST_GUILESS_MAIN(WorldBillingTest)
#include "tst_worldbilling.moc"
