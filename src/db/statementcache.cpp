// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/statementcache.h"

#include <algorithm>

namespace db {

namespace {

constexpr std::size_t mostAnswers = 8;    // to one statement, in one job
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
    Statements &known = m_bySql[sql];
    if (Statement *idle = findIdle(known)) {
        idle->isLent = true;
        m_lent.push_back(idle);
        return idle;
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

StatementCache::Statement *StatementCache::findIdle(Statements &statements)
{
    for (const auto &statement : statements)
        if (!statement->isLent || statement->query.at() == QSql::AfterLastRow)
            return statement.get();
    if (statements.size() < mostAnswers)
        return nullptr;
    std::ranges::rotate(statements, statements.begin() + 1); // the oldest first
    return statements.back().get();
}

void StatementCache::takeBack(Statement &statement)
{
    statement.query.finish(); // frees the rows
    statement.isLent = false;
}

void StatementCache::takeBackAll()
{
    for (Statement *statement : m_lent)
        if (statement->isLent)
            takeBack(*statement);
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
