// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"

namespace stripe {

// From Stripe's JSON to the values the mirror keeps, from both API shapes: 2023-10-16, and
// 2025-03-31 ("basil") and later. The shape is seen in the object, never taken from a version.
// `origin` says where the copy comes from; its livemode and raw are set from the object, raw
// without secrets. Unknown fields and states are no error; another kind of object, or one without
// an id, is (Error::Kind::Invalid). Pure and thread-safe.

[[nodiscard]] core::Result<core::Customer> customerFromJson(const QJsonObject &json,
                                                            core::Snapshot origin = {});
[[nodiscard]] core::Result<core::Product> productFromJson(const QJsonObject &json,
                                                          core::Snapshot origin = {});
[[nodiscard]] core::Result<core::Price> priceFromJson(const QJsonObject &json,
                                                      core::Snapshot origin = {});
[[nodiscard]] core::Result<core::Subscription> subscriptionFromJson(const QJsonObject &json,
                                                                    core::Snapshot origin = {});
[[nodiscard]] core::Result<core::Invoice> invoiceFromJson(const QJsonObject &json,
                                                          core::Snapshot origin = {});
[[nodiscard]] core::Result<core::PaymentIntent> paymentIntentFromJson(const QJsonObject &json,
                                                                      core::Snapshot origin = {});

[[nodiscard]] core::Result<core::Refund> refundFromJson(const QJsonObject &json,
                                                        core::Snapshot origin = {});
[[nodiscard]] core::Result<core::CreditNote> creditNoteFromJson(const QJsonObject &json,
                                                                core::Snapshot origin = {});
[[nodiscard]] core::Result<core::Dispute> disputeFromJson(const QJsonObject &json,
                                                          core::Snapshot origin = {});

/// Of GET /v1/account: what the database is bound to.
struct Account
{
    QString id;
    QString name; ///< The business's name as staff know it; may be empty.
    QString country;
    QString defaultCurrency;
};
[[nodiscard]] core::Result<Account> accountFromJson(const QJsonObject &json);

} // namespace stripe
