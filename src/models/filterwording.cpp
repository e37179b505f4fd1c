// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterwording.h"

#include "models/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using core::ColumnKind;
using core::FilterOperator;

namespace models {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

QString valueText(const ListColumn &column, const QVariant &value, const QDateTime &now)
{
    if (value.typeId() == QMetaType::QStringList) {
        QStringList words;
        const QStringList wires = value.toStringList();
        for (const QString &wire : wires)
            words.append(cellText(column, wire, now));
        return words.join(Words::tr(" or ", "between choices"));
    }
    switch (column.kind) {
    case ColumnKind::Money: // minor units of whatever currency the row has
        return amountText({value.toLongLong(), u"eur"_s});
    case ColumnKind::DateTime:
        return shortDate(value.toDateTime(), now);
    case ColumnKind::Ratio:
        return percentText(value.toDouble());
    case ColumnKind::Text:
    case ColumnKind::Mono:
    case ColumnKind::Status:
    case ColumnKind::Count:
        break;
    }
    return cellText(column, value, now);
}

/// "in the next 30 days": a time told by its distance from now.
QString distanceText(FilterOperator op, qint64 days)
{
    const auto size = static_cast<int>(std::abs(days));
    const bool isAhead = days > 0;
    switch (op) {
    case FilterOperator::Within:
        return isAhead ? Words::tr("in the next %n day(s)", nullptr, size)
                       : Words::tr("in the last %n day(s)", nullptr, size);
    case FilterOperator::Before:
    case FilterOperator::AtMost:
        if (days == 0)
            return Words::tr("has passed", "a due date");
        return isAhead ? Words::tr("in less than %n day(s)", nullptr, size)
                       : Words::tr("more than %n day(s) ago", nullptr, size);
    case FilterOperator::After:
    case FilterOperator::AtLeast:
        if (days == 0)
            return Words::tr("is still to come", "a due date");
        return isAhead ? Words::tr("in more than %n day(s)", nullptr, size)
                       : Words::tr("less than %n day(s) ago", nullptr, size);
    case FilterOperator::Contains:
    case FilterOperator::Equals:
    case FilterOperator::NotEquals:
    case FilterOperator::IsSet:
        break;
    }
    return {};
}

} // namespace

QString operatorText(FilterOperator op, ColumnKind kind)
{
    const bool isTime = kind == ColumnKind::DateTime;
    switch (op) {
    case FilterOperator::Contains:
        return Words::tr("contains");
    case FilterOperator::Equals:
        return isTime ? Words::tr("on", "a date") : Words::tr("is");
    case FilterOperator::NotEquals:
        return Words::tr("is not");
    case FilterOperator::AtLeast:
        return Words::tr("at least");
    case FilterOperator::AtMost:
        return Words::tr("at most");
    case FilterOperator::Before:
        return Words::tr("before", "a date");
    case FilterOperator::After:
        return Words::tr("after", "a date");
    case FilterOperator::Within:
        return Words::tr("in the next days");
    case FilterOperator::IsSet:
        return Words::tr("is set");
    }
    return {};
}

QList<FilterOperator> operatorsFor(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
    case ColumnKind::Mono:
        return {FilterOperator::Contains, FilterOperator::Equals, FilterOperator::NotEquals};
    case ColumnKind::Status:
        return {FilterOperator::Equals, FilterOperator::NotEquals};
    case ColumnKind::Money:
    case ColumnKind::Ratio:
    case ColumnKind::Count:
        return {FilterOperator::AtLeast, FilterOperator::AtMost};
    case ColumnKind::DateTime:
        return {FilterOperator::Before, FilterOperator::After, FilterOperator::Within,
                FilterOperator::IsSet};
    }
    return {};
}

FilterWords filterWords(core::ListId list, const core::Filter &filter, const QDateTime &now)
{
    const auto columns = columnsFor(list);
    const auto column = std::ranges::find(columns, filter.column, &ListColumn::id);
    if (column == columns.end())
        return {filter.column, {}};
    const QString op = operatorText(filter.op, column->kind);
    if (filter.op == FilterOperator::IsSet) {
        const bool wantsSet = !filter.value.isValid() || filter.value.toBool();
        return {titleOf(*column), wantsSet ? op : Words::tr("is not set")};
    }
    if (column->kind == ColumnKind::DateTime && filter.value.typeId() == QMetaType::LongLong)
        return {titleOf(*column), distanceText(filter.op, filter.value.toLongLong())};
    return {titleOf(*column),
            Words::tr("%1 %2", "operator, value").arg(op, valueText(*column, filter.value, now))};
}

QStringList choicesOf(core::ListId list, QLatin1StringView column)
{
    if (column == "plan"_L1)
        return {u"basic"_s, u"professional"_s, u"enterprise"_s, u"custom"_s};
    if (column == "kind"_L1 && list == core::ListId::Drift)
        return {u"customer"_s, u"product"_s,        u"price"_s,  u"subscription"_s,
                u"invoice"_s,  u"payment_intent"_s, u"refund"_s, u"credit_note"_s};
    if (column == "kind"_L1)
        return {u"customer"_s, u"product"_s,        u"price"_s,  u"subscription"_s,
                u"invoice"_s,  u"payment_intent"_s, u"refund"_s, u"credit_note"_s,
                u"dispute"_s,  u"charge"_s};
    if (column == "via"_L1)
        return {u"webhook"_s, u"poll"_s};
    if (column != "status"_L1)
        return {};
    switch (list) {
    case core::ListId::Tenants:
        return {u"active"_s,    u"trialing"_s, u"past_due"_s,   u"unpaid"_s, u"canceled"_s,
                u"suspended"_s, u"inactive"_s, u"terminated"_s, u"paused"_s, u"incomplete"_s};
    case core::ListId::Subscriptions:
        return {u"active"_s,   u"trialing"_s,   u"past_due"_s,           u"unpaid"_s,
                u"canceled"_s, u"incomplete"_s, u"incomplete_expired"_s, u"paused"_s};
    case core::ListId::Invoices:
        return {u"draft"_s,  u"open"_s, u"overdue"_s, u"retrying"_s,
                u"failed"_s, u"paid"_s, u"void"_s,    u"uncollectible"_s};
    case core::ListId::Drift:
        return {u"differs"_s, u"missing_here"_s, u"missing_there"_s, u"adopting"_s};
    case core::ListId::Events:
        return {u"waiting"_s, u"retrying"_s, u"dead"_s, u"done"_s, u"ignored"_s, u"refused"_s};
    }
    return {};
}

} // namespace models
