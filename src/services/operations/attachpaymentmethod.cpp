// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/attachpaymentmethod.h"

#include "db/auditlog.h"
#include "services/operations/operationinput.h"
#include "stripe/requests/payments.h"

#include <QJsonArray>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace services {
namespace {

constexpr qint64 skewSeconds = 300; // what two clocks may differ by

} // namespace

core::Result<stripe::Call> AttachPaymentMethod::prepare(db::Session &session,
                                                        const core::Operation &operation) const
{
    const core::NewSubscription wanted = newSubscriptionFromJson(operation.input);
    if (wanted.collection.paymentMethod.isEmpty())
        return stripe::Call{}; // another way to pay was chosen since
    const core::Result<QString> customer = customerOf(session, operation.tenantId);
    if (!customer)
        return core::passOn(customer);
    return stripe::attachPaymentMethod(wanted.collection.paymentMethod, *customer,
                                       operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> AttachPaymentMethod::settle(db::Session &session,
                                                      const core::Operation &operation,
                                                      const stripe::Answer &answer) const
{
    if (answer.body.isEmpty())
        return QJsonObject{};
    const QString id = answer.body[u"id"_s].toString();
    db::AuditEntry entry = auditOf(operation, answer);
    entry.entity = u"customer"_s;
    entry.entityId = answer.body[u"customer"_s].toString();
    entry.after = {{u"payment_method_id"_s, id}, {u"type"_s, answer.body[u"type"_s]}};
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"payment_method_id"_s, id}};
}

stripe::Call AttachPaymentMethod::lookup(const core::Operation &, const stripe::Call &sent) const
{
    const QUrlQuery form(QString::fromLatin1(sent.form));
    return stripe::listPaymentMethods(form.queryItemValue(u"customer"_s, QUrl::FullyDecoded));
}

/// A payment method carries no mark of ours. Its id tells; of a test card, which becomes a new one
/// each time it is attached, only that it came after the request. One too many would do no harm:
/// nothing is charged by being attached.
std::optional<QJsonObject> AttachPaymentMethod::find(const core::Operation &operation,
                                                     const QJsonObject &lookedUp) const
{
    const QString wanted = newSubscriptionFromJson(operation.input).collection.paymentMethod;
    const bool isTestCard = wanted.startsWith("pm_card_"_L1);
    const qint64 sent = operation.firstSentAt.toSecsSinceEpoch() - skewSeconds;
    const QJsonArray elements = lookedUp[u"data"_s].toArray();
    for (const QJsonValue &element : elements) {
        const QJsonObject method = element.toObject();
        const bool isNew =
            operation.firstSentAt.isValid() && method[u"created"_s].toInteger() >= sent;
        if (method[u"id"_s].toString() == wanted || (isTestCard && isNew))
            return method;
    }
    return std::nullopt;
}

} // namespace services
