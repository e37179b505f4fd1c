// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"

#include <QHostAddress>

namespace {

constexpr int patienceMs = 10'000;

} // namespace

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!m_socket.waitForConnected(patienceMs))
        qWarning("the test's client could not connect");
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) { }
}

void RawClient::sendInPieces(const QByteArray &bytes, qsizetype pieceSize)
{
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize)
        send(bytes.mid(at, pieceSize));
}

std::optional<RawClient::Answer> RawClient::next(bool hasBody)
{
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return std::nullopt;
    }
    const QList<QByteArray> lines = m_received.first(end).replace("\r\n", "\n").split('\n');
    m_received.remove(0, end + 4);
    Answer answer{.status = lines.first().mid(9, 3).toInt(), .headers = {}, .body = {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = hasBody ? answer.headers.value("content-length").toLongLong() : 0;
    while (m_received.size() < length) {
        if (!readMore())
            return std::nullopt;
    }
    answer.body = m_received.first(length);
    m_received.remove(0, length);
    return answer;
}

int RawClient::nextStatus()
{
    const std::optional<Answer> answer = next();
    return answer ? answer->status : 0;
}

QByteArray RawClient::readToEnd()
{
    while (readMore()) { }
    return m_received;
}

bool RawClient::isClosedByServer()
{
    while (readMore()) { }
    return m_received.isEmpty() && m_socket.state() == QAbstractSocket::UnconnectedState;
}

void RawClient::goDeaf()
{
    m_socket.setReadBufferSize(1);
}

void RawClient::disappear()
{
    m_socket.abort();
}

bool RawClient::readMore()
{
    if (m_socket.bytesAvailable() == 0)
        m_socket.waitForReadyRead(patienceMs);
    const QByteArray more = m_socket.readAll();
    m_received.append(more);
    return !more.isEmpty();
}

QByteArray postOf(const QByteArray &path, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray getOf(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n";
}
