// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/transport.h"

#include "stripe/gate.h"
#include "stripe/wire.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>
#include <utility>

namespace stripe {

using std::chrono::milliseconds;
using Trouble = Exchange::Trouble;

Transport::Transport(ClientOptions options)
    : m_options(std::move(options))
    , m_limiter(m_options.limits)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setStrictTransportSecurityEnabled(false); // the base URL is taken as written
}

Transport::~Transport() = default;

QCoro::Task<Exchange> Transport::exchange(Call call, milliseconds limit)
{
    QElapsedTimer clock;
    clock.start();
    QNetworkReply *reply = start(call);
    const auto timesSent = std::make_shared<int>(0); // outlives this frame in the connection
    connect(reply, &QNetworkReply::requestSent, reply, [timesSent] { ++*timesSent; });

    Gate gate;
    const quint64 wait = await(&gate);
    // Queued: whoever goes on may delete this object, and with it the reply, which must not
    // happen inside the reply's own signal.
    connect(
        reply, &QNetworkReply::finished, this, [this, wait] { wake(wait); }, Qt::QueuedConnection);
    // Our own, because Qt's transfer time-out starts anew with every byte.
    QTimer::singleShot(limit, reply, [this, wait] { wake(wait); });
    co_await gate;

    Exchange result;
    if (reply->isFinished() && !m_isClosed) {
        result = exchangeFrom(*reply, *timesSent);
    } else {
        result.trouble = m_isClosed ? Trouble::Canceled : Trouble::TimedOut;
        result.timesSent = *timesSent;
        result.detail = m_isClosed ? QStringLiteral("canceled") : QStringLiteral("timed out");
        reply->disconnect(this);
        reply->abort();
    }
    reply->deleteLater();
    result.took = milliseconds(clock.elapsed());
    Q_EMIT exchanged(result);
    co_return result;
}

QCoro::Task<> Transport::pause(milliseconds delay)
{
    if (m_isClosed)
        co_return;
    Gate gate;
    const quint64 wait = await(&gate);
    QTimer::singleShot(delay, this, [this, wait] { wake(wait); });
    co_await gate;
}

void Transport::close()
{
    m_isClosed = true;
    m_limiter.close();
    const QHash<quint64, Gate *> waits = std::exchange(m_waits, {});
    for (Gate *gate : waits)
        gate->open();
}

quint64 Transport::await(Gate *gate)
{
    m_waits.insert(++m_lastWait, gate);
    return m_lastWait;
}

void Transport::wake(quint64 wait)
{
    // By number, not by address: the time-out and the answer may both come.
    if (Gate *gate = m_waits.take(wait))
        gate->open();
}

QNetworkReply *Transport::start(const Call &call)
{
    const QNetworkRequest request = requestFor(call, m_options);
    switch (call.method) {
    case Method::Get:
        return m_network.get(request);
    case Method::Post:
        return m_network.post(request, call.form);
    case Method::Delete:
        return m_network.deleteResource(request);
    }
    return nullptr;
}

} // namespace stripe
