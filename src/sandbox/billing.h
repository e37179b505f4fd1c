// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/context.h"

namespace sandbox {

/// What an invoice is made from.
struct Bill
{
    QJsonObject subscription;
    QString reason; ///< billing_reason
    QString invoiceId = newId(Kind::Invoice);
    QList<demo::InvoiceLine> lines;
    qint64 periodStart = 0;
    qint64 periodEnd = 0;
};

/// The lines of one period: licensed items in advance, metered ones in arrears, the latter only
/// when there was a period before.
[[nodiscard]] QList<demo::InvoiceLine>
periodLines(const Context &context, const QJsonObject &subscription, qint64 previousStart);
/// The metered items alone, by what was used of them between these times.
[[nodiscard]] QList<demo::InvoiceLine>
usageLines(const Context &context, const QJsonObject &subscription, qint64 start, qint64 end);
/// Pending invoice items of the subscription's customer, as lines.
[[nodiscard]] QList<demo::InvoiceLine> pendingLines(const Context &context,
                                                    const QJsonObject &subscription);

/// Makes a draft, with the subscription's discount, and binds the pending items and the usage it
/// took to it. Events: invoice.created; a discount that is used up goes.
QJsonObject createInvoice(Context &context, const Bill &bill);

/// Draft → open with number, links and payment intent; with nothing to pay → paid at once.
/// Events: invoice.updated, invoice.finalized, payment_intent.created.
QJsonObject finalizeInvoice(Context &context, QJsonObject invoice);

/// Sets the state and everything that says "paid"; tells of it by the three events that Stripe
/// has for it. `fields` are set with it.
QJsonObject markPaid(Context &context, QJsonObject invoice, const QJsonObject &fields = {});

/// Changes a subscription and tells of it.
void changeSubscription(Context &context, const QString &id, const QJsonObject &fields);

} // namespace sandbox
