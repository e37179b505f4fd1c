// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/historywriter.h"

#include "demo/random.h"
#include "demo/tenantprofile.h"
#include "demo/usage.h"
#include "demo/world.h"

#include <algorithm>

namespace demo {

using core::SubscriptionStatus;

core::Snapshot worldSnapshot(const WorldParameters &parameters)
{
    core::Snapshot snapshot;
    snapshot.apiVersion = apiVersion;
    snapshot.asOf = parameters.end();
    snapshot.source = core::Snapshot::Source::Seed;
    snapshot.sourceId = parameters.toText();
    return snapshot;
}

HistoryWriter::HistoryWriter(const WorldParameters &parameters, const Span &span,
                             const ObjectIds &ids, const Timeline &timeline)
    : m_parameters(parameters)
    , m_span(span)
    , m_ids(ids)
    , m_timeline(timeline)
    , m_snapshot(worldSnapshot(parameters))
    , m_customerId(id(ObjectKind::Customer, 0))
    , m_paymentMethodId(id(ObjectKind::PaymentMethod, 0))
{
}

TenantHistory HistoryWriter::write() const
{
    TenantHistory history;
    history.index = m_timeline.tenant;
    writeTenant(history);
    writePlans(history);
    writeSubscriptions(history);
    writeInvoices(history);
    writeUsage(history);
    writeMovements(history);
    return history;
}

QString HistoryWriter::id(ObjectKind kind, int ordinal) const
{
    return m_ids.make(kind, {m_timeline.tenant, ordinal});
}

QUuid HistoryWriter::uuid(QLatin1StringView table, int ordinal) const
{
    return m_ids.uuid(table, {m_timeline.tenant, ordinal});
}

const SubscriptionLife &HistoryWriter::lifeOf(Slot slot) const
{
    const auto &lives = m_timeline.subscriptions;
    const auto it = std::ranges::find(lives, slot, &SubscriptionLife::slot);
    return it == lives.end() ? lives.front() : *it;
}

/// Suspended while unpaid; without a plan first inactive, later often terminated.
core::CustomerStatus HistoryWriter::status() const
{
    const auto &lives = m_timeline.subscriptions;
    const auto isLive = [](const SubscriptionLife &life) {
        return holdsPlan(life.slot) && life.ended == 0;
    };
    const auto live = std::ranges::find_if(lives, isLive);
    if (live != lives.end()) {
        return live->status == SubscriptionStatus::Unpaid ? core::CustomerStatus::Suspended
                                                          : core::CustomerStatus::Active;
    }
    Seconds left = 0;
    for (const SubscriptionLife &life : lives)
        left = std::max(left, life.ended);
    Random random(m_parameters.seed, m_timeline.tenant, Purpose::Contact, 1);
    const bool isOver = random.chance(6000) && left < m_span.end - 60 * day;
    return isOver ? core::CustomerStatus::Terminated : core::CustomerStatus::Inactive;
}

void HistoryWriter::writeTenant(TenantHistory &history) const
{
    const TenantProfile profile = tenantProfile(m_parameters.seed, m_timeline.tenant);
    PlatformTenant &tenant = history.tenant;
    tenant.id = uuid(QLatin1StringView("tenants"), 0);
    tenant.name = profile.name;
    tenant.email = profile.email;
    tenant.phone = profile.phone;
    tenant.address = profile.address;
    tenant.tags = profile.tags;
    tenant.notes = profile.notes;
    tenant.status = status();
    tenant.created = toDateTime(m_timeline.signup);

    core::Customer &customer = history.customer;
    customer.id = m_customerId;
    customer.email = profile.email;
    customer.name = profile.name;
    customer.phone = profile.phone;
    customer.taxExempt = QStringLiteral("none");
    customer.currency = currencyCode(m_timeline.currency);
    customer.defaultPaymentMethod = m_paymentMethodId;
    customer.address = profile.address;
    customer.preferredLocales = QStringList{profile.locale};
    customer.invoiceSettings =
        QJsonObject{{QStringLiteral("default_payment_method"), m_paymentMethodId}};
    customer.metadata =
        QJsonObject{{QStringLiteral("tenant_id"), tenant.id.toString(QUuid::WithoutBraces)}};
    customer.created = tenant.created;
    customer.snapshot = m_snapshot;
}

void HistoryWriter::writePlans(TenantHistory &history) const
{
    int ordinal = 0;
    for (const PlanSpan &span : m_timeline.plans) {
        PlanPeriod plan;
        plan.id = uuid(QLatin1StringView("tenant_plans"), ordinal++);
        plan.tier = tierOf(span.price);
        plan.name = planName(plan.tier);
        plan.description = planDescription(plan.tier);
        plan.limits = limitsOf(span.price);
        plan.features = planFeatures(plan.tier);
        plan.priceId = priceId(span.price, m_timeline.currency);
        plan.startedAt = toDateTime(span.from);
        plan.endedAt = toDateTime(span.to);
        plan.isActive = span.to == 0;
        history.plans << plan;
    }
}

void HistoryWriter::writeUsage(TenantHistory &history) const
{
    int ordinal = 0;
    for (const UsageMonth &month : usageOf(m_parameters.seed, m_span, m_timeline)) {
        history.usage << TenantUsage{uuid(QLatin1StringView("tenant_usage"), ordinal++),
                                     toDateTime(month.start),
                                     toDateTime(month.end),
                                     month.orders,
                                     month.activeDrivers,
                                     month.storageHundredthsGb,
                                     month.apiCalls};
    }
    constexpr int parts = 4;
    int record = 0;
    for (const MeteredPeriod &period : m_timeline.metered) {
        const int number = period.slot == Slot::Messages ? 0 : 1;
        const QString itemId = id(ObjectKind::SubscriptionItem, itemOrdinal(period.slot, number));
        for (int part = 0; part < parts; ++part) {
            const Seconds at = period.from + (period.to - period.from) * (part + 1) / parts - hour;
            const qint64 quantity =
                period.quantity * (part + 1) / parts - period.quantity * part / parts;
            if (at < m_span.end)
                history.usageRecords << UsageRecord{id(ObjectKind::UsageRecord, record++), itemId,
                                                    quantity, toDateTime(at)};
        }
    }
}

void HistoryWriter::writeMovements(TenantHistory &history) const
{
    int ordinal = 0;
    for (const LedgerEntry &entry : ledgerOf(m_timeline.steps)) {
        history.movements << MrrMovement{uuid(QLatin1StringView("mrr_movements"), ordinal),
                                         id(ObjectKind::Event, ordinal),
                                         entry.kind,
                                         entry.delta,
                                         currencyCode(m_timeline.currency),
                                         toDateTime(entry.at)};
        ++ordinal;
    }
}

} // namespace demo
