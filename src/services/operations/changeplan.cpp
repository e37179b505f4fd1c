// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/changeplan.h"

#include "db/auditlog.h"
#include "db/mirrorrepository.h"
#include "db/tenantrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationinput.h"
#include "services/operations/tenantplan.h"
#include "stripe/requests/subscriptions.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace services {
namespace {

QString lastSegment(const QString &path)
{
    return path.section(u'/', -1);
}

} // namespace

core::Result<stripe::Call> ChangePlan::prepare(db::Session &session,
                                               const core::Operation &operation) const
{
    const core::PlanChange change = planChangeFromJson(operation.input);
    db::TenantRepository tenants(session);
    const auto tenant = tenants.billed(change.tenantId);
    if (!tenant)
        return core::passOn(tenant);
    if (const auto current = expectPlanVersion(session, change); !current)
        return core::passOn(current);
    const auto now = tenants.activePlan(change.tenantId);
    const auto plan =
        planFor(session, change.tenantId, change.tier, change.customLimits, change.customPriceId);
    if (!plan)
        return core::passOn(plan);
    if (tenant->subscriptionId.isEmpty() || plan->priceId.isEmpty()
        || (now && now->priceId == plan->priceId))
        return stripe::Call{}; // nothing that Stripe bills changes
    stripe::SubscriptionChange wanted;
    wanted.items = {{tenant->subscriptionItemId, plan->priceId, std::nullopt}};
    wanted.prorationBehavior = core::toText(change.proration);
    wanted.metadata = metadataOf(operation);
    return stripe::updateSubscription(tenant->subscriptionId, wanted,
                                      operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> ChangePlan::settle(db::Session &session, const core::Operation &operation,
                                             const stripe::Answer &answer) const
{
    const core::PlanChange change = planChangeFromJson(operation.input);
    db::TenantRepository tenants(session);
    const auto before = tenants.activePlan(change.tenantId);
    const auto plan =
        planFor(session, change.tenantId, change.tier, change.customLimits, change.customPriceId);
    if (!plan)
        return core::passOn(plan);
    // Stripe has moved already, so nobody's later edit may stop the plan from following.
    if (const auto started = tenants.startPlan(*plan, 0); !started)
        return core::passOn(started);
    QJsonObject result;
    if (!answer.body.isEmpty()) {
        if (const auto written = writeToMirror(session, answer.body, originOf(answer)); !written)
            return core::passOn(written);
        result[u"subscription_id"_s] = answer.body[u"id"_s];
    }
    db::MirrorRepository mirror(session);
    const auto settled =
        mirror.settle({change.tenantId}, uuidText(operation.id), originOf(answer).asOf);
    if (!settled)
        return core::passOn(settled);

    db::AuditEntry entry = auditOf(operation, answer);
    entry.entity = u"tenant"_s;
    entry.entityId = uuidText(change.tenantId);
    if (before)
        entry.before = auditObject(*before);
    entry.after = auditObject(*plan);
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return result;
}

stripe::Call ChangePlan::lookup(const core::Operation &, const stripe::Call &sent) const
{
    return stripe::retrieveSubscription(lastSegment(sent.path));
}

std::optional<QJsonObject> ChangePlan::find(const core::Operation &operation,
                                            const QJsonObject &lookedUp) const
{
    const QString marked = lookedUp[u"metadata"_s].toObject()[u"op_id"_s].toString();
    return marked == uuidText(operation.id) ? std::optional(lookedUp) : std::nullopt;
}

} // namespace services
