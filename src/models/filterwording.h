// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listcolumn.h"

namespace models {

/// A filter in words, as on its chip: "Status" and "is Past due".
struct FilterWords
{
    QString subject;
    QString condition;
};
[[nodiscard]] FilterWords filterWords(core::ListId list, const core::Filter &filter,
                                      const QDateTime &now);

/// The operators that make sense for a column, the most useful first.
[[nodiscard]] QList<core::FilterOperator> operatorsFor(core::ColumnKind kind);
[[nodiscard]] QString operatorText(core::FilterOperator op, core::ColumnKind kind);
/// The wire values a column can have where these are few: states, tiers. Else empty.
[[nodiscard]] QStringList choicesOf(core::ListId list, QLatin1StringView column);

} // namespace models
