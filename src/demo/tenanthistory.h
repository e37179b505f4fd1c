// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stripeobjects.h"
#include "demo/catalogue.h"
#include "demo/ledger.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>
#include <QUuid>

namespace demo {

/// The platform's own record of a tenant.
struct PlatformTenant
{
    QUuid id;
    QString name;
    QString email;
    QString phone;
    QJsonObject address; ///< line1, city, postal_code, state, country, as Stripe names them.
    core::CustomerStatus status = core::CustomerStatus::Active;
    QStringList tags;
    QString notes;
    QDateTime created;
};

/// A plan that a tenant has or had.
struct PlanPeriod
{
    QUuid id;
    core::PlanTier tier = core::PlanTier::Basic;
    QString name;
    QString description;
    PlanLimits limits;
    QStringList features;
    QString priceId;
    QDateTime startedAt;
    QDateTime endedAt; ///< Invalid while it lasts.
    bool isActive = false;
};

/// A calendar month's use; UTC.
struct TenantUsage
{
    QUuid id;
    QDateTime periodStart;
    QDateTime periodEnd;
    qint64 orders = 0;
    qint64 activeDrivers = 0;
    qint64 storageHundredthsGb = 0; ///< 1234 is 12.34 GB.
    qint64 apiCalls = 0;
};

/// A usage record of a metered item.
struct UsageRecord
{
    QString id;     ///< mbur_…
    QString itemId; ///< si_…
    qint64 quantity = 0;
    QDateTime timestamp;
};

/// A row of the MRR ledger.
struct MrrMovement
{
    QUuid id;
    QString causeId; ///< The event that would have told of it: evt_…
    MovementKind kind = MovementKind::New;
    qint64 delta = 0; ///< Minor units a month.
    QString currency;
    QDateTime effectiveAt;
};

/// Everything about one tenant. Lists are in order of time, but subscriptions in that of their
/// ids' ordinals.
struct TenantHistory
{
    int index = 0;
    PlatformTenant tenant;
    core::Customer customer;
    QList<core::Subscription> subscriptions;
    QList<core::Invoice> invoices;
    QList<core::PlanTier> invoiceTiers; ///< Of each invoice: the plan when it was paid, or made.
    QList<core::PaymentIntent> paymentIntents; ///< Of finalised invoices with something to pay.
    QList<PlanPeriod> plans;
    QList<TenantUsage> usage;
    QList<UsageRecord> usageRecords; ///< Of the last three months.
    QList<MrrMovement> movements;
};

} // namespace demo
