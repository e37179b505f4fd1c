// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "sample.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusstrip.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/skeleton.h"
#include "ui/widgets/statepane.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

namespace {

/// A page that only remembers what was asked of it.
class PlainPage final : public ui::Page
{
public:
    PlainPage(const ui::Theme &theme, const QString &id, int group)
        : Page(theme, {id, id, "gauge"_L1, group})
    {
    }
    int refreshes = 0;
    QStringList opened;
    void refresh() override { ++refreshes; }
    void open(const QString &object) override { opened.append(object); }
};

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    std::unique_ptr<SampleShell> m_shell;
    PlainPage *m_usage = nullptr;

    QAction &action(ui::ActionId id) const { return *m_shell->actions[id]; }
    ListTableModel &model() const { return m_shell->tenants->model(); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(u"oms-billing"_s);
        m_theme.install(*qApp);
    }
    void init()
    {
        m_shell = std::make_unique<SampleShell>(m_theme);
        m_usage = new PlainPage(m_theme, u"usage"_s, 2);
        m_shell->window.addPage(m_usage);
        m_shell->window.restore();
        m_shell->window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_shell->window));
        QTRY_COMPARE(model().state(), ListTableModel::State::Ready);
        QTRY_VERIFY(model().isCounted());
    }
    void cleanup() { m_shell.reset(); }

    void nothingInTheShellIsNameless()
    {
        m_shell->tenants->list().setCurrentId(m_shell->source.rows.at(1).id);
        model().setAllChecked(true);
        QCOMPARE(namelessControls(&m_shell->window).join(u'\n'), QString());
    }

    void tabReachesEverythingThatCanBePressed()
    {
        QSet<QWidget *> reached;
        QWidget *at = &m_shell->window;
        for (int i = 0; i < 400; ++i) {
            at = at->nextInFocusChain();
            if (at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus))
                reached.insert(at);
        }
        const auto buttons = m_shell->window.findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            const bool isPart = button->parentWidget()->inherits("QTabBar")
                || button->parentWidget()->inherits("QLineEdit")
                || button->parentWidget()->inherits("QTableView");
            if (button->isVisible() && button->isEnabled() && !isPart)
                QVERIFY2(reached.contains(button), qPrintable(button->accessibleName()));
        }
        QVERIFY(reached.contains(&m_shell->tenants->list()));
    }

    void backAndForwardFollowWhereOneWas()
    {
        QVERIFY(!action(ui::ActionId::GoBack).isEnabled());
        QVERIFY(!action(ui::ActionId::GoBack).toolTip().isEmpty());
        m_shell->window.goTo({u"usage"_s, u"orders"_s});
        QCOMPARE(m_shell->window.currentPage()->id(), u"usage"_s);
        QCOMPARE(m_usage->opened, QStringList{u"orders"_s});
        QTest::keyClick(&m_shell->window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_shell->window.currentPage()->id(), u"tenants"_s);
        QTest::keyClick(&m_shell->window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_shell->window.currentPage()->id(), u"usage"_s);
        QVERIFY(!action(ui::ActionId::GoForward).isEnabled());
    }

    void theNavigationLeadsToPages()
    {
        auto *entry = m_shell->window.findChild<ui::NavItem *>(u"nav.usage"_s);
        QVERIFY(entry);
        QTest::mouseClick(entry, Qt::LeftButton);
        QCOMPARE(m_shell->window.currentPage()->id(), u"usage"_s);
        QVERIFY(entry->isCurrent());
        m_shell->window.setCount(u"usage"_s, ui::NavCount{4, ui::StatusColor::Red});
        QCOMPARE(entry->accessibleName(), u"usage, 4"_s);
    }

    void aPageIsMadeWhenItIsNeeded()
    {
        int made = 0;
        m_shell->window.addPage({u"later"_s, u"Later"_s, "gauge"_L1, 2}, [&] {
            ++made;
            return new PlainPage(m_theme, u"later"_s, 2);
        });
        QVERIFY(m_shell->window.findChild<ui::NavItem *>(u"nav.later"_s));
        QCOMPARE(m_shell->window.faces().last().title, u"Later"_s);
        QCOMPARE(made, 0);
        m_shell->window.goTo({u"later"_s, {}});
        QCOMPARE(m_shell->window.currentPage()->id(), u"later"_s);
        m_shell->window.goTo({u"usage"_s, {}});
        m_shell->window.goTo({u"later"_s, {}});
        QCOMPARE(made, 1);
        QVERIFY(!m_shell->window.makeNextPage());
    }

    void whatWaitsForTheFirstPageIsToldOnce()
    {
        SampleShell other(m_theme);
        QSignalSpy settled(&other.window, &ui::MainWindow::settled);
        other.window.restore();
        QTRY_COMPARE(other.tenants->model().state(), ListTableModel::State::Ready);
        QCOMPARE(settled.size(), 0); // nothing is on screen
        other.window.show();
        QTRY_COMPARE(settled.size(), 1);
        other.tenants->refresh();
        QTRY_COMPARE(other.tenants->model().state(), ListTableModel::State::Ready);
        QTest::qWait(0);
        QCOMPARE(settled.size(), 1);
    }

    void refreshReachesThePageInSight()
    {
        m_shell->window.goTo({u"usage"_s, {}});
        QTest::keyClick(&m_shell->window, Qt::Key_F5);
        QCOMPARE(m_usage->refreshes, 1);
    }

    void theSidebarNarrowsBelow1360Pixels()
    {
        const auto *sidebar = m_shell->window.findChild<ui::Sidebar *>();
        QCOMPARE(sidebar->width(), 208);
        m_shell->window.resize(1280, 720);
        QTRY_COMPARE(sidebar->width(), 57);
        QTest::keyClick(&m_shell->window, Qt::Key_B, Qt::ControlModifier);
        QTRY_COMPARE(sidebar->width(), 208);
    }

    void eachStateOnTheStatusBarOpensWhatBelongsToIt()
    {
        QSignalSpy pressed(&m_shell->window, &ui::MainWindow::healthPressed);
        const auto parts = m_shell->window.findChildren<ui::StatusPart *>();
        QCOMPARE(parts.size(), 4);
        using Part = services::Health::Part;
        m_shell->window.setHealth(Part::Database,
                                  {services::PartHealth::State::Bad,
                                   u"not answering since 14:31"_s,
                                   u"Trying again."_s,
                                   {}});
        QCOMPARE(parts.first()->accessibleName(),
                 u"Database: not working, not answering since 14:31"_s);
        QTest::mouseClick(parts.first(), Qt::LeftButton);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed.first().first().value<Part>(), Part::Database);
    }

    void whatTheRoleMayNotDoSaysWhy()
    {
        m_shell->actions.setRight(ui::Right::View);
        QVERIFY(!action(ui::ActionId::NewTenant).isEnabled());
        QVERIFY(action(ui::ActionId::NewTenant).toolTip().contains(u"role"_s));
        m_shell->actions.allow(ui::ActionId::NewTenant);
        QVERIFY2(!action(ui::ActionId::NewTenant).isEnabled(), "a page cannot give a right");
        m_shell->actions.setRight(ui::Right::Operate);
        QVERIFY(action(ui::ActionId::NewTenant).isEnabled());
        m_shell->actions.forbid(ui::ActionId::NewTenant, u"Stripe cannot be reached."_s);
        QCOMPARE(action(ui::ActionId::NewTenant).toolTip(), u"Stripe cannot be reached."_s);
    }

    void columnsSortAndPageAreRemembered()
    {
        m_shell->tenants->list().horizontalHeader()->resizeSection(3, 150);
        model().sortBy(3, false);
        m_shell->window.goTo({u"usage"_s, {}});
        m_shell->window.close();
        QCOMPARE(m_shell->viewState.value(u"window/page"_s).toString(), u"usage"_s);
        QCOMPARE(m_shell->viewState.value(u"lists/tenants/sort"_s).toStringList(),
                 QStringList{u"+mrr"_s});
        ui::ListPage again({m_theme, m_shell->source, m_shell->clock, m_shell->viewState,
                            m_shell->actions, m_shell->dialogs},
                           {u"tenants"_s, u"Tenants"_s, "building-2"_L1, 1}, core::ListId::Tenants,
                           {u"Search"_s, [](qint64) { return QString(); }, {}, {}, {}, {}});
        QCOMPARE(again.list().columnWidth(3), 150);
        QCOMPARE(again.model().query().sort.first().column, u"mrr"_s);
    }

    void settingsKeepTheViewState()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"view.ini"_s);
        {
            QSettings settings(file, QSettings::IniFormat);
            ui::SettingsViewState(settings).setValue(u"window/page"_s, u"usage"_s);
        }
        QSettings settings(file, QSettings::IniFormat);
        QCOMPARE(ui::SettingsViewState(settings).value(u"window/page"_s).toString(), u"usage"_s);
    }

    void allFiveStatesOfAListAreShown()
    {
        auto *pane = m_shell->window.findChild<ui::StatePane *>();
        auto *skeleton = m_shell->window.findChild<ui::Skeleton *>();
        auto *banner = m_shell->window.findChild<ui::Banner *>();
        QVERIFY(pane->isHidden() && skeleton->isHidden() && banner->isHidden());
        m_shell->source.failure =
            core::Error{core::Error::Kind::Unreachable, u"No answer."_s, {}, {}};
        m_shell->tenants->refresh();
        QTRY_VERIFY(!banner->isHidden()); // rows are here: they stay, dated
        QVERIFY(pane->isHidden());
        m_shell->source.failure.reset();
        m_shell->source.rows.clear();
        m_shell->tenants->refresh();
        QTRY_VERIFY(!pane->isHidden());
        QVERIFY(banner->isHidden());
        QCOMPARE(pane->accessibleName(), u"No tenants yet"_s);
        m_shell->tenants->showForbidden(u"You may not read tenants"_s, u"It needs a role."_s);
        QCOMPARE(pane->accessibleName(), u"You may not read tenants"_s);
    }

    void theFirstLoadShowsWhereTheColumnsWillBe()
    {
        SampleShell fresh(m_theme);
        fresh.source.isHeld = true;
        fresh.window.restore();
        fresh.window.show();
        const auto *skeleton = fresh.window.findChild<ui::Skeleton *>();
        QVERIFY(!skeleton->isHidden());
        fresh.source.isHeld = false;
        fresh.source.release();
        QTRY_VERIFY(skeleton->isHidden());
    }

    void searchingNarrowsTheListAfterAMoment()
    {
        m_shell->tenants->focusSearch();
        auto *search = m_shell->window.findChild<QLineEdit *>(u"search"_s);
        QTest::keyClicks(search, u"Birke"_s);
        QTRY_COMPARE(model().rowCount(), 17);
        search->clear();
        QTRY_COMPARE(model().rowCount(), m_shell->source.rows.size());
    }

    void aRowOpensByItsIdAlsoBeforeTheListIsLoaded()
    {
        SampleShell fresh(m_theme);
        fresh.window.show();
        const QUuid id = fresh.source.rows.at(5).id;
        fresh.window.goTo({u"tenants"_s, id.toString(QUuid::WithoutBraces)});
        QTRY_COMPARE(fresh.tenants->list().currentId(), id);
        QVERIFY(fresh.window.findChild<ui::DetailPanel *>()->isVisible());
    }

    void theWindowFitsInto1280By720()
    {
        m_shell->tenants->list().setCurrentId(m_shell->source.rows.at(1).id);
        QVERIFY(m_shell->window.minimumSizeHint().width() <= 1280);
        QVERIFY(m_shell->window.minimumSizeHint().height() <= 720);
    }

    void theTestModeLineIsOnlyThereInTestMode()
    {
        const QColor amber = m_theme.status(ui::StatusColor::Amber).icon;
        QCOMPARE(m_shell->window.grab().toImage().pixelColor(700, 0), amber);
        m_shell->window.setTestMode(false);
        QVERIFY(m_shell->window.grab().toImage().pixelColor(700, 0) != amber);
    }
};

QTEST_MAIN(ShellTest)
#include "tst_shell.moc"
