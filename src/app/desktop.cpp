// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/nextturn.h"
#include "db/privatecluster.h"
#include "services/whenready.h"

#include <QCoro/QCoroFuture>

#include <QApplication>
#include <QRandomGenerator>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr auto demoKey = "sk_test_sandbox_demo";

QByteArray randomSecret()
{
    QByteArray bytes(24, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return "whsec_" + bytes.toHex();
}

} // namespace

Desktop::Desktop(QApplication &application, DesktopOptions options)
    : m_options(std::move(options))
    , m_viewState(m_settings)
    , m_actions(m_theme)
    , m_dialogs(m_theme)
{
    m_theme.install(application);
    m_startWindow = std::make_unique<ui::StartWindow>(m_theme);
    connect(this, &Desktop::progress, m_startWindow.get(), &ui::StartWindow::showStep);
    connect(m_startWindow.get(), &ui::StartWindow::retryRequested, this, &Desktop::start);
    connect(this, &Desktop::failed, m_startWindow.get(), &ui::StartWindow::showError);
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    m_startWindow->reset();
    m_startWindow->show();
    run();
}

QCoro::Task<> Desktop::run()
{
    const core::Result<PreparedDatabase> database = co_await prepare();
    if (!database) {
        Q_EMIT failed(database.error());
        co_return;
    }
    m_cluster = database->cluster;
    if (!m_options.isDemo)
        co_await readSecrets();
    Q_EMIT progress(tr("Opening the window"));
    const PreparedDatabase prepared = *database;
    const core::Result<> started = co_await startBackend(prepared);
    if (!started) {
        m_backend.reset();
        Q_EMIT failed(started.error());
        co_return;
    }
    openWindow();
}

QCoro::Task<core::Result<PreparedDatabase>> Desktop::prepare()
{
    const Progress tell = [this](const QString &step, const QString &detail) {
        Q_EMIT progress(step, detail);
    };
    if (!m_options.isDemo) {
        const QString url = m_options.configuration.databaseUrl;
        co_return co_await QtConcurrent::run(
            [url, tell] { return prepareDatabase(url, u"cluster"_s, tell); });
    }
    const QString cluster = m_options.demoCluster;
    const QString world = m_options.demoWorld;
    const core::Result<PreparedDemo> demo = co_await QtConcurrent::run(
        [cluster, world, tell] { return prepareDemo(cluster, world, tell); });
    if (!demo)
        co_return core::passOn(demo);
    Q_EMIT progress(tr("Starting the Stripe sandbox"));
    const PreparedDemo prepared = *demo;
    const core::Result<> started = co_await startDemo(prepared);
    if (!started)
        co_return core::passOn(started);
    co_return prepared.database;
}

QCoro::Task<core::Result<>> Desktop::startDemo(PreparedDemo demo)
{
    m_sandbox = std::make_unique<SandboxProcess>();
    const core::Result<QUrl> url = co_await m_sandbox->start(demo.world, demo.stateDirectory);
    if (!url)
        co_return core::passOn(url);
    Configuration &configuration = m_options.configuration;
    configuration.stripeBase = *url;
    configuration.stripeKey = QString::fromLatin1(demoKey);
    configuration.webhookSecrets = {randomSecret()};
    configuration.listenPort = 0; // nobody outside needs to find it, and 8000 may be taken
    co_return core::Result<>{};
}

QCoro::Task<> Desktop::readSecrets()
{
    Configuration &configuration = m_options.configuration;
    if (configuration.stripeKey.isEmpty())
        configuration.stripeKey = co_await m_secrets.read(u"STRIPE_SECRET_KEY"_s);
    if (configuration.webhookSecrets.isEmpty()) {
        const QString stored = co_await m_secrets.read(u"STRIPE_WEBHOOK_SECRET"_s);
        const QStringList secrets = stored.split(u',', Qt::SkipEmptyParts);
        for (const QString &secret : secrets)
            configuration.webhookSecrets.append(secret.trimmed().toUtf8());
    }
}

QCoro::Task<core::Result<>> Desktop::startBackend(PreparedDatabase database)
{
    const BackendOptions options{database.parameters, database.name, m_options.configuration,
                                 false};
    m_backend = std::make_unique<Backend>(options);
    const core::Result<> started = co_await m_backend->start();
    if (!started || !m_sandbox)
        co_return started;
    const QUrl endpoint(
        u"http://127.0.0.1:%1/api/v1/stripe/webhooks"_s.arg(m_backend->listenPort()));
    const QByteArray secret = m_options.configuration.webhookSecrets.first();
    co_return co_await m_sandbox->sendWebhooksTo(endpoint, secret);
}

void Desktop::openWindow()
{
    keepClusterRunning();
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_actions, m_viewState);
    ui::addPages(*m_window, pageContext());
    m_window->restore();
    m_window->show();
    m_startWindow->finish();
    Q_EMIT opened();
}

ui::PageContext Desktop::pageContext()
{
    return {m_theme, m_actions, m_dialogs, m_viewState, m_backend->services(), m_clock};
}

/// A private server that was killed is started again; the connections come back by themselves.
void Desktop::keepClusterRunning()
{
    if (!m_cluster)
        return;
    services::Health &health = m_backend->services().health;
    connect(&health, &services::Health::changed, this,
            [this, &health](services::Health::Part part) {
                if (part != services::Health::Part::Database || m_isRestarting
                    || health.part(part).state != services::PartHealth::State::Bad)
                    return;
                m_isRestarting = true;
                const std::shared_ptr<db::PrivateCluster> cluster = m_cluster;
                const auto restarted =
                    QtConcurrent::run([cluster] { return cluster->restartIfDown(); });
                services::whenReady(restarted, this,
                                    [this](const core::Result<> &) { m_isRestarting = false; });
            });
}

QCoro::Task<> Desktop::stop()
{
    m_isStopping = true;
    co_await nextTurn(); // a closing window is still busy with its event
    m_window.reset();
    m_startWindow.reset();
    if (m_backend) {
        co_await m_backend->stop();
        co_await nextTurn();
    }
    m_backend.reset();
    m_sandbox.reset();
    m_cluster.reset();
}

} // namespace app
