// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/listdefinitions.h"

#include <QStringList>

namespace db {

/// The values of one statement, each with the text that stands for it. They travel as text and are
/// cast where they are used.
class ListBinds
{
public:
    enum class Style {
        Numbered, ///< $1, for execute().
        Quoted,   ///< %1$L, for copyOut(), which takes no bound values.
    };
    explicit ListBinds(Style style)
        : m_style(style)
    {
    }

    QString text(const QString &value) { return add(value, QLatin1StringView("text")); }
    QString number(qint64 value);
    QString real(double value);
    QString time(const QDateTime &value);
    QString uuid(const QString &value) { return add(value, QLatin1StringView("uuid")); }
    QString texts(const QStringList &values);
    QString uuids(const QList<QUuid> &values);

    [[nodiscard]] const QStringList &values() const { return m_values; }

private:
    QString add(const QString &value, QLatin1StringView type);

    Style m_style;
    QStringList m_values;
};

/// "%a\_b%": finds the text anywhere, with LIKE's own signs taken as they are.
[[nodiscard]] QString containsPattern(const QString &text);

/// The SQL condition of one filter. Errors: Invalid, with `field` the column.
[[nodiscard]] core::Result<QString> filterCondition(const ListFacts &facts,
                                                    const core::Filter &filter, ListBinds &binds);

/// How the search box finds its rows.
enum class SearchBy {
    Ids,  ///< By the ids that trigram indexes give: quick while few rows match.
    Rows, ///< Row after row in the list's order: quick while many do, and the page fills soon.
};
/// Whether trigram indexes can help.
[[nodiscard]] bool isLongSearch(const QString &search);
/// The statement that gives the ids of the rows found, some of them twice.
[[nodiscard]] QString searchedIds(const ListFacts &facts, const QString &search, ListBinds &binds);
/// The SQL condition of the search box; empty when nothing is searched for.
[[nodiscard]] QString searchCondition(const ListFacts &facts, const QString &search, SearchBy by,
                                      ListBinds &binds);

/// The SQL condition of the rows that were picked by id; empty where all are meant.
[[nodiscard]] QString selectionCondition(const ListFacts &facts,
                                         const core::RowSelection &selection, ListBinds &binds);

} // namespace db
