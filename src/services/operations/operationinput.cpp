// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/operations/operationinput.h"

#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

struct LimitName
{
    QLatin1StringView name;
    std::optional<qint64> core::PlanLimits::*member;
};
constexpr std::array limitNames{
    LimitName{"max_orders_per_month"_L1, &core::PlanLimits::maxOrdersPerMonth},
    LimitName{"max_active_drivers"_L1, &core::PlanLimits::maxActiveDrivers},
    LimitName{"max_storage_gb"_L1, &core::PlanLimits::maxStorageGb},
    LimitName{"api_rate_limit_per_minute"_L1, &core::PlanLimits::apiRateLimitPerMinute},
};

void putLimits(QJsonObject &json, const core::PlanLimits &limits)
{
    for (const LimitName &limit : limitNames) {
        if (limits.*limit.member)
            json[limit.name] = *(limits.*limit.member);
    }
}

core::PlanLimits limitsFrom(const QJsonObject &json)
{
    core::PlanLimits limits;
    for (const LimitName &limit : limitNames) {
        if (json[limit.name].isDouble())
            limits.*limit.member = json[limit.name].toInteger();
    }
    return limits;
}

core::PlanTier tierFrom(const QJsonObject &json)
{
    return core::planTierFromText(json[u"plan_tier"_s].toString()).value_or(core::PlanTier::Basic);
}

QString idText(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

} // namespace

QJsonObject toJson(const core::NewTenant &tenant)
{
    QJsonObject json{{u"tenant_id"_s, idText(tenant.tenantId)},
                     {u"name"_s, tenant.name},
                     {u"email"_s, tenant.email},
                     {u"phone"_s, tenant.phone},
                     {u"address"_s, tenant.address},
                     {u"plan_tier"_s, core::toText(tenant.tier)},
                     {u"price_id"_s, tenant.customPriceId}};
    putLimits(json, tenant.customLimits);
    if (tenant.subscription) // its way of paying is set up with the customer
        json[u"payment_method"_s] = tenant.subscription->collection.paymentMethod;
    return json;
}

core::NewTenant newTenantFromJson(const QJsonObject &json)
{
    core::NewTenant tenant;
    tenant.tenantId = QUuid::fromString(json[u"tenant_id"_s].toString());
    tenant.name = json[u"name"_s].toString();
    tenant.email = json[u"email"_s].toString();
    tenant.phone = json[u"phone"_s].toString();
    tenant.address = json[u"address"_s].toObject();
    tenant.tier = tierFrom(json);
    tenant.customLimits = limitsFrom(json);
    tenant.customPriceId = json[u"price_id"_s].toString();
    return tenant;
}

QJsonObject toJson(const core::NewSubscription &subscription)
{
    const bool invoices = subscription.collection.method == core::Collection::Method::SendInvoice;
    return {{u"tenant_id"_s, idText(subscription.tenantId)},
            {u"price_id"_s, subscription.priceId},
            {u"quantity"_s, subscription.quantity},
            {u"trial_days"_s, subscription.trialDays},
            {u"collection_method"_s, invoices ? u"send_invoice"_s : u"charge_automatically"_s},
            {u"days_until_due"_s, subscription.collection.daysUntilDue},
            {u"payment_method"_s, subscription.collection.paymentMethod}};
}

core::NewSubscription newSubscriptionFromJson(const QJsonObject &json)
{
    core::NewSubscription subscription;
    subscription.tenantId = QUuid::fromString(json[u"tenant_id"_s].toString());
    subscription.priceId = json[u"price_id"_s].toString();
    subscription.quantity = json[u"quantity"_s].toInteger(1);
    subscription.trialDays = json[u"trial_days"_s].toInt();
    subscription.collection.method = json[u"collection_method"_s].toString() == "send_invoice"_L1
        ? core::Collection::Method::SendInvoice
        : core::Collection::Method::ChargeAutomatically;
    subscription.collection.daysUntilDue = json[u"days_until_due"_s].toInt(14);
    subscription.collection.paymentMethod = json[u"payment_method"_s].toString();
    return subscription;
}

QJsonObject toJson(const core::PlanChange &change)
{
    QJsonObject json{{u"tenant_id"_s, idText(change.tenantId)},
                     {u"plan_tier"_s, core::toText(change.tier)},
                     {u"price_id"_s, change.customPriceId},
                     {u"proration_behavior"_s, core::toText(change.proration)},
                     {u"expected_row_version"_s, change.expectedRowVersion}};
    putLimits(json, change.customLimits);
    return json;
}

core::PlanChange planChangeFromJson(const QJsonObject &json)
{
    core::PlanChange change;
    change.tenantId = QUuid::fromString(json[u"tenant_id"_s].toString());
    change.expectedRowVersion = json[u"expected_row_version"_s].toInteger();
    change.tier = tierFrom(json);
    change.customLimits = limitsFrom(json);
    change.customPriceId = json[u"price_id"_s].toString();
    change.proration = core::prorationFromText(json[u"proration_behavior"_s].toString())
                           .value_or(core::Proration::CreateProrations);
    return change;
}

QJsonObject toJson(const core::Cancellation &cancellation)
{
    return {{u"subscription_id"_s, cancellation.subscriptionId},
            {u"at_period_end"_s, cancellation.atPeriodEnd},
            {u"feedback"_s, cancellation.feedback}};
}

core::Cancellation cancellationFromJson(const QJsonObject &json)
{
    core::Cancellation cancellation;
    cancellation.subscriptionId = json[u"subscription_id"_s].toString();
    cancellation.atPeriodEnd = json[u"at_period_end"_s].toBool(true);
    cancellation.feedback = json[u"feedback"_s].toString();
    return cancellation;
}

} // namespace services
