// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/jsoncompact.h"

#include "demo/jsonparts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace demo {

using namespace Qt::StringLiterals;
using namespace json;

namespace {

/// Writes one object of known, plain keys without building a QJsonObject: the bench set renders
/// over two million of them.
class Writer
{
public:
    explicit Writer(const char *objectType)
    {
        m_bytes.reserve(700);
        m_bytes.append("{\"object\":\"").append(objectType).append('"');
    }

    void text(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            literal(key,
                    QJsonDocument(QJsonArray{value})
                        .toJson(QJsonDocument::Compact)
                        .sliced(1)
                        .chopped(1));
    }
    /// For ids and states, which hold nothing that JSON would escape.
    void name(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            literal(key, '"' + value.toLatin1() + '"');
    }
    void number(const char *key, qint64 value) { literal(key, QByteArray::number(value)); }
    void flag(const char *key, bool value) { literal(key, value ? "true" : "false"); }
    void time(const char *key, const QDateTime &value)
    {
        if (value.isValid())
            number(key, value.toSecsSinceEpoch());
    }
    void object(const char *key, const QJsonObject &value)
    {
        if (!value.isEmpty())
            literal(key, QJsonDocument(value).toJson(QJsonDocument::Compact));
    }
    void literal(const char *key, const QByteArray &value)
    {
        m_bytes.append(",\"").append(key).append("\":").append(value);
    }
    [[nodiscard]] QByteArray finish() { return std::move(m_bytes.append('}')); }

private:
    QByteArray m_bytes;
};

QByteArray compactItems(const core::Subscription &subscription)
{
    QByteArray items;
    for (const core::SubscriptionItem &item : subscription.items) {
        items.append(items.isEmpty() ? "" : ",");
        items.append("{\"id\":\"" + item.id.toLatin1() + "\",\"price\":\"" + item.priceId.toLatin1()
                     + '"');
        if (item.quantity)
            items.append(",\"quantity\":" + QByteArray::number(*item.quantity));
        items.append('}');
    }
    return "{\"data\":[" + items + "]}";
}

} // namespace

QByteArray toCompactJson(const core::Customer &customer)
{
    Writer out("customer");
    out.name("id", customer.id);
    out.text("name", customer.name);
    out.text("email", customer.email);
    out.text("phone", customer.phone);
    out.object("address", customer.address);
    out.number("balance", customer.balance);
    out.name("currency", customer.currency);
    out.name("tax_exempt", customer.taxExempt);
    out.time("created", customer.created);
    out.object("metadata", customer.metadata);
    return out.finish();
}

QByteArray toCompactJson(const core::Subscription &subscription)
{
    Writer out("subscription");
    out.name("id", subscription.id);
    out.name("customer", subscription.customerId);
    out.name("status", subscription.status);
    out.name("currency", subscription.currency);
    out.name("collection_method", subscription.collectionMethod);
    out.flag("cancel_at_period_end", subscription.cancelAtPeriodEnd);
    out.time("current_period_start", subscription.currentPeriodStart);
    out.time("current_period_end", subscription.currentPeriodEnd);
    out.time("trial_end", subscription.trialEnd);
    out.time("canceled_at", subscription.canceledAt);
    out.time("ended_at", subscription.endedAt);
    out.name("latest_invoice", subscription.latestInvoiceId);
    out.time("created", subscription.created);
    out.literal("items", compactItems(subscription));
    out.object("metadata", subscription.metadata);
    return out.finish();
}

QByteArray toCompactJson(const core::Invoice &invoice)
{
    Writer out("invoice");
    out.name("id", invoice.id);
    out.name("number", invoice.number);
    out.name("customer", invoice.customerId);
    out.name("subscription", invoice.subscriptionId);
    out.name("payment_intent", invoice.paymentIntentId);
    out.name("status", invoice.status);
    out.name("billing_reason", invoice.billingReason);
    out.name("currency", invoice.currency);
    out.number("amount_due", invoice.amountDue);
    out.number("amount_paid", invoice.amountPaid);
    out.number("amount_remaining", invoice.amountRemaining);
    out.number("subtotal", invoice.subtotal);
    out.number("tax", invoice.tax);
    out.number("total", invoice.total);
    out.number("attempt_count", invoice.attemptCount);
    out.time("period_start", invoice.periodStart);
    out.time("period_end", invoice.periodEnd);
    out.time("due_date", invoice.dueDate);
    out.time("created", invoice.created);
    out.object("metadata", invoice.metadata);
    return out.finish();
}

QByteArray toCompactJson(const core::PaymentIntent &intent)
{
    Writer out("payment_intent");
    out.name("id", intent.id);
    out.name("customer", intent.customerId);
    out.name("invoice", intent.invoiceId);
    out.name("status", intent.status);
    out.name("currency", intent.currency);
    out.number("amount", intent.amount);
    out.number("amount_received", intent.amountReceived);
    out.name("latest_charge", intent.latestCharge);
    out.name("last_error", intent.lastErrorCode);
    out.time("created", intent.created);
    return out.finish();
}

} // namespace demo
