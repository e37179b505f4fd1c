// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

[[nodiscard]] Answer createUsageRecord(Context &context, const Call &call);
[[nodiscard]] Answer listUsageSummaries(Context &context, const Call &call);

/// Remembers which subscription its items belong to: usage comes by the item alone.
void noteItems(Context &context, const QJsonObject &subscription);

/// What counts of an item between these times, as its price adds up: sum, max, the last of the
/// period, or the last ever.
[[nodiscard]] qint64 usedBetween(const Context &context, const QJsonObject &item, qint64 start,
                                 qint64 end);
/// Whether there is any since then.
[[nodiscard]] bool hasUsageSince(const Context &context, const QJsonObject &item, qint64 start);

/// The usage of that period is on an invoice now.
void noteBilled(Context &context, const QString &itemId, qint64 start, qint64 end,
                const QString &invoiceId);

} // namespace sandbox
