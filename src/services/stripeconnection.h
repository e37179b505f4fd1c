// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoro/QCoroTask>

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace db {
class Database;
}
namespace stripe {
class Client;
}

namespace services {

class Health;

/// Asks Stripe whose key this is, and binds the database to that account and mode, or refuses to
/// work with another one's. Tells Health how Stripe fares.
class StripeConnection : public QObject
{
    Q_OBJECT

public:
    StripeConnection(db::Database &database, stripe::Client &client, Health &health, bool livemode,
                     QObject *parent = nullptr);

    void start(); ///< Tries until Stripe answers.
    void stop();
    [[nodiscard]] bool isAccepted() const { return m_isAccepted; }
    /// What the client noticed while it worked.
    void noteReachability(const QDateTime &unreachableSince, bool isKeyRejected);

Q_SIGNALS:
    void accepted(); ///< Once: account and mode are this database's.

private:
    QCoro::Task<> check();
    QCoro::Task<> bind(QString accountId);
    void tell(const core::Error &error);
    void tellGood();

    db::Database &m_database;
    stripe::Client &m_client;
    Health &m_health;
    QTimer m_retry;
    bool m_livemode;
    bool m_isAccepted = false;
    bool m_isChecking = false;
};

} // namespace services
