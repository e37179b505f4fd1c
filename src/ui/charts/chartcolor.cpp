// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcolor.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct SeriesColor
{
    QLatin1StringView id;
    QRgb color;
};

constexpr std::array seriesColors{
    SeriesColor{"new"_L1, okabeito::green},         SeriesColor{"expansion"_L1, okabeito::sky},
    SeriesColor{"reactivation"_L1, okabeito::blue}, SeriesColor{"contraction"_L1, okabeito::orange},
    SeriesColor{"churn"_L1, okabeito::vermillion},  SeriesColor{"basic"_L1, okabeito::sky},
    SeriesColor{"professional"_L1, okabeito::blue}, SeriesColor{"enterprise"_L1, okabeito::green},
    SeriesColor{"custom"_L1, okabeito::purple},
};

constexpr double fade = 0.45;

} // namespace

QColor seriesColor(const Theme &theme, const QString &id)
{
    const auto it =
        std::ranges::find_if(seriesColors, [&](const SeriesColor &row) { return row.id == id; });
    return it == seriesColors.end() ? theme.color(Role::CalmBar) : QColor::fromRgb(it->color);
}

QColor lineColor(const Theme &theme)
{
    return QColor::fromRgb(theme.isDark() ? okabeito::sky : okabeito::blue);
}

QColor faded(const Theme &theme, const QColor &color)
{
    const QColor ground = theme.color(Role::Base);
    const auto mix = [](int over, int under) {
        return static_cast<int>(over * fade + under * (1 - fade));
    };
    return {mix(color.red(), ground.red()), mix(color.green(), ground.green()),
            mix(color.blue(), ground.blue())};
}

} // namespace ui
