// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace core {

struct InvoiceLine
{
    QString description;
    Money amount;
    std::optional<qint64> quantity;
    QString priceId;
    QDateTime periodStart;
    QDateTime periodEnd;
};

/// An attempt to collect, as far as the payment intents tell: one row each, its latest failure.
struct PaymentAttempt
{
    QString paymentIntentId;
    QString status; ///< Stripe's: requires_payment_method, succeeded, …
    Money amount;
    QString declineCode; ///< Stripe's decline code, else its error code; empty without failure.
    QString declineMessage;
    QDateTime created;
};

/// Everything the invoice's panel shows.
struct InvoiceDetail
{
    QUuid id;
    QString invoiceId; ///< Stripe's.
    QString number;    ///< Empty on drafts.
    QUuid tenantId;    ///< Null: unassigned.
    QString tenantName;
    QString customerId;
    QString subscriptionId;
    QString paymentIntentId;
    QString status; ///< Derived, as in the list: draft, open, overdue, retrying, failed, paid, …
    QString wireStatus; ///< Stripe's own.
    QString billingReason;
    QString collectionMethod; ///< charge_automatically, send_invoice.

    // The balance's walk: subtotal + adjustment + tax = total; total − paid − otherwise =
    // remaining.
    Money subtotal;
    Money adjustment; ///< Discounts and credit between subtotal and total; 0 for most.
    Money tax;
    Money total;
    Money due; ///< What Stripe asks for: the total after the customer's balance.
    Money paid;
    Money otherwise; ///< Settled by neither: the customer's balance, credit notes, write-offs.
    Money remaining;

    int attemptCount = 0;
    QDateTime nextAttempt;
    QString declineCode; ///< The latest failure's; empty when there was none.
    QString declineMessage;
    QList<PaymentAttempt> attempts; ///< Newest first.

    bool linesReadable = true; ///< False: this role may not read raw objects.
    QList<InvoiceLine> lines;
    bool hasMoreLines = false; ///< Stripe's object carried only the first of them.

    QDateTime created;
    QDateTime finalizedAt;
    QDateTime dueDate;
    QDateTime paidAt;
    QDateTime voidedAt;
    QDateTime periodStart;
    QDateTime periodEnd;
    QString hostedInvoiceUrl;
    QString invoicePdf;
    qint64 daysOverdue = 0; ///< Begun days past the due date of an open invoice; else 0.
};

} // namespace core
