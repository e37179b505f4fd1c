// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listquery.h"
#include "core/result.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace db {
class Database;
}

namespace services {

/// Many events that are to be tried again, a few thousand with each transaction. Main thread.
class EventReplay : public QObject
{
    Q_OBJECT

public:
    EventReplay(db::Database &database, const core::ListQuery &query, QObject *parent = nullptr);
    ~EventReplay() override; ///< Cancels.

    void cancel(); ///< What was asked for already stays so.
    [[nodiscard]] bool isCanceled() const { return *m_isCanceled; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// Once, later than the constructor: how many will be tried, also when canceled; or the error.
    void finished(const core::Result<qint64> &events);

private:
    void next();

    db::Database &m_database;
    std::shared_ptr<std::atomic_bool> m_isCanceled = std::make_shared<std::atomic_bool>(false);
    QList<QUuid> m_ids;
    qsizetype m_place = 0;
    qint64 m_asked = 0;
};

} // namespace services
