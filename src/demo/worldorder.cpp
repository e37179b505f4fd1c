// SPDX-License-Identifier: GPL-3.0-or-later
// The world-wide lists of a World.
#include "demo/tenanttimeline.h"
#include "demo/world.h"

#include <algorithm>
#include <tuple>

namespace demo {
namespace {

/// Ids begin with tenant and ordinal, so their order is that of the keys.
std::vector<OrderEntry> newestFirst(std::vector<OrderEntry> entries)
{
    std::ranges::sort(entries, std::greater{}, [](const OrderEntry &entry) {
        return std::tuple(entry.created, entry.tenant, entry.ordinal);
    });
    return entries;
}

OrderEntry entryOf(Seconds created, int tenant, std::size_t ordinal)
{
    return {static_cast<quint32>(created), static_cast<quint32>(tenant),
            static_cast<quint16>(ordinal)};
}

} // namespace

std::vector<OrderEntry> World::customerOrder() const
{
    std::vector<OrderEntry> entries;
    for (int tenant = 0; tenant < tenantCount(); ++tenant)
        entries.push_back(entryOf(drawFate(m_parameters, m_span, tenant).signup, tenant, 0));
    return newestFirst(std::move(entries));
}

std::vector<OrderEntry> World::subscriptionOrder() const
{
    std::vector<OrderEntry> entries;
    for (int tenant = 0; tenant < tenantCount(); ++tenant) {
        const Timeline timeline = tenantTimeline(m_parameters, m_span, tenant);
        for (const SubscriptionLife &life : timeline.subscriptions)
            entries.push_back(entryOf(life.created, tenant, static_cast<std::size_t>(life.slot)));
    }
    return newestFirst(std::move(entries));
}

std::vector<OrderEntry> World::invoiceOrder() const
{
    std::vector<OrderEntry> entries;
    for (int tenant = 0; tenant < tenantCount(); ++tenant) {
        const Timeline timeline = tenantTimeline(m_parameters, m_span, tenant);
        for (std::size_t ordinal = 0; ordinal < timeline.bills.size(); ++ordinal)
            entries.push_back(entryOf(timeline.bills[ordinal].created, tenant, ordinal));
    }
    return newestFirst(std::move(entries));
}

std::vector<OrderEntry> World::paymentIntentOrder() const
{
    std::vector<OrderEntry> entries;
    for (int tenant = 0; tenant < tenantCount(); ++tenant) {
        const Timeline timeline = tenantTimeline(m_parameters, m_span, tenant);
        for (std::size_t ordinal = 0; ordinal < timeline.bills.size(); ++ordinal) {
            const Bill &bill = timeline.bills[ordinal];
            if (bill.hasIntent())
                entries.push_back(entryOf(bill.finalized, tenant, ordinal));
        }
    }
    return newestFirst(std::move(entries));
}

} // namespace demo
