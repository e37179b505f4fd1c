// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/planmoves.h"

#include <array>

namespace demo {

PriceKind biggerPlan(PriceKind price)
{
    switch (price) {
    case PriceKind::BasicMonthly:
        return PriceKind::ProfessionalMonthly;
    case PriceKind::ProfessionalMonthly:
        return PriceKind::EnterpriseMonthly;
    case PriceKind::EnterpriseMonthly:
        return PriceKind::CustomSmall;
    case PriceKind::BasicYearly:
        return PriceKind::ProfessionalYearly;
    case PriceKind::ProfessionalYearly:
        return PriceKind::EnterpriseYearly;
    case PriceKind::CustomSmall:
        return PriceKind::CustomMedium;
    case PriceKind::CustomMedium:
        return PriceKind::CustomLarge;
    case PriceKind::EnterpriseYearly:
    case PriceKind::CustomLarge:
    case PriceKind::RoutePlanner:
    case PriceKind::ExtraOrders:
    case PriceKind::Messages:
        break;
    }
    return price;
}

PriceKind smallerPlan(PriceKind price)
{
    switch (price) {
    case PriceKind::ProfessionalMonthly:
        return PriceKind::BasicMonthly;
    case PriceKind::EnterpriseMonthly:
        return PriceKind::ProfessionalMonthly;
    case PriceKind::ProfessionalYearly:
        return PriceKind::BasicYearly;
    case PriceKind::EnterpriseYearly:
        return PriceKind::ProfessionalYearly;
    case PriceKind::CustomSmall:
        return PriceKind::EnterpriseMonthly;
    case PriceKind::CustomMedium:
        return PriceKind::CustomSmall;
    case PriceKind::CustomLarge:
        return PriceKind::CustomMedium;
    case PriceKind::BasicMonthly:
    case PriceKind::BasicYearly:
    case PriceKind::RoutePlanner:
    case PriceKind::ExtraOrders:
    case PriceKind::Messages:
        break;
    }
    return price;
}

int upgradeChance(PriceKind price)
{
    switch (tierOf(price)) {
    case core::PlanTier::Basic:
        return 160;
    case core::PlanTier::Professional:
        return 60;
    case core::PlanTier::Enterprise:
        return 40;
    case core::PlanTier::Custom:
        return 60;
    }
    return 0;
}

int downgradeChance(PriceKind price)
{
    return smallerPlan(price) == price ? 0 : 45;
}

int leavingChance(PriceKind price)
{
    switch (tierOf(price)) {
    case core::PlanTier::Basic:
        return 75;
    case core::PlanTier::Professional:
        return 45;
    case core::PlanTier::Enterprise:
    case core::PlanTier::Custom:
        return 25;
    }
    return 0;
}

int season(int monthOfYear)
{
    constexpr std::array<int, 12> months{880, 900, 960,  980,  1010, 1030,
                                         940, 900, 1000, 1050, 1180, 1420};
    return months[static_cast<std::size_t>((monthOfYear + 11) % 12)];
}

} // namespace demo
