// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/bell.h"

#include <QCoro/QCoroTask>

#include <QObject>
#include <QTimer>

namespace db {
class Database;
}
namespace stripe {
class Client;
struct Call;
struct Page;
} // namespace stripe

namespace services {

/// Asks Stripe for what events alone could not settle, and reads products and prices at start so
/// that plans have their amounts. In the background, behind everything interactive.
class MirrorFetcher : public QObject
{
    Q_OBJECT

public:
    MirrorFetcher(db::Database &database, stripe::Client &client, QObject *parent = nullptr);

    void start();
    QCoro::Task<> stop();

private:
    QCoro::Task<> fetchDoubtful();
    QCoro::Task<> fetchOne(QString objectType, QString id);
    QCoro::Task<> readCatalogue();
    /// Every page of a list into the mirror. False when Stripe or the database did not answer.
    QCoro::Task<bool> readAll(stripe::Call first);
    QCoro::Task<bool> keepPage(stripe::Page page);

    db::Database &m_database;
    stripe::Client &m_client;
    QTimer m_poll;
    Bell m_idle;
    int m_busy = 0;
    bool m_hasCatalogue = false;
    bool m_isStopping = false;
};

} // namespace services
