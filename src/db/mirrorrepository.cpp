// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorrepository.h"

#include "db/pgconnection.h"
#include "db/session.h"

namespace db {

core::Result<MirrorOutcome> MirrorRepository::write(const MirrorCopy &copy)
{
    const auto outcomes = writeMirror(m_session, {copy});
    if (!outcomes)
        return core::passOn(outcomes);
    return outcomes->first();
}

core::Result<QHash<QString, QUuid>> MirrorRepository::tenantsOf(const QStringList &customerIds)
{
    QHash<QString, QUuid> tenants;
    if (customerIds.isEmpty())
        return tenants;
    const auto rows = execute(m_session, R"(
        SELECT c.stripe_customer_id, c.tenant_id
          FROM stripe_customers c
         WHERE c.stripe_customer_id = ANY ($1::text[]) AND c.tenant_id IS NOT NULL
         ORDER BY c.stripe_customer_id)",
                              {PgArgument::texts(customerIds)});
    if (!rows)
        return core::passOn(rows);
    for (int row = 0; row < rows->size(); ++row)
        tenants.insert(rows->text(row, 0), QUuid(rows->raw(row, 1)));
    return tenants;
}

core::Result<> MirrorRepository::settle(const QList<QUuid> &tenants, const QString &cause,
                                        const QDateTime &at)
{
    QList<MovedTenant> moved;
    for (const QUuid &tenant : tenants)
        moved.append({tenant, cause, at});
    return settle(moved);
}

core::Result<> MirrorRepository::settle(const QList<MovedTenant> &tenants)
{
    QStringList ids;
    QStringList causes;
    QList<QDateTime> times;
    for (const MovedTenant &moved : tenants) {
        if (moved.tenant.isNull())
            continue;
        ids.append(moved.tenant.toString(QUuid::WithoutBraces));
        causes.append(moved.cause);
        times.append(moved.at);
    }
    if (ids.isEmpty())
        return {};
    const auto settled =
        execute(m_session, "SELECT settle_tenants($1::text[]::uuid[], $2::text[], $3)",
                {PgArgument::texts(ids), PgArgument::texts(causes), PgArgument::times(times)});
    return settled ? core::Result<>() : core::passOn(settled);
}

} // namespace db
