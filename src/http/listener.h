// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/shared.h"

#include <QHash>
#include <QPromise>
#include <QTimer>

class QTcpServer;

namespace http {

class Connection;

/// The part of the server that lives on its thread: accepts connections and owns them, brings
/// answers to them, and watches their deadlines.
class Listener : public QObject
{
    Q_OBJECT

public:
    Listener(Limits limits, Router router);
    ~Listener() override;

    [[nodiscard]] core::Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// True in the end when every request in flight was answered within the deadline.
    void stop(std::chrono::milliseconds deadline, QPromise<bool> stopped);

private:
    [[nodiscard]] core::Error listenError(const QString &address, quint16 port) const;
    void accept();
    void acceptFailed();
    void deliver();
    void enforceDeadlines();
    void forget(quint64 id);
    void finishStop(bool allAnswered);

    Shared m_shared;
    QTcpServer *const m_server;                 ///< A QSslServer fits here too.
    QHash<quint64, Connection *> m_connections; ///< Owned as QObject children.
    QTimer m_sweep;
    QTimer m_stopDeadline;
    std::vector<QPromise<bool>> m_stopped; ///< Who waits for the end of stop().
    quint64 m_lastId = 0;
    bool m_isDelivering = false;
};

} // namespace http
