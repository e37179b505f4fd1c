// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/requestparser.h"
#include "http/shared.h"

#include <QObject>

#include <chrono>
#include <deque>

class QTcpSocket;

namespace http {

/// One client: reads its requests, hands them to the router, and writes the answers in the order
/// of the requests, however they come. Lives on the server's thread.
class Connection : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;
    enum class Admission { Served, TooMany };

    /// Takes the socket. `TooMany` answers the first request with 503 and closes.
    Connection(quint64 id, QTcpSocket *socket, Shared &shared, Admission admission);
    ~Connection() override;

    void setAnswer(quint64 sequence, Response response);
    void flush(); ///< Writes what can be written now, and goes on reading if that had waited.
    void enforceDeadlines(Clock::time_point now);
    void finishUp(); ///< Ends after the requests it has; at once when it has none.

Q_SIGNALS:
    void received(); ///< Handlers were called: answers may lie in the box.
    void closed(quint64 id);

private:
    enum class Phase {
        Serving,
        LastAnswer, ///< The last answer is queued; what else comes is thrown away.
        Lingering,  ///< All is sent; a close with bytes unread would destroy it on its way.
    };
    struct Slot
    {
        ResponseWriter::Framing framing;
        std::optional<Response> response; ///< Nothing: the handler still has it.
    };

    void receive();
    void readInput();
    void parse(QByteArrayView input);
    [[nodiscard]] bool canParse() const;
    [[nodiscard]] bool admitBody();
    [[nodiscard]] bool reserve(qint64 bodyBytes);
    void dispatch();
    void refuse(Response response);
    void refuseOverload();

    void writeAnswers(QByteArray &out);
    void sendAll(const QByteArray &out);
    void bytesLeft();
    void close();
    void abort();

    const quint64 m_id;
    QTcpSocket *const m_socket;
    Shared &m_shared;
    const Admission m_admission;
    const QHostAddress m_peer;
    RequestParser m_parser;
    QByteArray m_pending;        ///< Read, not parsed yet: the rest of a header, or while paused.
    std::deque<Slot> m_slots;    ///< Requests not answered yet, in order.
    quint64 m_firstSequence = 0; ///< The sequence of the first slot.
    qint64 m_reservedBytes = 0;  ///< For the body being received.
    Phase m_phase = Phase::Serving;
    bool m_isPaused = false;     ///< Input waits until answers have gone.
    bool m_isRefused = false;    ///< The client may still be sending what nobody will read.
    bool m_owesContinue = false; ///< 100 Continue, behind the answers that come before it.
    Clock::time_point m_requestStart;
    Clock::time_point m_lastActivity; ///< Of the phase, and of sending.
};

} // namespace http
