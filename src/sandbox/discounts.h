// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createCoupon(Context &context, const Call &call);
[[nodiscard]] Answer retrieveCoupon(Context &context, const Call &call);
[[nodiscard]] Answer updateCoupon(Context &context, const Call &call);
[[nodiscard]] Answer deleteCoupon(Context &context, const Call &call);
[[nodiscard]] Answer listCoupons(Context &context, const Call &call);
/// Takes a subscription's discount off.
[[nodiscard]] Answer deleteDiscount(Context &context, const Call &call);

/// Puts the coupon that the call names into `subscription`; an empty one takes it off. Events:
/// customer.discount.created, customer.discount.deleted, coupon.updated.
[[nodiscard]] std::optional<ApiError> takeCoupon(Context &context, QJsonObject &subscription,
                                                 const Params &params);

/// The subscription's discount at that time; empty without one, or when it is over.
[[nodiscard]] QJsonObject discountAt(const QJsonObject &subscription, qint64 when);
/// What it takes off each line: all together never more than there is; prorations are left out.
[[nodiscard]] QList<qint64> discountShares(const QJsonObject &discount,
                                           const QList<demo::InvoiceLine> &lines);
/// One that counts once is used up by an invoice, one that repeats by time. Events as above.
void endUsedDiscount(Context &context, const QString &subscriptionId);

} // namespace sandbox
