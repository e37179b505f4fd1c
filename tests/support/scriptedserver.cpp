// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include <QTcpSocket>
#include <QTimer>

#include <optional>

namespace {

/// Takes the first complete request from the buffer, or nothing.
std::optional<ScriptedServer::Request> takeRequest(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    ScriptedServer::Request request;
    const QByteArrayList lines = buffer.first(end).replace("\r\n", "\n").split('\n');
    const QByteArrayList start = lines.first().split(' ');
    request.method = start.value(0);
    request.target = start.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        request.headers.insert(lines.at(i).first(colon).toLower(),
                               lines.at(i).sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.sliced(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

} // namespace

QByteArray ScriptedServer::Request::path() const
{
    return target.split('?').first();
}

QByteArray ScriptedServer::Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.sliced(mark + 1);
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
}

QUrl ScriptedServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void ScriptedServer::then(Step step)
{
    m_steps.append(step);
}

void ScriptedServer::thenJson(int status, const QByteArray &json, const QList<QByteArray> &headers)
{
    then(ScriptedServer::json(status, json, headers));
}

ScriptedServer::Step ScriptedServer::json(int status, const QByteArray &json,
                                          const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n"
        + "Content-Type: application/json\r\n"
        + "Content-Length: " + QByteArray::number(json.size()) + "\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    return {.bytes = bytes + "\r\n" + json};
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_numbers.insert(socket, ++m_connections);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            m_numbers.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    m_buffers[socket] += socket->readAll();
    while (m_buffers.contains(socket)) {
        std::optional<Request> request = takeRequest(m_buffers[socket]);
        if (!request)
            return;
        request->connection = m_numbers.value(socket);
        m_requests.append(*request);
        const Step step = nextStep(*request);
        QTimer::singleShot(step.delayMs, socket, [this, socket, step] { play(socket, step); });
        Q_EMIT received();
    }
}

void ScriptedServer::play(QTcpSocket *socket, const Step &step)
{
    if (step.stopsListening)
        m_server.close();
    if (step.isSilent)
        return;
    if (step.resetsInstead) {
        socket->abort();
        return;
    }
    socket->write(step.bytes);
    if (step.dripsEveryMs > 0) {
        auto *drip = new QTimer(socket);
        connect(drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
        drip->start(step.dripsEveryMs);
    }
    if (step.closesAfter)
        socket->disconnectFromHost();
}

ScriptedServer::Step ScriptedServer::nextStep(const Request &request)
{
    if (!m_steps.isEmpty())
        return m_steps.takeFirst();
    return m_answer ? m_answer(request) : json(500, "{}");
}
