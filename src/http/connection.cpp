// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include <QLoggingCategory>
#include <QTcpSocket>

#include <sys/socket.h>

namespace http {

using namespace Qt::Literals;

namespace {

Q_LOGGING_CATEGORY(lcHttp, "oms.http", QtInfoMsg)

constexpr qsizetype copiedBody = 16 * 1024; ///< A larger body is handed to the socket uncopied.

} // namespace

Connection::Connection(quint64 id, QTcpSocket *socket, Shared &shared, Admission admission)
    : m_id(id)
    , m_socket(socket)
    , m_shared(shared)
    , m_admission(admission)
    , m_peer(socket->peerAddress())
    , m_parser(shared.limits)
    , m_lastActivity(Clock::now())
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(m_shared.input.size());
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::receive);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::bytesLeft);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { Q_EMIT closed(m_id); });
}

Connection::~Connection()
{
    m_shared.bodyBytes -= m_reservedBytes;
    m_socket->disconnect(this);
    m_socket->abort();
}

void Connection::receive()
{
    if (m_phase != Phase::Serving) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    m_shared.answers->hold();
    if (m_admission == Admission::TooMany)
        refuseOverload();
    else
        readInput();
    if (m_owesContinue)
        flush();
    Q_EMIT received();
}

void Connection::readInput()
{
    m_isPaused = false;
    if (!m_pending.isEmpty()) {
        const QByteArray pending = std::exchange(m_pending, {});
        parse(pending);
    }
    while (canParse() && m_socket->bytesAvailable() > 0) {
        const qint64 size = m_socket->read(m_shared.input.data(), m_shared.input.size());
        if (size <= 0)
            break;
        const QByteArrayView read(m_shared.input.constData(), size);
        if (m_pending.isEmpty()) {
            parse(read);
        } else {
            const QByteArray joined = std::exchange(m_pending, {}).append(read);
            parse(joined);
        }
    }
    m_isPaused = m_phase == Phase::Serving && !canParse();
}

void Connection::parse(QByteArrayView input)
{
    using Step = RequestParser::Step;
    m_lastActivity = Clock::now();
    bool needsMore = false;
    while (canParse() && !needsMore && !input.isEmpty()) {
        if (!m_parser.hasStarted())
            m_requestStart = m_lastActivity;
        switch (m_parser.parse(input)) {
        case Step::NeedsMore:
            needsMore = true;
            break;
        case Step::HeaderDone:
            if (!admitBody())
                return;
            break;
        case Step::Complete:
            if (!reserve(m_parser.bodySize()))
                return;
            dispatch();
            break;
        case Step::Failed:
            return refuse(m_parser.refusal());
        }
    }
    if (needsMore && m_parser.isHeaderDone() && !reserve(m_parser.bodySize()))
        return;
    if (m_phase == Phase::Serving)
        m_pending = input.toByteArray();
}

bool Connection::canParse() const
{
    return m_phase == Phase::Serving && std::ssize(m_slots) < m_shared.limits.pipelined
        && m_socket->bytesToWrite() < m_shared.limits.unsentBytes;
}

bool Connection::admitBody()
{
    const QByteArray expectation = m_parser.expectation();
    if (!expectation.isEmpty() && expectation != "100-continue") {
        refuse(errorResponse(417, "Only 100-continue can be expected here."_L1));
        return false;
    }
    if (!reserve(m_parser.contentLength().value_or(0)))
        return false;
    m_owesContinue = !expectation.isEmpty() && !m_parser.isHttp10();
    return true;
}

bool Connection::reserve(qint64 bodyBytes)
{
    const qint64 more = qMax<qint64>(0, bodyBytes - m_reservedBytes);
    if (m_shared.bodyBytes + more > m_shared.limits.bodyBytesInFlight) {
        refuseOverload();
        return false;
    }
    m_shared.bodyBytes += more;
    m_reservedBytes += more;
    return true;
}

void Connection::dispatch()
{
    Request request = m_parser.takeRequest();
    request.peer = m_peer;
    const bool keepsAlive = m_parser.keepsAlive() && !m_shared.isStopping;
    m_slots.push_back({.framing = {.keepsAlive = keepsAlive,
                                   .isHttp10 = m_parser.isHttp10(),
                                   .isHead = request.method == "HEAD"},
                       .response = {}});
    if (!keepsAlive)
        m_phase = Phase::LastAnswer;
    m_owesContinue = false;
    m_parser.reset();
    const quint64 sequence = m_firstSequence + m_slots.size() - 1;
    const qint64 reserved = std::exchange(m_reservedBytes, 0);
    m_shared.router.handle(std::move(request),
                           m_shared.answers->responder(m_id, sequence, reserved));
}

void Connection::refuse(Response response)
{
    qCDebug(lcHttp, "connection %llu: refused with %d", m_id, response.status);
    m_slots.push_back({.framing = {.keepsAlive = false}, .response = std::move(response)});
    m_phase = Phase::LastAnswer;
    m_isRefused = true;
    m_owesContinue = false;
    m_pending.clear();
    m_shared.bodyBytes -= std::exchange(m_reservedBytes, 0);
    m_parser.reset();
    flush();
}

void Connection::refuseOverload()
{
    Response busy = errorResponse(503, "The server is busy. Try again shortly."_L1);
    busy.headers.append({"Retry-After", QByteArray::number(m_shared.limits.retryAfter.count())});
    refuse(std::move(busy));
}

void Connection::setAnswer(quint64 sequence, Response response)
{
    if (sequence >= m_firstSequence && sequence - m_firstSequence < m_slots.size())
        m_slots[sequence - m_firstSequence].response = std::move(response);
}

void Connection::flush()
{
    QByteArray &out = m_shared.output;
    out.resize(0);
    writeAnswers(out);
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (m_owesContinue && m_slots.empty()) {
        out.append("HTTP/1.1 100 Continue\r\n\r\n");
        m_owesContinue = false;
    }
    sendAll(out);
    bytesLeft();
}

void Connection::writeAnswers(QByteArray &out)
{
    while (!m_slots.empty() && m_slots.front().response) {
        const Slot slot = std::move(m_slots.front());
        m_slots.pop_front();
        ++m_firstSequence;
        if (slot.response->status == 0) {
            sendAll(out); // the answers before it are due
            return abort();
        }
        m_shared.writer.appendHead(out, *slot.response, slot.framing);
        if (!ResponseWriter::sendsBody(*slot.response, slot.framing))
            continue;
        if (slot.response->body.size() <= copiedBody) {
            out.append(slot.response->body);
        } else {
            m_socket->write(out.constData(), out.size());
            m_socket->write(slot.response->body);
            out.resize(0);
        }
    }
}

void Connection::sendAll(const QByteArray &out)
{
    if (out.isEmpty() && m_socket->bytesToWrite() == 0)
        return;
    m_lastActivity = Clock::now();
    m_socket->write(out.constData(), out.size());
    m_socket->flush();
}

/// After sending: goes on reading, or closes when that was the last answer.
void Connection::bytesLeft()
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    m_lastActivity = Clock::now();
    if (m_phase == Phase::LastAnswer && m_slots.empty() && m_socket->bytesToWrite() == 0)
        return close();
    if (m_isPaused && canParse()) {
        m_requestStart = m_lastActivity; // the client is not to blame for our pause
        receive();
    }
}

void Connection::close()
{
    if (!m_isRefused && m_socket->bytesAvailable() == 0)
        return m_socket->disconnectFromHost();
    m_phase = Phase::Lingering;
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    m_socket->skip(m_socket->bytesAvailable());
}

void Connection::abort()
{
    m_slots.clear();
    m_socket->abort();
}

void Connection::enforceDeadlines(Clock::time_point now)
{
    const Limits &limits = m_shared.limits;
    const auto quiet = now - m_lastActivity;
    if (m_phase == Phase::Lingering)
        return quiet > limits.lingerTime ? abort() : void();
    if (m_socket->bytesToWrite() > 0)
        return quiet > limits.sendTime ? abort() : void();
    if (m_phase != Phase::Serving || m_isPaused)
        return;
    const auto idleLimit = m_admission == Admission::TooMany ? limits.lingerTime : limits.idleTime;
    const bool isMidRequest = m_parser.hasStarted() || !m_pending.isEmpty();
    if (isMidRequest) {
        const auto limit = m_parser.isHeaderDone() ? limits.requestTime : limits.headerTime;
        if (now - m_requestStart > limit)
            refuse(errorResponse(408, "The request took too long to arrive."_L1));
    } else if (m_slots.empty() && quiet > idleLimit) {
        m_socket->disconnectFromHost();
    }
}

void Connection::finishUp()
{
    if (m_phase != Phase::Serving || m_parser.hasStarted())
        return; // its last answer is known, or will be: the stop is marked in Shared
    if (m_slots.empty() && m_pending.isEmpty())
        return m_socket->disconnectFromHost();
    if (m_slots.empty())
        return;
    m_slots.back().framing.keepsAlive = false;
    m_phase = Phase::LastAnswer;
    m_pending.clear();
}

} // namespace http
