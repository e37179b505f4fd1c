// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/context.h"

namespace sandbox {

/// One item before and after a change; empty before for a new one, empty after for a removed one.
struct ItemDifference
{
    QJsonObject before;
    QJsonObject after;
};

/// Makes the pending invoice items that settle the rest of the period: a credit for unused time
/// at the old price, a charge for the remaining time at the new one. Metered items have none.
/// Events: invoiceitem.created.
void createProrations(Context &context, const QJsonObject &subscription,
                      const QList<ItemDifference> &differences, qint64 when);

} // namespace sandbox
