// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan.h"

#include <QJsonObject>
#include <QString>
#include <QUuid>

#include <optional>

// What an operator (or the REST API) asks for. Field names in errors are those of rest-api.md.
namespace core {

/// How a subscription is paid.
struct Collection
{
    enum class Method { ChargeAutomatically, SendInvoice };
    Method method = Method::SendInvoice;
    int daysUntilDue = 14; ///< SendInvoice only.
    QString paymentMethod; ///< A Stripe payment method to attach; empty: what is on file.
};

/// A new subscription on a price.
struct NewSubscription
{
    QUuid tenantId;
    QString priceId;
    qint64 quantity = 1;
    int trialDays = 0;
    Collection collection;
    QString reason;
};

/// A new tenant: Stripe customer, tenant and plan, and a subscription where `subscription` is set
/// (its tenantId and priceId are filled in from here).
struct NewTenant
{
    QUuid tenantId; ///< Null: one is made.
    QString name;
    QString email;
    QString phone;
    QJsonObject address; ///< line1, line2, postal_code, city, state, country, as in Stripe.
    PlanTier tier = PlanTier::Basic;
    PlanLimits customLimits; ///< For PlanTier::Custom, which has none of its own.
    QString customPriceId;
    std::optional<NewSubscription> subscription;
    QString reason;
};

enum class Proration { CreateProrations, AlwaysInvoice, None };

/// Moves a tenant to another plan, and its plan's subscription to the plan's price.
struct PlanChange
{
    QUuid tenantId;
    qint64 expectedRowVersion = 0; ///< Of the tenant_plans row the operator saw; 0: any.
    PlanTier tier = PlanTier::Basic;
    PlanLimits customLimits;
    QString customPriceId;
    Proration proration = Proration::CreateProrations;
    QString reason;
};

struct Cancellation
{
    QString subscriptionId; ///< Stripe's.
    bool atPeriodEnd = true;
    QString feedback; ///< Stripe's cancellation_details[feedback], or empty.
    QString reason;   ///< For the audit log and cancellation_details[comment].
};

QString toText(Proration proration);
std::optional<Proration> prorationFromText(QStringView text);

} // namespace core
