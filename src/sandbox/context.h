// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/json.h"
#include "sandbox/billingclock.h"
#include "sandbox/params.h"
#include "sandbox/store.h"

namespace sandbox {

/// Who caused an event: a request, or nobody (the clock).
struct Cause
{
    QString requestId;
    QString idempotencyKey;
};

/// What the calls and the clock's work share: the objects, the time, and the events they cause.
/// Everything put through it belongs to the store's current transaction.
class Context
{
public:
    /// How many endpoints want an event of that type.
    using Subscribers = std::function<int(const QString &type)>;

    Context(Store &objects, const BillingClock &time, Subscribers subscribers);

    Store &store;
    const BillingClock &clock;
    Cause cause;

    [[nodiscard]] qint64 now() const { return clock.seconds(); }
    [[nodiscard]] QDateTime nowTime() const { return clock.now(); }
    /// Prices as they stand in other objects: without their tiers.
    [[nodiscard]] demo::PriceJson prices() const;
    /// An item's price with its tiers.
    [[nodiscard]] QJsonObject wholePrice(const QJsonObject &item) const;

    /// Stores a new object and tells of it.
    void create(Kind kind, const QJsonObject &object, const QString &event);
    /// Stores a changed object; tells of it as `event`, with what it was before, if it did change.
    void change(Kind kind, const QJsonObject &object, const QString &event);
    /// Stores without an event.
    void save(Kind kind, const QJsonObject &object) { store.put(kind, object); }
    void tell(const QString &type, const QJsonObject &object, const QJsonObject &previous = {});

private:
    Subscribers m_subscribers;
};

/// previous_attributes: the old values of what differs, of nested hashes only what differs in
/// them, of arrays the whole.
[[nodiscard]] QJsonObject previousAttributes(const QJsonObject &before, const QJsonObject &after);

} // namespace sandbox
