// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/session.h"

#include "db/pgconnection.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlResult>

namespace db {

namespace {

template <typename Pointer>
Pointer handleOf(const QVariant &handle)
{
    return handle.isValid() ? *static_cast<const Pointer *>(handle.constData()) : nullptr;
}

core::Error errorOf(Session &session, const QSqlQuery &query)
{
    // A PREPARE that fails leaves no result behind, only its text, which holds no values.
    const pg_result *result =
        query.result() ? handleOf<pg_result *>(query.result()->handle()) : nullptr;
    SqlFailure failure = failureOf(session.native(), result);
    if (const QString state = query.lastError().nativeErrorCode();
        !state.isEmpty() && failure.state != state) {
        failure = {.state = state, .text = query.lastError().databaseText().section(u'\n', 0, 0)};
    }
    session.noteFailure(failure.state);
    return toError(failure);
}

core::Error lostConnection(const Session &session)
{
    return toError(failureOf(session.native(), nullptr));
}

core::Error missingBind(const QString &name)
{
    return {.kind = core::Error::Kind::Internal,
            .message = QCoreApplication::translate("db", "The program asked the database wrongly."),
            .detail = QStringLiteral("no value bound for :") + name};
}

} // namespace

Session::Session(const QSqlDatabase &connection)
    : m_connection(connection)
    , m_statements(std::make_unique<StatementCache>())
{
}

Session::~Session()
{
    // The driver goes first: statements of a connection that is gone free themselves without
    // asking the server, one round trip each, or a warning each where it does not answer.
    const QString name = m_connection.connectionName();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

core::Result<QSqlQuery> Session::run(const QString &sql, const QVariantMap &binds)
{
    if (binds.isEmpty())
        return runPlain(sql);
    const core::Result<StatementCache::Statement *> statement = runBound(sql, binds);
    if (!statement)
        return core::passOn(statement);
    return (*statement)->lend();
}

core::Result<qint64> Session::exec(const QString &sql, const QVariantMap &binds)
{
    if (binds.isEmpty()) {
        const core::Result<QSqlQuery> done = runPlain(sql);
        if (!done)
            return core::passOn(done);
        return done->numRowsAffected();
    }
    const core::Result<StatementCache::Statement *> statement = runBound(sql, binds);
    if (!statement)
        return core::passOn(statement);
    const qint64 rows = (*statement)->query.numRowsAffected();
    m_statements->takeBack(**statement);
    return rows;
}

core::Result<QSqlQuery> Session::runPlain(const QString &sql)
{
    if (!m_connection.isOpen()) // Qt would only warn
        return tl::unexpected(lostConnection(*this));
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return tl::unexpected(errorOf(*this, query));
    return query;
}

core::Result<StatementCache::Statement *> Session::runBound(const QString &sql,
                                                            const QVariantMap &binds)
{
    if (!m_connection.isOpen())
        return tl::unexpected(lostConnection(*this));
    QSqlQuery refused;
    StatementCache::Statement *statement = m_statements->take(m_connection, sql, refused);
    if (!statement)
        return tl::unexpected(errorOf(*this, refused));
    for (const QString &name : statement->names) {
        auto it = binds.constFind(name);
        if (it == binds.cend())
            it = binds.constFind(u':' + name);
        if (it == binds.cend())
            return tl::unexpected(missingBind(name));
        statement->query.bindValue(u':' + name, *it);
    }
    if (!statement->query.exec())
        return tl::unexpected(errorOf(*this, statement->query));
    return statement;
}

core::Result<> Session::runCommand(const QString &sql)
{
    const core::Result<QSqlQuery> done = runPlain(sql);
    if (!done)
        return core::passOn(done);
    return {};
}

core::Result<> Session::begin()
{
    return runCommand(QStringLiteral("BEGIN"));
}

core::Result<> Session::commit()
{
    if (transactionState(native()) == TransactionState::Failed) {
        const core::Result<> undone = rollback();
        return tl::unexpected(undone ? toError({.state = QStringLiteral("25P02")})
                                     : undone.error());
    }
    return runCommand(QStringLiteral("COMMIT"));
}

core::Result<> Session::rollback()
{
    return runCommand(QStringLiteral("ROLLBACK"));
}

bool Session::inTransaction() const
{
    const TransactionState state = transactionState(native());
    return state == TransactionState::Open || state == TransactionState::Failed;
}

pg_conn *Session::native() const
{
    return handleOf<pg_conn *>(m_connection.driver()->handle());
}

void Session::endJob()
{
    m_failedState.clear();
    m_statements->takeBackAll();
    if (inTransaction())
        (void)rollback();
}

} // namespace db
