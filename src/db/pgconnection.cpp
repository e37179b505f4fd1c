// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/pgconnection.h"

#include "db/keptsql.h"
#include "db/session.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QtEndian>

#include <libpq-fe.h>
#include <poll.h>
#include <vector>

namespace db {

namespace {

using Kind = core::Error::Kind;

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

QString connectionText(PGconn *connection)
{
    return QString::fromUtf8(PQerrorMessage(connection)).trimmed();
}

/// The parameters in the two lists that libpq wants; valid as long as `parameters`.
struct KeywordLists
{
    explicit KeywordLists(const ConnectionParameters &parameters)
    {
        for (const auto &[keyword, value] : parameters.values) {
            keywords.push_back(keyword.constData());
            values.push_back(value.constData());
        }
        keywords.push_back(nullptr);
        values.push_back(nullptr);
    }
    std::vector<const char *> keywords;
    std::vector<const char *> values;
};

/// libpq keeps the SQLSTATE of a refused connection to itself unless its messages are verbose,
/// which can only be asked for on the asynchronous way. So a failed attempt is made once more.
QString stateOfRefusal(const ConnectionParameters &parameters)
{
    const KeywordLists lists(parameters);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectStartParams(lists.keywords.data(), lists.values.data(), 0), &PQfinish);
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING) {
        const short events = status == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        pollfd entry{PQsocket(connection.get()), events, 0};
        if (::poll(&entry, 1, 2000) <= 0)
            return {};
        status = PQconnectPoll(connection.get());
    }
    // The message ends in "FATAL:  28P01".
    const QString state = connectionText(connection.get()).section(u' ', -1);
    return state.size() == 5 ? state : QString();
}

core::Result<PgRows> checked(PGconn *connection, PGresult *result, QString *failedState = nullptr)
{
    PgRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return rows;
    const SqlFailure failure = failureOf(connection, result);
    if (failedState)
        *failedState = failure.state;
    return tl::unexpected(toError(failure));
}

/// Arguments in the four lists that libpq wants; valid as long as they are.
struct ArgumentLists
{
    explicit ArgumentLists(const QList<PgArgument> &arguments)
    {
        for (const PgArgument &argument : arguments) {
            types.push_back(argument.type());
            values.push_back(argument.isNull() ? nullptr : argument.value().constData());
            lengths.push_back(int(argument.value().size()));
            formats.push_back(argument.isBinary() ? 1 : 0);
        }
    }
    std::vector<Oid> types;
    std::vector<const char *> values;
    std::vector<int> lengths;
    std::vector<int> formats;
};

PGresult *send(PGconn *connection, const QByteArray &sql, const QList<PgArgument> &arguments,
               bool isBinary = false)
{
    const ArgumentLists lists(arguments);
    return PQexecParams(connection, sql.constData(), int(arguments.size()), lists.types.data(),
                        lists.values.data(), lists.lengths.data(), lists.formats.data(),
                        isBinary ? 1 : 0);
}

} // namespace

PgRows::PgRows(pg_result *result)
    : m_result(result, &PQclear)
{
}

int PgRows::size() const
{
    return PQntuples(m_result.get());
}

qint64 PgRows::affected() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toLongLong();
}

bool PgRows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) != 0;
}

QByteArray PgRows::raw(int row, int column) const
{
    if (isNull(row, column))
        return {};
    return QByteArray(PQgetvalue(m_result.get(), row, column),
                      PQgetlength(m_result.get(), row, column));
}

QString PgRows::text(int row, int column) const
{
    return isNull(row, column) ? QString() : QString::fromUtf8(raw(row, column));
}

qint64 PgRows::number(int row, int column) const
{
    const QByteArray value = raw(row, column);
    if (PQfformat(m_result.get(), column) == 0)
        return value.toLongLong();
    switch (value.size()) {
    case sizeof(qint64):
        return qFromBigEndian<qint64>(value.constData());
    case sizeof(qint32):
        return qFromBigEndian<qint32>(value.constData());
    default:
        return value.isEmpty() ? 0 : qFromBigEndian<qint16>(value.constData());
    }
}

bool PgRows::isTrue(int row, int column) const
{
    const QByteArray value = raw(row, column);
    return value == "t" || value == "\1";
}

QByteArray PgRows::bytes(int row, int column) const
{
    if (isNull(row, column) || PQfformat(m_result.get(), column) == 1)
        return raw(row, column);
    // Both of bytea_output's forms: Qt's driver sets "escape" on its connections.
    const QByteArray text = raw(row, column);
    std::size_t length = 0;
    unsigned char *const decoded =
        PQunescapeBytea(reinterpret_cast<const unsigned char *>(text.constData()), &length);
    const QByteArray bytes(reinterpret_cast<const char *>(decoded), static_cast<qsizetype>(length));
    PQfreemem(decoded);
    return bytes;
}

core::Result<PgRows> execute(pg_conn *connection, const QByteArray &sql,
                             const QList<PgArgument> &arguments)
{
    return checked(connection, send(connection, sql, arguments));
}

core::Result<PgRows> execute(Session &session, const QByteArray &sql,
                             const QList<PgArgument> &arguments)
{
    QString failedState;
    core::Result<PgRows> rows =
        checked(session.native(), send(session.native(), sql, arguments), &failedState);
    if (!rows)
        session.noteFailure(failedState);
    return rows;
}

core::Result<PgRows> executeBinary(Session &session, const QByteArray &sql,
                                   const QList<PgArgument> &arguments)
{
    QString failedState;
    core::Result<PgRows> rows =
        checked(session.native(), send(session.native(), sql, arguments, true), &failedState);
    if (!rows)
        session.noteFailure(failedState);
    return rows;
}

core::Result<PgRows> executeKept(Session &session, const QByteArray &sql,
                                 const QList<PgArgument> &arguments, AnswerForm form)
{
    const ArgumentLists lists(arguments);
    const int count = int(arguments.size());
    QString failedState;
    QByteArray name = session.keptStatements().nameOf(sql);
    if (name.isEmpty()) {
        name = session.keptStatements().newName();
        PGresult *const prepared = PQprepare(session.native(), name.constData(), sql.constData(),
                                             count, lists.types.data());
        if (const auto done = checked(session.native(), prepared, &failedState); !done) {
            session.noteFailure(failedState);
            return core::passOn(done);
        }
        session.keptStatements().keep(sql, name);
    }
    core::Result<PgRows> rows =
        checked(session.native(),
                PQexecPrepared(session.native(), name.constData(), count, lists.values.data(),
                               lists.lengths.data(), lists.formats.data(),
                               form == AnswerForm::Binary ? 1 : 0),
                &failedState);
    if (rows)
        return rows;
    session.noteFailure(failedState);
    // Somebody took it away (a pooler, DISCARD), or its tables have changed: made anew next time.
    if (failedState == u"26000" || failedState == u"0A000")
        session.keptStatements().forget();
    return rows;
}

core::Result<> planForIndexes(Session &session)
{
    const auto set = execute(session,
                             "SELECT set_config('enable_seqscan', 'off', true),"
                             " set_config('plan_cache_mode', 'force_generic_plan', true)");
    return set ? core::Result<>() : core::passOn(set);
}

core::Result<> executeScript(pg_conn *connection, const QByteArray &script)
{
    const core::Result<PgRows> done = checked(connection, PQexec(connection, script.constData()));
    if (!done)
        return core::passOn(done);
    return {};
}

QByteArray quoteIdentifier(const QByteArray &name)
{
    return '"' + QByteArray(name).replace('"', "\"\"") + '"';
}

QByteArray quoteLiteral(const QByteArray &text)
{
    QByteArray quoted = QByteArray(text).replace('\'', "''");
    if (quoted.contains('\\'))
        return " E'" + quoted.replace('\\', "\\\\") + '\'';
    return '\'' + quoted + '\'';
}

SqlFailure failureOf(pg_conn *connection, const pg_result *result)
{
    SqlFailure failure;
    failure.state = field(result, PG_DIAG_SQLSTATE);
    if (failure.state.isEmpty()) {
        failure.text = connectionText(connection);
        if (PQstatus(connection) == CONNECTION_OK) // libpq's own complaint, not a lost server
            failure.state = QStringLiteral("HY000");
        return failure;
    }
    failure.constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
    failure.table = field(result, PG_DIAG_TABLE_NAME);
    failure.column = field(result, PG_DIAG_COLUMN_NAME);
    failure.text = field(result, PG_DIAG_MESSAGE_PRIMARY);
    return failure;
}

PgCancel::PgCancel(pg_conn *connection)
    : m_cancel(PQgetCancel(connection), &PQfreeCancel)
{
}

void PgCancel::request() const
{
    char ignored[256]; // a connection that is gone has nothing left to cancel
    PQcancel(m_cancel.get(), ignored, sizeof ignored);
}

TransactionState transactionState(pg_conn *connection)
{
    switch (PQtransactionStatus(connection)) {
    case PQTRANS_INTRANS:
    case PQTRANS_ACTIVE:
        return TransactionState::Open;
    case PQTRANS_INERROR:
        return TransactionState::Failed;
    case PQTRANS_IDLE:
    case PQTRANS_UNKNOWN:
        break;
    }
    return TransactionState::None;
}

bool isAlive(pg_conn *connection)
{
    // The farewell of a backend and the end of the stream come as two reads.
    for (int reads = 0; reads < 8; ++reads) {
        if (PQstatus(connection) != CONNECTION_OK)
            return false;
        pollfd entry{PQsocket(connection), POLLIN, 0};
        if (::poll(&entry, 1, 0) <= 0)
            return true;
        if (PQconsumeInput(connection) == 0)
            return false;
    }
    return true;
}

PgConnection::PgConnection(pg_conn *connection)
    : m_connection(connection, &PQfinish)
{
}

core::Result<PgConnection> PgConnection::open(const ConnectionParameters &parameters)
{
    const ConnectionParameters complete = withDefaults(parameters);
    const KeywordLists lists(complete);
    PgConnection opened(PQconnectdbParams(lists.keywords.data(), lists.values.data(), 0));
    if (PQstatus(opened.native()) != CONNECTION_OK)
        return tl::unexpected(
            toConnectError(stateOfRefusal(complete), connectionText(opened.native())));
    PQsetNoticeProcessor(
        opened.native(), [](void *, const char *) {}, nullptr);
    if (const core::Result<> set = opened.executeScript("SET TIME ZONE 'UTC'"); !set)
        return core::passOn(set);
    return opened;
}

core::Result<PgRows> PgConnection::execute(const QByteArray &sql,
                                           const QList<PgArgument> &arguments) const
{
    return db::execute(native(), sql, arguments);
}

core::Result<> PgConnection::executeScript(const QByteArray &script) const
{
    return db::executeScript(native(), script);
}

core::Result<> PgConnection::prepare(const char *name, const QByteArray &sql) const
{
    const core::Result<PgRows> done =
        checked(native(), PQprepare(native(), name, sql.constData(), 0, nullptr));
    if (!done)
        return core::passOn(done);
    return {};
}

core::Result<PgRows> PgConnection::executePrepared(const char *name,
                                                   const QList<PgArgument> &arguments,
                                                   QString *failedState) const
{
    const ArgumentLists lists(arguments);
    return checked(native(),
                   PQexecPrepared(native(), name, int(arguments.size()), lists.values.data(),
                                  lists.lengths.data(), lists.formats.data(), 0),
                   failedState);
}

PgConnection::Wake PgConnection::waitForNotification(std::chrono::milliseconds timeout,
                                                     int interruptFd)
{
    const QDeadlineTimer deadline(timeout);
    while (true) {
        bool any = false;
        while (PGnotify *notification = PQnotifies(native())) { // some came with earlier answers
            PQfreemem(notification);
            any = true;
        }
        if (any)
            return Wake::Notified;
        pollfd entries[] = {{PQsocket(native()), POLLIN, 0}, {interruptFd, POLLIN, 0}};
        const int ready = ::poll(entries, 2, int(deadline.remainingTime()));
        if (ready == 0)
            return Wake::TimedOut;
        if (ready > 0 && entries[1].revents != 0)
            return Wake::Interrupted;
        if (!isAlive(native()))
            return Wake::Lost;
    }
}

bool serverAnswers(const ConnectionParameters &parameters)
{
    const KeywordLists lists(parameters);
    return PQpingParams(lists.keywords.data(), lists.values.data(), 0) == PQPING_OK;
}

core::Result<ConnectionParameters> parseConninfo(const QByteArray &conninfo)
{
    char *reason = nullptr;
    PQconninfoOption *options = PQconninfoParse(conninfo.constData(), &reason);
    if (!options) {
        // libpq quotes the address in its reason, with the password in it: not passed on.
        PQfreemem(reason);
        return core::fail(Kind::Invalid,
                          QCoreApplication::translate("db", "The database address cannot be read."),
                          {}, QStringLiteral("DATABASE_URL"));
    }
    ConnectionParameters parameters;
    for (const PQconninfoOption *option = options; option->keyword; ++option)
        if (option->val)
            parameters.values.emplaceBack(option->keyword, option->val);
    PQconninfoFree(options);
    return parameters;
}

ConnectionParameters withDefaults(ConnectionParameters parameters)
{
    static const QList<QPair<QByteArray, QByteArray>> defaults{
        {"fallback_application_name", "oms-billing"},
        {"client_encoding", "UTF8"},
        {"connect_timeout", "5"},
        {"keepalives_idle", "30"},
        {"keepalives_interval", "5"},
        {"keepalives_count", "3"},
        {"tcp_user_timeout", "20000"},
    };
    for (const auto &[keyword, value] : defaults)
        if (parameters.value(keyword).isEmpty())
            parameters.set(keyword, value);
    return parameters;
}

} // namespace db
