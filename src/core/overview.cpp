// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overview.h"

#include "core/texttable.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr std::array movementTexts{
    EnumText{MovementKind::New, "new"_L1},
    EnumText{MovementKind::Expansion, "expansion"_L1},
    EnumText{MovementKind::Reactivation, "reactivation"_L1},
    EnumText{MovementKind::Contraction, "contraction"_L1},
    EnumText{MovementKind::Churn, "churn"_L1},
};
static_assert(movementTexts.size() == movementKinds);

} // namespace

std::optional<double> failureRate(const AttemptCounts &counts)
{
    if (counts.attempts == 0)
        return std::nullopt;
    return static_cast<double>(counts.failed) / static_cast<double>(counts.attempts);
}

QString toText(MovementKind kind)
{
    return textOf(movementTexts, kind);
}

std::optional<MovementKind> movementKindFromText(QStringView text)
{
    return valueOf(movementTexts, text);
}

} // namespace core
