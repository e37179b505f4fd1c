// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorlocks.h"

#include "db/pgconnection.h"
#include "db/session.h"

namespace db {
namespace {

core::Result<> lockAll(Session &session, const QByteArray &sql, QStringList ids)
{
    ids.removeAll(QString());
    ids.removeDuplicates();
    if (ids.isEmpty())
        return {};
    const auto locked = execute(session, sql, {PgArgument::texts(ids)});
    return locked ? core::Result<>() : core::passOn(locked);
}

core::Result<bool> answered(Session &session, const QByteArray &sql, const QString &stripeId)
{
    const auto rows = execute(session, sql, {PgArgument(stripeId)});
    if (!rows)
        return core::passOn(rows);
    return rows->isTrue(0, 0);
}

} // namespace

core::Result<> lockObjects(Session &session, QStringList stripeIds)
{
    return lockAll(session, R"(
        SELECT pg_advisory_xact_lock(mirror_lock(o.id))
          FROM (SELECT u.id FROM unnest($1::text[]) AS u (id) ORDER BY mirror_lock(u.id)) o)",
                   std::move(stripeIds));
}

core::Result<> lockCustomers(Session &session, QStringList customerIds)
{
    return lockAll(session, R"(
        SELECT pg_advisory_xact_lock(hashtextextended(c.id, 6012))
          FROM (SELECT u.id FROM unnest($1::text[]) AS u (id)
                 ORDER BY hashtextextended(u.id, 6012)) c)",
                   std::move(customerIds));
}

core::Result<bool> tryHoldObject(Session &session, const QString &stripeId)
{
    return answered(session, "SELECT pg_try_advisory_lock(mirror_lock($1))", stripeId);
}

core::Result<bool> holdsObject(Session &session, const QString &stripeId)
{
    return answered(session, R"(
        SELECT EXISTS (
               SELECT FROM pg_locks l
                WHERE l.locktype = 'advisory' AND l.pid = pg_backend_pid() AND l.granted
                  AND l.objsubid = 1
                  AND (l.classid::bigint << 32) | l.objid::bigint = mirror_lock($1)))",
                    stripeId);
}

core::Result<bool> letGoObject(Session &session, const QString &stripeId)
{
    return answered(session, "SELECT pg_advisory_unlock(mirror_lock($1))", stripeId);
}

} // namespace db
