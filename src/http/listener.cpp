// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/listener.h"

#include "http/connection.h"

#include <QLoggingCategory>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>

namespace http {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcHttp, "oms.http", QtInfoMsg)

constexpr int backlog = 512;
constexpr int refusedConnections = 64; ///< Above the limit, answered with 503; then cut off.

std::chrono::milliseconds sweepInterval(const Limits &limits)
{
    const auto shortest = std::min({limits.headerTime, limits.requestTime, limits.idleTime,
                                    limits.sendTime, limits.lingerTime});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, 10ms, 1000ms);
}

} // namespace

Listener::Listener(Limits limits, Router router)
    : m_shared{.limits = limits, .router = std::move(router), .answers = {}, .writer = {}}
    , m_server(new QTcpServer(this))
    , m_sweep(this)
    , m_stopDeadline(this)
{
    m_shared.answers = std::make_shared<AnswerBox>(
        [this] { QMetaObject::invokeMethod(this, &Listener::deliver, Qt::QueuedConnection); });
    m_server->setListenBacklogSize(backlog);
    m_server->setMaxPendingConnections(backlog);
    m_stopDeadline.setSingleShot(true);
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &Listener::accept);
    connect(m_server, &QTcpServer::acceptError, this, &Listener::acceptFailed);
    connect(&m_sweep, &QTimer::timeout, this, &Listener::enforceDeadlines);
    connect(&m_stopDeadline, &QTimer::timeout, this, [this] { finishStop(false); });
}

Listener::~Listener()
{
    m_shared.answers->close();
    finishStop(m_connections.isEmpty());
}

core::Result<quint16> Listener::listen(const QHostAddress &address, quint16 port)
{
    if (m_server->isListening())
        return core::fail(core::Error::Kind::Conflict, tr("This server is running already."));
    if (!m_server->listen(address, port))
        return tl::unexpected(listenError(address.toString(), port));
    m_shared.isStopping = false;
    m_sweep.start(sweepInterval(m_shared.limits));
    qCInfo(lcHttp, "listening on %s port %d", qPrintable(address.toString()),
           m_server->serverPort());
    return m_server->serverPort();
}

core::Error Listener::listenError(const QString &address, quint16 port) const
{
    core::Error error{.kind = core::Error::Kind::Internal,
                      .message = tr("Cannot receive on %1, port %2.").arg(address).arg(port),
                      .detail = m_server->errorString(),
                      .field = QStringLiteral("listen")};
    switch (m_server->serverError()) {
    case QAbstractSocket::AddressInUseError:
        error.kind = core::Error::Kind::Conflict;
        error.message = tr("Port %1 is in use by another program. Stop that program or choose "
                           "another port.")
                            .arg(port);
        break;
    case QAbstractSocket::SocketAccessError:
        error.kind = core::Error::Kind::Forbidden;
        error.message = tr("This user may not use port %1. Choose a port above 1023.").arg(port);
        break;
    case QAbstractSocket::SocketAddressNotAvailableError:
        error.kind = core::Error::Kind::Invalid;
        error.message = tr("This computer has no address %1.").arg(address);
        break;
    default:
        break;
    }
    return error;
}

void Listener::stop(std::chrono::milliseconds deadline, QPromise<bool> stopped)
{
    m_stopped.push_back(std::move(stopped));
    m_server->close();
    m_shared.isStopping = true;
    for (Connection *connection : m_connections.values())
        connection->finishUp();
    if (m_connections.isEmpty())
        return finishStop(true);
    m_stopDeadline.start(deadline);
}

void Listener::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const qsizetype over = m_connections.size() - m_shared.limits.connections;
        if (over >= refusedConnections) {
            socket->abort();
            delete socket;
            continue;
        }
        const auto admission =
            over < 0 ? Connection::Admission::Served : Connection::Admission::TooMany;
        auto *connection = new Connection(++m_lastId, socket, m_shared, admission);
        connection->setParent(this);
        connect(connection, &Connection::received, this, &Listener::deliver);
        connect(connection, &Connection::closed, this, &Listener::forget);
        m_connections.insert(m_lastId, connection);
    }
}

/// Out of file descriptors, mostly: Qt has paused accepting, and some will be free again.
void Listener::acceptFailed()
{
    qCWarning(lcHttp, "cannot accept: %s", qPrintable(m_server->errorString()));
    QTimer::singleShot(200ms, m_server, &QTcpServer::resumeAccepting);
}

void Listener::deliver()
{
    if (m_isDelivering)
        return; // a handler called from below answered at once: the loop takes it
    m_isDelivering = true;
    for (auto answers = m_shared.answers->take(); !answers.empty();
         answers = m_shared.answers->take()) {
        for (AnswerBox::Answer &answer : answers) {
            m_shared.bodyBytes -= answer.bodyBytes;
            if (Connection *connection = m_connections.value(answer.connection))
                connection->setAnswer(answer.sequence, std::move(answer.response));
        }
        for (const AnswerBox::Answer &answer : answers) {
            if (Connection *connection = m_connections.value(answer.connection))
                connection->flush();
        }
    }
    m_isDelivering = false;
}

void Listener::enforceDeadlines()
{
    const Connection::Clock::time_point now = Connection::Clock::now();
    for (Connection *connection : m_connections.values())
        connection->enforceDeadlines(now);
}

void Listener::forget(quint64 id)
{
    if (Connection *connection = m_connections.take(id))
        connection->deleteLater();
    if (m_shared.isStopping && m_connections.isEmpty() && !m_stopped.empty())
        finishStop(true);
}

void Listener::finishStop(bool allAnswered)
{
    m_stopDeadline.stop();
    m_sweep.stop();
    qDeleteAll(std::exchange(m_connections, {}));
    for (QPromise<bool> &stopped : std::exchange(m_stopped, {})) {
        stopped.addResult(allAnswered);
        stopped.finish();
    }
}

} // namespace http
