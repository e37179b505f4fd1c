// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/fate.h"
#include "demo/json.h"
#include "demo/objectid.h"
#include "demo/tenanthistory.h"
#include "demo/timeline.h"
#include "demo/worldparameters.h"

namespace demo {

/// Makes objects of one tenant's numbers.
class HistoryWriter
{
public:
    HistoryWriter(const WorldParameters &parameters, const Span &span, const ObjectIds &ids,
                  const Timeline &timeline);

    [[nodiscard]] TenantHistory write() const;
    [[nodiscard]] QList<InvoiceLine> lines(int invoice) const;

private:
    void writeTenant(TenantHistory &history) const;
    void writeSubscriptions(TenantHistory &history) const;
    void writeInvoices(TenantHistory &history) const;
    void writePlans(TenantHistory &history) const;
    void writeUsage(TenantHistory &history) const;
    void writeMovements(TenantHistory &history) const;

    [[nodiscard]] core::Subscription subscription(const SubscriptionLife &life) const;
    [[nodiscard]] core::SubscriptionItem item(const SubscriptionLife &life, PriceKind price,
                                              int number) const;
    [[nodiscard]] core::Invoice invoice(const Bill &bill, int ordinal) const;
    [[nodiscard]] core::PaymentIntent intent(const Bill &bill, int ordinal) const;
    [[nodiscard]] core::CustomerStatus status() const;
    [[nodiscard]] QString id(ObjectKind kind, int ordinal) const;
    [[nodiscard]] QUuid uuid(QLatin1StringView table, int ordinal) const;
    [[nodiscard]] const SubscriptionLife &lifeOf(Slot slot) const;

    const WorldParameters &m_parameters;
    const Span &m_span;
    const ObjectIds &m_ids;
    const Timeline &m_timeline;
    core::Snapshot m_snapshot;
    QString m_customerId;
    QString m_paymentMethodId;
};

/// Every generated object's: true when the world ended, from no event.
[[nodiscard]] core::Snapshot worldSnapshot(const WorldParameters &parameters);

/// The subscription item's ordinal: two to a subscription.
[[nodiscard]] inline int itemOrdinal(Slot slot, int number)
{
    return static_cast<int>(slot) * 2 + number;
}

} // namespace demo
