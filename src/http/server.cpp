// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/listener.h"

namespace http {

Server::Server(Router router, Limits limits, Exposure exposure)
    : m_exposure(exposure)
    , m_listener(new Listener(limits, std::move(router)))
{
    m_thread.setObjectName(QStringLiteral("http"));
    m_listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_listener, &QObject::deleteLater);
    m_thread.start();
}

Server::~Server()
{
    // Through the queue: a stop() asked for before still answers.
    QMetaObject::invokeMethod(m_listener, [this] { m_thread.quit(); });
    m_thread.wait();
}

core::Result<quint16> Server::listen(const QHostAddress &address, quint16 port)
{
    if (m_exposure == Exposure::LoopbackOnly && !address.isLoopback()) {
        return core::fail(core::Error::Kind::Forbidden,
                          tr("%1 can be reached from other computers, and nothing would be "
                             "encrypted. Use 127.0.0.1, or allow it expressly.")
                              .arg(address.toString()),
                          {}, QStringLiteral("listen"));
    }
    QPromise<core::Result<quint16>> promise;
    promise.start();
    QFuture<core::Result<quint16>> bound = promise.future();
    QMetaObject::invokeMethod(
        m_listener, [listener = m_listener, address, port, promise = std::move(promise)]() mutable {
            promise.addResult(listener->listen(address, port));
            promise.finish();
        });
    return bound.result();
}

QFuture<bool> Server::stop(std::chrono::milliseconds deadline)
{
    QPromise<bool> promise;
    promise.start();
    QFuture<bool> stopped = promise.future();
    QMetaObject::invokeMethod(
        m_listener, [listener = m_listener, deadline, promise = std::move(promise)]() mutable {
            listener->stop(deadline, std::move(promise));
        });
    return stopped;
}

} // namespace http
