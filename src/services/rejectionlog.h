// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/rejecteddelivery.h"

#include <QObject>

#include <chrono>
#include <mutex>

namespace db {
class Database;
}

namespace services {

/// Keeps a row for deliveries that were not taken, of a flood only some, with the number of the
/// others beside them. Thread-safe.
class RejectionLog : public QObject
{
    Q_OBJECT

public:
    static constexpr int atOnce = 20;                         ///< This many without a pause,
    static constexpr auto interval = std::chrono::seconds(5); ///< then one in this time.

    explicit RejectionLog(db::Database &database, QObject *parent = nullptr);

    void note(const RejectedDelivery &delivery);

private:
    using Time = std::chrono::steady_clock::time_point;
    [[nodiscard]] bool mayList(Time now);

    db::Database &m_database;
    std::mutex m_mutex; ///< Guards all below.
    double m_allowance = atOnce;
    Time m_last;
    qint64 m_unlisted = 0;
};

} // namespace services
