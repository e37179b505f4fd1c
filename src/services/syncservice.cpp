// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/syncservice.h"

#include "db/database.h"
#include "db/driftrepository.h"
#include "db/syncrepository.h"

namespace services {

QFuture<core::Result<std::optional<core::SyncRun>>> SyncService::latest()
{
    return m_database.read(
        [](db::Session &session) { return db::SyncRepository(session).latest(); });
}

QFuture<core::Result<QUuid>> SyncService::start(core::SyncMode mode)
{
    return m_database.write(
        [mode](db::Session &session) { return db::SyncRepository(session).request(mode); });
}

QFuture<core::Result<>> SyncService::steer(QUuid run, core::SyncState wanted)
{
    return m_database.write([run, wanted](db::Session &session) {
        return db::SyncRepository(session).steer(run, wanted);
    });
}

QFuture<core::Result<qint64>> SyncService::adopt(QList<QUuid> rows)
{
    return m_database.write([rows](db::Session &session) {
        return db::DriftRepository(session).requestAdoption(rows);
    });
}

QFuture<core::Result<qint64>> SyncService::openDrift()
{
    return m_database.read(
        [](db::Session &session) { return db::DriftRepository(session).open(); });
}

QFuture<core::Result<core::EventGap>> SyncService::eventGap()
{
    return m_database.read(
        [](db::Session &session) { return db::SyncRepository(session).eventGap(); });
}

QFuture<core::Result<>> SyncService::readEvents()
{
    return m_database.write(
        [](db::Session &session) { return db::SyncRepository(session).requestEventPoll(); });
}

} // namespace services
