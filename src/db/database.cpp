// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/database.h"

#include "db/workerpool.h"

namespace db {

Database::Database(const ConnectionParameters &parameters, const DatabaseOptions &options,
                   QObject *parent)
    : QObject(parent)
    , m_parameters(parameters)
{
    const auto onState = [this] {
        QMetaObject::invokeMethod(this, &Database::onPoolState, Qt::QueuedConnection);
    };
    const PoolOptions writing{options.writers, true, options.writeTimeout};
    const PoolOptions reading{options.readers, false, options.readTimeout};
    m_writers = std::make_unique<WorkerPool>(parameters, writing, onState);
    m_readers = std::make_unique<WorkerPool>(parameters, reading, onState);
}

Database::~Database()
{
    close();
}

std::optional<core::Error> Database::outage() const
{
    const std::optional<core::Error> writing = m_writers->outage();
    return writing ? writing : m_readers->outage();
}

void Database::close()
{
    m_readers->close();
    m_writers->close();
}

void Database::enqueue(WorkerPool &pool, std::unique_ptr<Work> work)
{
    pool.enqueue(std::move(work));
}

void Database::onPoolState()
{
    const std::optional<core::Error> now = outage();
    if (now.has_value() == m_reportedLost)
        return;
    m_reportedLost = now.has_value();
    if (now)
        Q_EMIT lost(*now);
    else
        Q_EMIT restored();
}

} // namespace db
