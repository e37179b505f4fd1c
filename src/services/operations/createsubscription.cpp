// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/createsubscription.h"

#include "db/auditlog.h"
#include "db/mirrorrepository.h"
#include "db/tenantrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationinput.h"
#include "stripe/requests/subscriptions.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace services {

core::Result<stripe::Call> CreateSubscription::prepare(db::Session &session,
                                                       const core::Operation &operation) const
{
    const core::NewSubscription wanted = newSubscriptionFromJson(operation.input);
    const core::Result<QString> customer = customerOf(session, operation.tenantId);
    if (!customer)
        return core::passOn(customer);
    stripe::NewSubscription subscription;
    subscription.customerId = *customer;
    const auto isMetered = db::TenantRepository(session).isMetered(wanted.priceId);
    if (!isMetered)
        return core::passOn(isMetered);
    subscription.items = {
        {wanted.priceId, *isMetered ? std::nullopt : std::optional(wanted.quantity), {}}};
    if (wanted.trialDays > 0)
        subscription.trialDays = wanted.trialDays;
    if (wanted.collection.method == core::Collection::Method::SendInvoice) {
        subscription.collectionMethod = u"send_invoice"_s;
        subscription.daysUntilDue = wanted.collection.daysUntilDue;
    }
    subscription.metadata = metadataOf(operation);
    return stripe::createSubscription(subscription, operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> CreateSubscription::settle(db::Session &session,
                                                     const core::Operation &operation,
                                                     const stripe::Answer &answer) const
{
    const auto written = writeToMirror(session, answer.body, originOf(answer));
    if (!written)
        return core::passOn(written);
    db::MirrorRepository mirror(session);
    const auto settled =
        mirror.settle({operation.tenantId}, uuidText(operation.id), originOf(answer).asOf);
    if (!settled)
        return core::passOn(settled);

    const QString id = answer.body[u"id"_s].toString();
    db::AuditEntry entry = auditOf(operation, answer);
    entry.entity = u"subscription"_s;
    entry.entityId = id;
    entry.after = written->after;
    entry.after[u"price_id"_s] = operation.input[u"price_id"_s];
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"subscription_id"_s, id}, {u"status"_s, answer.body[u"status"_s]}};
}

stripe::Call CreateSubscription::lookup(const core::Operation &, const stripe::Call &sent) const
{
    // Not narrowed by time: a clock that is wrong would hide what is there. A customer has few.
    const QUrlQuery form(QString::fromLatin1(sent.form));
    stripe::SubscriptionFilter filter;
    filter.customerId = form.queryItemValue(u"customer"_s, QUrl::FullyDecoded);
    return stripe::listSubscriptions({}, filter);
}

std::optional<QJsonObject> CreateSubscription::find(const core::Operation &operation,
                                                    const QJsonObject &lookedUp) const
{
    return ownElement(operation, lookedUp);
}

} // namespace services
