// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "db/driftrepository.h"
#include "services/bell.h"
#include "stripe/client.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

namespace db {
class Database;
}

namespace services {

/// Takes Stripe's values for the objects that people (or a reconcile) asked it for: asks Stripe
/// anew, writes the answer to the mirror, and leaves an audit row with both sides and who asked.
class DriftAdopter : public QObject
{
    Q_OBJECT

public:
    DriftAdopter(db::Database &database, stripe::Client &client, QObject *parent = nullptr);

    void start(); ///< Looks for work now and then.
    void wake();
    QCoro::Task<> stop();
    /// One batch of what waits; the number of objects dealt with. 0: nothing waits, or Stripe
    /// does not answer.
    QCoro::Task<int> adoptSome();

private:
    QCoro::Task<> work();
    QCoro::Task<bool> adopt(db::DriftingObject object);
    QCoro::Task<bool> keep(db::DriftingObject object, stripe::Answer answer);
    QCoro::Task<bool> keepGone(db::DriftingObject object, QDateTime asOf, QString requestId);
    QCoro::Task<bool> tellFailure(db::DriftingObject object, stripe::Failure failure);

    db::Database &m_database;
    stripe::Client &m_client;
    QTimer m_poll;
    Bell m_idle;
    bool m_isBusy = false;
    bool m_isStopping = false;
};

} // namespace services
