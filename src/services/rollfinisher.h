// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/webhookendpoint.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace services {

class WebhookEndpointService;

/// An endpoint that takes another's place, while both are there.
struct OpenRoll
{
    core::WebhookEndpoint fresh;
    core::WebhookEndpoint old;
};

/// The rollings of secrets that are not finished.
[[nodiscard]] QList<OpenRoll> openRolls(const QList<core::WebhookEndpoint> &endpoints);
/// Whether the old endpoint can go: the new one has delivered, or the time is up. Never while the
/// new one is disabled or its secret is not here.
[[nodiscard]] bool isRollOver(const OpenRoll &roll, const QDateTime &now);

/// Finishes rollings whose overlap is over, by the operation a person would ask for. Stripe is only
/// asked where a rolling may be open. Main thread.
class RollFinisher : public QObject
{
    Q_OBJECT

public:
    RollFinisher(WebhookEndpointService &endpoints, const core::Clock &clock,
                 QObject *parent = nullptr);

    void start(std::chrono::milliseconds interval = std::chrono::minutes(1));

private:
    void look();
    void finishFrom(const QList<core::WebhookEndpoint> &endpoints);

    WebhookEndpointService &m_endpoints;
    const core::Clock &m_clock;
    QTimer m_timer;
    QSet<QString> m_asked; ///< Once each: what Stripe refuses is not asked for every minute.
    bool m_isReading = false;
};

} // namespace services
