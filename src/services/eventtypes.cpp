// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventtypes.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

constexpr std::array eventTypes{
    EventType{"customer.subscription.created"_L1, "subscription.created"_L1, "subscription"_L1},
    EventType{"customer.subscription.deleted"_L1, "subscription.ended"_L1, "subscription"_L1},
    EventType{"customer.subscription.updated"_L1, "subscription.updated"_L1, "subscription"_L1},
    EventType{"invoice.created"_L1, "invoice.created"_L1, "invoice"_L1},
    EventType{"invoice.payment_failed"_L1, "invoice.payment_failed"_L1, "invoice"_L1},
    EventType{"invoice.payment_succeeded"_L1, "invoice.payment_succeeded"_L1, "invoice"_L1},
    EventType{"invoice.updated"_L1, "invoice.updated"_L1, "invoice"_L1},
    EventType{"payment_intent.payment_failed"_L1, "payment_intent.payment_failed"_L1,
              "payment_intent"_L1},
    EventType{"payment_intent.succeeded"_L1, "payment_intent.succeeded"_L1, "payment_intent"_L1},
};

} // namespace

const EventType *eventTypeOf(const QString &type)
{
    static const QHash<QString, const EventType *> byName = [] {
        QHash<QString, const EventType *> rows;
        for (const EventType &row : eventTypes)
            rows.insert(row.type, &row);
        return rows;
    }();
    return byName.value(type);
}

QStringList handledEventTypes()
{
    QStringList types;
    for (const EventType &row : eventTypes)
        types.append(row.type);
    return types;
}

} // namespace services
