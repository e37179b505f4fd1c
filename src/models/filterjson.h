// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"

#include <QJsonArray>

// Filters and order as JSON: for saved views and for the history. What a list does not know (any
// more) is left out on the way back.
namespace models {

[[nodiscard]] QJsonArray toJson(const QList<core::Filter> &filters);
[[nodiscard]] QJsonArray toJson(const QList<core::SortKey> &sort);
[[nodiscard]] QList<core::Filter> filtersFromJson(core::ListId list, const QJsonArray &json);
[[nodiscard]] QList<core::SortKey> sortFromJson(core::ListId list, const QJsonArray &json);

} // namespace models
