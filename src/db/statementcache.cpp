// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/statementcache.h"

namespace db {

namespace {

constexpr qsizetype mostStatements = 256; // lists build their SQL from filters: it must end

bool isNameCharacter(QChar c)
{
    return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_');
}

} // namespace

QSqlQuery StatementCache::Statement::lend() const
{
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED // copies share one result, which is what is wanted here
        return QSqlQuery(query);
    QT_WARNING_POP
}

StatementCache::Statement *StatementCache::take(const QSqlDatabase &connection, const QString &sql,
                                                QSqlQuery &failed)
{
    auto &known = m_bySql[sql];
    for (const auto &statement : known) {
        if (!statement->isLent || statement->query.at() == QSql::AfterLastRow) {
            statement->isLent = true;
            m_lent.push_back(statement.get());
            return statement.get();
        }
    }
    auto fresh = std::make_unique<Statement>(QSqlQuery(connection), placeholdersOf(sql), true);
    if (!fresh->query.prepare(sql)) {
        failed = std::move(fresh->query);
        return nullptr;
    }
    ++m_count;
    m_lent.push_back(fresh.get());
    return known.emplace_back(std::move(fresh)).get();
}

void StatementCache::takeBackAll()
{
    for (Statement *statement : m_lent) {
        statement->query.finish(); // frees the rows
        statement->isLent = false;
    }
    m_lent.clear();
    if (m_count > mostStatements)
        clear();
}

void StatementCache::clear()
{
    m_lent.clear();
    m_bySql.clear();
    m_count = 0;
}

QStringList placeholdersOf(const QString &sql)
{
    QStringList names;
    QChar quote;
    for (qsizetype i = 0; i < sql.size(); ++i) {
        const QChar c = sql.at(i);
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'\'' || c == u'"' || c == u'`') {
            quote = c;
        } else if (c == u':' && (i == 0 || sql.at(i - 1) != u':')) {
            qsizetype end = i + 1;
            while (end < sql.size() && isNameCharacter(sql.at(end)))
                ++end;
            const QString name = sql.mid(i + 1, end - i - 1);
            if (!name.isEmpty() && !names.contains(name))
                names.append(name);
        }
    }
    return names;
}

} // namespace db
