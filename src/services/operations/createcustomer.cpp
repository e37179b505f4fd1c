// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/createcustomer.h"

#include "db/auditlog.h"
#include "db/mirrorrepository.h"
#include "db/tenantrepository.h"
#include "services/mirrorwriter.h"
#include "services/operations/operationinput.h"
#include "services/operations/tenantplan.h"
#include "stripe/requests/customers.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace services {
namespace {

core::Result<> insertTenant(db::Session &session, const core::NewTenant &tenant)
{
    db::TenantRepository tenants(session);
    if (const auto inserted = tenants.insert(tenant); !inserted)
        return inserted;
    const auto plan =
        planFor(session, tenant.tenantId, tenant.tier, tenant.customLimits, tenant.customPriceId);
    if (!plan)
        return core::passOn(plan);
    return tenants.startPlan(*plan, 0);
}

} // namespace

core::Result<stripe::Call> CreateCustomer::prepare(db::Session &session,
                                                   const core::Operation &operation) const
{
    const core::NewTenant tenant = newTenantFromJson(operation.input);
    const auto alike = db::TenantRepository(session).findAlike(tenant.name, tenant.email);
    if (!alike)
        return core::passOn(alike);
    if (!alike->sameTenant.isNull())
        return core::fail(
            core::Error::Kind::Conflict,
            QCoreApplication::translate(
                "TenantService", "A tenant with this name and e-mail address exists already."),
            {}, u"name"_s);
    stripe::CustomerFields fields;
    fields.name = tenant.name.trimmed();
    fields.email = tenant.email.trimmed();
    if (!tenant.phone.trimmed().isEmpty())
        fields.phone = tenant.phone.trimmed();
    fields.address = tenant.address;
    fields.metadata = metadataOf(operation);
    fields.paymentMethod = operation.input[u"payment_method"_s].toString();
    if (!fields.paymentMethod.isEmpty())
        fields.defaultPaymentMethod = fields.paymentMethod;
    return stripe::createCustomer(fields, operation.idempotencyKey.toLatin1());
}

core::Result<QJsonObject> CreateCustomer::settle(db::Session &session,
                                                 const core::Operation &operation,
                                                 const stripe::Answer &answer) const
{
    const core::NewTenant tenant = newTenantFromJson(operation.input);
    const QString customerId = answer.body[u"id"_s].toString();
    if (const auto inserted = insertTenant(session, tenant); !inserted)
        return core::passOn(inserted);
    if (const auto written = writeToMirror(session, answer.body, originOf(answer)); !written)
        return core::passOn(written);
    db::MirrorRepository mirror(session);
    if (const auto linked = mirror.linkCustomer(customerId, tenant.tenantId); !linked)
        return core::passOn(linked);
    const auto settled =
        mirror.settle({tenant.tenantId}, uuidText(operation.id), originOf(answer).asOf);
    if (!settled)
        return core::passOn(settled);

    db::AuditEntry entry = auditOf(operation, answer);
    entry.action = u"tenant.create"_s;
    entry.entity = u"tenant"_s;
    entry.entityId = uuidText(tenant.tenantId);
    entry.after = {{u"name"_s, tenant.name},
                   {u"email"_s, tenant.email},
                   {u"plan_tier"_s, core::toText(tenant.tier)},
                   {u"stripe_customer_id"_s, customerId}};
    if (const auto audited = db::AuditLog(session).append(entry); !audited)
        return core::passOn(audited);
    return QJsonObject{{u"customer_id"_s, customerId}};
}

stripe::Call CreateCustomer::lookup(const core::Operation &, const stripe::Call &sent) const
{
    // By what was sent, not by what the input says since, and not narrowed by time: a clock that
    // is wrong would hide what is there. The newest hundred with this address come first.
    const QUrlQuery form(QString::fromLatin1(sent.form));
    return stripe::listCustomers({}, form.queryItemValue(u"email"_s, QUrl::FullyDecoded));
}

std::optional<QJsonObject> CreateCustomer::find(const core::Operation &operation,
                                                const QJsonObject &lookedUp) const
{
    return ownElement(operation, lookedUp);
}

} // namespace services
