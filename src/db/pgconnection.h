// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connectionurl.h"
#include "db/pgargument.h"
#include "db/sqlerror.h"

#include <chrono>
#include <memory>

struct pg_conn;
struct pg_result;
struct pg_cancel;

namespace db {

class Session;

/// The answer to a statement sent by libpq: rows of values as text, or as bytes where asked so.
class PgRows
{
public:
    explicit PgRows(pg_result *result);

    [[nodiscard]] int size() const;
    [[nodiscard]] qint64 affected() const; ///< Rows touched by INSERT, UPDATE, DELETE.
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] QByteArray raw(int row, int column) const; ///< As the server wrote it.
    [[nodiscard]] QString text(int row, int column) const;   ///< Null string for NULL.
    [[nodiscard]] qint64 number(int row, int column) const;  ///< 0 for NULL.
    [[nodiscard]] bool isTrue(int row, int column) const;
    [[nodiscard]] QByteArray bytes(int row, int column) const; ///< A bytea column, decoded.
    [[nodiscard]] pg_result *native() const { return m_result.get(); }

private:
    std::shared_ptr<pg_result> m_result;
};

/// Runs one statement with `$1`-style arguments, binary safe, in one round trip. Inside a write
/// job it belongs to the job's transaction.
[[nodiscard]] core::Result<PgRows> execute(Session &session, const QByteArray &sql,
                                           const QList<PgArgument> &arguments = {});
/// The same with the answer's values as bytes, half the size where there is bytea. Read them by
/// text(), number() (integers), isTrue(), bytes().
[[nodiscard]] core::Result<PgRows> executeBinary(Session &session, const QByteArray &sql,
                                                 const QList<PgArgument> &arguments = {});
/// The same for a connection of one's own.
[[nodiscard]] core::Result<PgRows> execute(pg_conn *connection, const QByteArray &sql,
                                           const QList<PgArgument> &arguments = {});
/// Several statements without arguments, as psql -c takes them: a migration file.
[[nodiscard]] core::Result<> executeScript(pg_conn *connection, const QByteArray &script);

/// "a\"b" as an SQL identifier, for role and partition names, which cannot be bound.
[[nodiscard]] QByteArray quoteIdentifier(const QByteArray &name);
/// An SQL string literal, for DDL, which takes no arguments.
[[nodiscard]] QByteArray quoteLiteral(const QByteArray &text);

/// The error of the statement that just failed on this connection, or of the lost connection;
/// `result` may be null. Never holds the values that the server repeats in its texts.
[[nodiscard]] SqlFailure failureOf(pg_conn *connection, const pg_result *result);

/// Stops the running statement of a connection from another thread.
class PgCancel
{
public:
    explicit PgCancel(pg_conn *connection);
    void request() const;

private:
    std::shared_ptr<pg_cancel> m_cancel;
};

enum class TransactionState { None, Open, Failed };
[[nodiscard]] TransactionState transactionState(pg_conn *connection);

/// Whether the connection still stands, looked at without asking the server: takes in what came
/// over the socket and notices when the other side has closed it.
[[nodiscard]] bool isAlive(pg_conn *connection);

/// A connection without QtSql: for LISTEN, migrations and the private cluster.
class PgConnection
{
public:
    /// Session time zone UTC; 10 s to connect where the parameters name no other limit.
    [[nodiscard]] static core::Result<PgConnection> open(const ConnectionParameters &parameters);

    [[nodiscard]] pg_conn *native() const { return m_connection.get(); }
    [[nodiscard]] core::Result<PgRows> execute(const QByteArray &sql,
                                               const QList<PgArgument> &arguments = {}) const;
    [[nodiscard]] core::Result<> executeScript(const QByteArray &script) const;
    /// Makes a statement ready for executePrepared() on this connection.
    [[nodiscard]] core::Result<> prepare(const char *name, const QByteArray &sql) const;
    /// `failedState` gets the SQLSTATE of a failure.
    [[nodiscard]] core::Result<PgRows> executePrepared(const char *name,
                                                       const QList<PgArgument> &arguments,
                                                       QString *failedState = nullptr) const;

    enum class Wake { Notified, TimedOut, Interrupted, Lost };
    /// Sleeps until a notification comes, `interruptFd` (an eventfd) becomes readable, or the
    /// connection breaks. Notifications are taken together: their number does not matter.
    [[nodiscard]] Wake waitForNotification(std::chrono::milliseconds timeout, int interruptFd);

private:
    explicit PgConnection(pg_conn *connection);
    std::shared_ptr<pg_conn> m_connection;
};

/// Whether a server takes connections there (PQping); it need not let this user in.
[[nodiscard]] bool serverAnswers(const ConnectionParameters &parameters);

/// PQconninfoParse: what parseConnectionUrl() stands on.
[[nodiscard]] core::Result<ConnectionParameters> parseConninfo(const QByteArray &conninfo);

/// The keywords that libpq should be given besides the user's own: application name, keepalives,
/// a limit for connecting, UTF-8.
[[nodiscard]] ConnectionParameters withDefaults(ConnectionParameters parameters);

} // namespace db
