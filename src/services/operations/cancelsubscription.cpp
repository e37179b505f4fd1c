// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/cancelsubscription.h"

#include "db/auditlog.h"
#include "db/mirrorrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationinput.h"
#include "stripe/requests/subscriptions.h"

using namespace Qt::StringLiterals;

namespace services {

core::Result<stripe::Call> CancelSubscription::prepare(db::Session &,
                                                       const core::Operation &operation) const
{
    const core::Cancellation wanted = cancellationFromJson(operation.input);
    if (!wanted.atPeriodEnd) {
        stripe::Cancellation now;
        now.comment = operation.reason;
        now.feedback = wanted.feedback;
        return stripe::cancelSubscriptionNow(wanted.subscriptionId, now);
    }
    stripe::SubscriptionChange change;
    change.cancelAtPeriodEnd = true;
    if (!operation.reason.isEmpty())
        change.cancellationComment = operation.reason;
    if (!wanted.feedback.isEmpty())
        change.cancellationFeedback = wanted.feedback;
    return stripe::updateSubscription(wanted.subscriptionId, change,
                                      operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> CancelSubscription::settle(db::Session &session,
                                                     const core::Operation &operation,
                                                     const stripe::Answer &answer) const
{
    const auto written = writeToMirror(session, answer.body, originOf(answer));
    if (!written)
        return core::passOn(written);
    db::MirrorRepository mirror(session);
    const auto settled =
        mirror.settle({written->tenantId}, uuidText(operation.id), originOf(answer).asOf);
    if (!settled)
        return core::passOn(settled);

    db::AuditEntry entry = auditOf(operation, answer);
    entry.tenantId = written->tenantId;
    entry.entity = u"subscription"_s;
    entry.entityId = answer.body[u"id"_s].toString();
    entry.before = written->before;
    entry.after = written->after;
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"subscription_id"_s, entry.entityId},
                       {u"status"_s, answer.body[u"status"_s]}};
}

stripe::Call CancelSubscription::lookup(const core::Operation &operation,
                                        const stripe::Call &) const
{
    return stripe::retrieveSubscription(operation.input[u"subscription_id"_s].toString());
}

std::optional<QJsonObject> CancelSubscription::find(const core::Operation &operation,
                                                    const QJsonObject &lookedUp) const
{
    const bool isEnded = lookedUp[u"status"_s].toString() == "canceled"_L1;
    const bool isScheduled = lookedUp[u"cancel_at_period_end"_s].toBool();
    const bool wantsSchedule = cancellationFromJson(operation.input).atPeriodEnd;
    return isEnded || (wantsSchedule && isScheduled) ? std::optional(lookedUp) : std::nullopt;
}

} // namespace services
