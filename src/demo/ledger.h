// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/timeline.h"

#include <vector>

namespace demo {

enum class MovementKind { New, Expansion, Contraction, Churn, Reactivation };
[[nodiscard]] QString toText(MovementKind kind);

/// A row of the MRR ledger, in minor units a month.
struct LedgerEntry
{
    MovementKind kind = MovementKind::New;
    qint64 delta = 0;
    Seconds at = 0;
};

/// The movements of one tenant, of the definition in version 1. Yearly prices are counted exactly
/// and the tenant's sum is rounded, half away from zero; steps of the same second are one movement.
[[nodiscard]] std::vector<LedgerEntry> ledgerOf(const std::vector<MrrStep> &steps);

/// MRR in minor units from its exact twelfths.
[[nodiscard]] qint64 roundTwelfths(qint64 twelfths);

} // namespace demo
