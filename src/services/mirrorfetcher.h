// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/database.h"
#include "services/bell.h"

#include <QCoro/QCoroTask>

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace db {
struct DoubtfulObject;
}
namespace stripe {
class Client;
struct Call;
struct Failure;
struct Page;
} // namespace stripe

namespace services {

/// Asks Stripe for what events alone could not settle, and reads products and prices at start so
/// that plans have their amounts. In the background, behind everything interactive. An object's
/// lock is held from before the question until the answer is committed, without a transaction open,
/// so that its events wait, and one fetch serves them all.
class MirrorFetcher : public QObject
{
    Q_OBJECT

public:
    MirrorFetcher(db::Database &database, stripe::Client &client, QObject *parent = nullptr);

    void start();
    void wake();     ///< There may be something in doubt.
    void wakeSoon(); ///< The same, once started: events were applied, and more may follow.
    QCoro::Task<> stop();

Q_SIGNALS:
    void fetched(); ///< The events of an object may go on.

private:
    enum class Outcome {
        Settled,
        Left,    ///< Others are at it, or the database does not answer: again soon.
        Refused, ///< Stripe does not tell this one: not asked again for a while.
        Away,    ///< Stripe does not answer anything.
    };

    QCoro::Task<> run();
    QCoro::Task<> fetchDoubtful();
    /// False when Stripe does not answer anything.
    QCoro::Task<bool> fetchEach(QList<db::DoubtfulObject> objects);
    QCoro::Task<Outcome> fetchLocked(db::DoubtfulObject object);
    QCoro::Task<Outcome> fetchOne(db::DoubtfulObject object);
    /// The list of a charge's refunds; each that is not as it says is then fetched as an object.
    QCoro::Task<Outcome> fetchRefunds(db::DoubtfulObject charge);
    QCoro::Task<Outcome> afterFailure(db::DoubtfulObject object, stripe::Failure failure);
    QCoro::Task<Outcome> drop(db::DoubtfulObject object);
    [[nodiscard]] QStringList resting();
    QCoro::Task<> readCatalogue();
    /// Every page of a list into the mirror. False when Stripe or the database did not answer.
    QCoro::Task<bool> readAll(stripe::Call first);
    QCoro::Task<bool> keepPage(stripe::Page page);

    db::Database &m_database;
    db::Database m_holder; ///< One connection, which holds the locks of what is asked for.
    stripe::Client &m_client;
    QHash<QString, QDeadlineTimer> m_resting; ///< What Stripe refused to tell, by id.
    QDeadlineTimer m_catalogueRest;           ///< Until it is asked for; never, once it was read.
    QTimer m_poll;
    QTimer m_news;
    Bell m_idle;
    bool m_isBusy = false;
    bool m_isWoken = false; ///< Also while it is busy: then it looks once more.
    bool m_isStopping = false;
};

} // namespace services
