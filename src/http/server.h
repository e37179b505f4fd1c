// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/limits.h"
#include "http/router.h"

#include <QCoreApplication>
#include <QFuture>
#include <QThread>

namespace http {

class Listener;

/// An HTTP/1.1 server on a thread of its own. Handlers run on that thread. Destroying it closes
/// every connection at once; stop() lets them finish first.
class Server
{
    Q_DECLARE_TR_FUNCTIONS(http::Server)

public:
    enum class Exposure {
        LoopbackOnly,
        PlaintextBeyondLoopback, ///< Asked for by name: without TLS anybody on the way reads along.
    };

    explicit Server(Router router, Limits limits = {}, Exposure exposure = Exposure::LoopbackOnly);
    ~Server();
    Q_DISABLE_COPY_MOVE(Server)

    /// Waits for the server's thread to have the port, some microseconds. Port 0 takes a free one.
    /// @return The port. Errors name a sentence for the operator: in use, not allowed, no such
    ///         address, beyond loopback. After an error, and after stop(), it may be called again.
    [[nodiscard]] core::Result<quint16> listen(const QHostAddress &address, quint16 port);

    /// Accepts nothing more, answers what it has, and closes. The future always comes: true when
    /// all requests in flight were answered within the deadline.
    QFuture<bool> stop(std::chrono::milliseconds deadline);

private:
    const Exposure m_exposure;
    QThread m_thread;
    Listener *const m_listener; ///< Lives, and is deleted, on m_thread.
};

} // namespace http
