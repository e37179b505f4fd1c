// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/context.h"

namespace sandbox {

/// When the clock has something to do for this subscription or invoice: period or trial ends,
/// 23 hours of an incomplete one are over, a draft's hour, the next attempt, the due date.
[[nodiscard]] std::optional<qint64> dueTime(const Context &context, Kind kind,
                                            const QJsonObject &object);

/// Does it. What is not due is left alone.
void doDue(Context &context, Kind kind, const QString &id);

/// Begins the next period of a subscription and drafts its invoice; from a trial the first paid
/// one. Events: customer.subscription.updated, invoice.created. Returns the draft.
QJsonObject renew(Context &context, QJsonObject subscription, qint64 start, const QString &reason);

/// Ends a subscription for good. Events: customer.subscription.deleted; its open invoices are no
/// longer collected by themselves.
void endSubscription(Context &context, QJsonObject subscription, const QJsonObject &details);

/// Open or uncollectible → void. Events: invoice.voided, invoice.updated,
/// payment_intent.canceled; an incomplete subscription expires with its first invoice.
QJsonObject voidInvoice(Context &context, QJsonObject invoice);

/// Finalizes a draft and collects it as the clock would; send_invoice ones stay open.
QJsonObject finalizeAndCollect(Context &context, const QJsonObject &draft);

} // namespace sandbox
