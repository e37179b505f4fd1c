// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listcondition.h"

#include "db/bindvalues.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;
using core::ColumnKind;
using core::FilterOperator;

namespace db {
namespace {

constexpr qsizetype trigram = 3; // letters that an index of trigrams needs

core::ColumnKind kindOf(const ListFacts &facts, const ListColumnFacts &column)
{
    return core::columnsOf(
               facts.list)[static_cast<std::size_t>(core::columnIndex(facts.list, column.id))]
        .kind;
}

/// The server takes no NUL in a text, and no cell holds one: nothing matches it anyway.
QString withoutNul(QString text)
{
    return text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

QLatin1StringView comparison(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Equals:
        return " = "_L1;
    case FilterOperator::NotEquals:
        return " IS DISTINCT FROM "_L1;
    case FilterOperator::AtLeast:
        return " >= "_L1;
    case FilterOperator::AtMost:
        return " <= "_L1;
    case FilterOperator::Before:
        return " < "_L1;
    case FilterOperator::After:
        return " > "_L1;
    case FilterOperator::Contains:
    case FilterOperator::Within:
    case FilterOperator::IsSet:
        break;
    }
    return {};
}

/// Which operators make sense where: text is not ordered, time does not contain.
bool isTaken(ColumnKind kind, FilterOperator op)
{
    switch (op) {
    case FilterOperator::IsSet:
    case FilterOperator::Equals:
    case FilterOperator::NotEquals:
        return true;
    case FilterOperator::Contains:
        return kind == ColumnKind::Text || kind == ColumnKind::Mono || kind == ColumnKind::Status;
    case FilterOperator::AtLeast:
    case FilterOperator::AtMost:
        return kind == ColumnKind::Money || kind == ColumnKind::Count || kind == ColumnKind::Ratio
            || kind == ColumnKind::DateTime;
    case FilterOperator::Before:
    case FilterOperator::After:
        return kind == ColumnKind::DateTime;
    case FilterOperator::Within: // core::resolved() has made two of it
        return false;
    }
    return false;
}

QStringList wantedTexts(const QVariant &value)
{
    QStringList texts;
    for (const QString &text : value.typeId() == QMetaType::QStringList
             ? value.toStringList()
             : QStringList{value.toString()})
        texts += withoutNul(text);
    return texts;
}

/// The stored condition that all the wanted states imply: lets a partial index serve the filter.
QString impliedCondition(const ListFacts &facts, const QStringList &wanted)
{
    QLatin1StringView implied;
    for (const QString &text : wanted) {
        const auto it = std::ranges::find_if(
            facts.states, [&](const ListState &state) { return state.text == text; });
        if (it == facts.states.end() || (!implied.isEmpty() && implied != it->implies))
            return {};
        implied = it->implies;
    }
    return implied.isEmpty() ? QString() : u" AND "_s + implied;
}

QString textCondition(const ListFacts &facts, const ListColumnFacts &column,
                      const core::Filter &filter, ListBinds &binds)
{
    const QString value = column.value;
    const QStringList wanted = wantedTexts(filter.value);
    if (filter.op == FilterOperator::Contains) {
        QStringList patterns;
        for (const QString &text : wanted)
            patterns += value + u" ILIKE "_s + binds.text(containsPattern(text));
        return patterns.isEmpty() ? u"false"_s : u'(' + patterns.join(u" OR "_s) + u')';
    }
    if (filter.op == FilterOperator::NotEquals)
        return u'(' + value + u" IS NULL OR "_s + value + u" <> ALL ("_s + binds.texts(wanted)
            + u"))"_s;
    const QString implied = column.id == "status"_L1 ? impliedCondition(facts, wanted) : QString();
    return u'(' + value + u" = ANY ("_s + binds.texts(wanted) + u')' + implied + u')';
}

/// The bound value of a number or a time; empty when the filter's value is not one.
QString boundValue(ColumnKind kind, const QVariant &value, ListBinds &binds)
{
    bool isNumber = false;
    if (kind == ColumnKind::DateTime)
        return value.toDateTime().isValid() ? binds.time(value.toDateTime()) : QString();
    if (kind == ColumnKind::Ratio) {
        const double ratio = value.toDouble(&isNumber);
        return isNumber && !std::isnan(ratio) ? binds.real(ratio) : QString();
    }
    if (value.canConvert<core::Money>())
        return binds.number(value.value<core::Money>().minor);
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber ? binds.number(number) : QString();
}

/// Statements for what looks like an identifier: exact ones, each with its own index.
QStringList lookedUpIds(const ListFacts &facts, const QString &wanted, ListBinds &binds)
{
    QStringList found;
    const QUuid uuid(wanted);
    for (const ListLookup &lookup : facts.lookups) {
        const bool isOurs = lookup.prefix.isEmpty();
        if (isOurs ? uuid.isNull() : !wanted.startsWith(lookup.prefix))
            continue;
        const QString id = isOurs ? uuid.toString(QUuid::WithoutBraces) : withoutNul(wanted);
        found += QString(lookup.ids).replace(":id"_L1, binds.text(id));
    }
    return found;
}

/// The SQL with what was typed bound for :pattern and :exact.
QString withSearch(QString sql, const QString &wanted, ListBinds &binds)
{
    sql.replace(":pattern"_L1, binds.text(containsPattern(wanted)));
    if (sql.contains(":exact"_L1))
        sql.replace(":exact"_L1, binds.text(withoutNul(wanted)));
    return sql;
}

core::Error invalid(const core::Filter &filter)
{
    return {.kind = core::Error::Kind::Invalid,
            .message = QCoreApplication::translate("db", "This filter does not fit its column."),
            .detail = u"filter on column "_s + filter.column,
            .field = filter.column};
}

} // namespace

QString ListBinds::add(const QString &value, QLatin1StringView type)
{
    m_values += value;
    const QString position = QString::number(m_values.size());
    const QString placeholder =
        m_style == Style::Numbered ? u'$' + position : u'%' + position + u"$L"_s;
    return u"CAST("_s + placeholder + u" AS "_s + type + u')';
}

QString ListBinds::number(qint64 value)
{
    return add(QString::number(value), "bigint"_L1);
}

QString ListBinds::real(double value)
{
    return add(std::isinf(value) ? (value > 0 ? u"Infinity"_s : u"-Infinity"_s)
                                 : QString::number(value, 'g', 17),
               "double precision"_L1);
}

QString ListBinds::time(const QDateTime &value)
{
    return add(value.toUTC().toString(Qt::ISODateWithMs), "timestamptz"_L1);
}

QString ListBinds::texts(const QStringList &values)
{
    return add(arrayLiteral(values), "text[]"_L1);
}

QString ListBinds::uuids(const QList<QUuid> &values)
{
    return add(arrayLiteral(values), "uuid[]"_L1);
}

QString containsPattern(const QString &text)
{
    QString escaped = withoutNul(text);
    for (const char16_t sign : {u'\\', u'%', u'_'})
        escaped.replace(QChar(sign), QString(u'\\') + QChar(sign));
    return u'%' + escaped + u'%';
}

core::Result<QString> filterCondition(const ListFacts &facts, const core::Filter &filter,
                                      ListBinds &binds)
{
    const ListColumnFacts *column = columnFacts(facts, filter.column);
    if (!column || !isTaken(kindOf(facts, *column), filter.op))
        return tl::unexpected(invalid(filter));
    const ColumnKind kind = kindOf(facts, *column);
    const QString value = column->value;
    if (filter.op == FilterOperator::IsSet) {
        const bool wantsSet = !filter.value.isValid() || filter.value.toBool();
        return value + (wantsSet ? u" IS NOT NULL"_s : u" IS NULL"_s);
    }
    if (kind == ColumnKind::Text || kind == ColumnKind::Mono || kind == ColumnKind::Status)
        return textCondition(facts, *column, filter, binds);

    const QString bound = boundValue(kind, filter.value, binds);
    if (bound.isEmpty())
        return tl::unexpected(invalid(filter));
    return value + comparison(filter.op) + bound;
}

bool isLongSearch(const QString &search)
{
    return search.trimmed().size() >= trigram;
}

QString searchedIds(const ListFacts &facts, const QString &search, ListBinds &binds)
{
    const bool isLong = !facts.containingLong.isEmpty() && isLongSearch(search);
    QStringList found{
        withSearch(isLong ? facts.containingLong : facts.containing, search.trimmed(), binds)};
    found += lookedUpIds(facts, search.trimmed(), binds);
    return found.join(u" UNION ALL "_s);
}

QString searchCondition(const ListFacts &facts, const QString &search, SearchBy by,
                        ListBinds &binds)
{
    const QString wanted = search.trimmed();
    if (wanted.isEmpty())
        return {};
    if (by == SearchBy::Ids || facts.matching.isEmpty())
        return facts.id + u" IN ("_s + searchedIds(facts, wanted, binds) + u')';

    const bool isLong = !facts.matchingLong.isEmpty() && isLongSearch(wanted);
    QString condition = facts.matching;
    if (isLong)
        condition += u" OR "_s + facts.matchingLong;
    condition = withSearch(condition, wanted, binds);
    for (const QString &ids : lookedUpIds(facts, wanted, binds))
        condition += u" OR "_s + facts.id + u" IN ("_s + ids + u')';
    return u'(' + condition + u')';
}

/// As joins, which the server hashes whatever the number: a comparison with each element of a list
/// of 100 000 would be made for each row.
QString selectionCondition(const ListFacts &facts, const core::RowSelection &selection,
                           ListBinds &binds)
{
    using Kind = core::RowSelection::Kind;
    switch (selection.kind) {
    case Kind::All:
        return {};
    case Kind::Only:
        return facts.id + u" IN (SELECT unnest("_s + binds.uuids(selection.ids) + u"))"_s;
    case Kind::AllBut:
        return u"NOT EXISTS (SELECT FROM unnest("_s + binds.uuids(selection.ids)
            + u") AS without (id) WHERE without.id = "_s + facts.id + u')';
    }
    return {};
}

} // namespace db
