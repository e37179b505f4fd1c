// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcolumn.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace models {
namespace {

constexpr std::array columns{
    ListColumn{.id = "number"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Number"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 164},
    ListColumn{.id = "tenant"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Tenant"),
               .kind = ColumnKind::Text,
               .look = CellLook::Name,
               .width = 220},
    ListColumn{.id = "status"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Status"),
               .kind = ColumnKind::Status,
               .look = CellLook::Status,
               .width = 96},
    ListColumn{.id = "attempts"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Tries"),
               .kind = ColumnKind::Count,
               .look = CellLook::Count,
               .width = 48,
               .isEndAligned = true},
    ListColumn{.id = "total"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Total"),
               .kind = ColumnKind::Money,
               .look = CellLook::Money,
               .width = 106,
               .isEndAligned = true},
    ListColumn{.id = "remaining"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Remaining"),
               .kind = ColumnKind::Money,
               .look = CellLook::Money,
               .width = 106,
               .isEndAligned = true},
    ListColumn{.id = "due"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Due"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::DueDate,
               .width = 116},
    ListColumn{.id = "paid"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Paid"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Date,
               .width = 92,
               .isEndAligned = true,
               .isShown = false},
    ListColumn{.id = "invoice"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Stripe invoice"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 220,
               .isShown = false},
    ListColumn{.id = "created"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Created"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Date,
               .width = 96,
               .isEndAligned = true,
               .isShown = false},
};

} // namespace

std::span<const ListColumn> invoiceColumns()
{
    return columns;
}

} // namespace models
