// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/json.h"
#include "demo/world.h"
#include "stripe/objects/parse.h"

#include <QJsonDocument>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// What the demo writes into the database and what the stand-in answers come from one world: read
// back, a rendered object must be the object it was rendered from, or a reconcile finds drift.

static QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

static QString text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : u"none"_s;
}

/// An address field that is null is not there.
static QString withoutNulls(QJsonObject object)
{
    for (const QString &key : object.keys()) {
        if (object.value(key).isNull())
            object.remove(key);
    }
    return text(object);
}

static QStringList fields(const core::Customer &c)
{
    return {c.id,
            c.email,
            c.name,
            c.phone,
            c.taxExempt.isEmpty() ? u"none"_s : c.taxExempt,
            c.currency,
            c.defaultPaymentMethod,
            QString::number(c.balance),
            withoutNulls(c.address),
            text(c.shipping),
            c.preferredLocales.join(u','),
            text(c.discount),
            text(c.metadata),
            text(c.created)};
}

static QStringList fields(const core::Price &p)
{
    return {p.id,
            QString::number(p.active),
            p.productId,
            p.nickname,
            p.currency,
            QString::number(p.unitAmount.value_or(-1)),
            p.unitAmountDecimal,
            p.billingScheme,
            p.recurrence ? p.recurrence->interval + QString::number(p.recurrence->count)
                         : QString(),
            core::toText(p.usageType),
            text(p.metadata),
            text(p.created)};
}

static QStringList fields(const core::SubscriptionItem &i)
{
    return {i.id,
            i.priceId,
            i.productId,
            QString::number(i.quantity.value_or(-1)),
            core::toText(i.usageType),
            QString::number(i.unitAmount.value_or(-1)),
            i.unitAmountDecimal,
            i.currency,
            i.billingScheme,
            i.recurrence.interval + QString::number(i.recurrence.count),
            text(i.periodStart),
            text(i.periodEnd),
            text(i.metadata)};
}

static QStringList fields(const core::Subscription &s)
{
    QStringList all{s.id,
                    s.customerId,
                    s.status,
                    s.currency,
                    s.collectionMethod,
                    QString::number(s.cancelAtPeriodEnd),
                    text(s.currentPeriodStart),
                    text(s.currentPeriodEnd),
                    text(s.trialStart),
                    text(s.trialEnd),
                    text(s.cancelAt),
                    text(s.canceledAt),
                    text(s.endedAt),
                    text(s.startDate),
                    s.defaultPaymentMethod,
                    s.latestInvoiceId,
                    QString::number(s.hasMoreItems),
                    text(s.metadata),
                    text(s.created)};
    for (const core::SubscriptionItem &item : s.items)
        all += fields(item);
    for (const core::Discount &d : s.discounts) {
        all += {d.couponId, QString::number(d.percentOff.value_or(-1)),
                QString::number(d.amountOff.value_or(-1)), d.duration};
    }
    return all;
}

static QStringList fields(const core::Invoice &i)
{
    return {i.id,
            i.number,
            i.customerId,
            i.subscriptionId,
            i.paymentIntentId,
            i.status,
            i.billingReason,
            i.collectionMethod,
            i.currency,
            QString::number(i.amountDue),
            QString::number(i.amountPaid),
            QString::number(i.amountRemaining),
            QString::number(i.subtotal),
            QString::number(i.tax),
            QString::number(i.total),
            QString::number(i.attemptCount),
            QString::number(i.attempted),
            text(i.nextPaymentAttempt),
            text(i.dueDate),
            text(i.finalizedAt),
            text(i.paidAt),
            text(i.voidedAt),
            text(i.periodStart),
            text(i.periodEnd),
            i.hostedInvoiceUrl,
            i.invoicePdf,
            i.priceIds.join(u','),
            text(i.metadata),
            text(i.created)};
}

static QStringList fields(const core::PaymentIntent &p)
{
    return {p.id,
            p.customerId,
            p.invoiceId,
            p.status,
            p.currency,
            QString::number(p.amount),
            QString::number(p.amountReceived),
            p.paymentMethodTypes.join(u','),
            p.latestCharge,
            p.lastErrorCode,
            p.lastErrorMessage,
            text(p.metadata),
            text(p.created)};
}

class TestSandboxRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pricesComeBack();
    void customersComeBack();
    void subscriptionsComeBack();
    void invoicesComeBack();
    void paymentIntentsComeBack();
    void refundsComeBack();
    void creditNotesComeBack();

private:
    std::unique_ptr<demo::World> m_world;
    QList<demo::TenantHistory> m_tenants;
    demo::PriceJson m_prices;
};

void TestSandboxRoundTrip::initTestCase()
{
    const auto parameters = demo::WorldParameters::fromText(u"4:80:24:2024-06-30");
    QVERIFY(parameters);
    m_world = std::make_unique<demo::World>(*parameters);
    for (int index = 0; index < m_world->tenantCount(); ++index)
        m_tenants.append(m_world->tenant(index));
    QHash<QString, QJsonObject> prices;
    for (const core::Price &price : m_world->prices())
        prices.insert(price.id, demo::toJson(price));
    m_prices = [prices](const QString &id) { return prices.value(id); };
}

void TestSandboxRoundTrip::pricesComeBack()
{
    for (const core::Price &price : m_world->prices()) {
        const auto read = stripe::priceFromJson(demo::toJson(price));
        QVERIFY(read);
        QCOMPARE(fields(*read), fields(price));
    }
}

void TestSandboxRoundTrip::customersComeBack()
{
    for (const demo::TenantHistory &tenant : m_tenants) {
        const auto read = stripe::customerFromJson(demo::toJson(tenant.customer));
        QVERIFY(read);
        QCOMPARE(fields(*read), fields(tenant.customer));
    }
}

void TestSandboxRoundTrip::subscriptionsComeBack()
{
    for (const demo::TenantHistory &tenant : m_tenants) {
        for (const core::Subscription &subscription : tenant.subscriptions) {
            const auto read = stripe::subscriptionFromJson(demo::toJson(subscription, m_prices));
            QVERIFY(read);
            QCOMPARE(fields(*read), fields(subscription));
        }
    }
}

void TestSandboxRoundTrip::invoicesComeBack()
{
    for (const demo::TenantHistory &tenant : m_tenants) {
        for (const core::Invoice &invoice : tenant.invoices) {
            const auto key = m_world->find(demo::ObjectKind::Invoice, invoice.id);
            QVERIFY(key);
            const auto read = stripe::invoiceFromJson(
                demo::toJson(invoice, tenant.customer, m_world->invoiceLines(*key), m_prices));
            QVERIFY(read);
            QCOMPARE(fields(*read), fields(invoice));
        }
    }
}

void TestSandboxRoundTrip::refundsComeBack()
{
    core::Refund made;
    made.id = u"re_1"_s;
    made.chargeId = u"ch_1"_s;
    made.paymentIntentId = u"pi_1"_s;
    made.status = u"succeeded"_s;
    made.reason = u"duplicate"_s;
    made.currency = u"chf"_s;
    made.amount = 1250;
    made.created = QDateTime::fromSecsSinceEpoch(1'701'500'000, Qt::UTC);
    const auto read = stripe::refundFromJson(demo::toJson(made), {});
    QVERIFY(read);
    QCOMPARE(read->id, made.id);
    QCOMPARE(read->chargeId, made.chargeId);
    QCOMPARE(read->paymentIntentId, made.paymentIntentId);
    QCOMPARE(read->status, made.status);
    QCOMPARE(read->reason, made.reason);
    QCOMPARE(read->currency, made.currency);
    QCOMPARE(read->amount, made.amount);
    QCOMPARE(read->created, made.created);
}

void TestSandboxRoundTrip::creditNotesComeBack()
{
    core::CreditNote made;
    made.id = u"cn_1"_s;
    made.number = u"A-0001-CN-01"_s;
    made.customerId = u"cus_1"_s;
    made.invoiceId = u"in_1"_s;
    made.status = u"issued"_s;
    made.reason = u"order_change"_s;
    made.currency = u"chf"_s;
    made.amount = 990;
    made.created = QDateTime::fromSecsSinceEpoch(1'701'500'000, Qt::UTC);
    const auto read = stripe::creditNoteFromJson(demo::toJson(made, {}), {});
    QVERIFY(read);
    QCOMPARE(read->id, made.id);
    QCOMPARE(read->number, made.number);
    QCOMPARE(read->customerId, made.customerId);
    QCOMPARE(read->invoiceId, made.invoiceId);
    QCOMPARE(read->status, made.status);
    QCOMPARE(read->reason, made.reason);
    QCOMPARE(read->currency, made.currency);
    QCOMPARE(read->amount, made.amount);
    QCOMPARE(read->created, made.created);
}

void TestSandboxRoundTrip::paymentIntentsComeBack()
{
    for (const demo::TenantHistory &tenant : m_tenants) {
        for (const core::PaymentIntent &intent : tenant.paymentIntents) {
            const auto read = stripe::paymentIntentFromJson(demo::toJson(intent));
            QVERIFY(read);
            QCOMPARE(fields(*read), fields(intent));
        }
    }
}

QTEST_GUILESS_MAIN(TestSandboxRoundTrip)
#include "tst_sandboxroundtrip.moc"
