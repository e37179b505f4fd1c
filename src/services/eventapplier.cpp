// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventapplier.h"

#include "db/accountrepository.h"
#include "db/auditlog.h"
#include "db/mirrorrepository.h"
#include "services/mirrorwriter.h"
#include "stripe/event.h"

#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

/// One row per event type that changes state, with the audit action it leaves.
struct HandledType
{
    QLatin1StringView type;
    QLatin1StringView action;
    QLatin1StringView entity;
};

constexpr std::array handledTypes{
    HandledType{"customer.subscription.created"_L1, "subscription.created"_L1, "subscription"_L1},
    HandledType{"customer.subscription.updated"_L1, "subscription.updated"_L1, "subscription"_L1},
    HandledType{"customer.subscription.deleted"_L1, "subscription.ended"_L1, "subscription"_L1},
    HandledType{"invoice.created"_L1, "invoice.created"_L1, "invoice"_L1},
    HandledType{"invoice.updated"_L1, "invoice.updated"_L1, "invoice"_L1},
    HandledType{"invoice.payment_succeeded"_L1, "invoice.payment_succeeded"_L1, "invoice"_L1},
    HandledType{"invoice.payment_failed"_L1, "invoice.payment_failed"_L1, "invoice"_L1},
    HandledType{"payment_intent.succeeded"_L1, "payment_intent.succeeded"_L1, "payment_intent"_L1},
    HandledType{"payment_intent.payment_failed"_L1, "payment_intent.payment_failed"_L1,
                "payment_intent"_L1},
};

core::Snapshot originOf(const stripe::Event &event)
{
    core::Snapshot origin;
    origin.livemode = event.livemode;
    origin.apiVersion = event.apiVersion;
    origin.asOf = event.created;
    origin.source = core::Snapshot::Source::Event;
    origin.sourceId = event.id;
    return origin;
}

core::Result<> audit(db::Session &session, const stripe::Event &event, const HandledType &type,
                     const db::MirrorOutcome &outcome)
{
    db::AuditEntry entry;
    entry.action = type.action;
    entry.entity = type.entity;
    entry.entityId = event.objectId;
    entry.tenantId = outcome.tenantId;
    entry.before = outcome.before;
    entry.after = outcome.after;
    entry.actor = u"stripe"_s;
    entry.eventId = event.id;
    entry.requestId = event.requestId;
    return db::AuditLog(session).append(entry);
}

} // namespace

QStringList handledEventTypes()
{
    QStringList types;
    for (const HandledType &row : handledTypes)
        types.append(row.type);
    return types;
}

core::Result<EventVerdict> applyEvent(db::Session &session, const stripe::Event &event)
{
    const auto account = db::AccountRepository(session).bound();
    if (!account)
        return core::passOn(account);
    if (*account && (*account)->livemode != event.livemode)
        return EventVerdict::Refused;
    const auto type = std::ranges::find_if(
        handledTypes, [&](const HandledType &row) { return row.type == event.type; });
    if (type == handledTypes.end())
        return EventVerdict::Ignored;

    const auto outcome = writeToMirror(session, event.object, originOf(event));
    if (!outcome)
        return core::passOn(outcome);
    if (!outcome->isApplied)
        return EventVerdict::Done; // an older state than the one known: nothing to tell
    db::MirrorRepository mirror(session);
    if (const auto settled = mirror.settle({outcome->tenantId}, event.id, event.created); !settled)
        return core::passOn(settled);
    if (const auto audited = audit(session, event, *type, *outcome); !audited)
        return core::passOn(audited);
    return EventVerdict::Done;
}

} // namespace services
