// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/context.h"

namespace sandbox {

/// Replaces ids by objects as `expand[]` asks: "latest_invoice.payment_intent", in lists below
/// "data.". At most four levels deep.
[[nodiscard]] Answer expanded(Context &context, const QJsonObject &answer,
                              const QStringList &paths);

} // namespace sandbox
