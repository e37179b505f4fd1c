// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

#include <memory>
#include <unordered_map>
#include <vector>

namespace db {

/// The prepared statements of one connection by their SQL: preparing anew costs three round trips
/// more. A statement that was lent out and is not read to its end is not lent again within the
/// same job, as its rows would change under the reader; but of more than eight such answers to one
/// statement the oldest is taken for forgotten, so that loops that read one row each stay quick.
class StatementCache
{
public:
    struct Statement
    {
        QSqlQuery query;
        QStringList names; ///< The placeholders without their colon, in order of appearance.
        bool isLent = false;

        /// A second handle to the query: the cache keeps the first.
        [[nodiscard]] QSqlQuery lend() const;
    };

    /// A statement ready for binding, or null where the server refused it: then `failed` tells.
    Statement *take(const QSqlDatabase &connection, const QString &sql, QSqlQuery &failed);
    /// Nobody will read what it answered.
    void takeBack(Statement &statement);
    /// The job is over: nobody reads the statements that were lent.
    void takeBackAll();
    void clear();

private:
    using Statements = std::vector<std::unique_ptr<Statement>>;
    static Statement *findIdle(Statements &statements);

    std::unordered_map<QString, Statements> m_bySql;
    std::vector<Statement *> m_lent;
    qsizetype m_count = 0;
};

/// The `:names` in a statement, by the rules that QSqlQuery::prepare() itself follows.
[[nodiscard]] QStringList placeholdersOf(const QString &sql);

} // namespace db
