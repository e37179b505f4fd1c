// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "services/bell.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

namespace db {
class Database;
}
namespace stripe {
class Client;
struct Page;
} // namespace stripe

namespace services {

/// Fills the gaps that missed deliveries leave: reads Stripe's own list of events from where it was
/// last read, with some overlap, and stores what is not there yet. Alone it keeps a machine up to
/// date that no webhook can reach. What was read is remembered only when a list came to its end.
class EventPoller : public QObject
{
    Q_OBJECT

public:
    /// Stripe forgets events after 30 days; what happened before needs every object to be read.
    static constexpr std::chrono::days retention{30};
    /// Events may appear in the list a little after the time they carry.
    static constexpr std::chrono::minutes overlap{10};

    EventPoller(db::Database &database, stripe::Client &client, const core::Clock &clock,
                QObject *parent = nullptr);

    void start(std::chrono::seconds interval); ///< At once, then by the clock.
    void poll();                               ///< Now; nothing where one is under way.
    QCoro::Task<> stop();

Q_SIGNALS:
    void stored(int events); ///< New events wait for the processor.
    void polled();           ///< Everything up to now has been seen.

private:
    QCoro::Task<> run();
    QCoro::Task<bool> readFrom(QDateTime from);
    QCoro::Task<bool> keepPage(stripe::Page page);

    db::Database &m_database;
    stripe::Client &m_client;
    const core::Clock &m_clock;
    QTimer m_timer;
    Bell m_ended;
    bool m_isBusy = false;
    bool m_isStopping = false;
};

} // namespace services
