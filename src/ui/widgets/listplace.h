// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

namespace ui {

/// A place on a list page, as links, the history and the jump list name it in Location::object.
/// `Location{u"invoices"_s, toText(ListPlace{.view = u"overdue"_s})}`
struct ListPlace
{
    QString view = {};                               ///< A view's id; empty: whichever is shown.
    std::optional<QList<core::Filter>> filters = {}; ///< In place of the view's own.
    QUuid row = {};                                  ///< The current row; null: none in particular.
    bool isWhole = false;                            ///< The row as a page of its own.
    bool operator==(const ListPlace &) const = default;
};

/// A row alone is its id and nothing else.
[[nodiscard]] QString toText(const ListPlace &place);
[[nodiscard]] ListPlace listPlaceFromText(core::ListId list, const QString &text);

} // namespace ui
