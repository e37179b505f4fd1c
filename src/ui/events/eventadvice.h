// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "ui/theme/palette.h"

namespace ui {

/// What is to be done about an event, before any detail of it. An empty title: nothing.
struct EventAdvice
{
    StatusColor status = StatusColor::Blue;
    QLatin1StringView icon;
    QString title;
    QString text;
};

[[nodiscard]] EventAdvice adviceFor(const core::EventDetail &event, const QDateTime &now);

} // namespace ui
