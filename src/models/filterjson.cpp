// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filterjson.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using core::ColumnKind;

namespace models {
namespace {

QJsonValue valueToJson(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC().toString(Qt::ISODateWithMs);
    return QJsonValue::fromVariant(value);
}

/// JSON knows one kind of number and no times: the column tells what was meant.
QVariant valueFromJson(ColumnKind kind, const QJsonValue &value)
{
    if (value.isArray())
        return value.toVariant().toStringList();
    if (value.isBool() || value.isNull() || value.isUndefined())
        return value.toVariant();
    switch (kind) {
    case ColumnKind::Money:
    case ColumnKind::Count:
        return QVariant(value.toInteger());
    case ColumnKind::DateTime:
        return value.isString() ? QVariant(QDateTime::fromString(value.toString(), Qt::ISODate))
                                : QVariant(value.toInteger());
    case ColumnKind::Ratio:
        return value.toDouble();
    case ColumnKind::Text:
    case ColumnKind::Mono:
    case ColumnKind::Status:
        break;
    }
    return value.toString();
}

std::optional<ColumnKind> kindOf(core::ListId list, const QString &column)
{
    const int index = core::columnIndex(list, QLatin1StringView(column.toLatin1()));
    if (index < 0)
        return std::nullopt;
    return core::columnsOf(list)[static_cast<std::size_t>(index)].kind;
}

} // namespace

QJsonArray toJson(const QList<core::Filter> &filters)
{
    QJsonArray json;
    for (const core::Filter &filter : filters)
        json.append(QJsonObject{{u"column"_s, filter.column},
                                {u"op"_s, core::toText(filter.op)},
                                {u"value"_s, valueToJson(filter.value)}});
    return json;
}

QJsonArray toJson(const QList<core::SortKey> &sort)
{
    QJsonArray json;
    for (const core::SortKey &key : sort)
        json.append(QJsonObject{{u"column"_s, key.column},
                                {u"descending"_s, key.order == Qt::DescendingOrder}});
    return json;
}

QList<core::Filter> filtersFromJson(core::ListId list, const QJsonArray &json)
{
    QList<core::Filter> filters;
    for (const QJsonValue &value : json) {
        const QJsonObject object = value.toObject();
        const QString column = object[u"column"_s].toString();
        const auto kind = kindOf(list, column);
        const auto op = core::filterOperatorFromText(object[u"op"_s].toString());
        if (kind && op)
            filters.append({column, *op, valueFromJson(*kind, object[u"value"_s])});
    }
    return filters;
}

QList<core::SortKey> sortFromJson(core::ListId list, const QJsonArray &json)
{
    QList<core::SortKey> sort;
    for (const QJsonValue &value : json) {
        const QJsonObject object = value.toObject();
        const QString column = object[u"column"_s].toString();
        if (kindOf(list, column))
            sort.append(
                {column,
                 object[u"descending"_s].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    return sort;
}

} // namespace models
