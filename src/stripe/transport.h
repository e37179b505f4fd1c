// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/clientoptions.h"
#include "stripe/exchange.h"
#include "stripe/ratelimiter.h"

#include <QHash>
#include <QNetworkAccessManager>

namespace stripe {

class Gate;

/// The network side of HttpClient: single attempts and waits, all of which close() ends at once.
/// Calls hold a shared pointer to it, so it outlives the client until the last has answered.
class Transport : public QObject
{
    Q_OBJECT

public:
    explicit Transport(ClientOptions options);
    ~Transport() override;

    /// Sends once and waits for the whole answer, at most `limit`.
    QCoro::Task<Exchange> exchange(Call call, std::chrono::milliseconds limit);
    QCoro::Task<> pause(std::chrono::milliseconds delay);

    /// Aborts what is under way. Waiting coroutines run before it returns.
    void close();
    [[nodiscard]] bool isClosed() const { return m_isClosed; }

    [[nodiscard]] RateLimiter &limiter() { return m_limiter; }
    [[nodiscard]] const ClientOptions &options() const { return m_options; }

Q_SIGNALS:
    void exchanged(const stripe::Exchange &exchange);

private:
    [[nodiscard]] quint64 await(Gate *gate);
    void wake(quint64 wait);
    [[nodiscard]] QNetworkReply *start(const Call &call);

    const ClientOptions m_options;
    QNetworkAccessManager m_network;
    RateLimiter m_limiter;
    QHash<quint64, Gate *> m_waits;
    quint64 m_lastWait = 0;
    bool m_isClosed = false;
};

} // namespace stripe
