// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>

#include <QSet>
#include <QUuid>

namespace db {
class Database;
}
namespace stripe {
class Client;
struct Page;
} // namespace stripe

namespace services {

struct SyncSource;

/// Looks for the event that would have told of a difference: in the inbox, where it may lie dead or
/// waiting, else in Stripe's own list, where it is known for 30 days, else among those that were
/// ignored. Of each object the newest.
class MissingEvents
{
public:
    /// How far back Stripe's list is read for one kind: in a busy account 30 days are many pages.
    static constexpr int mostPages = 50;

    MissingEvents(db::Database &database, stripe::Client &client)
        : m_database(database)
        , m_client(client)
    {
    }

    QCoro::Task<> explain(QUuid run, QStringList kinds);

private:
    QCoro::Task<bool> lookIntoInbox(QUuid run, QStringList states);
    QCoro::Task<> searchList(QUuid run, const SyncSource &source);
    QCoro::Task<bool> takePage(QUuid run, QString kind, stripe::Page page);

    db::Database &m_database;
    stripe::Client &m_client;
    QSet<QString> m_wanted; ///< Objects of the list being searched.
    int m_pages = 0;
};

} // namespace services
