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
    ListColumn{.id = "name"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Name"),
               .kind = ColumnKind::Text,
               .look = CellLook::Name,
               .width = 236},
    ListColumn{.id = "status"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Status"),
               .kind = ColumnKind::Status,
               .look = CellLook::Status,
               .width = 94},
    ListColumn{.id = "plan"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Plan"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 92,
               .wording = tierText},
    ListColumn{.id = "mrr"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "MRR"),
               .kind = ColumnKind::Money,
               .look = CellLook::Money,
               .width = 106,
               .isEndAligned = true},
    ListColumn{.id = "overdue"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Overdue"),
               .kind = ColumnKind::Money,
               .look = CellLook::AlertMoney,
               .width = 108,
               .isEndAligned = true},
    ListColumn{.id = "peak_limit"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Peak limit"),
               .kind = ColumnKind::Ratio,
               .look = CellLook::LimitShare,
               .width = 96},
    ListColumn{.id = "renews"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Renews"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Countdown,
               .width = 108,
               .isEndAligned = true},
    ListColumn{.id = "email"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "E-mail"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 200,
               .isShown = false},
    ListColumn{.id = "customer"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Stripe customer"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 168,
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

std::span<const ListColumn> tenantColumns()
{
    return columns;
}

} // namespace models
