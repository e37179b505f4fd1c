// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/listsource.h"
#include "ui/shell/viewstate.h"

#include <functional>

namespace ui {

class Actions;
class Theme;

/// A saved view: a tab above the list.
struct ListPreset
{
    QString title;
    QList<core::Filter> filters;
    QList<core::SortKey> sort;
};

/// The words of one kind of list.
struct ListWords
{
    QString searchHint;                   ///< "Search tenants"
    std::function<QString(qint64)> count; ///< "412 tenants"
    QString emptyTitle;                   ///< With no row at all.
    QString emptyText;
    QString nothingTitle; ///< With filters that let nothing through.
    QString failedTitle;  ///< "Tenants could not be loaded"
};

/// What a list page is given to work with.
struct ListParts
{
    const Theme &theme;
    models::ListSource &source;
    const core::Clock &clock;
    ViewState &viewState;
    Actions &actions;
};

} // namespace ui
