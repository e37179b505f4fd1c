// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/cards.h"
#include "sandbox/context.h"

namespace sandbox {

/// How an attempt to collect an invoice ended.
struct Attempt
{
    CardBehaviour::Outcome outcome = CardBehaviour::Outcome::Succeeds;
    QJsonObject invoice; ///< As it is now.
    ApiError error;      ///< What a caller who asked for the payment is told; unless it succeeded.
};

/// Who asks for the money decides what a failure means for the schedule.
enum class Asker { Operator, Clock, Creation };

/// The card an invoice of this subscription is charged to: its own default, else the customer's.
/// Empty when there is none.
[[nodiscard]] QJsonObject cardFor(const Context &context, const QJsonObject &subscription,
                                  const QString &customerId);
/// Stripe's refusal where there is no card.
[[nodiscard]] ApiError noCard();
[[nodiscard]] ApiError notAttached(const QString &paymentMethodId, const QString &param);

/// Charges an open invoice and lets its subscription follow: incomplete or past_due → active when
/// it is paid, active → past_due when a renewal is not.
Attempt collect(Context &context, const QJsonObject &invoice, const QJsonObject &card, Asker asker);

/// An automatic attempt without any card to charge: fails like a declined one.
QJsonObject collectWithoutCard(Context &context, QJsonObject invoice);

/// The subscription is told that its invoice has been paid, by whatever means.
void followPayment(Context &context, const QJsonObject &invoice);

} // namespace sandbox
