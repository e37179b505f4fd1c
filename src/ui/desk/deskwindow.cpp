// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskwindow.h"

#include "core/clock.h"
#include "core/listnews.h"
#include "core/overview.h"
#include "models/listtablemodel.h"
#include "models/wording.h"
#include "services/deskservices.h"
#include "services/whenready.h"
#include "ui/desk/listtaskdialog.h"
#include "ui/dialogs.h"
#include "ui/events/eventspage.h"
#include "ui/invoices/invoicespage.h"
#include "ui/jump/jumpdialog.h"
#include "ui/overview/overviewpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/subscriptions/subscriptionspage.h"
#include "ui/sync/syncpage.h"
#include "ui/tasks/taskspage.h"
#include "ui/tenants/tenantspage.h"
#include "ui/widgets/gotorowdialog.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QFileInfo>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

QString roleText(const QString &role)
{
    if (role == "admin"_L1)
        return DeskWindow::tr("Administrator");
    if (role == "operator"_L1)
        return DeskWindow::tr("Operator");
    return role == "viewer"_L1 ? DeskWindow::tr("Viewer") : role;
}

Right rightOf(const services::SignedInPerson &person)
{
    if (person.role == "admin"_L1 || person.runsEngine)
        return Right::Administer;
    return person.role == "operator"_L1 ? Right::Operate : Right::View;
}

} // namespace

DeskWindow::DeskWindow(MainWindow &window, const PageContext &context)
    : QObject(&window)
    , m_window(window)
    , m_context(context)
    , m_source(context.services.lists, context.clock)
    , m_launcher(context)
    , m_exporter(context)
    , m_copier(context)
{
    makePages();
    joinHealth();
    joinChanges();
    joinListTasks();
    joinListActions();
    joinLauncher();
    showPerson();
    showClock();
    connect(&window, &MainWindow::appearing, this, &DeskWindow::showPerson);
    connect(&window, &MainWindow::settled, this, &DeskWindow::readCounts);
    connect(&window, &MainWindow::settled, this, &DeskWindow::makeRest);
}

void DeskWindow::makePages()
{
    m_window.addPage(OverviewPage::ownFace(), [this] { return new OverviewPage(m_context); });
    addList(TenantsPage::ownFace(),
            [this] { return new TenantsPage(m_context, m_source, m_launcher); });
    addList(SubscriptionsPage::ownFace(),
            [this] { return new SubscriptionsPage(m_context, m_source, m_launcher); });
    addList(InvoicesPage::ownFace(), [this] { return new InvoicesPage(m_context, m_source); });
    addList(EventsPage::ownFace(), [this] {
        auto *events = new EventsPage(m_context, m_source);
        joinEvents(*events);
        return events;
    });
    addList(SyncPage::ownFace(), [this] {
        auto *sync = new SyncPage(m_context, m_source);
        joinSync(*sync);
        return sync;
    });
    m_window.addPage(TasksPage::ownFace(), [this] {
        auto *tasks = new TasksPage(m_context, m_launcher);
        connect(tasks, &TasksPage::countChanged, this, [this](qint64 groups) {
            m_window.setCount(u"tasks"_s,
                              groups > 0 ? std::optional(NavCount{groups, {}}) : std::nullopt);
        });
        return tasks;
    });
}

/// Lists take part in what concerns all of them from when they are made.
void DeskWindow::addList(const PageFace &face, std::function<ListPage *()> make)
{
    m_window.addPage(face, [this, make = std::move(make)] {
        ListPage *page = make();
        m_lists.append(page);
        tellWhetherAway(*page);
        return page;
    });
}

/// One in a turn of the event loop: whoever types meanwhile waits for one page at most.
void DeskWindow::makeRest()
{
    if (m_window.makeNextPage())
        QTimer::singleShot(0, this, &DeskWindow::makeRest);
}

/// There is room for one task, and a file takes longest.
void DeskWindow::showTask(const QString &text, double share)
{
    if (!m_exporter.isRunning())
        m_window.setTask(text, share);
}

void DeskWindow::tellFailure(const core::Error &error)
{
    m_window.toasts().add({Toast::Kind::Failed, tr("That did not work"), error.message, {}, {}});
}

void DeskWindow::joinEvents(EventsPage &page)
{
    connect(&page, &EventsPage::progressed, this, &DeskWindow::showTask);
    connect(&page, &EventsPage::failed, this, &DeskWindow::tellFailure);
    connect(&page, &EventsPage::replayAsked, this, [this](qint64 events) {
        m_window.toasts().add({Toast::Kind::Done,
                               tr("Applying events once more"),
                               tr("%Ln event(s); the list shows what becomes of them.", nullptr,
                                  static_cast<int>(events)),
                               {},
                               {}});
    });
}

void DeskWindow::joinSync(SyncPage &page)
{
    connect(&page, &SyncPage::progressed, this, &DeskWindow::showTask);
    connect(&page, &SyncPage::failed, this, &DeskWindow::tellFailure);
    connect(&page, &SyncPage::warned, this, [this](const QString &title, const QString &text) {
        m_window.toasts().add({Toast::Kind::Failed, title, text, {}, {}});
    });
    connect(&page, &SyncPage::adoptionAsked, this, [this](qint64 objects) {
        m_window.toasts().add({Toast::Kind::Done,
                               tr("Taking over from Stripe"),
                               tr("%n object(s); each leaves the list as soon as it agrees.",
                                  nullptr, static_cast<int>(objects)),
                               {},
                               {}});
    });
    connect(m_context.actions[ActionId::CompareWithStripe], &QAction::triggered, this, [this] {
        m_window.goTo({u"sync"_s, {}});
    });
}

void DeskWindow::joinHealth()
{
    using Part = services::Health::Part;
    services::Health &health = m_context.services.health;
    connect(&health, &services::Health::changed, this, [this, &health](Part part) {
        m_window.setHealth(part, health.part(part));
        if (part == Part::Database)
            followDatabase();
    });
    for (const Part part : {Part::Database, Part::Stripe, Part::Listener, Part::Lag})
        m_window.setHealth(part, health.part(part));
    connect(&m_window, &MainWindow::healthPressed, this, &DeskWindow::tellHealth);
}

void DeskWindow::followDatabase()
{
    const bool isAway = isDatabaseAway();
    const bool isBack = std::exchange(m_wasAway, isAway) && !isAway;
    for (ListPage *page : std::as_const(m_lists)) {
        tellWhetherAway(*page);
        if (isBack)
            page->refresh();
    }
}

bool DeskWindow::isDatabaseAway() const
{
    return m_context.services.health.part(services::Health::Part::Database).state
        == services::PartHealth::State::Bad;
}

void DeskWindow::tellWhetherAway(ListPage &page) const
{
    const QString away = m_context.services.health.part(services::Health::Part::Database).summary;
    page.setOffline(isDatabaseAway()
                        ? tr("The database is %1. What you see is from before.").arg(away)
                        : QString());
}

void DeskWindow::joinChanges()
{
    m_counting.setSingleShot(true);
    m_counting.setInterval(400ms);
    connect(&m_counting, &QTimer::timeout, this, &DeskWindow::readCounts);
    connect(&m_context.services.changes, &services::ChangeNotifier::changed, this,
            [this](const QList<core::Change> &changes) {
                for (ListPage *page : std::as_const(m_lists)) {
                    const core::ListNews news = core::newsFor(page->model().query().list, changes);
                    if (news.isAll)
                        page->noteChanges({});
                    else if (!news.ids.isEmpty())
                        page->noteChanges(news.ids);
                }
                if (!m_counting.isActive())
                    m_counting.start();
            });
}

void DeskWindow::joinListTasks()
{
    followTask(m_exporter);
    followTask(m_copier);
    connect(&m_exporter, &ListTask::progressed, &m_window, &MainWindow::setTask);
    connect(&m_copier, &ListTask::progressed, this, &DeskWindow::showTask);
    tellListTasks();
}

void DeskWindow::followTask(ListTask &task)
{
    connect(&task, &ListTask::lasting, this, [this, &task] {
        m_context.dialogs.open(new ListTaskDialog(m_context.theme, task), &m_window);
    });
}

void DeskWindow::tellListTasks()
{
    const auto tell = [this](Toast::Kind kind, const QString &title, const QString &text) {
        m_window.toasts().add({kind, title, text, {}, {}});
    };
    connect(&m_exporter, &Exporter::finished, this, [tell](const QString &path, qint64 rows) {
        tell(Toast::Kind::Done, tr("Export finished"),
             tr("%1 rows in %2").arg(models::countText(rows), QFileInfo(path).fileName()));
    });
    connect(&m_exporter, &ListTask::failed, this, [tell](const core::Error &error) {
        tell(Toast::Kind::Failed, tr("No file was written"), error.message);
    });
    connect(&m_copier, &Copier::copied, this, [tell](qint64 rows) {
        tell(Toast::Kind::Done, tr("Copied %Ln row(s)", nullptr, static_cast<int>(rows)),
             tr("Ready to be pasted into a spreadsheet or a mail."));
    });
    connect(&m_copier, &ListTask::failed, this, [tell](const core::Error &error) {
        tell(Toast::Kind::Failed, tr("Nothing was copied"), error.message);
    });
}

ListPage *DeskWindow::currentList() const
{
    return qobject_cast<ListPage *>(m_window.currentPage());
}

void DeskWindow::joinListActions()
{
    const auto on = [this](ActionId id, const std::function<void(ListPage &)> &act) {
        connect(m_context.actions[id], &QAction::triggered, this, [this, act] {
            if (ListPage *page = currentList())
                act(*page);
        });
    };
    on(ActionId::FocusFilter, &ListPage::focusSearch);
    on(ActionId::GoToRow, [this](ListPage &page) { askForRow(page); });
    on(ActionId::CopyRows, [this](ListPage &page) { m_copier.copyRows(page); });
    on(ActionId::ExportList, [this](ListPage &page) {
        if (m_exporter.isRunning())
            m_context.dialogs.open(new ListTaskDialog(m_context.theme, m_exporter), &m_window);
        else
            m_exporter.exportList(page);
    });
    connect(&m_window, &MainWindow::pageShown, this, [this] {
        for (const ActionId id : {ActionId::FocusFilter, ActionId::GoToRow, ActionId::CopyRows}) {
            if (currentList())
                m_context.actions.allow(id);
            else
                m_context.actions.forbid(id, tr("Open a list first."));
        }
    });
}

void DeskWindow::askForRow(ListPage &page)
{
    const int current = page.list().currentIndex().row();
    auto *dialog = new GoToRowDialog(m_context.theme, page.model(), current);
    connect(dialog, &GoToRowDialog::chosen, &page, [&page](int row) {
        page.list().goToRow(row);
        page.takeFocus();
    });
    m_context.dialogs.open(dialog, &page);
}

void DeskWindow::joinLauncher()
{
    connect(m_context.actions[ActionId::NewTenant], &QAction::triggered, this,
            [this] { m_launcher.newTenant(&m_window); });
    connect(&m_launcher, &Launcher::tenantRequested, this, [this](const QUuid &tenant) {
        m_window.goTo({u"tenants"_s, tenant.toString(QUuid::WithoutBraces)});
    });
    connect(&m_window, &MainWindow::jumpRequested, this, &DeskWindow::jump);
    connect(&m_window, &MainWindow::bellPressed, this, [this] { m_window.goTo({u"tasks"_s, {}}); });
}

void DeskWindow::jump()
{
    m_context.dialogs.open(new JumpDialog(m_context, m_window, m_launcher), &m_window);
}

void DeskWindow::showPerson()
{
    const services::SignedInPerson &person = m_context.services.person;
    m_window.setUser(person.name, roleText(person.role));
    m_window.setTestMode(m_context.services.isTestMode);
    m_context.actions.setRight(rightOf(person));
}

void DeskWindow::showClock()
{
    const auto show = [this] { m_window.setClock(models::exactTime(m_context.clock.now())); };
    connect(&m_clock, &QTimer::timeout, this, show);
    m_clock.start(10s);
    show();
}

void DeskWindow::readCounts()
{
    services::whenReady(m_context.services.overview.counts(), this,
                        [this](const core::Result<core::NavigationCounts> &counts) {
                            if (counts)
                                showCounts(*counts);
                        });
}

void DeskWindow::showCounts(const core::NavigationCounts &counts)
{
    m_window.setCount(u"tenants"_s, NavCount{counts.tenants, {}});
    m_window.setCount(u"sync"_s,
                      counts.drift > 0 ? std::optional(NavCount{counts.drift, StatusColor::Amber})
                                       : std::nullopt);
    m_window.setCount(u"events"_s,
                      counts.eventsToWork > 0
                          ? std::optional(NavCount{counts.eventsToWork, StatusColor::Red})
                          : std::nullopt);
    m_window.setCount(u"invoices"_s,
                      counts.invoicesToWork > 0
                          ? std::optional(NavCount{counts.invoicesToWork, StatusColor::Red})
                          : std::nullopt);
}

void DeskWindow::tellHealth(services::Health::Part part)
{
    const services::PartHealth health = m_context.services.health.part(part);
    const bool isBad = health.state == services::PartHealth::State::Bad;
    m_window.toasts().add({isBad ? Toast::Kind::Failed : Toast::Kind::Note,
                           health.summary,
                           health.advice.isEmpty() ? tr("Everything is in order.") : health.advice,
                           {},
                           {}});
}

} // namespace ui
