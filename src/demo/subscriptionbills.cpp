// SPDX-License-Identifier: GPL-3.0-or-later
// The amounts of a SubscriptionRun; its course is in subscriptionrun.cpp.
#include "demo/planmoves.h"
#include "demo/subscriptionrun.h"

#include <algorithm>

namespace demo {

using core::SubscriptionStatus;

Bill SubscriptionRun::newBill(BillingReason reason, Seconds from, Seconds to) const
{
    Bill bill;
    bill.created = from;
    bill.periodStart = from;
    bill.periodEnd = to;
    bill.slot = m_life.slot;
    bill.reason = reason;
    bill.price = m_life.price;
    bill.quantity = m_life.quantity;
    if (!isMetered(m_life.price))
        bill.licensedAmount = unitAmount(m_life.price, m_timeline.currency) * m_life.quantity;
    return bill;
}

qint64 SubscriptionRun::taxOn(qint64 amount) const
{
    return chargeable(m_timeline.currency, amount * m_plan.taxBasisPoints, 10000);
}

bool SubscriptionRun::hasMeter() const
{
    return m_plan.hasMeteredItem || m_plan.slot == Slot::Messages;
}

/// A period's use depends on nothing but the tenant and the period, so that whoever asks for it,
/// in whatever order, gets the same.
qint64 SubscriptionRun::meteredQuantity(Seconds from, Seconds to) const
{
    const auto slot = static_cast<quint64>(m_plan.slot);
    Random base(m_seed, m_timeline.tenant, Purpose::Metered, slot);
    const qint64 usual =
        m_plan.slot == Slot::Messages ? base.between(150, 2500) : base.between(80, 1800);
    Random period(m_seed, m_timeline.tenant, Purpose::Metered,
                  slot + 16 * static_cast<quint64>(from));
    const qint64 noise = period.between(850, 1150);
    const qint64 busy = season(monthOfYear(from + (to - from) / 2));
    return usual * noise * busy / 1000000;
}

/// Metered items are billed when the period is over.
void SubscriptionRun::meterInto(Bill &bill, Seconds from, Seconds to)
{
    const PriceKind kind =
        m_plan.slot == Slot::Messages ? PriceKind::Messages : PriceKind::ExtraOrders;
    bill.meteredQuantity = meteredQuantity(from, to);
    bill.meteredAmount = chargeable(
        m_timeline.currency, bill.meteredQuantity * unitAmount(kind, m_timeline.currency), 10);
}

/// Only what the last months hold is kept as single records.
void SubscriptionRun::meter(Seconds from, Seconds to)
{
    if (to < m_span.end - 92 * day)
        return;
    m_timeline.metered.push_back({m_life.slot, from, to, meteredQuantity(from, to)});
}

/// While a charge is being tried again, or a sent invoice is overdue, the subscription is past
/// due. It still counts as paid.
void SubscriptionRun::noteOverdue()
{
    if (m_life.status != SubscriptionStatus::Active || m_timeline.bills.size() == m_firstBill)
        return;
    const Bill &last = m_timeline.bills.back();
    const bool isOpen = last.status == core::InvoiceStatus::Open;
    const bool isRefused = last.due == 0 && last.attempts > 0;
    const bool isLate = last.due != 0 && last.due < m_span.end;
    if (isOpen && (isRefused || isLate))
        m_life.status = SubscriptionStatus::PastDue;
}

} // namespace demo
