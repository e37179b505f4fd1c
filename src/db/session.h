// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/keptstatements.h"
#include "db/statementcache.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantMap>

#include <memory>

struct pg_conn;

namespace db {

/// One connection, lent to a job on its worker thread for the job's length. Results of run() and
/// native() are for the job only and never leave its thread.
class Session
{
public:
    explicit Session(const QSqlDatabase &connection);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    /// Runs one statement; the whole answer is there when this returns, so next() cannot fail.
    /// Without binds it goes out unprepared. With them, `:name` in the SQL takes the value of
    /// `binds["name"]` (a leading colon in the key is allowed); a null QVariant or QString is NULL,
    /// an empty string is ''. Times are read as `.toDateTime().toUTC()`, in milliseconds.
    [[nodiscard]] core::Result<QSqlQuery> run(const QString &sql, const QVariantMap &binds = {});
    /// The same for a statement without an answer; gives the number of rows it touched.
    [[nodiscard]] core::Result<qint64> exec(const QString &sql, const QVariantMap &binds = {});

    /// For read jobs that need one snapshot for several statements (write jobs are in a
    /// transaction already). Forgotten transactions are rolled back when the job ends.
    [[nodiscard]] core::Result<> begin();
    /// Errors: also where an earlier statement failed, for which PostgreSQL itself would roll
    /// back and report success.
    [[nodiscard]] core::Result<> commit();
    [[nodiscard]] core::Result<> rollback();
    [[nodiscard]] bool inTransaction() const;

    /// The connection itself (QSqlDriver::handle()), for db/pgconnection.h: arrays and COPY.
    [[nodiscard]] pg_conn *native() const;
    [[nodiscard]] KeptStatements &keptStatements() { return m_kept; }
    /// SQLSTATE of the last statement that failed in this job, else empty.
    [[nodiscard]] QString failedState() const { return m_failedState; }
    void noteFailure(const QString &sqlState) { m_failedState = sqlState; }
    /// Between two jobs: ends an open transaction and takes back the statements lent out.
    void endJob();

private:
    core::Result<QSqlQuery> runPlain(const QString &sql);
    core::Result<StatementCache::Statement *> runBound(const QString &sql,
                                                       const QVariantMap &binds);
    core::Result<> runCommand(const QString &sql);

    QSqlDatabase m_connection;
    std::unique_ptr<StatementCache> m_statements;
    KeptStatements m_kept;
    QString m_failedState;
};

} // namespace db
