// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/listsource.h"
#include "ui/shell/viewstate.h"

#include <functional>

namespace ui {

class Actions;
class Dialogs;
class Theme;

/// A view of the list: a tab above it. Ready-made, or saved by the user with search and columns.
struct ListPreset
{
    QString id; ///< Stable: what links and the settings call it.
    QString title;
    QList<core::Filter> filters = {};
    QList<core::SortKey> sort = {}; ///< Empty: as it is.
    QString search = {};
    QByteArray columns = {}; ///< ListView::columnState(); empty on ready-made ones.
    bool isSaved = false;
    bool operator==(const ListPreset &) const = default;
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
    Dialogs &dialogs;
};

} // namespace ui
