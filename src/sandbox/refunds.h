// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createRefund(Context &context, const Call &call);
[[nodiscard]] Answer retrieveRefund(Context &context, const Call &call);
[[nodiscard]] Answer updateRefund(Context &context, const Call &call);
[[nodiscard]] Answer cancelRefund(Context &context, const Call &call);
[[nodiscard]] Answer listRefunds(Context &context, const Call &call);

/// What has not gone back yet of a payment intent that succeeded.
[[nodiscard]] qint64 refundable(Context &context, const QJsonObject &intent);
/// Gives that much back. Events: charge.refunded, without the refund inside, and refund.created.
QJsonObject makeRefund(Context &context, const QJsonObject &intent, qint64 amount,
                       const QString &reason, const Params &params = {});

} // namespace sandbox
