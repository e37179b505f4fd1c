// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/copywriters.h"
#include "demo/jsonparts.h"

namespace demo {
namespace {

using namespace Qt::StringLiterals;

/// As the mirror ranks them: an object in a terminal state is never changed by an older copy.
struct Finality
{
    bool isTerminal = false;
    int rank = 1;
};

Finality finalityOf(const core::Subscription &subscription)
{
    if (subscription.status == "canceled"_L1)
        return {true, 2};
    return {subscription.status == "incomplete_expired"_L1, 1};
}

Finality finalityOf(const core::Invoice &invoice)
{
    if (invoice.status == "paid"_L1)
        return {true, 2};
    return {invoice.status == "void"_L1, 1};
}

Finality finalityOf(const core::PaymentIntent &intent)
{
    if (intent.status == "succeeded"_L1)
        return {true, 2};
    return {intent.status == "canceled"_L1, 1};
}

/// The columns that every mirrored object ends with.
void endMirrored(CopyLine &line, const core::Snapshot &snapshot, const QByteArray &raw,
                 Finality finality)
{
    line.truth(snapshot.livemode)
        .text(snapshot.apiVersion)
        .utf8(raw)
        .time(snapshot.asOf)
        .text(u"seed")
        .text(snapshot.sourceId)
        .truth(finality.isTerminal)
        .number(finality.rank)
        .end();
}

QUuid rowId(const CopyInput &input, QLatin1StringView table, ObjectKind kind, const QString &id)
{
    const auto key = input.world.find(kind, id);
    return key ? input.world.ids().uuid(table, *key) : QUuid();
}

/// Minor units a month with 16 decimals, exactly enough to be rounded by whoever sums it up.
QString decimalOf(qint64 twelfths)
{
    QString text = QString::number(twelfths / 12);
    qint64 rest = twelfths % 12;
    if (rest == 0)
        return text;
    text += u'.';
    for (int digit = 0; digit < 16; ++digit) {
        rest *= 10;
        text += QChar(u'0' + static_cast<char16_t>(rest / 12));
        rest %= 12;
    }
    return text;
}

/// What the database derives from a subscription's items.
struct Derived
{
    std::optional<qint64> amount;
    QString description;
    qint64 twelfths = 0;
};

Derived derive(const core::Subscription &subscription)
{
    const bool counts = subscription.status == "active"_L1 || subscription.status == "past_due"_L1;
    Derived derived;
    for (const core::SubscriptionItem &item : subscription.items) {
        if (!derived.description.isEmpty())
            derived.description += u", "_s;
        derived.description += productName(item.productId);
        if (item.quantity.value_or(1) > 1)
            derived.description += u" × "_s + QString::number(*item.quantity);
        if (item.usageType == core::UsageType::Metered || !item.unitAmount)
            continue;
        const qint64 amount = *item.unitAmount * item.quantity.value_or(1);
        derived.amount = derived.amount.value_or(0) + amount;
        if (counts)
            derived.twelfths += amount * (item.recurrence.interval == "year"_L1 ? 1 : 12);
    }
    return derived;
}

} // namespace

void writeProducts(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    int ordinal = 0;
    for (const core::Product &product : input.world.products()) {
        line.uuid(input.world.ids().uuid("stripe_products"_L1, {0, ordinal++}))
            .text(product.id)
            .text(product.name)
            .textOrNull(product.description)
            .truth(product.active)
            .json(product.metadata)
            .time(product.created);
        endMirrored(line, product.snapshot, input.raw.product(product), {false, 3});
    }
}

void writePrices(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    int ordinal = 0;
    for (const core::Price &price : input.world.prices()) {
        line.uuid(input.world.ids().uuid("stripe_prices"_L1, {0, ordinal++}))
            .text(price.id)
            .text(price.productId)
            .textOrNull(price.nickname)
            .truth(price.active)
            .text(price.currency)
            .numberOrNull(price.unitAmount)
            .text(price.unitAmountDecimal)
            .text(price.billingScheme)
            .text(price.recurrence->interval)
            .number(price.recurrence->count)
            .text(core::toText(price.usageType))
            .json(price.metadata)
            .time(price.created);
        endMirrored(line, price.snapshot, input.raw.price(price), {false, 3});
    }
}

void writeCustomers(QByteArray &out, const CopyInput &input)
{
    const core::Customer &customer = input.history->customer;
    CopyLine line(out);
    line.uuid(rowId(input, "stripe_customers"_L1, ObjectKind::Customer, customer.id))
        .uuid(input.history->tenant.id)
        .text(customer.id)
        .text(core::toText(input.history->tenant.status))
        .textOrNull(customer.email)
        .textOrNull(customer.name)
        .textOrNull(customer.phone)
        .jsonOrNull(json::addressOrNull(customer.address).toObject())
        .textOrNull(customer.taxExempt)
        .array(customer.preferredLocales)
        .json(json::invoiceSettings(customer))
        .textOrNull(customer.defaultPaymentMethod)
        .text(customer.currency)
        .number(customer.balance)
        .json(customer.metadata)
        .time(customer.created);
    endMirrored(line, customer.snapshot, input.raw.customer(customer), {false, 3});
}

void writeSubscriptions(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    for (const core::Subscription &subscription : input.history->subscriptions) {
        const Derived derived = derive(subscription);
        line.uuid(
                rowId(input, "stripe_subscriptions"_L1, ObjectKind::Subscription, subscription.id))
            .uuid(input.history->tenant.id)
            .text(subscription.id)
            .text(subscription.customerId)
            .text(subscription.status)
            .text(subscription.currency)
            .time(subscription.currentPeriodStart)
            .time(subscription.currentPeriodEnd)
            .time(subscription.trialStart)
            .time(subscription.trialEnd)
            .time(subscription.startDate)
            .truth(subscription.cancelAtPeriodEnd)
            .time(subscription.cancelAt)
            .time(subscription.canceledAt)
            .time(subscription.endedAt)
            .text(subscription.collectionMethod)
            .textOrNull(subscription.defaultPaymentMethod)
            .textOrNull(subscription.latestInvoiceId)
            .json(subscription.metadata)
            .numberOrNull(derived.amount)
            .text(derived.description)
            .text(decimalOf(derived.twelfths))
            .time(subscription.created);
        endMirrored(line, subscription.snapshot, input.raw.subscription(subscription),
                    finalityOf(subscription));
    }
}

void writeItems(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    for (const core::Subscription &subscription : input.history->subscriptions) {
        const QUuid parent =
            rowId(input, "stripe_subscriptions"_L1, ObjectKind::Subscription, subscription.id);
        for (const core::SubscriptionItem &item : subscription.items) {
            line.uuid(rowId(input, "stripe_subscription_items"_L1, ObjectKind::SubscriptionItem,
                            item.id))
                .uuid(parent)
                .text(item.id)
                .text(item.priceId)
                .text(item.productId)
                .numberOrNull(item.quantity)
                .text(core::toText(item.usageType))
                .numberOrNull(item.unitAmount)
                .text(item.unitAmountDecimal)
                .text(item.billingScheme)
                .text(item.currency)
                .text(item.recurrence.interval)
                .number(item.recurrence.count)
                .time(item.periodStart)
                .time(item.periodEnd)
                .json(item.metadata)
                .end();
        }
    }
}

void writeUsageRecords(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    const core::Snapshot &snapshot = input.history->customer.snapshot;
    for (const UsageRecord &record : input.history->usageRecords) {
        line.uuid(rowId(input, "stripe_usage_records"_L1, ObjectKind::UsageRecord, record.id))
            .uuid(rowId(input, "stripe_subscription_items"_L1, ObjectKind::SubscriptionItem,
                        record.itemId))
            .text(record.id)
            .number(record.quantity)
            .time(record.timestamp)
            .text(u"increment")
            .text(record.id)
            .truth(snapshot.livemode)
            .text(snapshot.apiVersion)
            .time(snapshot.asOf)
            .text(u"seed")
            .text(snapshot.sourceId)
            .end();
    }
}

void writeInvoices(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    const TenantHistory &history = *input.history;
    for (int at = 0; at < history.invoices.size(); ++at) {
        const core::Invoice &invoice = history.invoices[at];
        line.uuid(input.world.ids().uuid("stripe_invoices"_L1, {history.index, at}))
            .uuid(history.tenant.id)
            .text(invoice.id)
            .textOrNull(invoice.number)
            .text(invoice.customerId)
            .text(invoice.subscriptionId)
            .textOrNull(invoice.paymentIntentId)
            .number(invoice.amountDue)
            .number(invoice.amountPaid)
            .number(invoice.amountRemaining)
            .number(invoice.subtotal)
            .number(invoice.tax)
            .number(invoice.total)
            .text(invoice.currency)
            .text(invoice.status)
            .text(invoice.billingReason)
            .text(invoice.collectionMethod)
            .number(invoice.attemptCount)
            .time(invoice.nextPaymentAttempt)
            .time(invoice.dueDate)
            .time(invoice.finalizedAt)
            .time(invoice.paidAt)
            .time(invoice.voidedAt)
            .time(invoice.periodStart)
            .time(invoice.periodEnd)
            .textOrNull(invoice.hostedInvoiceUrl)
            .textOrNull(invoice.invoicePdf)
            .json(invoice.metadata)
            .textOrNull(invoice.paidAt.isValid() ? core::toText(history.invoiceTiers[at])
                                                 : QString())
            .time(invoice.created);
        endMirrored(line, invoice.snapshot, input.raw.invoice(invoice), finalityOf(invoice));
    }
}

void writeIntents(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    for (const core::PaymentIntent &intent : input.history->paymentIntents) {
        line.uuid(rowId(input, "stripe_payment_intents"_L1, ObjectKind::PaymentIntent, intent.id))
            .uuid(input.history->tenant.id)
            .text(intent.id)
            .text(intent.customerId)
            .text(intent.invoiceId)
            .number(intent.amount)
            .number(intent.amountReceived)
            .text(intent.currency)
            .text(intent.status)
            .array(intent.paymentMethodTypes)
            .textOrNull(intent.latestCharge)
            .textOrNull(intent.lastErrorCode)
            .textOrNull(intent.lastErrorMessage)
            .json(intent.metadata)
            .time(intent.created);
        endMirrored(line, intent.snapshot, input.raw.intent(intent), finalityOf(intent));
    }
}

} // namespace demo
