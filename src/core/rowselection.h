// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QUuid>

namespace core {

/// Which of the rows that search and filters let through.
struct RowSelection
{
    enum class Kind { All, Only, AllBut };
    Kind kind = Kind::All;
    QList<QUuid> ids = {}; ///< Of Only and AllBut.
    bool operator==(const RowSelection &) const = default;
};

} // namespace core
