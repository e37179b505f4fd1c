// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/control.h"
#include "sandbox/fields.h"
#include "sandbox/worldorigin.h"

#include <QLoggingCategory>
#include <QTimer>

namespace sandbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcSandbox, "oms.sandbox")

/// A world that ended at most this long before the start still bills what fell due in between.
static constexpr qint64 gapSeconds = 48 * 3600;
static constexpr int tenantsAtOnce = 50;

/// Without a world there are its plans and nobody who uses them.
static demo::WorldParameters worldOf(const Options &options)
{
    demo::WorldParameters parameters = options.world.value_or(demo::WorldParameters{});
    if (!options.world) {
        parameters.tenants = 0;
        parameters.until = QDate(2024, 1, 1); // so that the plans look the same on every day
    }
    return parameters;
}

/// Whoever did not say when the world ends gets the one that the state was made with, also on
/// another day.
static Options withRecordedWorld(Options options)
{
    if (!options.isWorldEndOpen || options.stateDirectory.isEmpty())
        return options;
    const QString recorded = Journal::recordedWorld(options.stateDirectory);
    const auto world = demo::WorldParameters::fromText(recorded);
    const QString beginning = options.world->toText().section(u':', 0, 2);
    if (world && recorded.section(u':', 0, 2) == beginning)
        options.world = *world;
    return options;
}

core::Result<std::unique_ptr<Sandbox>> Sandbox::start(const Options &given)
{
    const Options options = withRecordedWorld(given);
    std::unique_ptr<Journal> journal;
    if (!options.stateDirectory.isEmpty()) {
        auto opened = Journal::open(options.stateDirectory, worldOf(options).toText());
        if (!opened)
            return core::passOn(opened);
        journal = *std::move(opened);
    }
    std::unique_ptr<Sandbox> sandbox(new Sandbox(options, std::move(journal)));
    const core::Result<> listening = sandbox->listen();
    if (!listening)
        return core::passOn(listening);
    return sandbox;
}

Sandbox::Sandbox(const Options &options, std::unique_ptr<Journal> journal)
    : m_options(options)
    , m_clock(m_machine, options.speed)
    , m_origin(std::make_unique<WorldOrigin>(worldOf(options)))
    , m_store(*m_origin)
    , m_delivery(options.delivery)
    , m_context(m_store, m_clock,
                [this](const QString &type) { return m_delivery.subscribers(type); })
    , m_ledger(m_context, m_schedule, std::move(journal))
    , m_api(m_context, m_ledger, Access(options.keys), m_machine)
    , m_clockwork(m_clock, m_context, m_ledger, m_schedule)
{
    m_api.faults().setPlan(options.faults);
    replay();
    connect(&m_ledger, &Ledger::eventHappened, &m_delivery, &Delivery::enqueue);
    connect(&m_ledger, &Ledger::endpointsChanged, this, &Sandbox::refreshEndpoints);
    connect(&m_delivery, &Delivery::delivered, this, &Sandbox::noteDelivery);
    setEndpoints(options.endpoints);
    for (const Page page = *m_store.list({.kind = Kind::Event, .limit = INT_MAX});
         const QJsonObject &event : page.objects) {
        if (number(event, "pending_webhooks"_L1) > 0)
            m_delivery.enqueue(event);
    }
    scheduleSome();
}

Sandbox::~Sandbox() = default;

void Sandbox::replay()
{
    m_ledger.replay([this](const QJsonObject &line) {
        m_api.replay(line);
        if (line.contains("began"_L1))
            m_began = number(line, "began"_L1);
        if (line.contains("ahead"_L1))
            m_clock.setAhead(number(line, "ahead"_L1));
        if (line.contains("clock"_L1))
            m_clock.jumpTo(number(line, "clock"_L1));
        if (line.contains("delivered"_L1))
            applyDelivery(text(line, "delivered"_L1));
    });
    if (m_began == 0) {
        m_began = m_clock.seconds();
        const core::Result<> kept = m_ledger.commit({{u"began"_s, m_began}});
        if (!kept)
            qCWarning(lcSandbox) << kept.error().message;
    }
}

/// The world's own subscriptions renew like all others, from the day on that it came to life.
/// Those that ended long before stand still: a world pinned to the past stays as it was made.
void Sandbox::scheduleWorld(int firstTenant, int count)
{
    for (const Entry &entry : m_origin->renewals(firstTenant, count)) {
        const QString id = QString::fromLatin1(entry.id);
        if (entry.created > m_began - gapSeconds && !m_store.isChanged(Kind::Subscription, id))
            m_schedule.set(Kind::Subscription, id, entry.created);
    }
    m_scheduledTenants = firstTenant + count;
}

/// Between the calls, as a large world takes seconds; then time begins to pass.
void Sandbox::scheduleSome()
{
    scheduleWorld(m_scheduledTenants, tenantsAtOnce);
    if (m_scheduledTenants >= m_origin->tenants())
        m_clockwork.start();
    else
        QTimer::singleShot(0, this, &Sandbox::scheduleSome);
}

core::Result<> Sandbox::listen()
{
    http::Router router;
    router.setFallback([this](const http::Request &request, http::Responder respond) {
        QMetaObject::invokeMethod(
            this, [this, request, respond] { handle(request, respond); }, Qt::QueuedConnection);
    });
    m_server = std::make_unique<http::Server>(std::move(router));
    const core::Result<quint16> port = m_server->listen(m_options.address, m_options.port);
    if (!port)
        return core::passOn(port);
    m_port = *port;
    return {};
}

void Sandbox::handle(const http::Request &request, const http::Responder &respond)
{
    if (request.path.startsWith("/sandbox/"_L1))
        respond(control(*this, request));
    else
        m_api.handle(request, respond);
}

QString Sandbox::url() const
{
    return u"http://%1:%2"_s.arg(m_options.address.toString()).arg(m_port);
}

core::Result<int> Sandbox::advanceTo(qint64 seconds)
{
    if (m_scheduledTenants < m_origin->tenants())
        scheduleWorld(m_scheduledTenants, m_origin->tenants() - m_scheduledTenants);
    return m_clockwork.advanceTo(seconds);
}

void Sandbox::setEndpoints(QList<Endpoint> endpoints)
{
    for (qsizetype i = 0; i < endpoints.size(); ++i)
        endpoints[i].id = u"we_option%1"_s.arg(i + 1);
    m_configured = std::move(endpoints);
    refreshEndpoints();
}

void Sandbox::refreshEndpoints()
{
    QList<Endpoint> endpoints = m_configured;
    const auto made = m_store.list({.kind = Kind::WebhookEndpoint, .limit = INT_MAX});
    for (const QJsonObject &object : made ? made->objects : QList<QJsonObject>()) {
        if (text(object, "status"_L1) == "disabled"_L1)
            continue;
        Endpoint endpoint{.id = text(object, "id"_L1),
                          .url = QUrl(text(object, "url"_L1)),
                          .secret = text(object, "secret"_L1).toUtf8()};
        endpoint.events.clear();
        for (const QJsonValue &type : object.value("enabled_events"_L1).toArray())
            endpoint.events.append(type.toString());
        endpoints.append(endpoint);
    }
    m_delivery.setEndpoints(endpoints);
}

void Sandbox::noteDelivery(const QString &eventId)
{
    applyDelivery(eventId);
    const core::Result<> kept = m_ledger.commit({{u"delivered"_s, eventId}});
    if (!kept) // it will be delivered once more after a restart
        qCWarning(lcSandbox) << kept.error().message;
}

/// Only counts: not worth a transaction with the whole event in it.
void Sandbox::applyDelivery(const QString &eventId)
{
    QJsonObject event = m_store.find(Kind::Event, eventId);
    const qint64 pending = number(event, "pending_webhooks"_L1);
    if (event.isEmpty() || pending == 0)
        return;
    event.insert("pending_webhooks"_L1, pending - 1);
    m_store.replay({event});
}

bool Sandbox::resend(const QString &eventId)
{
    const QJsonObject event = m_store.find(Kind::Event, eventId);
    if (!event.isEmpty())
        m_delivery.enqueue(event);
    return !event.isEmpty();
}

QJsonObject Sandbox::status()
{
    return {
        {u"now"_s, now()},
        {u"calls"_s, m_api.calls()},
        {u"world"_s, worldOf(m_options).toText()},
        {u"deliveries_waiting"_s, m_delivery.waiting()},
        {u"endpoints"_s, m_delivery.endpoints().size()},
        {u"next_due"_s, m_schedule.nextTime().value_or(0)},
    };
}

QFuture<bool> Sandbox::stop(std::chrono::milliseconds deadline)
{
    return m_server->stop(deadline);
}

} // namespace sandbox
