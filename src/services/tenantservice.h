// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests.h"
#include "core/result.h"

#include <QFuture>

namespace db {
class Database;
}

namespace services {

/// What is wrong with the fields of a form: one error a field, named as in core/requests.h's
/// REST names (name, email, plan_tier, max_orders_per_month, price_id, …).
using FieldErrors = QList<core::Error>;

/// The form alone, without asking the database. Empty when nothing is wrong.
[[nodiscard]] FieldErrors checkNewTenant(const core::NewTenant &tenant);
[[nodiscard]] core::Result<> checkEmail(const QString &email);
/// A custom plan has no limits of its own: all four must be given.
[[nodiscard]] FieldErrors checkCustomLimits(const core::PlanLimits &limits);
[[nodiscard]] core::Result<> checkNewSubscription(const core::NewSubscription &wanted);

/// What a look at the existing tenants says about a new one's name and e-mail.
struct Likeness
{
    QUuid sameTenant;           ///< Same name and e-mail: refused. Null when there is none.
    QStringList sameEmailNames; ///< Others with that e-mail: allowed, but worth a line.
};

/// Provisions tenants and moves them between plans. Submits operations; the executor does them.
class TenantService
{
public:
    explicit TenantService(db::Database &database)
        : m_database(database)
    {
    }

    QFuture<core::Result<QList<core::CataloguePlan>>> catalogue();
    QFuture<core::Result<core::TenantPlan>> activePlan(QUuid tenantId);
    QFuture<core::Result<Likeness>> findAlike(QString name, QString email);

    /// Commits the operations; gives their group. Errors: Invalid with `field`, Conflict.
    QFuture<core::Result<QUuid>> provision(core::NewTenant tenant);
    QFuture<core::Result<QUuid>> changePlan(core::PlanChange change);

private:
    db::Database &m_database;
};

} // namespace services
