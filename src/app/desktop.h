// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend.h"
#include "app/demostart.h"
#include "app/desktopsettings.h"
#include "app/endpointkeychain.h"
#include "app/sandboxprocess.h"
#include "app/secretstore.h"
#include "core/clock.h"
#include "ui/dialogs.h"
#include "ui/pagecontext.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/viewstate.h"
#include "ui/start/firstrunwindow.h"
#include "ui/start/startwindow.h"
#include "ui/theme/theme.h"

#include <QSettings>
#include <QTimer>

#include <memory>

namespace app {

struct DesktopOptions
{
    Configuration configuration;
    bool isDemo = false;
    QString demoCluster = QStringLiteral("demo");
    QString demoWorld = QStringLiteral("1:400:24");
};

/// The window and everything behind it: asks how to begin where nobody has set anything up, starts
/// the database (and for the demonstration the sandbox), shows how far it is, then the main window;
/// starts over when a connection was changed; ends in order.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(QApplication &application, DesktopOptions options);
    ~Desktop() override;

    void start();
    QCoro::Task<> stop();
    [[nodiscard]] bool isStopping() const { return m_isStopping; }

    [[nodiscard]] ui::MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] ui::Theme &theme() { return m_theme; }
    [[nodiscard]] ui::Dialogs &dialogs() { return m_dialogs; }
    /// Once the window is open.
    [[nodiscard]] ui::PageContext pageContext();

Q_SIGNALS:
    void opened(); ///< The main window is there.
    void failed(const core::Error &error);
    void progress(const QString &step, const QString &detail = {}); ///< From any thread.

private:
    QCoro::Task<> begin();
    QCoro::Task<bool> openRunning();
    QCoro::Task<> run();
    QCoro::Task<> startOver();
    QCoro::Task<> closeDesk();
    [[nodiscard]] bool isFirstRun() const;
    void showFirstRun();
    void needStartWindow();
    void joinSettings();
    QCoro::Task<core::Result<PreparedDatabase>> prepare();
    QCoro::Task<core::Result<>> startDemo(PreparedDemo demo);
    QCoro::Task<core::Result<>> openDesk(PreparedDatabase database);
    QCoro::Task<core::Result<>> startDemoEngine();
    void makeWindow();
    void showWindow();
    void leaveDesk();
    void startEngine();
    void tellRunning();
    void keepClusterRunning();

    DesktopOptions m_options;
    Configuration m_configuration; ///< What is worked with now.
    core::SystemClock m_clock;
    QSettings m_settings;
    ui::SettingsViewState m_viewState;
    ui::Theme m_theme;
    ui::Actions m_actions;
    ui::WindowDialogs m_dialogs;
    SecretStore m_secrets;
    StoredSettings m_stored;
    DesktopSettings m_connections;
    EndpointKeychain m_endpointSecrets;
    std::shared_ptr<db::PrivateCluster> m_cluster;
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<ui::StartWindow> m_startWindow;
    QTimer m_startWindowLater; ///< Most starts are over before anybody could read it.
    std::unique_ptr<ui::FirstRunWindow> m_firstRun;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_isRestarting = false;
    bool m_isStopping = false;
};

} // namespace app
