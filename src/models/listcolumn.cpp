// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listcolumn.h"

#include "models/overviewkpi.h"
#include "models/statustext.h"
#include "models/wording.h"

#include <QCoreApplication>

namespace models {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ListColumn)
};

QString timeText(const ListColumn &column, const QDateTime &time, const QDateTime &now)
{
    switch (column.look) {
    case CellLook::Countdown:
        return daysText(daysBetween(now, time));
    case CellLook::Moment:
        return momentText(time, now);
    case CellLook::Name:
    case CellLook::Text:
    case CellLook::Mono:
    case CellLook::Status:
    case CellLook::Money:
    case CellLook::AlertMoney:
    case CellLook::LimitShare:
    case CellLook::DueDate:
    case CellLook::Date:
    case CellLook::Duration:
    case CellLook::Count:
        break;
    }
    return shortDate(time, now);
}

} // namespace

std::span<const ListColumn> columnsFor(core::ListId list)
{
    switch (list) {
    case core::ListId::Tenants:
        return tenantColumns();
    case core::ListId::Subscriptions:
        return subscriptionColumns();
    case core::ListId::Invoices:
        return invoiceColumns();
    case core::ListId::Drift:
        return driftColumns();
    case core::ListId::Events:
        return eventColumns();
    }
    return {};
}

QString titleOf(const ListColumn &column)
{
    return QCoreApplication::translate("ListColumn", column.title);
}

QVariant shownCell(const ListColumn &column, const QVariant &cell)
{
    if (column.look == CellLook::AlertMoney && cell.value<core::Money>().minor == 0)
        return {};
    return cell;
}

QString cellText(const ListColumn &column, const QVariant &cell, const QDateTime &now)
{
    if (cell.isNull())
        return {};
    switch (column.kind) {
    case core::ColumnKind::Text:
    case core::ColumnKind::Mono:
        return column.wording ? column.wording(cell.toString()) : cell.toString();
    case core::ColumnKind::Status:
        return statusFace(cell.toString()).word;
    case core::ColumnKind::Money:
        return moneyText(cell.value<core::Money>());
    case core::ColumnKind::DateTime:
        return timeText(column, cell.toDateTime(), now);
    case core::ColumnKind::Ratio:
        return percentText(cell.toDouble());
    case core::ColumnKind::Count:
        return column.look == CellLook::Duration ? durationText(cell.toLongLong())
                                                 : countText(cell.toLongLong());
    }
    return {};
}

QString cellToolTip(const ListColumn &column, const QVariant &cell, const QDateTime &now)
{
    if (cell.isNull())
        return {};
    switch (column.kind) {
    case core::ColumnKind::DateTime: {
        const QDateTime time = cell.toDateTime();
        return Words::tr("%1, %2", "in 3 days, 12 Jun 2026, 14:32 UTC")
            .arg(daysInWords(daysBetween(now, time)), exactTime(time));
    }
    case core::ColumnKind::Text:
        return column.look == CellLook::Name ? cell.toString() : QString();
    case core::ColumnKind::Mono:
        return cell.toString();
    case core::ColumnKind::Status:
    case core::ColumnKind::Money:
    case core::ColumnKind::Ratio:
    case core::ColumnKind::Count:
        break;
    }
    return {};
}

QString cellSentence(const ListColumn &column, const QVariant &cell, const QDateTime &now)
{
    QString said = column.kind == core::ColumnKind::DateTime ? cellToolTip(column, cell, now)
                                                             : cellText(column, cell, now);
    if (said.isEmpty())
        said = Words::tr("none", "an empty cell, read aloud");
    return Words::tr("%1: %2", "column title: content").arg(titleOf(column), said);
}

} // namespace models
