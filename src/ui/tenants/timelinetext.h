// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tenantdetail.h"
#include "ui/theme/palette.h"

namespace ui {

/// How an audit row is told to billing staff.
struct TimelineFace
{
    QString text;
    QLatin1StringView icon;
    StatusColor status = StatusColor::Grey;
};

/// Actions that have no words yet are shown by their own name.
[[nodiscard]] TimelineFace timelineFace(const core::TimelineEntry &entry);

} // namespace ui
