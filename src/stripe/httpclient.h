// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"
#include "stripe/clientoptions.h"
#include "stripe/health.h"

#include <QObject>

#include <memory>

namespace stripe {

struct Exchange;
class Transport;

/// Stripe over HTTP. Destroying it answers every call under way with Canceled before the
/// destructor returns, so destroy it before those who await its answers. Main thread only.
class HttpClient final : public QObject, public Client
{
    Q_OBJECT

public:
    explicit HttpClient(ClientOptions options, QObject *parent = nullptr);
    ~HttpClient() override;

    QCoro::Task<Reply> send(Call call) override;

    [[nodiscard]] Health health() const { return m_health; }

Q_SIGNALS:
    /// Stripe became unreachable, answers again, or rejects or accepts the key; not on each call.
    void healthChanged(const stripe::Health &health);

private:
    void note(const Exchange &exchange);

    std::shared_ptr<Transport> m_transport;
    Health m_health;
};

} // namespace stripe
