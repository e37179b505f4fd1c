// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/rollfinisher.h"

#include "services/webhookendpointservice.h"
#include "services/whenready.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcRolls, "oms.webhook.rolls")

namespace services {

QList<OpenRoll> openRolls(const QList<core::WebhookEndpoint> &endpoints)
{
    QList<OpenRoll> rolls;
    for (const core::WebhookEndpoint &fresh : endpoints) {
        const auto old =
            std::ranges::find(endpoints, fresh.overlap.replaces, &core::WebhookEndpoint::id);
        if (old != endpoints.end() && !fresh.overlap.replaces.isEmpty())
            rolls.append({fresh, *old});
    }
    return rolls;
}

bool isRollOver(const OpenRoll &roll, const QDateTime &now)
{
    const core::WebhookEndpoint &fresh = roll.fresh;
    if (!fresh.isEnabled || fresh.secret != core::EndpointSecret::Ours)
        return false;
    const core::RollOverlap &overlap = fresh.overlap;
    return (overlap.endsWithFirstEvent && fresh.delivered > 0)
        || (overlap.until.isValid() && overlap.until <= now);
}

RollFinisher::RollFinisher(WebhookEndpointService &endpoints, const core::Clock &clock,
                           QObject *parent)
    : QObject(parent)
    , m_endpoints(endpoints)
    , m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &RollFinisher::look);
}

void RollFinisher::start(std::chrono::milliseconds interval)
{
    m_timer.start(interval);
    look();
}

/// What was read last tells whether anything is due; before a deletion the list is read anew.
void RollFinisher::look()
{
    QList<OpenRoll> rolls = openRolls(m_endpoints.lastRead());
    const bool isDue = std::ranges::any_of(rolls, [this](OpenRoll &roll) {
        roll.fresh.delivered = m_endpoints.delivered(roll.fresh.id);
        return isRollOver(roll, m_clock.now()) && !m_asked.contains(roll.old.id);
    });
    if (m_isReading || (!isDue && !m_endpoints.isOutOfDate()))
        return;
    m_isReading = true;
    whenReady(m_endpoints.list(), this,
              [this](const core::Result<QList<core::WebhookEndpoint>> &read) {
                  m_isReading = false;
                  if (read)
                      finishFrom(*read);
                  else if (read.error().kind == core::Error::Kind::Forbidden)
                      m_timer.stop(); // this key may not; asking every minute changes nothing
              });
}

void RollFinisher::finishFrom(const QList<core::WebhookEndpoint> &endpoints)
{
    for (const OpenRoll &roll : openRolls(endpoints)) {
        if (!isRollOver(roll, m_clock.now()) || m_asked.contains(roll.old.id))
            continue;
        m_asked.insert(roll.old.id);
        qCInfo(lcRolls).noquote() << roll.fresh.id << "has taken the place of" << roll.old.id;
        whenReady(m_endpoints.remove(roll.old, tr("The overlap of its rolled secret is over.")),
                  this, [](const core::Result<QUuid> &asked) {
                      if (!asked) // somebody has asked for it already
                          qCInfo(lcRolls).noquote() << asked.error().detail;
                  });
    }
}

} // namespace services
