// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/waitingevent.h"

#include "stripe/event.h"

using namespace Qt::StringLiterals;

namespace services {

db::InboxEvent waitingEvent(const stripe::EventEnvelope &event, const QByteArray &payload,
                            const QString &via)
{
    db::InboxEvent stored;
    stored.id = event.id;
    stored.type = event.type;
    stored.apiVersion = event.apiVersion;
    stored.created = event.created;
    stored.livemode = event.livemode;
    stored.pendingWebhooks = event.pendingWebhooks;
    stored.requestId = event.requestId;
    stored.requestIdempotencyKey = event.requestIdempotencyKey;
    stored.objectId = event.objectId;
    stored.objectType = event.objectType;
    stored.payload = payload;
    stored.state = u"waiting"_s;
    stored.via = via;
    return stored;
}

} // namespace services
