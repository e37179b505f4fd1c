// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync.h"
#include "ui/theme/theme.h"

#include <QLatin1StringView>
#include <QString>

namespace ui {

/// What the strip above the differences says of a run.
struct SyncStatus
{
    StatusColor status = StatusColor::Grey;
    QLatin1StringView icon;
    QString title;
    QString text;
};

/// `timeLeft` in seconds, where it can be told.
[[nodiscard]] SyncStatus statusOf(const std::optional<core::SyncRun> &run,
                                  std::optional<qint64> timeLeft);
/// A line for the navigation: "Invoices, 45 %".
[[nodiscard]] QString shortProgress(const core::SyncRun &run);
/// What to do about events that were not read for long; empty titles where all is well.
[[nodiscard]] SyncStatus gapStatus(const core::EventGap &gap);

} // namespace ui
