// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTcpSocket>

#include <optional>

/// A client that sends exactly the bytes it is told to, and reads answers one by one. Blocking.
class RawClient
{
public:
    struct Answer
    {
        int status = 0;
        QMap<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;
    };

    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes);
    /// Sends and gives the bytes to the kernel one packet at a time.
    void sendInPieces(const QByteArray &bytes, qsizetype pieceSize);
    /// Nothing when the connection ends, or 10 s pass, before a whole answer has come.
    [[nodiscard]] std::optional<Answer> next(bool hasBody = true);
    /// The status of the next answer; 0 when none comes.
    [[nodiscard]] int nextStatus();
    /// All bytes until the server closes.
    [[nodiscard]] QByteArray readToEnd();
    [[nodiscard]] bool isClosedByServer();
    void goDeaf();    ///< Takes nothing more from the kernel, also not in an event loop.
    void disappear(); ///< Without a word: the server sees a reset or an end.

private:
    [[nodiscard]] bool readMore();

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// "POST path" with that body and its Content-Length.
[[nodiscard]] QByteArray postOf(const QByteArray &path, const QByteArray &body);
[[nodiscard]] QByteArray getOf(const QByteArray &path);
