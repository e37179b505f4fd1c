// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend.h"

#include "app/nextturn.h"
#include "app/stripeaccess.h"
#include "core/change.h"
#include "server/healthroutes.h"
#include "server/webhookroute.h"
#include "services/connectioncheck.h"
#include "services/endpointsecrets.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QTimer>

Q_LOGGING_CATEGORY(lcApp, "oms.app")

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {
namespace {

using Part = services::Health::Part;
using State = services::PartHealth::State;

constexpr auto patienceWithRequests = 5s; // for those under way when the listener stops

} // namespace

Backend::Backend(BackendOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_database(m_options.database)
    , m_services(m_database)
{
    joinHealth();
}

Backend::~Backend() = default;

QCoro::Task<core::Result<>> Backend::start()
{
    const core::Result<> opened = co_await open();
    if (opened) {
        configure(m_options.configuration);
        startEngine();
    }
    co_return opened;
}

void Backend::configure(const Configuration &configuration)
{
    m_options.configuration = configuration;
    m_hasClient = m_services.person.runsEngine ? makeClient() : core::Result<>();
}

QCoro::Task<core::Result<>> Backend::open()
{
    const auto job = [](db::Session &session) { return services::checkDatabase(session); };
    const QFuture<core::Result<services::CheckedDatabase>> answer = m_database.read(job);
    const core::Result<services::CheckedDatabase> checked = co_await answer;
    if (!checked)
        co_return core::passOn(checked);
    if (const core::Result<> joined = joinReplica(); !joined)
        co_return joined;
    const services::SignedInPerson &person = checked->person;
    m_services.person = person;
    joinFeed();
    m_services.health.set(Part::Database, {State::Good, m_options.databaseName, {}, {}});
    if (person.runsEngine)
        co_return core::Result<>{};
    if (m_options.needsEngine)
        co_return core::fail(core::Error::Kind::Forbidden,
                             tr("The database role %1 may not run the engine. Grant it "
                                "oms_service, or use a role that has it.")
                                 .arg(person.name));
    m_services.health.set(
        Part::Listener,
        {State::Off, tr("on the server"), tr("Events are received by the server program."), {}});
    useEndpoints({core::Error::Kind::Forbidden,
                  tr("The server program receives the events here, and it alone holds the Stripe "
                     "key. Manage its endpoints in Stripe's dashboard, and give it their secrets "
                     "where it is started, in STRIPE_WEBHOOK_SECRET."),
                  {},
                  {}});
    co_return core::Result<>{};
}

/// A replica that does not answer is no error: what it serves is then read from the database.
core::Result<> Backend::joinReplica()
{
    const QString url = m_options.configuration.databaseReadUrl;
    if (url.isEmpty())
        return {};
    core::Result<db::ConnectionParameters> parameters = db::parseConnectionUrl(url);
    if (!parameters) {
        parameters.error().field = u"DATABASE_READ_URL"_s;
        return core::passOn(parameters);
    }
    m_replica = std::make_unique<db::Database>(*parameters,
                                               db::DatabaseOptions{.writers = 1, .readers = 2});
    m_services.overview.setReplica(m_replica.get());
    return {};
}

core::Result<> Backend::makeClient()
{
    const auto access = stripeAccess(m_options.configuration);
    if (!access)
        return core::passOn(access);
    if (!*access)
        return {};
    m_services.isTestMode = (*access)->key.mode == stripe::ApiKey::Mode::Test;
    m_services.isDemo = (*access)->key.isSandbox;
    m_client = std::make_unique<stripe::HttpClient>(**access);
    return {};
}

void Backend::startEngine()
{
    if (!m_services.person.runsEngine)
        return;
    services::EngineSettings settings;
    settings.intake.secrets = m_options.configuration.webhookSecrets;
    settings.livemode = !m_services.isTestMode;
    settings.executor.secrets = m_options.secrets;
    m_engine = std::make_unique<services::Engine>(m_database, m_client.get(), m_clock,
                                                  m_services.health, settings);
    if (!m_hasClient)
        m_services.health.set(Part::Stripe,
                              {State::Bad, tr("key not usable"), m_hasClient.error().message, {}});
    if (m_client)
        connect(m_client.get(), &stripe::HttpClient::healthChanged, this,
                [this](const stripe::Health &health) {
                    m_engine->connection()->noteReachability(health.unreachableSince,
                                                             health.isKeyRejected);
                });
    joinEndpoints();
    m_engine->start();
    startListener();
}

/// Until it is certain whose account it is, nobody sees or changes its endpoints.
void Backend::joinEndpoints()
{
    using Kind = core::Error::Kind;
    services::Health &health = m_services.health;
    if (!m_client) {
        const services::PartHealth stripe = health.part(Part::Stripe);
        useEndpoints({Kind::Forbidden,
                      stripe.state == State::Bad
                          ? stripe.advice
                          : tr("No Stripe key is set. Enter it in Settings and reconnect."),
                      {},
                      {}});
        return;
    }
    const auto follow = [this, &health] {
        if (m_engine->connection()->isAccepted())
            return useEndpoints({});
        const services::PartHealth stripe = health.part(Part::Stripe);
        const bool isBad = stripe.state == State::Bad;
        useEndpoints({isBad ? Kind::Forbidden : Kind::Unreachable,
                      stripe.advice.isEmpty() ? tr("Stripe has not answered yet.") : stripe.advice,
                      {},
                      {}});
    };
    follow();
    connect(&health, &services::Health::changed, m_engine.get(),
            [this, follow](services::Health::Part part) {
                const bool isUsed = m_services.endpoints.settings().obstacle.message.isEmpty();
                if (part == Part::Stripe && !isUsed)
                    follow();
            });
    connect(m_engine->connection(), &services::StripeConnection::accepted, this, [this, follow] {
        follow();
        if (m_options.secrets == nullptr)
            return;
        m_rolls = std::make_unique<services::RollFinisher>(m_services.endpoints, m_clock);
        m_rolls->start();
    });
}

void Backend::useEndpoints(const core::Error &obstacle)
{
    const bool isUsed = obstacle.message.isEmpty();
    services::EndpointSettings settings;
    settings.apiVersion = QString::fromLatin1(m_options.configuration.stripeVersion);
    settings.isLive = !m_services.isTestMode;
    settings.isStandIn = m_services.isDemo;
    settings.obstacle = obstacle;
    if (settings.isStandIn && m_listenPort != 0)
        settings.suggestedUrl =
            u"http://127.0.0.1:%1%2"_s.arg(m_listenPort).arg(services::webhookPath);
    m_services.endpoints.use(isUsed ? m_client.get() : nullptr, m_options.secrets, settings);
}

void Backend::setWebhookSecrets(QList<QByteArray> secrets)
{
    if (!m_engine)
        return;
    m_engine->setWebhookSecrets(std::move(secrets));
    if (m_listenPort != 0)
        tellListening();
}

int Backend::signedWith(const QByteArray &secret) const
{
    return m_engine ? m_engine->intake().signedWith(secret) : 0;
}

void Backend::startListener()
{
    const Configuration &configuration = m_options.configuration;
    http::Router router;
    server::addHealthRoutes(router, m_services.health);
    server::addWebhookRoute(router, m_engine->intake());
    m_server = std::make_unique<http::Server>(std::move(router), http::Limits{},
                                              configuration.allowPlaintextBeyondLoopback
                                                  ? http::Server::Exposure::PlaintextBeyondLoopback
                                                  : http::Server::Exposure::LoopbackOnly);
    const auto port = m_server->listen(configuration.listen.address, configuration.listen.port);
    if (!port) {
        qCWarning(lcApp).noquote() << port.error().message;
        m_services.health.set(Part::Listener,
                              {State::Bad, tr("not listening"), port.error().message, {}});
        return;
    }
    m_listenPort = *port;
    tellListening();
    // Both come from other threads.
    connect(&m_engine->intake(), &services::WebhookIntake::stored, this, &Backend::tellListening,
            Qt::QueuedConnection);
    connect(&m_engine->intake(), &services::WebhookIntake::turnedAway, this,
            &Backend::tellTurnedAway, Qt::QueuedConnection);
}

/// The secret of another endpoint shows in nothing else than this.
void Backend::tellTurnedAway(const QString &why)
{
    const QString at = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    m_services.health.set(
        Part::Listener,
        {State::Degraded,
         u':' + QString::number(m_listenPort),
         tr("An event was turned away at %1: %2 Stripe sends it again.").arg(at, why),
         {}});
}

void Backend::tellListening()
{
    const bool hasSecret = m_engine->intake().hasSecrets();
    m_services.health.set(
        Part::Listener,
        {hasSecret ? State::Good : State::Degraded,
         u':' + QString::number(m_listenPort),
         hasSecret ? QString()
                   : tr("No webhook signing secret is set, so every delivery is turned away. Enter "
                        "it in Settings."),
         {}});
}

void Backend::joinFeed()
{
    // Without a window the engine alone wants to know.
    m_feed = std::make_unique<db::ChangeFeed>(
        m_options.database, m_options.needsEngine ? services::Engine::wokenBy() : QStringList());
    connect(m_feed.get(), &db::ChangeFeed::changed, this, [this](const QList<db::Change> &changes) {
        QList<core::Change> told;
        QSet<QString> entities;
        for (const db::Change &change : changes) {
            told.append({change.entity, change.id, change.tenantId});
            entities.insert(change.entity);
        }
        for (const QString &entity : std::as_const(entities)) {
            if (m_engine)
                m_engine->wakeFor(entity);
        }
        Q_EMIT m_services.changes.changed(told);
    });
    connect(m_feed.get(), &db::ChangeFeed::missed, this, [this] {
        Q_EMIT m_services.changes.changed({{u"*"_s, {}, {}}});
    });
}

void Backend::joinHealth()
{
    connect(&m_database, &db::Database::lost, this, [this](const core::Error &error) {
        const QString since = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
        m_services.health.set(
            Part::Database,
            {State::Bad, tr("not answering since %1").arg(since), error.message, {}});
    });
    connect(&m_database, &db::Database::restored, this, [this] {
        m_services.health.set(Part::Database, {State::Good, m_options.databaseName, {}, {}});
        Q_EMIT m_services.changes.changed({{u"*"_s, {}, {}}});
    });
}

QCoro::Task<> Backend::stop()
{
    if (m_server) {
        const QFuture<bool> stopped = m_server->stop(patienceWithRequests);
        co_await stopped;
    }
    m_server.reset();
    m_feed.reset();
    if (m_engine) {
        const QCoro::Task<> stopping = m_engine->stop();
        m_rolls.reset();
        m_services.endpoints.use(nullptr, nullptr, {});
        QTimer::singleShot(patienceWithRequests, this, [this] { m_client.reset(); });
        co_await stopping;   // a call cut short is kept as unknown, and sent again with its key
        co_await nextTurn(); // whoever told us that it ended is still on the stack
    }
    m_client.reset();
    m_engine.reset();
    if (m_replica)
        m_replica->close();
    m_database.close();
}

} // namespace app
