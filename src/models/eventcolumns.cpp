// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/driftwording.h"
#include "models/eventwording.h"
#include "models/listcolumn.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace models {
namespace {

constexpr std::array columns{
    ListColumn{.id = "type"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Type"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 250},
    ListColumn{.id = "tenant"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Tenant"),
               .kind = ColumnKind::Text,
               .look = CellLook::Name,
               .width = 160},
    ListColumn{.id = "status"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "State"),
               .kind = ColumnKind::Status,
               .look = CellLook::Status,
               .width = 112},
    ListColumn{.id = "attempts"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Tries"),
               .kind = ColumnKind::Count,
               .look = CellLook::Count,
               .width = 62,
               .isEndAligned = true},
    ListColumn{.id = "received"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Received"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Moment,
               .width = 116,
               .isEndAligned = true},
    ListColumn{.id = "lag"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Lag"),
               .kind = ColumnKind::Count,
               .look = CellLook::Duration,
               .width = 76,
               .isEndAligned = true},
    ListColumn{.id = "kind"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Kind"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 110,
               .isShown = false,
               .wording = &objectKindText},
    ListColumn{.id = "object"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Object"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 190},
    ListColumn{.id = "event"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Event id"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 220,
               .isShown = false},
    ListColumn{.id = "created"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Created"),
               .kind = ColumnKind::DateTime,
               .look = CellLook::Moment,
               .width = 116,
               .isEndAligned = true,
               .isShown = false},
    ListColumn{.id = "via"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Came by"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 130,
               .isShown = false,
               .wording = &eventWayText},
    ListColumn{.id = "version"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "API version"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 120,
               .isShown = false},
    ListColumn{.id = "request"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Request"),
               .kind = ColumnKind::Mono,
               .look = CellLook::Mono,
               .width = 170,
               .isShown = false},
    ListColumn{.id = "error"_L1,
               .title = QT_TRANSLATE_NOOP("ListColumn", "Problem"),
               .kind = ColumnKind::Text,
               .look = CellLook::Text,
               .width = 240,
               .isShown = false},
};

} // namespace

std::span<const ListColumn> eventColumns()
{
    return columns;
}

} // namespace models
