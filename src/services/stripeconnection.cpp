// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/stripeconnection.h"

#include "db/accountrepository.h"
#include "db/database.h"
#include "services/connectioncheck.h"
#include "services/health.h"
#include "stripe/objects/parse.h"
#include "stripe/requests/events.h"

#include <QCoro/QCoroFuture>

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {

StripeConnection::StripeConnection(db::Database &database, stripe::Client &client, Health &health,
                                   bool livemode, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_client(client)
    , m_health(health)
    , m_livemode(livemode)
{
    m_retry.setInterval(10s);
    connect(&m_retry, &QTimer::timeout, this, [this] { check(); });
}

void StripeConnection::start()
{
    m_health.set(Health::Part::Stripe, {PartHealth::State::Unknown, tr("connecting"), {}, {}});
    m_retry.start();
    check();
}

void StripeConnection::stop()
{
    m_retry.stop();
}

QCoro::Task<> StripeConnection::check()
{
    if (m_isChecking)
        co_return;
    m_isChecking = true;
    const stripe::Call call = stripe::retrieveAccount();
    const stripe::Reply reply = co_await m_client.send(call);
    if (!reply) {
        tell(reply.error().error);
    } else if (const auto account = stripe::accountFromJson(reply->body); !account) {
        tell(account.error());
    } else {
        const QString accountId = account->id;
        co_await bind(accountId);
    }
    m_isChecking = false;
}

QCoro::Task<> StripeConnection::bind(QString accountId)
{
    const db::BoundAccount ours{accountId, m_livemode};
    const auto job = [ours](db::Session &session) {
        return db::AccountRepository(session).bind(ours);
    };
    const core::Result<db::BoundAccount> bound = co_await m_database.write(job);
    if (!bound) {
        tell(bound.error());
        co_return;
    }
    if (*bound == ours) {
        m_retry.stop();
        tellGood();
        if (!m_isAccepted) {
            m_isAccepted = true;
            Q_EMIT accepted();
        }
        co_return;
    }
    m_retry.stop(); // asking again would not change whose key it is
    const QString why = otherOwner({bound->accountId, bound->livemode}, {accountId, m_livemode});
    tell({core::Error::Kind::Forbidden, why, {}, {}});
}

void StripeConnection::tell(const core::Error &error)
{
    const bool isPassing = error.kind == core::Error::Kind::Unreachable
        || error.kind == core::Error::Kind::RateLimited;
    m_health.set(Health::Part::Stripe,
                 {isPassing ? PartHealth::State::Degraded : PartHealth::State::Bad,
                  isPassing ? tr("unreachable") : tr("not accepted"),
                  error.message,
                  {}});
}

void StripeConnection::tellGood()
{
    m_health.set(Health::Part::Stripe,
                 {PartHealth::State::Good, m_livemode ? tr("live") : tr("test"), {}, {}});
}

void StripeConnection::noteReachability(const QDateTime &unreachableSince, bool isKeyRejected)
{
    if (isKeyRejected) {
        m_health.set(Health::Part::Stripe,
                     {PartHealth::State::Bad,
                      tr("key rejected"),
                      tr("Stripe does not accept the key any more. Enter a valid one in Settings."),
                      {}});
    } else if (unreachableSince.isValid()) {
        m_health.set(Health::Part::Stripe,
                     {PartHealth::State::Degraded,
                      tr("unreachable since %1")
                          .arg(QLocale().toString(unreachableSince.toLocalTime().time(),
                                                  QLocale::ShortFormat)),
                      tr("What you submit is kept and sent when Stripe answers again."),
                      unreachableSince});
    } else if (m_isAccepted) {
        tellGood();
    }
}

} // namespace services
