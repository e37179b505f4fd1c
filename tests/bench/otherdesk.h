// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchdesk.h"
#include "db/database.h"

#include <QElapsedTimer>

#include <atomic>
#include <memory>

namespace bench {

/// A desk elsewhere that changes invoices as events do: row, tenant's figures and change feed in
/// one transaction, 200 of them a second.
class OtherDesk
{
public:
    OtherDesk(const BenchSet &set, BenchDesk &watched);

    /// Works that long, and gives for each changed row that was on screen the milliseconds from
    /// its commit until it was painted.
    QList<double> work(std::chrono::seconds duration);

private:
    struct Sent
    {
        QUuid id;
        qint64 total = 0;
        std::shared_ptr<std::atomic<qint64>> committedNs; ///< -1: not yet. Told by the worker.
    };

    void sendOne();
    void sendTo(const QUuid &id, bool isWatched);
    void lookAtScreen();

    BenchDesk &m_desk;
    db::Database m_database;
    QList<QUuid> m_anyIds;
    QList<Sent> m_sent; ///< Those on screen that are not painted yet.
    QList<double> m_times;
    QElapsedTimer m_clock;
    qint64 m_number = 0;
    int m_unanswered = 0;
};

} // namespace bench
