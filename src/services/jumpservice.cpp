// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/jumpservice.h"

#include "db/database.h"
#include "db/jumprepository.h"

namespace services {

QFuture<core::Result<QList<core::JumpHit>>> JumpService::find(const QString &typed)
{
    return m_database.read([words = core::readJumpWords(typed)](db::Session &session) {
        return db::JumpRepository(session).find(words);
    });
}

QFuture<core::Result<QList<core::JumpHit>>> JumpService::read(QList<core::JumpTarget> targets)
{
    return m_database.read([targets = std::move(targets)](db::Session &session) {
        return db::JumpRepository(session).read(targets);
    });
}

} // namespace services
