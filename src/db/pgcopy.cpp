// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/pgcopy.h"

#include "db/pgconnection.h"
#include "db/session.h"

#include <QCoreApplication>

#include <libpq-fe.h>
#include <poll.h>

namespace db {

namespace {

core::Error canceledError()
{
    return {.kind = core::Error::Kind::Canceled,
            .message = QCoreApplication::translate("db", "Canceled.")};
}

/// Takes the results that end a statement; the error of the last that failed.
core::Result<qint64> finish(Session &session)
{
    core::Result<qint64> rows = 0;
    while (PGresult *raw = PQgetResult(session.native())) {
        const PgRows result(raw);
        if (PQresultStatus(raw) == PGRES_COMMAND_OK) {
            rows = result.affected();
        } else if (PQresultStatus(raw) != PGRES_COPY_OUT && PQresultStatus(raw) != PGRES_COPY_IN) {
            const SqlFailure failure = failureOf(session.native(), raw);
            session.noteFailure(failure.state);
            rows = tl::unexpected(toError(failure));
        } else {
            break; // the copy is still open: the connection is lost, or it would loop for ever
        }
    }
    if (PQstatus(session.native()) != CONNECTION_OK)
        return tl::unexpected(toError(failureOf(session.native(), nullptr)));
    return rows;
}

/// Sleeps until the server has sent more, a tenth of a second at most.
void waitForInput(pg_conn *connection)
{
    pollfd entry{PQsocket(connection), POLLIN, 0};
    ::poll(&entry, 1, 100);
    PQconsumeInput(connection); // a failure shows in the next PQgetCopyData
}

/// Ends what another statement than the expected COPY has begun.
void leave(pg_conn *connection, ExecStatusType status)
{
    if (status == PGRES_COPY_IN)
        PQputCopyEnd(connection, "copied in the wrong direction");
    char *data = nullptr;
    while (status == PGRES_COPY_OUT && PQgetCopyData(connection, &data, 0) > 0)
        PQfreemem(data);
    while (PGresult *rest = PQgetResult(connection))
        PQclear(rest);
}

/// Starts a COPY; `expected` is its direction. A COPY TO answers with its first rows, which may be
/// long in coming: meanwhile `canceled` is looked at.
core::Result<> start(Session &session, const QByteArray &sql, ExecStatusType expected,
                     const std::atomic_bool &canceled)
{
    pg_conn *connection = session.native();
    if (PQsendQuery(connection, sql.constData()) == 1) {
        while (PQisBusy(connection) != 0 && PQstatus(connection) == CONNECTION_OK) {
            if (canceled) // again and again: one that comes before the statement is in vain
                PgCancel(connection).request();
            waitForInput(connection);
        }
    }
    const PgRows opened(PQgetResult(connection));
    pg_result *raw = opened.native();
    if (PQresultStatus(raw) == expected)
        return {};
    const SqlFailure failure = failureOf(connection, raw);
    session.noteFailure(failure.state);
    leave(connection, PQresultStatus(raw));
    return tl::unexpected(canceled ? canceledError() : toError(failure));
}

/// Exports run as long as they run: the limit for statements is put aside until this goes.
class WithoutTimeout
{
public:
    explicit WithoutTimeout(Session &session)
        : m_session(session)
        , m_before(execute(session,
                           "SELECT current_setting('statement_timeout'), "
                           "set_config('statement_timeout', '0', false)"))
    {
    }
    ~WithoutTimeout()
    {
        if (m_before)
            (void)execute(m_session, "SELECT set_config('statement_timeout', $1, false)",
                          {PgArgument(m_before->text(0, 0))});
    }
    Q_DISABLE_COPY_MOVE(WithoutTimeout)

private:
    Session &m_session;
    core::Result<PgRows> m_before;
};

} // namespace

core::Result<qint64> copyOut(Session &session, const QString &formatSql, const QStringList &binds,
                             const ChunkSink &sink, const std::atomic_bool &canceled)
{
    const core::Result<PgRows> quoted = execute(session, "SELECT format($1, VARIADIC $2::text[])",
                                                {PgArgument(formatSql), PgArgument::texts(binds)});
    if (!quoted)
        return core::passOn(quoted);
    const WithoutTimeout withoutTimeout(session);
    const core::Result<> started = start(session, quoted->raw(0, 0), PGRES_COPY_OUT, canceled);
    if (!started)
        return core::passOn(started);

    std::optional<core::Error> stopped;
    while (true) {
        if (canceled && !stopped)
            stopped = canceledError();
        char *data = nullptr;
        const int size = PQgetCopyData(session.native(), &data, 1);
        if (size == 0) {
            if (stopped)
                PgCancel(session.native()).request();
            waitForInput(session.native());
            continue;
        }
        if (size < 0)
            break;
        const std::unique_ptr<char, decltype(&PQfreemem)> owned(data, &PQfreemem);
        if (stopped)
            continue; // what was on its way when the cancel went out
        if (core::Result<> taken = sink(QByteArrayView(data, size)); !taken)
            stopped = taken.error();
    }
    core::Result<qint64> rows = finish(session);
    if (stopped)
        return tl::unexpected(*stopped);
    return rows;
}

core::Result<qint64> copyIn(Session &session, const QString &sql, const ChunkSource &source)
{
    const WithoutTimeout withoutTimeout(session);
    const std::atomic_bool never = false;
    const core::Result<> started = start(session, sql.toUtf8(), PGRES_COPY_IN, never);
    if (!started)
        return core::passOn(started);

    std::optional<core::Error> stopped;
    QByteArray chunk;
    for (bool more = true; more && !stopped;) {
        chunk.resize(0);
        const core::Result<bool> next = source(chunk);
        if (!next)
            stopped = next.error();
        else
            more = *next;
        if (!stopped && !chunk.isEmpty()
            && PQputCopyData(session.native(), chunk.constData(), int(chunk.size())) != 1)
            break;
    }
    PQputCopyEnd(session.native(), stopped ? "canceled by the client" : nullptr);
    core::Result<qint64> rows = finish(session);
    if (stopped)
        return tl::unexpected(*stopped);
    return rows;
}

void CopyRow::separate()
{
    if (!m_first)
        m_out.append('\t');
    m_first = false;
}

CopyRow &CopyRow::null()
{
    separate();
    m_out.append("\\N");
    return *this;
}

CopyRow &CopyRow::text(QStringView value)
{
    return value.isNull() ? null() : raw(value.toUtf8());
}

CopyRow &CopyRow::raw(QByteArrayView utf8)
{
    separate();
    for (const char c : utf8) {
        switch (c) {
        case '\\':
            m_out.append("\\\\");
            break;
        case '\t':
            m_out.append("\\t");
            break;
        case '\n':
            m_out.append("\\n");
            break;
        case '\r':
            m_out.append("\\r");
            break;
        default:
            m_out.append(c);
        }
    }
    return *this;
}

CopyRow &CopyRow::bytes(const QByteArray &value)
{
    separate();
    m_out.append("\\\\x").append(value.toHex());
    return *this;
}

CopyRow &CopyRow::number(qint64 value)
{
    separate();
    m_out.append(QByteArray::number(value));
    return *this;
}

CopyRow &CopyRow::optionalNumber(std::optional<qint64> value)
{
    return value ? number(*value) : null();
}

CopyRow &CopyRow::truth(bool value)
{
    separate();
    m_out.append(value ? 't' : 'f');
    return *this;
}

void CopyRow::end()
{
    m_out.append('\n');
    m_first = true;
}

} // namespace db
