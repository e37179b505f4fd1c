// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/nextturn.h"
#include "db/privatecluster.h"
#include "services/whenready.h"
#include "ui/endpoints/endpointsview.h"
#include "ui/settings/settingspage.h"
#include "ui/theme/thememode.h"

#include <QCoro/QCoroFuture>

#include <QApplication>
#include <QDir>
#include <QRandomGenerator>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {
namespace {

constexpr auto unnoticed = 200ms;
constexpr auto demoKey = "sk_test_sandbox_demo";
const QString doneKey = u"start/isSetUp"_s;
const QString stageKey = u"start/stage"_s; ///< Where the first run was left.

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
    , m_stored(m_settings, m_secrets)
    , m_connections(m_options.configuration, m_stored)
    , m_endpointSecrets(m_settings, m_connections)
{
    m_theme.setMode(ui::themeModeFromText(m_viewState.value(ui::themeKey).toString()));
    m_theme.install(application);
    m_startWindowLater.setSingleShot(true);
    m_startWindowLater.setInterval(unnoticed);
    joinSettings();
}

Desktop::~Desktop() = default;

/// Not made where the window is there at once.
void Desktop::needStartWindow()
{
    if (m_startWindow)
        return m_startWindow->setHasSettings(!m_options.isDemo);
    m_startWindow = std::make_unique<ui::StartWindow>(m_theme);
    m_startWindow->setHasSettings(!m_options.isDemo);
    connect(this, &Desktop::progress, m_startWindow.get(), &ui::StartWindow::showStep);
    connect(m_startWindow.get(), &ui::StartWindow::retryRequested, this, &Desktop::start);
    connect(m_startWindow.get(), &ui::StartWindow::settingsRequested, this, [this] {
        m_settings.setValue(stageKey, static_cast<int>(ui::FirstRunWindow::Stage::Database));
        showFirstRun();
    });
    connect(this, &Desktop::failed, m_startWindow.get(), &ui::StartWindow::showError);
    connect(this, &Desktop::failed, m_startWindow.get(), &QWidget::show);
    connect(&m_startWindowLater, &QTimer::timeout, m_startWindow.get(), &QWidget::show);
}

void Desktop::joinSettings()
{
    connect(&m_connections, &DesktopSettings::reconnectRequested, this, [this] { startOver(); });
    connect(&m_connections, &DesktopSettings::changed, this, [this] {
        if (m_window) // what runs was started with those of before
            m_backend->setWebhookSecrets(m_connections.webhookSecrets());
    });
    m_endpointSecrets.setCounter(
        [this](const QByteArray &secret) { return m_backend ? m_backend->signedWith(secret) : 0; });
    connect(&m_connections, &DesktopSettings::ownAccountRequested, this, [this] {
        m_options.isDemo = false;
        m_settings.remove(doneKey);
        m_settings.setValue(stageKey, static_cast<int>(ui::FirstRunWindow::Stage::Database));
        startOver();
    });
}

void Desktop::start()
{
    begin();
}

QCoro::Task<> Desktop::begin()
{
    m_connections.setDemo(m_options.isDemo);
    m_configuration = m_options.configuration;
    if (!m_options.isDemo) {
        const QCoro::Task<bool> opening = openRunning(); // while the keychain is asked
        const core::Result<> loaded = co_await m_connections.load();
        const bool isOpen = co_await opening;
        if (m_isStopping)
            co_return;
        if (isFirstRun()) {
            showFirstRun();
            co_return;
        }
        if (!loaded) {
            leaveDesk();
            needStartWindow();
            Q_EMIT failed(loaded.error());
            co_return;
        }
        m_configuration = m_connections.configuration();
        if (isOpen) {
            showWindow();
            co_return;
        }
    }
    needStartWindow();
    m_startWindow->reset();
    if (m_firstRun)
        m_startWindow->show(); // before that one goes: the last to close ends the program
    m_startWindowLater.start();
    co_await run();
}

/// The private database of an earlier start, where its server still runs. It tells whether there is
/// anything to do before it can be used; mostly there is not, and nothing has to be waited for.
QCoro::Task<bool> Desktop::openRunning()
{
    const bool isPrivate = m_connections.isDatabasePrivate();
    std::optional<PreparedDatabase> running;
    if (isPrivate && !m_settings.contains(stageKey))
        running = runningDatabase(u"cluster"_s);
    if (!running)
        co_return false;
    m_cluster = running->cluster;
    const core::Result<> opened = co_await openDesk(*running);
    const bool isComplete = opened && m_backend->services().person.runsEngine
        && m_backend->services().person.role == "admin"_L1;
    if (!isComplete)
        leaveDesk();
    co_return isComplete;
}

void Desktop::leaveDesk()
{
    m_window.reset();
    m_backend.reset();
    m_cluster.reset();
}

/// Nothing was set by any way, and there is no private database of an earlier time.
bool Desktop::isFirstRun() const
{
    if (m_settings.value(doneKey).toBool())
        return false;
    if (m_settings.contains(stageKey))
        return true;
    return !m_connections.hasAny() && !QDir(db::PrivateCluster::defaultDirectory()).exists();
}

void Desktop::showFirstRun()
{
    using Stage = ui::FirstRunWindow::Stage;
    const Stage stage = static_cast<Stage>(m_settings.value(stageKey).toInt());
    m_firstRun = std::make_unique<ui::FirstRunWindow>(m_theme, m_connections, m_dialogs);
    m_firstRun->showStage(stage);
    connect(m_firstRun.get(), &ui::FirstRunWindow::stageReached, this,
            [this](int reached) { m_settings.setValue(stageKey, reached); });
    connect(m_firstRun.get(), &ui::FirstRunWindow::demoChosen, this, [this] {
        m_options.isDemo = true;
        start();
    });
    connect(m_firstRun.get(), &ui::FirstRunWindow::finished, this, [this] {
        m_settings.setValue(doneKey, true);
        m_settings.remove(stageKey);
        start();
    });
    m_firstRun->show();
    if (m_startWindow)
        m_startWindow->hide();
}

/// A connection was changed: ends what runs, and begins again with what is kept now.
QCoro::Task<> Desktop::startOver()
{
    needStartWindow();
    m_startWindow->reset();
    m_startWindow->show(); // before the window goes, as above
    co_await closeDesk();
    start();
}

QCoro::Task<> Desktop::run()
{
    if (m_firstRun)
        m_firstRun->hide();
    const core::Result<PreparedDatabase> database = co_await prepare();
    if (!database) {
        Q_EMIT failed(database.error());
        co_return;
    }
    m_cluster = database->cluster;
    Q_EMIT progress(tr("Opening the window"));
    const PreparedDatabase prepared = *database;
    core::Result<> done = co_await openDesk(prepared);
    if (done && m_sandbox)
        done = co_await startDemoEngine();
    if (!done) {
        leaveDesk();
        Q_EMIT failed(done.error());
        co_return;
    }
    showWindow();
}

QCoro::Task<core::Result<PreparedDatabase>> Desktop::prepare()
{
    const Progress tell = [this](const QString &step, const QString &detail) {
        Q_EMIT progress(step, detail);
    };
    if (!m_options.isDemo) {
        const QString url = m_configuration.databaseUrl;
        const QFuture<core::Result<PreparedDatabase>> preparing =
            QtConcurrent::run([url, tell] { return prepareDatabase(url, u"cluster"_s, tell); });
        core::Result<PreparedDatabase> prepared = co_await preparing;
        if (prepared && !m_configuration.databasePassword.isEmpty())
            prepared->parameters.set("password", m_configuration.databasePassword.toUtf8());
        co_return prepared;
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
    Configuration &configuration = m_configuration;
    configuration.stripeBase = *url;
    configuration.stripeKey = QString::fromLatin1(demoKey);
    configuration.webhookSecrets = {randomSecret()};
    configuration.listen.port = 0; // nobody outside needs to find it, and 8000 may be taken
    co_return core::Result<>{};
}

/// Looks at the database, and makes the window meanwhile.
QCoro::Task<core::Result<>> Desktop::openDesk(PreparedDatabase database)
{
    m_backend = std::make_unique<Backend>(BackendOptions{
        database.parameters, database.name, m_configuration, false, &m_endpointSecrets});
    const QCoro::Task<core::Result<>> opening = m_backend->open();
    makeWindow();
    co_return co_await opening;
}

/// Before the window is shown: the sandbox has to know where to send its events.
QCoro::Task<core::Result<>> Desktop::startDemoEngine()
{
    m_backend->configure(m_configuration);
    m_backend->startEngine();
    const QUrl endpoint(
        u"http://127.0.0.1:%1/api/v1/stripe/webhooks"_s.arg(m_backend->listenPort()));
    const QByteArray secret = m_configuration.webhookSecrets.first();
    co_return co_await m_sandbox->sendWebhooksTo(endpoint, secret);
}

void Desktop::makeWindow()
{
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_actions, m_viewState);
    ui::addPages(*m_window, pageContext());
    m_window->addPage(ui::SettingsPage::ownFace(), [this] {
        auto *settings = new ui::SettingsPage(m_theme, m_connections, m_dialogs, m_viewState);
        settings->setEndpoints(new ui::EndpointsView(pageContext()));
        return settings;
    });
    m_window->restore(); // its page asks for its rows
}

void Desktop::showWindow()
{
    keepClusterRunning();
    tellRunning();
    if (!m_sandbox) {
        m_backend->configure(m_configuration);
        connect(m_window.get(), &ui::MainWindow::settled, this, &Desktop::startEngine);
    }
    m_window->show();
    // Every widget has asked to be drawn once more. Heard before anything is drawn, it is one time.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::UpdateLater);
    m_startWindowLater.stop();
    if (m_startWindow)
        m_startWindow->finish();
    m_firstRun.reset();
    Q_EMIT opened();
}

/// Once the first list is there, which it would only delay.
void Desktop::startEngine()
{
    m_backend->startEngine();
    tellRunning();
}

void Desktop::tellRunning()
{
    m_connections.setRunning(
        RunningDesk{m_configuration, m_backend->database(), m_backend->listenPort()});
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
    co_await closeDesk();
    m_firstRun.reset();
    m_startWindow.reset();
}

/// The window, and everything that was started for it.
QCoro::Task<> Desktop::closeDesk()
{
    co_await nextTurn(); // the one who asked may be a button of the window
    if (m_window)
        m_window->close(); // it remembers its place and page
    m_window.reset();
    m_connections.setRunning(std::nullopt);
    if (m_backend) {
        co_await m_backend->stop();
        co_await nextTurn();
    }
    m_backend.reset();
    m_sandbox.reset();
    m_cluster.reset();
}

} // namespace app
