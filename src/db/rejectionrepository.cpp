// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/rejectionrepository.h"

#include "db/pgconnection.h"

namespace db {

core::Result<> RejectionRepository::add(const Rejection &rejection)
{
    const auto added =
        execute(m_session,
                R"(WITH added AS (
               INSERT INTO stripe_webhook_rejections (reason, peer, signed_at, body_size, unlisted)
               VALUES ($1, $2, $3, $4, $5) RETURNING id)
           DELETE FROM stripe_webhook_rejections r USING added WHERE r.id <= added.id - $6)",
                {PgArgument(rejection.reason), PgArgument(rejection.peer),
                 PgArgument::time(rejection.signedAt), PgArgument(rejection.bodySize),
                 PgArgument(rejection.unlisted), PgArgument(kept)});
    if (!added)
        return core::passOn(added);
    return {};
}

} // namespace db
