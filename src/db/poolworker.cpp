// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/poolworker.h"

#include "db/workerpool.h"

#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <exception>

namespace db {

Q_LOGGING_CATEGORY(logPool, "oms.db")

using namespace std::chrono_literals;

namespace {

constexpr auto idleCheck = 1s; // a look at the socket, no question to the server
constexpr auto firstRetry = 100ms;
constexpr auto longestRetry = 2s;
constexpr int mostAttempts = 4; // the first and three repetitions

QString nextConnectionName()
{
    static std::atomic_int count = 0;
    return QStringLiteral("oms-%1").arg(++count);
}

/// Up to 20, 40, 80 ms: of two that stop each other one comes later.
std::chrono::milliseconds pauseBeforeRepeat(int count)
{
    const quint32 longest = 10U << unsigned(count);
    return std::chrono::milliseconds(longest / 2
                                     + QRandomGenerator::global()->bounded(longest / 2));
}

/// QPSQL takes the further keywords as one text of `key='value'`, in which ';' is a separator
/// even between quotes.
core::Result<QString> connectOptions(const ConnectionParameters &parameters)
{
    static const QList<QByteArray> ownSetters{"host", "dbname", "user", "password"};
    QString options;
    for (const auto &[keyword, value] : parameters.values) {
        if (ownSetters.contains(keyword))
            continue;
        if (value.contains(';'))
            return core::fail(
                core::Error::Kind::Invalid,
                QCoreApplication::translate("db", "The database address holds a semicolon in “%1”.")
                    .arg(QString::fromUtf8(keyword)));
        QString quoted = QString::fromUtf8(value);
        quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
        options +=
            QString::fromUtf8(keyword) + QStringLiteral("='") + quoted + QStringLiteral("' ");
    }
    return options;
}

} // namespace

PoolWorker::PoolWorker(WorkerPool &pool, const ConnectionParameters &parameters,
                       const PoolOptions &options)
    : m_pool(pool)
    , m_parameters(withDefaults(parameters))
    , m_options(options)
    , m_connectionName(nextConnectionName())
    , m_thread(QThread::create([this] { main(); }))
{
    m_thread->setObjectName(options.writes ? QStringLiteral("db-write")
                                           : QStringLiteral("db-read"));
    m_thread->start();
}

PoolWorker::~PoolWorker()
{
    m_thread->wait();
}

void PoolWorker::cancel()
{
    const QMutexLocker lock(&m_cancelMutex);
    if (m_cancel)
        m_cancel->request();
}

bool PoolWorker::join(std::chrono::milliseconds patience)
{
    return m_thread->wait(QDeadlineTimer(patience));
}

void PoolWorker::main()
{
    if (m_options.writes) // a window that starts only reads
        m_pool.awaitNeed();
    std::chrono::milliseconds retry = firstRetry;
    while (!m_pool.isClosing()) {
        if (!m_session && !connect()) {
            m_pool.noteUnreachable(*m_connectError);
            m_pool.sleep(retry);
            retry = std::min<std::chrono::milliseconds>(2 * retry, longestRetry);
            continue;
        }
        retry = firstRetry;
        WorkerPool::Turn turn = m_pool.await(idleCheck);
        if (turn.notify)
            notifyListeners();
        if (turn.work)
            serve(std::move(turn.work));
        if (m_session && !isAlive(m_session->native()))
            disconnect();
    }
    if (m_session)
        disconnect();
}

bool PoolWorker::connect()
{
    const core::Result<QString> options = connectOptions(m_parameters);
    if (!options) {
        m_connectError = options.error();
        return false;
    }
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), m_connectionName);
    connection.setHostName(QString::fromUtf8(m_parameters.value("host")));
    connection.setDatabaseName(QString::fromUtf8(m_parameters.value("dbname")));
    connection.setUserName(QString::fromUtf8(m_parameters.value("user")));
    connection.setPassword(QString::fromUtf8(m_parameters.value("password")));
    connection.setConnectOptions(*options);
    connection.setNumericalPrecisionPolicy(QSql::HighPrecision); // else numeric comes as double
    const core::Result<> opened = prepareConnection(connection);
    if (!opened) {
        m_connectError = opened.error();
        connection = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connectionName);
        return false;
    }
    m_session = std::make_unique<Session>(connection);
    {
        const QMutexLocker lock(&m_cancelMutex);
        m_cancel.emplace(m_session->native());
    }
    m_pool.noteConnected();
    return true;
}

core::Result<> PoolWorker::prepareConnection(const QSqlDatabase &connection)
{
    QSqlDatabase opening = connection;
    if (!opening.open()) {
        // Qt passes libpq's text on without the SQLSTATE, which tells a wrong password from a
        // server that is away.
        const core::Result<PgConnection> again = PgConnection::open(m_parameters);
        if (!again)
            return core::passOn(again);
        return tl::unexpected(toConnectError({}, opening.lastError().text()));
    }
    QSqlQuery setup(opening);
    const bool isSet = setup.exec(QStringLiteral("SET TIME ZONE 'UTC'"))
        && setup.exec(QStringLiteral("SET statement_timeout = ")
                      + QString::number(m_options.statementTimeout.count()))
        && (m_options.writes
            || (setup.exec(QStringLiteral("SET default_transaction_read_only = on"))
                && setup.exec(
                    QStringLiteral("SET default_transaction_isolation = 'repeatable read'"))));
    if (!isSet)
        return tl::unexpected(toConnectError(setup.lastError().nativeErrorCode(), {}));
    return {};
}

void PoolWorker::disconnect()
{
    {
        const QMutexLocker lock(&m_cancelMutex);
        m_cancel.reset();
    }
    m_session.reset();
    m_pool.noteLost();
}

void PoolWorker::serve(std::unique_ptr<Work> work)
{
    if (!replaceIfBroken()) {
        work->answer(m_connectError);
        return;
    }
    std::optional<core::Error> error;
    for (int count = 1; count <= mostAttempts; ++count) {
        error = m_options.writes ? attemptWrite(*work) : attempt(*work);
        const QString state = m_session ? m_session->failedState() : QString();
        if (m_session)
            m_session->endJob();
        if (!error || !isTransient(state) || !work->isRepeatable())
            break;
        m_pool.sleep(pauseBeforeRepeat(count)); // at once it would meet the same opponent again
    }
    if (error && !error->detail.isEmpty())
        qCInfo(logPool).noquote() << "job failed:" << error->detail;
    if (!error && m_options.writes)
        m_pool.noteCommit();
    work->answer(error);
}

/// A connection that broke while nobody used it is replaced before the job notices.
bool PoolWorker::replaceIfBroken()
{
    if (isAlive(m_session->native()))
        return true;
    disconnect();
    return connect();
}

/// Exceptions are bugs, but one of them must not take the caller's answer with it.
std::optional<core::Error> PoolWorker::attempt(Work &work)
{
    try {
        return work.run(*m_session);
    } catch (const std::exception &thrown) {
        return core::Error{.kind = core::Error::Kind::Internal,
                           .message = QCoreApplication::translate("db", "The program failed."),
                           .detail = QString::fromUtf8(thrown.what())};
    }
}

std::optional<core::Error> PoolWorker::attemptWrite(Work &work)
{
    if (const core::Result<> begun = beginSafely(); !begun)
        return begun.error();
    if (std::optional<core::Error> error = attempt(work)) {
        (void)m_session->rollback();
        return error;
    }
    if (const core::Result<> committed = m_session->commit(); !committed)
        return committed.error();
    return std::nullopt;
}

/// Nothing has been done yet at BEGIN: a connection that broke while idle is simply replaced.
core::Result<> PoolWorker::beginSafely()
{
    core::Result<> begun = m_session->begin();
    if (begun || isAlive(m_session->native()))
        return begun;
    if (!replaceIfBroken())
        return tl::unexpected(*m_connectError);
    return m_session->begin();
}

void PoolWorker::notifyListeners()
{
    // Without this commit's own flush to disk: a lost notification is made good by the slow poll.
    const core::Result<> told =
        executeScript(m_session->native(),
                      "BEGIN; SET LOCAL synchronous_commit = off; NOTIFY oms_changes; COMMIT");
    if (!told)
        qCInfo(logPool).noquote() << "notify failed:" << told.error().detail;
}

} // namespace db
