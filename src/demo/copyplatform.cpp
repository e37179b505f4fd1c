// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/copywriters.h"

namespace demo {
namespace {

/// "12.34" for 1234.
QString hundredths(qint64 value)
{
    return QString::number(value / 100) + u'.'
        + QString::number(value % 100).rightJustified(2, u'0');
}

} // namespace

void writeTenants(QByteArray &out, const CopyInput &input)
{
    const PlatformTenant &tenant = input.history->tenant;
    CopyLine(out)
        .uuid(tenant.id)
        .text(tenant.name)
        .text(tenant.email)
        .textOrNull(tenant.phone)
        .jsonOrNull(tenant.address)
        .text(core::toText(tenant.status))
        .array(tenant.tags)
        .text(tenant.notes)
        .time(tenant.created)
        .time(tenant.created)
        .end();
}

void writePlans(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    for (const PlanPeriod &plan : input.history->plans) {
        line.uuid(plan.id)
            .uuid(input.history->tenant.id)
            .text(core::toText(plan.tier))
            .text(plan.name)
            .text(plan.description)
            .number(plan.limits.maxOrdersPerMonth)
            .number(plan.limits.maxActiveDrivers)
            .number(plan.limits.maxStorageGb)
            .number(plan.limits.apiRateLimitPerMinute)
            .array(plan.features)
            .textOrNull(plan.priceId)
            .truth(plan.isActive)
            .time(plan.startedAt)
            .time(plan.endedAt)
            .end();
    }
}

void writeUsage(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    const QDateTime end = input.world.parameters().end();
    for (const TenantUsage &usage : input.history->usage) {
        line.uuid(usage.id)
            .uuid(input.history->tenant.id)
            .time(usage.periodStart)
            .time(usage.periodEnd)
            .number(usage.orders)
            .number(usage.activeDrivers)
            .text(hundredths(usage.storageHundredthsGb))
            .number(usage.apiCalls)
            .time(std::min(usage.periodEnd, end))
            .end();
    }
}

void writeMovements(QByteArray &out, const CopyInput &input)
{
    CopyLine line(out);
    for (const MrrMovement &movement : input.history->movements) {
        // The events behind them were never received, so no event is named as the cause.
        line.uuid(movement.id)
            .uuid(input.history->tenant.id)
            .text(u"seed")
            .text(toText(movement.kind))
            .number(movement.delta)
            .text(movement.currency)
            .time(movement.effectiveAt)
            .end();
    }
}

} // namespace demo
