// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/driftwording.h"
#include "models/listcolumn.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace models {
namespace {

constexpr std::array columns{
    ListColumn{.id = "object"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Object"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 150},
    ListColumn{.id = "kind"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Kind"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 92,
               .wording = &objectKindText},
    ListColumn{.id = "tenant"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Tenant"),
               .kind = ColumnKind::Text,
               .look = CellLook::Name,
               .width = 160},
    ListColumn{.id = "status"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Difference"),
               .kind = ColumnKind::Status,
               .look = CellLook::Status,
               .width = 114},
    ListColumn{.id = "field"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Field"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 130,
               .wording = &driftFieldText},
    ListColumn{.id = "here"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Here"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 116,
               .isSortable = false,
               .wording = &driftValueText},
    ListColumn{.id = "there"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "At Stripe"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 116,
               .isSortable = false,
               .wording = &driftValueText},
    ListColumn{.id = "stake"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "At stake"),
               .kind = ColumnKind::Money,
               .look = CellLook::Money,
               .width = 112,
               .isEndAligned = true},
    ListColumn{.id = "event"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Missing event"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 170},
    ListColumn{.id = "found"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Found"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Date,
               .width = 92,
               .isEndAligned = true,
               .isShown = false},
    ListColumn{.id = "event_id"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Event id"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 200,
               .isShown = false},
    ListColumn{.id = "event_state"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Event state"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 150,
               .isShown = false,
               .wording = &eventStateText},
    ListColumn{.id = "customer"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Stripe customer"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 160,
               .isShown = false},
    ListColumn{.id = "problem"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Problem"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 220,
               .isShown = false},
};

} // namespace

std::span<const ListColumn> driftColumns()
{
    return columns;
}

} // namespace models
