// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogdesk.h"
#include "sample.h"
#include "ui/desk/launcher.h"
#include "ui/operations/cancelsubscriptiondialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/operations/newsubscriptiondialog.h"
#include "ui/operations/provisiondialog.h"
#include "ui/pagecontext.h"
#include "ui/tasks/taskspage.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Phase = ui::OperationDialog::Phase;

/// The Tasks page on a real queue: whatever stopped is gone on with in its own dialog.
class TasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init();
    void cleanup();
    void nothingWaitsAtFirst();
    void aStoppedChangeOfPlanOpensItsDialog();
    void aStoppedSubscriptionOpensItsDialog();
    void aStoppedCancellationOpensItsDialog();
    void aStoppedTenantOpensItsDialog();
    void givingUpTakesItOffThePage();

private:
    [[nodiscard]] QPushButton *button(const QString &name) const;
    void stop(const core::Result<QUuid> &group) const;
    template <typename Dialog>
    void goOn();

    ui::Theme m_theme;
    ScriptedDialogs m_dialogs;
    ui::MemoryViewState m_viewState;
    core::SystemClock m_clock;
    std::unique_ptr<DialogDesk> m_desk;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::Launcher> m_launcher;
    std::unique_ptr<ui::TasksPage> m_page;
    QPointer<ui::OperationDialog> m_dialog;
    QUuid m_tenant;
    QString m_subscription;
};

void TasksTest::init()
{
    m_desk = std::make_unique<DialogDesk>();
    m_tenant = m_desk->addTenant(u"Birke AG"_s, u"office@birke.example"_s, u"professional"_s);
    m_subscription = m_desk->addSubscription(m_tenant, u"professional"_s,
                                             QDateTime::currentDateTimeUtc().addDays(12));
    m_actions = std::make_unique<ui::Actions>(m_theme);
    const ui::PageContext context{m_theme,     *m_actions,         m_dialogs,
                                  m_viewState, m_desk->services(), m_clock};
    m_launcher = std::make_unique<ui::Launcher>(context);
    connect(m_launcher.get(), &ui::Launcher::dialogOpened, this,
            [this](ui::OperationDialog *dialog) { m_dialog = dialog; });
    m_page = std::make_unique<ui::TasksPage>(context, *m_launcher);
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TasksTest::cleanup()
{
    delete m_dialog;
    m_page.reset();
    m_launcher.reset();
    m_actions.reset();
    m_desk.reset();
}

/// By its words; null while there is none in sight.
QPushButton *TasksTest::button(const QString &name) const
{
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *one : buttons) {
        if (one->text() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

/// Stripe says no to what was just submitted.
void TasksTest::stop(const core::Result<QUuid> &group) const
{
    QVERIFY(group);
    m_desk->refuse(m_desk->send(), {core::Error::Kind::Rejected, u"Not now."_s, {}, {}});
    m_desk->tell();
}

template <typename Dialog>
void TasksTest::goOn()
{
    QTRY_VERIFY(button(u"Continue…"_s));
    QTest::mouseClick(button(u"Continue…"_s), Qt::LeftButton);
    QVERIFY(qobject_cast<Dialog *>(m_dialog));
    QTRY_COMPARE(m_dialog->phase(), Phase::Stopped);
}

void TasksTest::nothingWaitsAtFirst()
{
    QSignalSpy counted(m_page.get(), &ui::TasksPage::countChanged);
    m_page->refresh();
    QTRY_VERIFY(!counted.isEmpty());
    QCOMPARE(counted.last().first().toLongLong(), 0);
    QVERIFY(!button(u"Continue…"_s));
}

void TasksTest::aStoppedChangeOfPlanOpensItsDialog()
{
    core::PlanChange change;
    change.tenantId = m_tenant;
    change.tier = core::PlanTier::Enterprise;
    change.proration = core::Proration::None;
    stop(m_desk->services().tenants.changePlan(change).result());
    goOn<ui::ChangePlanDialog>();
    // From there it really goes on.
    QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"act"_s), Qt::LeftButton);
    QTRY_COMPARE(m_desk->operation(core::OperationKind::ChangePlan).state,
                 core::OperationState::Planned);
}

void TasksTest::aStoppedSubscriptionOpensItsDialog()
{
    core::NewSubscription subscription;
    subscription.tenantId = m_tenant;
    subscription.priceId = u"price_route_yearly"_s;
    stop(m_desk->services().subscriptions.create(subscription).result());
    goOn<ui::NewSubscriptionDialog>();
}

void TasksTest::aStoppedCancellationOpensItsDialog()
{
    const core::Cancellation cancellation{m_subscription, true, u"unused"_s, {}};
    stop(m_desk->services().subscriptions.cancel(cancellation).result());
    goOn<ui::CancelSubscriptionDialog>();
}

void TasksTest::aStoppedTenantOpensItsDialog()
{
    core::NewTenant tenant;
    tenant.name = u"Grünkorb Wien GmbH"_s;
    tenant.email = u"office@gruenkorb.example"_s;
    tenant.tier = core::PlanTier::Basic;
    stop(m_desk->services().tenants.provision(tenant).result());
    goOn<ui::ProvisionDialog>();
}

void TasksTest::givingUpTakesItOffThePage()
{
    const core::Cancellation cancellation{m_subscription, true, u"unused"_s, {}};
    stop(m_desk->services().subscriptions.cancel(cancellation).result());
    QTRY_VERIFY(button(u"Give up"_s));
    QTest::mouseClick(button(u"Give up"_s), Qt::LeftButton);
    QCOMPARE(m_dialogs.titles.last(), u"Give up this task?"_s);
    QTRY_VERIFY(!button(u"Give up"_s));
}

QTEST_MAIN(TasksTest)
#include "tst_tasks.moc"
