// SPDX-License-Identifier: GPL-3.0-or-later
// Stripe's objects of a HistoryWriter.
#include "demo/historywriter.h"
#include "demo/random.h"

#include <algorithm>
#include <array>

namespace demo {
namespace {

using namespace Qt::StringLiterals;
using core::InvoiceStatus;

struct DeclineText
{
    QLatin1StringView code;
    QLatin1StringView message;
};

/// Stripe's own sentences, in the order of Decline.
constexpr std::array<DeclineText, 7> declines{{
    {""_L1, ""_L1},
    {"insufficient_funds"_L1, "Your card has insufficient funds."_L1},
    {"do_not_honor"_L1, "Your card was declined."_L1},
    {"expired_card"_L1, "Your card has expired."_L1},
    {"authentication_required"_L1,
     "Your card was declined. This transaction requires authentication."_L1},
    {"card_velocity_exceeded"_L1,
     "Your card was declined for making repeated attempts too frequently or exceeding its "
     "amount limit."_L1},
    {"lost_card"_L1, "Your card was declined."_L1},
}};

QString collectionMethod(int dueDays)
{
    return dueDays > 0 ? u"send_invoice"_s : u"charge_automatically"_s;
}

QString reasonText(BillingReason reason)
{
    switch (reason) {
    case BillingReason::Create:
        return u"subscription_create"_s;
    case BillingReason::Cycle:
        return u"subscription_cycle"_s;
    case BillingReason::Update:
        return u"subscription_update"_s;
    }
    return {};
}

QString intentStatus(const Bill &bill)
{
    switch (bill.status) {
    case InvoiceStatus::Paid:
        return u"succeeded"_s;
    case InvoiceStatus::Void:
        return u"canceled"_s;
    case InvoiceStatus::Open:
        return bill.needsAction ? u"requires_action"_s : u"requires_payment_method"_s;
    case InvoiceStatus::Draft:
    case InvoiceStatus::Uncollectible:
        break;
    }
    return u"requires_payment_method"_s;
}

/// Enumerated texts as shared strings: a million invoices have five statuses.
const QString &statusText(InvoiceStatus status)
{
    static const std::array<QString, 5> texts{
        core::toText(InvoiceStatus::Draft), core::toText(InvoiceStatus::Open),
        core::toText(InvoiceStatus::Paid), core::toText(InvoiceStatus::Uncollectible),
        core::toText(InvoiceStatus::Void)};
    return texts[static_cast<std::size_t>(status)];
}

/// Each tenant takes its numbers from its own residue class, so that they are unique in a year
/// and grow with time, and no tenant has to know how many invoices the others have.
QString invoiceNumber(const WorldParameters &parameters, int tenant, int year, int sequence)
{
    const auto count = static_cast<quint64>(parameters.tenants);
    const quint64 place = (static_cast<quint64>(tenant) + mix(parameters.seed) % count) % count;
    const quint64 number = 1 + static_cast<quint64>(sequence) * count + place;
    return u"OMS-"_s + QString::number(year) + u'-'
        + QString::number(number).rightJustified(5, u'0');
}

} // namespace

core::SubscriptionItem HistoryWriter::item(const SubscriptionLife &life, PriceKind price,
                                           int number) const
{
    core::SubscriptionItem item;
    item.id = id(ObjectKind::SubscriptionItem, itemOrdinal(life.slot, number));
    item.priceId = priceId(price, m_timeline.currency);
    item.productId = productId(price);
    item.currency = currencyCode(m_timeline.currency);
    item.billingScheme = u"per_unit"_s;
    item.recurrence = {isYearly(price) ? u"year"_s : u"month"_s, 1};
    item.unitAmountDecimal = unitAmountDecimal(price, m_timeline.currency);
    if (!item.unitAmountDecimal.contains(u'.'))
        item.unitAmount = item.unitAmountDecimal.toLongLong();
    if (isMetered(price))
        item.usageType = core::UsageType::Metered;
    else
        item.quantity = life.quantity;
    item.periodStart = toDateTime(life.periodStart);
    item.periodEnd = toDateTime(life.periodEnd);
    return item;
}

core::Subscription HistoryWriter::subscription(const SubscriptionLife &life) const
{
    core::Subscription subscription;
    subscription.id = id(ObjectKind::Subscription, static_cast<int>(life.slot));
    subscription.customerId = m_customerId;
    subscription.status = core::toText(life.status);
    subscription.currency = currencyCode(m_timeline.currency);
    subscription.collectionMethod = collectionMethod(life.dueDays);
    subscription.cancelAtPeriodEnd = life.leavesAtPeriodEnd;
    subscription.currentPeriodStart = toDateTime(life.periodStart);
    subscription.currentPeriodEnd = toDateTime(life.periodEnd);
    subscription.trialStart = life.trialEnd == 0 ? QDateTime() : toDateTime(life.created);
    subscription.trialEnd = toDateTime(life.trialEnd);
    if (life.leavesAtPeriodEnd)
        subscription.cancelAt = toDateTime(life.periodEnd);
    subscription.canceledAt = toDateTime(life.canceled);
    subscription.endedAt = toDateTime(life.ended);
    subscription.startDate = toDateTime(life.created);
    subscription.created = subscription.startDate;
    if (life.dueDays == 0 && life.status != core::SubscriptionStatus::Paused)
        subscription.defaultPaymentMethod = m_paymentMethodId;
    subscription.items << item(life, life.price, 0);
    if (life.hasMeteredItem)
        subscription.items << item(life, PriceKind::ExtraOrders, 1);
    subscription.snapshot = m_snapshot;
    return subscription;
}

void HistoryWriter::writeSubscriptions(TenantHistory &history) const
{
    for (const SubscriptionLife &life : m_timeline.subscriptions) {
        core::Subscription written = subscription(life);
        const auto &bills = m_timeline.bills;
        const auto latest = std::find_if(bills.rbegin(), bills.rend(), [&life](const Bill &bill) {
            return bill.slot == life.slot;
        });
        if (latest != bills.rend()) {
            written.latestInvoiceId =
                id(ObjectKind::Invoice, static_cast<int>(bills.rend() - latest) - 1);
        }
        history.subscriptions << written;
    }
}

core::Invoice HistoryWriter::invoice(const Bill &bill, int ordinal) const
{
    const SubscriptionLife &life = lifeOf(bill.slot);
    core::Invoice invoice;
    invoice.id = id(ObjectKind::Invoice, ordinal);
    invoice.customerId = m_customerId;
    invoice.subscriptionId = id(ObjectKind::Subscription, static_cast<int>(bill.slot));
    if (bill.hasIntent())
        invoice.paymentIntentId = id(ObjectKind::PaymentIntent, ordinal);
    invoice.status = statusText(bill.status);
    invoice.billingReason = reasonText(bill.reason);
    invoice.collectionMethod = collectionMethod(life.dueDays);
    invoice.currency = currencyCode(m_timeline.currency);
    invoice.subtotal = bill.subtotal();
    invoice.tax = bill.tax;
    invoice.total = bill.total();
    invoice.amountDue = bill.total();
    invoice.amountPaid = bill.status == InvoiceStatus::Paid ? bill.total() : 0;
    invoice.amountRemaining = invoice.amountDue - invoice.amountPaid;
    invoice.attemptCount = bill.attempts;
    invoice.attempted = bill.attempts > 0 || bill.paid != 0;
    invoice.nextPaymentAttempt = toDateTime(bill.nextAttempt);
    invoice.dueDate = toDateTime(bill.due);
    invoice.finalizedAt = toDateTime(bill.finalized);
    invoice.paidAt = toDateTime(bill.paid);
    invoice.voidedAt = toDateTime(bill.voided);
    invoice.periodStart = toDateTime(bill.periodStart);
    invoice.periodEnd = toDateTime(bill.periodEnd);
    invoice.priceIds << priceId(bill.price, m_timeline.currency);
    if (bill.meteredAmount > 0 && !isMetered(bill.price))
        invoice.priceIds << priceId(PriceKind::ExtraOrders, m_timeline.currency);
    if (bill.finalized != 0) {
        invoice.hostedInvoiceUrl = u"https://pay.oms-billing.example/i/"_s + invoice.id;
        invoice.invoicePdf = invoice.hostedInvoiceUrl + u"/pdf"_s;
    }
    invoice.created = toDateTime(bill.created);
    invoice.snapshot = m_snapshot;
    return invoice;
}

core::PaymentIntent HistoryWriter::intent(const Bill &bill, int ordinal) const
{
    const SubscriptionLife &life = lifeOf(bill.slot);
    core::PaymentIntent intent;
    intent.id = id(ObjectKind::PaymentIntent, ordinal);
    intent.customerId = m_customerId;
    intent.invoiceId = id(ObjectKind::Invoice, ordinal);
    intent.status = intentStatus(bill);
    intent.currency = currencyCode(m_timeline.currency);
    intent.amount = bill.total();
    intent.amountReceived = bill.status == InvoiceStatus::Paid ? bill.total() : 0;
    intent.paymentMethodTypes << (life.dueDays > 0 ? u"customer_balance"_s : u"card"_s);
    if (bill.attempts > 0 && !bill.needsAction)
        intent.latestCharge = u"ch_"_s + intent.id.mid(3);
    const DeclineText &decline = declines[static_cast<std::size_t>(bill.decline)];
    intent.lastErrorCode = decline.code;
    intent.lastErrorMessage = decline.message;
    intent.created = toDateTime(bill.finalized);
    intent.snapshot = m_snapshot;
    return intent;
}

void HistoryWriter::writeInvoices(TenantHistory &history) const
{
    int year = 0;
    int sequence = 0;
    int ordinal = 0;
    const auto &plans = m_timeline.plans;
    history.invoices.reserve(static_cast<qsizetype>(m_timeline.bills.size()));
    history.paymentIntents.reserve(history.invoices.capacity());
    for (const Bill &bill : m_timeline.bills) {
        core::Invoice written = invoice(bill, ordinal);
        if (bill.finalized != 0) {
            const int billed = yearOf(bill.created);
            sequence = billed == year ? sequence + 1 : 0;
            year = billed;
            written.number = invoiceNumber(m_parameters, m_timeline.tenant, year, sequence);
        }
        const Seconds at = bill.paid != 0 ? bill.paid : bill.created;
        PriceKind plan = plans.front().price;
        for (const PlanSpan &span : plans)
            plan = span.from <= at ? span.price : plan;
        history.invoiceTiers << tierOf(plan);
        if (bill.hasIntent())
            history.paymentIntents << intent(bill, ordinal);
        history.invoices << std::move(written);
        ++ordinal;
    }
}

QList<InvoiceLine> HistoryWriter::lines(int invoice) const
{
    if (invoice < 0 || invoice >= static_cast<int>(m_timeline.bills.size()))
        return {};
    const Bill &bill = m_timeline.bills[static_cast<std::size_t>(invoice)];
    QList<InvoiceLine> lines;
    const auto addLine = [&](PriceKind price, qint64 amount, qint64 quantity, int number) {
        InvoiceLine line;
        line.id = id(ObjectKind::InvoiceLine, invoice * 2 + number);
        line.description = lineDescription(price, quantity);
        line.priceId = priceId(price, m_timeline.currency);
        line.amount = amount;
        line.quantity = quantity;
        line.periodStart = toDateTime(bill.periodStart);
        line.periodEnd = toDateTime(bill.periodEnd);
        line.subscriptionItemId = id(ObjectKind::SubscriptionItem, itemOrdinal(bill.slot, number));
        line.isProration = bill.reason == BillingReason::Update;
        if (line.isProration)
            line.invoiceItemId = u"ii_"_s + line.id.mid(3);
        lines << line;
    };
    if (isMetered(bill.price))
        addLine(bill.price, bill.meteredAmount, bill.meteredQuantity, 0);
    else
        addLine(bill.price, bill.licensedAmount, bill.quantity, 0);
    if (bill.meteredAmount > 0 && !isMetered(bill.price))
        addLine(PriceKind::ExtraOrders, bill.meteredAmount, bill.meteredQuantity, 1);
    return lines;
}

} // namespace demo
