// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/runningread.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace db {

void RunningRead::takeBack(const std::shared_ptr<RunningRead> &read)
{
    if (read->m_isTakenBack.exchange(true))
        return;
    QThreadPool::globalInstance()->start([read] {
        const QMutexLocker lock(&read->m_mutex);
        for (const auto &[session, cancel] : read->m_running)
            cancel.request();
    });
}

bool RunningRead::begin(Session &session)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isTakenBack)
        return false;
    m_running.emplace_back(&session, PgCancel(session.native()));
    return true;
}

bool RunningRead::end(const Session &session)
{
    const QMutexLocker lock(&m_mutex);
    std::erase_if(m_running, [&](const auto &entry) { return entry.first == &session; });
    return !m_isTakenBack;
}

core::Error RunningRead::canceledError()
{
    return {.kind = core::Error::Kind::Canceled,
            .message = QCoreApplication::translate("db", "Canceled."),
            .detail = {},
            .field = {}};
}

} // namespace db
