// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/invoicedetailrepository.h"

#include "db/detailvalues.h"
#include "db/listdefinitions.h"
#include "db/session.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace db {
namespace {

// Rights are asked for, not tried: a refused statement would end the transaction.
const QString header = uR"(
    SELECT i.stripe_invoice_id, i.number, i.tenant_id, t.name, i.stripe_customer_id,
           i.stripe_subscription_id, i.stripe_payment_intent_id, i.status, )"_s
    + derivedInvoiceStatus() + uR"(,
           i.billing_reason, i.collection_method, i.currency, i.subtotal, i.tax, i.total,
           i.amount_due, i.amount_paid, i.amount_remaining, i.attempt_count,
           i.next_payment_attempt, i.created, i.finalized_at, i.due_date, i.paid_at, i.voided_at,
           i.period_start, i.period_end, i.hosted_invoice_url, i.invoice_pdf,
           CASE WHEN i.status = 'open' AND i.due_date < now()
                THEN ceil(extract(epoch FROM now() - i.due_date) / 86400)::bigint ELSE 0 END,
           has_column_privilege('stripe_invoices', 'raw', 'SELECT')
      FROM stripe_invoices i
      LEFT JOIN tenants t ON t.id = i.tenant_id
     WHERE i.id = :invoice
     ORDER BY i.id)"_s;

const QString attempts = uR"(
    SELECT p.stripe_payment_intent_id, p.status, p.amount, p.currency, p.last_error_code,
           p.last_error_message, p.created
      FROM stripe_payment_intents p
     WHERE p.stripe_invoice_id = :invoice OR p.stripe_payment_intent_id = :intent
     ORDER BY p.created DESC NULLS LAST, p.id)"_s;

const QString rawLines = uR"(
    SELECT (i.raw -> 'lines')::text
      FROM stripe_invoices i
     WHERE i.id = :invoice
     ORDER BY i.id)"_s;

QDateTime stripeTime(const QJsonValue &seconds)
{
    return seconds.isDouble() ? QDateTime::fromSecsSinceEpoch(seconds.toInteger(), Qt::UTC)
                              : QDateTime();
}

/// The price's id in either shape: an object until 2025-03-31, under `pricing` since.
QString priceOf(const QJsonObject &line)
{
    const QJsonValue price = line[u"price"_s];
    if (price.isObject())
        return price.toObject()[u"id"_s].toString();
    if (price.isString())
        return price.toString();
    const QJsonObject details = line[u"pricing"_s].toObject()[u"price_details"_s].toObject();
    return details[u"price"_s].toString();
}

core::InvoiceLine lineFrom(const QJsonObject &line, const QString &currency)
{
    const QJsonObject period = line[u"period"_s].toObject();
    const QJsonValue quantity = line[u"quantity"_s];
    return {.description = line[u"description"_s].toString(),
            .amount = {line[u"amount"_s].toInteger(), line[u"currency"_s].toString(currency)},
            .quantity = quantity.isDouble() ? std::optional(quantity.toInteger()) : std::nullopt,
            .priceId = priceOf(line),
            .periodStart = stripeTime(period[u"start"_s]),
            .periodEnd = stripeTime(period[u"end"_s])};
}

void readAmounts(const QSqlQuery &row, core::InvoiceDetail &invoice)
{
    const QString currency = row.value(11).toString();
    const auto money = [&](qint64 minor) { return core::Money{minor, currency}; };
    const auto amount = [&](int column) { return money(row.value(column).toLongLong()); };
    invoice.subtotal = amount(12);
    invoice.tax = amount(13);
    invoice.total = amount(14);
    invoice.due = amount(15);
    invoice.paid = amount(16);
    invoice.remaining = amount(17);
    invoice.adjustment = money(invoice.total.minor - invoice.subtotal.minor - invoice.tax.minor);
    invoice.otherwise = money(invoice.total.minor - invoice.paid.minor - invoice.remaining.minor);
}

void readTimes(const QSqlQuery &row, core::InvoiceDetail &invoice)
{
    invoice.nextAttempt = timeAt(row, 19);
    invoice.created = timeAt(row, 20);
    invoice.finalizedAt = timeAt(row, 21);
    invoice.dueDate = timeAt(row, 22);
    invoice.paidAt = timeAt(row, 23);
    invoice.voidedAt = timeAt(row, 24);
    invoice.periodStart = timeAt(row, 25);
    invoice.periodEnd = timeAt(row, 26);
}

} // namespace

core::Result<core::InvoiceDetail> InvoiceDetailRepository::find(const QUuid &invoiceId) const
{
    if (const core::Result<> begun = m_session.begin(); !begun)
        return core::passOn(begun);
    core::InvoiceDetail invoice;
    invoice.id = invoiceId;
    using Step = core::Result<> (InvoiceDetailRepository::*)(core::InvoiceDetail &) const;
    for (const Step step :
         {&InvoiceDetailRepository::readHeader, &InvoiceDetailRepository::readAttempts,
          &InvoiceDetailRepository::readLines}) {
        if (const core::Result<> done = (this->*step)(invoice); !done)
            return core::passOn(done);
    }
    if (const core::Result<> ended = m_session.commit(); !ended)
        return core::passOn(ended);
    return invoice;
}

core::Result<> InvoiceDetailRepository::readHeader(core::InvoiceDetail &invoice) const
{
    auto row = m_session.run(header, {{u"invoice"_s, invoice.id}});
    if (!row)
        return core::passOn(row);
    if (!row->next())
        return core::fail(core::Error::Kind::NotFound,
                          QCoreApplication::translate("db", "This invoice does not exist."));
    invoice.invoiceId = row->value(0).toString();
    invoice.number = row->value(1).toString();
    invoice.tenantId = row->value(2).toUuid();
    invoice.tenantName = row->value(3).toString();
    invoice.customerId = row->value(4).toString();
    invoice.subscriptionId = row->value(5).toString();
    invoice.paymentIntentId = row->value(6).toString();
    invoice.wireStatus = row->value(7).toString();
    invoice.status = row->value(8).toString();
    invoice.billingReason = row->value(9).toString();
    invoice.collectionMethod = row->value(10).toString();
    readAmounts(*row, invoice);
    invoice.attemptCount = row->value(18).toInt();
    readTimes(*row, invoice);
    invoice.hostedInvoiceUrl = row->value(27).toString();
    invoice.invoicePdf = row->value(28).toString();
    invoice.daysOverdue = row->value(29).toLongLong();
    invoice.linesReadable = row->value(30).toBool();
    return {};
}

core::Result<> InvoiceDetailRepository::readAttempts(core::InvoiceDetail &invoice) const
{
    auto row = m_session.run(
        attempts, {{u"invoice"_s, invoice.invoiceId}, {u"intent"_s, invoice.paymentIntentId}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        invoice.attempts += core::PaymentAttempt{
            .paymentIntentId = row->value(0).toString(),
            .status = row->value(1).toString(),
            .amount = {row->value(2).toLongLong(), row->value(3).toString()},
            .declineCode = row->value(4).toString(),
            .declineMessage = row->value(5).toString(),
            .created = timeAt(*row, 6),
        };
        const core::PaymentAttempt &attempt = invoice.attempts.constLast();
        if (invoice.declineCode.isEmpty() && !attempt.declineCode.isEmpty()) {
            invoice.declineCode = attempt.declineCode;
            invoice.declineMessage = attempt.declineMessage;
        }
    }
    return {};
}

core::Result<> InvoiceDetailRepository::readLines(core::InvoiceDetail &invoice) const
{
    if (!invoice.linesReadable)
        return {};
    auto row = m_session.run(rawLines, {{u"invoice"_s, invoice.id}});
    if (!row)
        return core::passOn(row);
    row->next();
    const QJsonObject lines = objectAt(*row, 0);
    const QJsonArray shown = lines[u"data"_s].toArray();
    for (const QJsonValue &line : shown)
        invoice.lines += lineFrom(line.toObject(), invoice.total.currency);
    invoice.hasMoreLines = lines[u"has_more"_s].toBool();
    return {};
}

} // namespace db
