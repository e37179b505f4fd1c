// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcolumn.h"
#include "models/wording.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace models {
namespace {

constexpr std::array columns{
    ListColumn{.id = "tenant"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Tenant"),
               .kind = ColumnKind::Text,
               .look = CellLook::Name,
               .width = 236},
    ListColumn{.id = "status"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Status"),
               .kind = ColumnKind::Status,
               .look = CellLook::Status,
               .width = 94},
    ListColumn{.id = "product"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Product"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 150},
    ListColumn{.id = "amount"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Amount"),
               .kind = ColumnKind::Money,
               .look = CellLook::Money,
               .width = 110,
               .isEndAligned = true},
    ListColumn{.id = "interval"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Billed"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 110,
               .wording = intervalText},
    ListColumn{.id = "period_end"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Period ends"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Countdown,
               .width = 108,
               .isEndAligned = true},
    ListColumn{.id = "cancel_at"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Ends"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Date,
               .width = 84,
               .isEndAligned = true},
    ListColumn{.id = "collection"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Collected"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 150,
               .isShown = false,
               .wording = collectionText},
    ListColumn{.id = "subscription"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Stripe subscription"),
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

std::span<const ListColumn> subscriptionColumns()
{
    return columns;
}

} // namespace models
