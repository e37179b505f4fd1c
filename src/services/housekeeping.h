// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace db {
class Database;
}

namespace services {

class Health;

/// What must happen by the clock: figures that change without an event (an invoice becomes
/// overdue), partitions, the feed's old rows, events that crossed a link, and the lag shown.
class Housekeeping : public QObject
{
    Q_OBJECT

public:
    Housekeeping(db::Database &database, Health &health, QObject *parent = nullptr);

    void start();
    void stop();
    void measureLag();
    void measureLagSoon(); ///< Within a second, however often it is asked for.

private:
    void eachMinute();
    void eachHour();

    db::Database &m_database;
    Health &m_health;
    QTimer m_lag;
    QTimer m_lagSoon;
    QTimer m_minute;
    QTimer m_hour;
};

} // namespace services
