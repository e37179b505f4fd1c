// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "db/migrations.h"
#include "db/pgconnection.h"
#include "db/privatecluster.h"
#include "testcluster.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using support::orDie;

/// The window's start on a private database that another window keeps running.
class DesktopStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bringsARunningDatabaseUpToDate();
    void opensARunningDatabaseAtOnce();
    void doesNotTakeARunningDatabaseOfANewerProgram();

private:
    using State = services::PartHealth::State;

    static std::unique_ptr<app::Desktop> makeDesktop();
    static void end(std::unique_ptr<app::Desktop> desktop);
    [[nodiscard]] db::PgConnection owner() const
    {
        return orDie(db::PgConnection::open(m_cluster->ownerParameters()), "owner");
    }

    QTemporaryDir m_folder{support::TestCluster::scratchFolder() + u"/oms-start-XXXXXX"_s};
    std::unique_ptr<db::PrivateCluster> m_cluster;
};

void DesktopStartTest::initTestCase()
{
    ::chmod(qPrintable(m_folder.path()), 0711); // the server's own user has to get through
    qputenv("OMS_BILLING_DATA_DIR", m_folder.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", (m_folder.path() + u"/config"_s).toUtf8());
    qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // no keychain of this computer
    QCoreApplication::setApplicationName(u"oms-billing"_s);
    QCoreApplication::setOrganizationName(u"oms-billing"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    m_cluster = orDie(db::PrivateCluster::open(db::PrivateCluster::defaultDirectory()), "cluster");
}

std::unique_ptr<app::Desktop> DesktopStartTest::makeDesktop()
{
    app::DesktopOptions options;
    options.configuration = app::defaultConfiguration();
    options.configuration.listen.port = 0;
    options.configuration.sources[u"OMS_BILLING_LISTEN"_s] = u"the test"_s;
    return std::make_unique<app::Desktop>(*qApp, options);
}

void DesktopStartTest::end(std::unique_ptr<app::Desktop> desktop)
{
    bool isStopped = false;
    const auto stop = [](app::Desktop &stopping, bool &isDone) -> QCoro::Task<> {
        co_await stopping.stop();
        isDone = true;
    };
    stop(*desktop, isStopped);
    QTRY_VERIFY_WITH_TIMEOUT(isStopped, 20'000);
}

/// No table and no right is there yet: the quick way fails, the careful one makes them.
void DesktopStartTest::bringsARunningDatabaseUpToDate()
{
    auto desktop = makeDesktop();
    QSignalSpy opened(desktop.get(), &app::Desktop::opened);
    QSignalSpy failed(desktop.get(), &app::Desktop::failed);
    desktop->start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    QCOMPARE(failed.size(), 0);
    QVERIFY(desktop->window()->isVisible());
    end(std::move(desktop));
}

void DesktopStartTest::opensARunningDatabaseAtOnce()
{
    auto desktop = makeDesktop();
    QSignalSpy opened(desktop.get(), &app::Desktop::opened);
    QSignalSpy steps(desktop.get(), &app::Desktop::progress);
    desktop->start();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20'000);
    QCOMPARE(steps.size(), 0); // nothing had to be done
    const ui::PageContext context = desktop->pageContext();
    QVERIFY(context.services.person.runsEngine);
    QCOMPARE(context.services.person.role, u"admin"_s);
    // The engine follows the first page by itself.
    QTRY_VERIFY_WITH_TIMEOUT(context.services.health.part(services::Health::Part::Listener).state
                                 == State::Degraded, // it has no signing secret
                             20'000);
    QTRY_VERIFY(!desktop->window()->makeNextPage());
    end(std::move(desktop));
}

void DesktopStartTest::doesNotTakeARunningDatabaseOfANewerProgram()
{
    (void)orDie(owner().execute("INSERT INTO schema_migrations (version, name, checksum)"
                                " SELECT max(version) + 1, 'later', '' FROM schema_migrations"),
                "newer");
    auto desktop = makeDesktop();
    QSignalSpy opened(desktop.get(), &app::Desktop::opened);
    QSignalSpy failed(desktop.get(), &app::Desktop::failed);
    desktop->start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
    QCOMPARE(opened.size(), 0);
    QVERIFY(!desktop->window());
    const QWidgetList tops = QApplication::topLevelWidgets();
    QVERIFY(std::ranges::any_of(tops, [](const QWidget *top) { // it says so
        return top->objectName() == "startWindow"_L1 && top->isVisible();
    }));
    end(std::move(desktop));
}

QTEST_MAIN(DesktopStartTest)
#include "tst_desktopstart.moc"
