// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/statusstrip.h"
#include "ui/shell/topbar.h"
#include "ui/theme/thememode.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

/// Below this the names of the navigation cost more than they give.
constexpr int narrowBelow = 1360;
/// What was told to be drawn is on screen by then, and a first key is answered.
constexpr auto untilPainted = 50ms;
/// What reads for longer does not hold up everything else.
constexpr auto patience = 1s;

/// The amber line over a window in test mode.
class TestLine : public QWidget
{
public:
    explicit TestLine(const Theme &theme)
        : m_theme(theme)
    {
        setFixedHeight(2);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.status(StatusColor::Amber).icon);
    }

private:
    const Theme &m_theme;
};

} // namespace

MainWindow::MainWindow(Theme &theme, Actions &actions, ViewState &viewState, QWidget *parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_viewState(viewState)
    , m_testLine(new TestLine(theme))
    , m_sidebar(new Sidebar(theme))
    , m_topBar(new TopBar(theme, actions))
    , m_pages(new QStackedWidget)
    , m_status(new StatusStrip(theme))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("OMS Billing"));
    setMinimumSize(980, 560);
    resize(1440, 900);
    build();
    m_toasts = new ToastStack(theme, centralWidget());
    connectActions();
    setTestMode(false);
}

void MainWindow::build()
{
    auto *ground = new Pane(m_theme, Role::Window);
    auto *outer = new QVBoxLayout(ground);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_testLine);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(0);
    sides->addWidget(m_sidebar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    sides->addLayout(column, 1);
    outer->addLayout(sides, 1);
    setCentralWidget(ground);
    connect(m_sidebar, &Sidebar::pageChosen, this, [this](const QString &page) {
        goTo({page, {}});
    });
    connect(m_topBar, &TopBar::crumbChosen, this, [this](int) {
        if (const Page *page = currentPage())
            goTo({page->id(), {}});
    });
    connect(m_topBar, &TopBar::bellPressed, this, &MainWindow::bellPressed);
    connect(m_status, &StatusStrip::partPressed, this, &MainWindow::healthPressed);
}

void MainWindow::connectActions()
{
    for (const ActionRow &row : actionTable())
        addAction(m_actions[row.id]);
    connect(m_actions[ActionId::GoBack], &QAction::triggered, this, [this] {
        if (m_history.canGoBack())
            go(m_history.back());
    });
    connect(m_actions[ActionId::GoForward], &QAction::triggered, this, [this] {
        if (m_history.canGoForward())
            go(m_history.forward());
    });
    connect(m_actions[ActionId::ToggleSidebar], &QAction::triggered, this, [this] {
        m_isSidebarNarrow = !m_sidebar->isNarrow();
        m_sidebar->setNarrow(*m_isSidebarNarrow);
    });
    connect(m_actions[ActionId::Refresh], &QAction::triggered, this, [this] {
        if (Page *page = currentPage())
            page->refresh();
    });
    connect(m_actions[ActionId::ToggleTheme], &QAction::triggered, this, [this] {
        m_theme.setMode(m_theme.isDark() ? Theme::Mode::Light : Theme::Mode::Dark);
        m_viewState.setValue(themeKey, toText(m_theme.mode()));
    });
    connect(m_actions[ActionId::Jump], &QAction::triggered, this, &MainWindow::jumpRequested);
    connect(m_actions[ActionId::Quit], &QAction::triggered, this, &QWidget::close);
}

void MainWindow::addPage(Page *page)
{
    addPage(page->face(), [page] { return page; });
    (void)made(m_slots.last());
}

void MainWindow::addPage(const PageFace &face, std::function<Page *()> make)
{
    m_slots.append({face, std::move(make), nullptr});
    m_sidebar->addPage(face);
}

bool MainWindow::makeNextPage()
{
    const auto next = std::ranges::find(m_slots, nullptr, &Slot::page);
    return next != m_slots.end() && made(*next) != nullptr;
}

Page *MainWindow::made(Slot &slot)
{
    if (!slot.page) {
        slot.page = slot.make();
        m_pages->addWidget(slot.page);
        join(*slot.page);
    }
    return slot.page;
}

void MainWindow::join(Page &page)
{
    connect(&page, &Page::navigationRequested, this, &MainWindow::goTo);
    connect(&page, &Page::breadcrumbChanged, this, &MainWindow::followPage);
    connect(&page, &Page::settled, this, &MainWindow::settle);
    connect(&page, &Page::locationChanged, this, [this, &page] {
        if (&page == currentPage() && !m_isGoing)
            m_history.visit({page.id(), page.openedObject()});
        followPage();
    });
    connect(&page, &Page::locationMoved, this, [this, &page] {
        if (&page == currentPage() && !m_isGoing)
            m_history.replace({page.id(), page.openedObject()});
        followPage();
    });
}

Page *MainWindow::currentPage() const
{
    return static_cast<Page *>(m_pages->currentWidget());
}

Page *MainWindow::page(const QString &id)
{
    for (Slot &slot : m_slots) {
        if (slot.face.id == id)
            return made(slot);
    }
    return nullptr;
}

QList<PageFace> MainWindow::faces() const
{
    QList<PageFace> all;
    for (const Slot &slot : m_slots)
        all.append(slot.face);
    return all;
}

void MainWindow::goTo(const Location &location)
{
    if (!page(location.page))
        return;
    m_isGoing = true; // one step, whatever the page says on the way
    reveal(location);
    m_isGoing = false;
    const QString opened = currentPage()->openedObject();
    m_history.visit({location.page, opened.isEmpty() ? location.object : opened});
    followPage();
}

/// Back or forward: the history stands there already.
void MainWindow::go(const Location &location)
{
    m_isGoing = true;
    reveal(location);
    m_isGoing = false;
    followPage();
}

void MainWindow::reveal(const Location &location)
{
    Page *shown = page(location.page);
    if (!shown)
        return;
    const bool isSame = shown == currentPage();
    m_pages->setCurrentWidget(shown);
    m_sidebar->setCurrent(location.page);
    shown->open(location.object);
    if (!isSame)
        shown->takeFocus();
    settle();
}

void MainWindow::settle()
{
    if (!m_isSettled && isVisible() && currentPage() && currentPage()->isSettled())
        settleIn(untilPainted);
}

void MainWindow::settleIn(std::chrono::milliseconds time)
{
    QTimer::singleShot(time, this, [this] {
        if (!std::exchange(m_isSettled, true))
            Q_EMIT settled();
    });
}

void MainWindow::followPage()
{
    const Page *shown = currentPage();
    if (!shown)
        return;
    const QStringList crumbs = shown->breadcrumb();
    m_topBar->setBreadcrumb(crumbs);
    setWindowTitle(tr("%1 – OMS Billing").arg(crumbs.last()));
    if (m_history.canGoBack())
        m_actions.allow(ActionId::GoBack);
    else
        m_actions.forbid(ActionId::GoBack, tr("There is nothing to go back to yet."));
    if (m_history.canGoForward())
        m_actions.allow(ActionId::GoForward);
    else
        m_actions.forbid(ActionId::GoForward, tr("There is nothing to go forward to."));
    Q_EMIT pageShown();
}

void MainWindow::setCount(const QString &page, std::optional<NavCount> count)
{
    m_sidebar->setCount(page, count);
}

void MainWindow::setHealth(services::Health::Part part, const services::PartHealth &health)
{
    m_status->setPart(part, health);
}

void MainWindow::setClock(const QString &text)
{
    m_status->setClock(text);
}

void MainWindow::setTestMode(bool isTest)
{
    m_testLine->setVisible(isTest);
    m_topBar->setTestMode(isTest);
}

void MainWindow::setUser(const QString &name, const QString &role)
{
    m_sidebar->setUser(name, role);
}

void MainWindow::setTask(const QString &text, double share)
{
    m_sidebar->setTask(text, share);
}

void MainWindow::setUnread(int count)
{
    m_topBar->setUnread(count);
}

void MainWindow::restore()
{
    restoreGeometry(m_viewState.value(u"window/geometry"_s).toByteArray());
    const QVariant narrow = m_viewState.value(u"window/narrow"_s);
    if (narrow.isValid())
        m_isSidebarNarrow = narrow.toBool();
    followWidth();
    const QString last = m_viewState.value(u"window/page"_s).toString();
    if (page(last))
        goTo({last, {}});
    else if (!m_slots.isEmpty())
        goTo({m_slots.first().face.id, {}});
}

void MainWindow::showEvent(QShowEvent *event)
{
    Q_EMIT appearing();
    QMainWindow::showEvent(event);
    settle();
    settleIn(patience);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_viewState.setValue(u"window/geometry"_s, saveGeometry());
    if (m_isSidebarNarrow)
        m_viewState.setValue(u"window/narrow"_s, *m_isSidebarNarrow);
    if (const Page *shown = currentPage())
        m_viewState.setValue(u"window/page"_s, shown->id());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    followWidth();
}

void MainWindow::followWidth()
{
    const bool isNarrow = m_isSidebarNarrow.value_or(width() < narrowBelow);
    if (isNarrow != m_sidebar->isNarrow())
        m_sidebar->setNarrow(isNarrow);
}

} // namespace ui
