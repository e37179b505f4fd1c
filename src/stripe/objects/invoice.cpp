// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"
#include "stripe/objects/parse.h"

#include <algorithm>

namespace stripe {

namespace {

/// `subscription`, or from 2025-03-31 on `parent.subscription_details.subscription`.
QString subscriptionIdOf(const QJsonObject &invoice)
{
    const QString id = idOf(invoice, "subscription");
    if (!id.isEmpty())
        return id;
    const QJsonObject parent = objectOf(invoice, "parent");
    return idOf(objectOf(parent, "subscription_details"), "subscription");
}

/// `payment_intent`, or from 2025-03-31 on the default entry of `payments` (when expanded).
QString paymentIntentIdOf(const QJsonObject &invoice)
{
    const QString id = idOf(invoice, "payment_intent");
    if (!id.isEmpty())
        return id;
    QString any;
    for (const QJsonObject &entry : elementsOf(invoice.value(QLatin1StringView("payments")))) {
        const QString paid = idOf(objectOf(entry, "payment"), "payment_intent");
        if (flagOf(entry, "is_default") && !paid.isEmpty())
            return paid;
        if (any.isEmpty())
            any = paid;
    }
    return any;
}

/// A draft has no payment yet, and nothing is taken where nothing is due.
bool isPaymentToldBy(const QJsonObject &object, const core::Invoice &invoice)
{
    return !leavesPaymentsOut(invoice.snapshot) || !invoice.paymentIntentId.isEmpty()
        || object.contains(QLatin1StringView("payment_intent"))
        || object.contains(QLatin1StringView("payments")) || invoice.deleted
        || !invoice.finalizedAt.isValid() || invoice.amountDue == 0;
}

/// `tax`, or from 2025-03-31 on the sum of `total_taxes`.
qint64 taxOf(const QJsonObject &invoice)
{
    if (const auto tax = optionalIntegerOf(invoice, "tax"))
        return *tax;
    qint64 sum = 0;
    for (const QJsonObject &tax : elementsOf(invoice.value(QLatin1StringView("total_taxes"))))
        qAddOverflow(sum, integerOf(tax, "amount"), &sum);
    return sum;
}

/// `price`, or from 2025-03-31 on `pricing.price_details.price`; `plan` on the oldest lines.
QString priceIdOf(const QJsonObject &line)
{
    QString id = idOf(line, "price");
    if (id.isEmpty())
        id = idOf(objectOf(objectOf(line, "pricing"), "price_details"), "price");
    if (id.isEmpty())
        id = idOf(line, "plan");
    return id;
}

QStringList priceIdsOf(const QJsonObject &invoice)
{
    QStringList ids;
    for (const QJsonObject &line : elementsOf(invoice.value(QLatin1StringView("lines")))) {
        const QString id = priceIdOf(line);
        if (!id.isEmpty() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

void readAmounts(const QJsonObject &object, core::Invoice &invoice)
{
    invoice.currency = textOf(object, "currency");
    invoice.amountDue = integerOf(object, "amount_due");
    invoice.amountPaid = integerOf(object, "amount_paid");
    invoice.amountRemaining = integerOf(object, "amount_remaining");
    invoice.subtotal = integerOf(object, "subtotal");
    invoice.tax = taxOf(object);
    invoice.total = integerOf(object, "total");
}

void readTimes(const QJsonObject &object, core::Invoice &invoice)
{
    const QJsonObject transitions = objectOf(object, "status_transitions");
    invoice.finalizedAt = timeOf(transitions, "finalized_at");
    invoice.paidAt = timeOf(transitions, "paid_at");
    invoice.voidedAt = timeOf(transitions, "voided_at");
    invoice.nextPaymentAttempt = timeOf(object, "next_payment_attempt");
    invoice.dueDate = timeOf(object, "due_date");
    invoice.periodStart = timeOf(object, "period_start");
    invoice.periodEnd = timeOf(object, "period_end");
    invoice.created = timeOf(object, "created");
}

} // namespace

core::Result<core::Invoice> invoiceFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "invoice", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::Invoice invoice;
    invoice.id = textOf(object, "id");
    invoice.deleted = flagOf(object, "deleted");
    invoice.number = textOf(object, "number");
    invoice.customerId = idOf(object, "customer");
    invoice.subscriptionId = subscriptionIdOf(object);
    invoice.paymentIntentId = paymentIntentIdOf(object);
    invoice.status = textOf(object, "status");
    invoice.billingReason = textOf(object, "billing_reason");
    invoice.collectionMethod = textOf(object, "collection_method");
    readAmounts(object, invoice);
    invoice.attemptCount = static_cast<int>(integerOf(object, "attempt_count"));
    invoice.attempted = flagOf(object, "attempted");
    readTimes(object, invoice);
    invoice.hostedInvoiceUrl = textOf(object, "hosted_invoice_url");
    invoice.invoicePdf = textOf(object, "invoice_pdf");
    invoice.priceIds = priceIdsOf(object);
    invoice.hasMoreLines = flagOf(objectOf(object, "lines"), "has_more");
    invoice.metadata = objectOf(object, "metadata");
    invoice.snapshot = snapshotOf(object, std::move(origin));
    invoice.isPaymentTold = isPaymentToldBy(object, invoice);
    return invoice;
}

} // namespace stripe
