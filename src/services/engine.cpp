// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/engine.h"

#include "services/health.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services {
namespace {

constexpr auto pollBesideWebhooks = 5min;
constexpr int processorWorkers = 2;
constexpr auto pollAlone = 30s; // nothing is delivered here: the list is all there is

} // namespace

Engine::Engine(db::Database &database, stripe::Client *client, const core::Clock &clock,
               Health &health, EngineSettings settings, QObject *parent)
    : QObject(parent)
    , m_rejections(database)
    , m_intake(database.parameters(), clock, settings.intake)
    , m_work(database.parameters(), {.writers = processorWorkers, .readers = 1})
    , m_processor(m_work, {.workers = processorWorkers})
    , m_housekeeping(database, health)
{
    connect(&m_intake, &WebhookIntake::stored, &m_processor, &EventProcessor::wake,
            Qt::QueuedConnection); // it comes from a database thread
    connect(
        &m_intake, &WebhookIntake::rejected, &m_rejections,
        [this](const RejectedDelivery &delivery) { m_rejections.note(delivery); },
        Qt::DirectConnection);
    m_processor.yieldTo([this] { return m_intake.load(); });
    connect(&m_processor, &EventProcessor::processed, &m_housekeeping,
            &Housekeeping::measureLagSoon);
    if (client == nullptr) {
        health.set(Health::Part::Stripe,
                   {PartHealth::State::Off,
                    tr("no key"),
                    tr("No Stripe key is set, so nothing can be changed at Stripe."),
                    {}});
        return;
    }
    m_connection = std::make_unique<StripeConnection>(database, *client, health, settings.livemode);
    m_fetcher = std::make_unique<MirrorFetcher>(database, *client);
    connect(m_fetcher.get(), &MirrorFetcher::fetched, &m_processor, &EventProcessor::wake);
    connect(&m_processor, &EventProcessor::processed, m_fetcher.get(), &MirrorFetcher::wakeSoon);
    m_poller = std::make_unique<EventPoller>(database, *client, clock);
    connect(m_poller.get(), &EventPoller::stored, &m_processor, &EventProcessor::wake);
    m_executor = std::make_unique<OperationExecutor>(database, *client, settings.executor);
    m_adopter = std::make_unique<DriftAdopter>(database, *client);
    m_sync = std::make_unique<SyncRunner>(database, *client, *m_adopter);
    // Nothing is sent before it is certain whose account it would act on.
    connect(m_connection.get(), &StripeConnection::accepted, this, [this] {
        m_executor->start();
        m_fetcher->start();
        m_adopter->start();
        m_sync->start();
        m_poller->start(m_intake.hasSecrets() ? pollBesideWebhooks : pollAlone);
    });
}

void Engine::setWebhookSecrets(QList<QByteArray> secrets)
{
    const bool hadSecrets = m_intake.hasSecrets();
    m_intake.setSecrets(std::move(secrets));
    if (m_connection && m_connection->isAccepted() && m_intake.hasSecrets() != hadSecrets)
        m_poller->start(m_intake.hasSecrets() ? pollBesideWebhooks : pollAlone);
}

void Engine::start()
{
    m_processor.start();
    m_housekeeping.start();
    if (m_connection)
        m_connection->start();
}

QCoro::Task<> Engine::stop()
{
    m_housekeeping.stop();
    if (m_connection) {
        m_connection->stop();
        // All are told before any is waited for.
        const QCoro::Task<> executor = m_executor->stop();
        const QCoro::Task<> fetcher = m_fetcher->stop();
        const QCoro::Task<> poller = m_poller->stop();
        const QCoro::Task<> adopter = m_adopter->stop();
        const QCoro::Task<> sync = m_sync->stop();
        co_await executor;
        co_await fetcher;
        co_await poller;
        co_await sync;
        co_await adopter;
    }
    co_await m_processor.stop();
}

/// What somebody asks for is told by the change feed as an entity.
struct Engine::Waker
{
    QLatin1StringView entity;
    bool isAtStripe; ///< Nothing is asked before it is certain whose account it is.
    void (*wake)(Engine &engine);
};

std::span<const Engine::Waker> Engine::wakers()
{
    static constexpr std::array all{
        Waker{"event_replay"_L1, false, [](Engine &engine) { engine.m_processor.wake(); }},
        Waker{"operation"_L1, true, [](Engine &engine) { engine.m_executor->wake(); }},
        Waker{"sync"_L1, true, [](Engine &engine) { engine.m_sync->wake(); }},
        Waker{"drift"_L1, true, [](Engine &engine) { engine.m_adopter->wake(); }},
        Waker{"event_poll"_L1, true, [](Engine &engine) { engine.m_poller->poll(); }},
    };
    return all;
}

QStringList Engine::wokenBy()
{
    QStringList entities;
    for (const Waker &waker : wakers())
        entities.append(waker.entity);
    return entities;
}

void Engine::wakeFor(const QString &entity)
{
    const auto waker = std::ranges::find(wakers(), entity, &Waker::entity);
    if (waker == wakers().end())
        return;
    if (!waker->isAtStripe || (m_connection && m_connection->isAccepted()))
        waker->wake(*this);
}

} // namespace services
