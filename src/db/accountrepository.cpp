// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/accountrepository.h"

#include "db/session.h"

using namespace Qt::StringLiterals;

namespace db {

core::Result<std::optional<BoundAccount>> AccountRepository::bound()
{
    auto query = m_session.run(
        u"SELECT stripe_account_id, livemode FROM stripe_account ORDER BY only_row"_s);
    if (!query)
        return core::passOn(query);
    if (!query->next())
        return std::nullopt;
    return std::optional(BoundAccount{query->value(0).toString(), query->value(1).toBool()});
}

core::Result<BoundAccount> AccountRepository::bind(const BoundAccount &account)
{
    const auto added =
        m_session.exec(uR"(
        INSERT INTO stripe_account (stripe_account_id, livemode) VALUES (:account, :livemode)
        ON CONFLICT (only_row) DO NOTHING)"_s,
                       {{u"account"_s, account.accountId}, {u"livemode"_s, account.livemode}});
    if (!added)
        return core::passOn(added);
    const auto now = bound();
    if (!now)
        return core::passOn(now);
    return now->value_or(account);
}

core::Result<QDateTime> AccountRepository::eventsListedUntil()
{
    auto query =
        m_session.run(u"SELECT events_listed_until FROM stripe_account ORDER BY only_row"_s);
    if (!query)
        return core::passOn(query);
    return query->next() ? query->value(0).toDateTime().toUTC() : QDateTime();
}

core::Result<> AccountRepository::setEventsListedUntil(const QDateTime &until)
{
    const auto set = m_session.exec(uR"(
        UPDATE stripe_account
           SET events_listed_until = greatest(events_listed_until, CAST(:until AS timestamptz)))"_s,
                                    {{u"until"_s, until}});
    return set ? core::Result<>() : core::passOn(set);
}

core::Result<QString> AccountRepository::single(const QString &sql)
{
    auto query = m_session.run(sql);
    if (!query)
        return core::passOn(query);
    return query->next() ? query->value(0).toString() : QString();
}

core::Result<bool> AccountRepository::isService()
{
    const auto answer = single(uR"(
        SELECT CASE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = 'oms_service')
                     AND pg_has_role(session_user, 'oms_service', 'MEMBER')
                    THEN 'yes' ELSE 'no' END)"_s);
    if (!answer)
        return core::passOn(answer);
    return *answer == "yes"_L1;
}

core::Result<QString> AccountRepository::displayName()
{
    return single(uR"(
        SELECT coalesce((SELECT nullif(s.display_name, '') FROM staff s
                          WHERE s.login_name = session_user), session_user))"_s);
}

core::Result<QString> AccountRepository::roleText()
{
    return single(uR"(
        SELECT CASE WHEN pg_has_role(session_user, 'oms_admin', 'MEMBER') THEN 'admin'
                    WHEN pg_has_role(session_user, 'oms_operator', 'MEMBER') THEN 'operator'
                    WHEN pg_has_role(session_user, 'oms_viewer', 'MEMBER') THEN 'viewer'
                    ELSE '' END)"_s);
}

} // namespace db
