// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ledger.h"

#include "core/texttable.h"

#include <array>

namespace demo {
namespace {

constexpr std::array<core::EnumText<MovementKind>, 5> kinds{{
    {MovementKind::New, QLatin1StringView("new")},
    {MovementKind::Expansion, QLatin1StringView("expansion")},
    {MovementKind::Contraction, QLatin1StringView("contraction")},
    {MovementKind::Churn, QLatin1StringView("churn")},
    {MovementKind::Reactivation, QLatin1StringView("reactivation")},
}};

MovementKind kindOf(qint64 before, qint64 after, bool hasPaid)
{
    if (before == 0)
        return hasPaid ? MovementKind::Reactivation : MovementKind::New;
    if (after == 0)
        return MovementKind::Churn;
    return after > before ? MovementKind::Expansion : MovementKind::Contraction;
}

} // namespace

QString toText(MovementKind kind)
{
    return core::textOf(kinds, kind);
}

qint64 roundTwelfths(qint64 twelfths)
{
    const qint64 half = twelfths < 0 ? -6 : 6;
    return (twelfths + half) / 12;
}

std::vector<LedgerEntry> ledgerOf(const std::vector<MrrStep> &steps)
{
    std::vector<LedgerEntry> entries;
    qint64 exact = 0;
    qint64 counted = 0;
    for (std::size_t at = 0; at < steps.size(); ++at) {
        exact += steps[at].twelfths;
        if (at + 1 < steps.size() && steps[at + 1].at == steps[at].at)
            continue;
        const qint64 rounded = roundTwelfths(exact);
        if (rounded == counted)
            continue;
        entries.push_back(
            {kindOf(counted, rounded, !entries.empty()), rounded - counted, steps[at].at});
        counted = rounded;
    }
    return entries;
}

} // namespace demo
