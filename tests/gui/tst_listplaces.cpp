// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/listplace.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"
#include "ui/widgets/viewtabs.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

/// Where one is on a list page: views, saved views, the panel as a page, back and forward.
class ListPlacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_shell.reset(); }
    void placesSurviveTheirText();
    void aLinkOpensItsView();
    void aLinkWithFiltersOpensThem();
    void backRestoresTheView();
    void aRowFarDownIsShownByItsId();
    void aRowOutsideTheViewIsShownByItsId();
    void enterOpensThePage();
    void escapeLeavesThePageAsTheListWas();
    void theBreadcrumbLeadsBackToTheList();
    void backAndForwardCrossThePage();
    void escapeClosesThePanelAndAClickOpensIt();
    void aViewIsSavedUnderAName();
    void savedViewsOutliveThePage();
    void savedColumnsComeWithTheirView();
    void aSavedViewIsRenamed();
    void aSavedViewIsDeleted();
    void aNameIsNeeded();

private:
    [[nodiscard]] ui::ListPage &page() const { return *m_shell->tenants; }
    [[nodiscard]] ui::DetailPanel &panel() const { return *page().findChild<ui::DetailPanel *>(); }
    [[nodiscard]] QUuid idAt(int row) const { return m_shell->source.rows.at(row).id; }
    [[nodiscard]] QString tab() const { return page().views().current().title; }
    void goTo(const ui::ListPlace &place) const
    {
        m_shell->window.goTo({u"tenants"_s, ui::toText(place)});
    }
    void openRow(int row) const;
    void pressEnter() const { QTest::keyClick(&page().list(), Qt::Key_Return); }
    void goBack() const { QTest::keyClick(&m_shell->window, Qt::Key_Left, Qt::AltModifier); }
    void goForward() const { QTest::keyClick(&m_shell->window, Qt::Key_Right, Qt::AltModifier); }
    void save(const QString &name) const;
    void answer(const QString &name) const;
    void chooseInMenu(const QString &action) const;

    ui::Theme m_theme;
    std::unique_ptr<SampleShell> m_shell;
};

void ListPlacesTest::initTestCase()
{
    m_theme.install(*qApp);
}

void ListPlacesTest::init()
{
    m_shell = std::make_unique<SampleShell>(m_theme);
    QObject::connect(m_shell->tenants, &ui::ListPage::opened, m_shell->tenants,
                     &ui::ListPage::openWhole);
    m_shell->window.restore();
    m_shell->window.show();
    QVERIFY(QTest::qWaitForWindowActive(&m_shell->window));
    QTRY_COMPARE(page().model().state(), ListTableModel::State::Ready);
    QTRY_VERIFY(page().model().isCounted());
}

void ListPlacesTest::openRow(int row) const
{
    QTRY_COMPARE(page().model().state(), ListTableModel::State::Ready);
    page().list().setCurrentId(idAt(row));
    QTRY_VERIFY(panel().isVisible());
}

void ListPlacesTest::placesSurviveTheirText()
{
    const QUuid row = idAt(3);
    QCOMPARE(ui::toText(ui::ListPlace{.row = row}), row.toString(QUuid::WithoutBraces));
    QCOMPARE(ui::toText(ui::ListPlace{}), QString());
    const ui::ListPlace place{
        .view = u"past-due"_s,
        .filters = QList<core::Filter>{{u"mrr"_s, core::FilterOperator::AtLeast, qint64(9900)}},
        .row = row,
        .isWhole = true};
    QCOMPARE(ui::listPlaceFromText(core::ListId::Tenants, ui::toText(place)), place);
}

void ListPlacesTest::aLinkOpensItsView()
{
    goTo({.view = u"renewing"_s});
    QCOMPARE(tab(), u"Renewing in 30 days"_s);
    QCOMPARE(page().model().query().filters.size(), 2);
    QCOMPARE(page().breadcrumb(), QStringList({u"Tenants"_s, u"Renewing in 30 days"_s}));
}

void ListPlacesTest::aLinkWithFiltersOpensThem()
{
    const QList<core::Filter> filters{{u"plan"_s, core::FilterOperator::Equals, u"basic"_s}};
    goTo({.view = u"all"_s, .filters = filters});
    QCOMPARE(tab(), u"All"_s);
    QCOMPARE(page().model().query().filters, filters);
    QCOMPARE(page().filterBar().filters(), filters);
}

void ListPlacesTest::backRestoresTheView()
{
    goTo({.view = u"renewing"_s});
    goTo({.view = u"past-due"_s});
    goBack();
    QCOMPARE(tab(), u"Renewing in 30 days"_s);
    goBack();
    QCOMPARE(tab(), u"All"_s);
    QVERIFY(page().model().query().filters.isEmpty());
    goForward();
    QCOMPARE(tab(), u"Renewing in 30 days"_s);
    QCOMPARE(page().model().query().filters.size(), 2);
}

void ListPlacesTest::aRowFarDownIsShownByItsId()
{
    QSignalSpy shown(&page(), &ui::ListPage::currentIdChanged);
    const QUuid far = m_shell->source.rows.last().id;
    QVERIFY2(page().model().rowOf(far) < 0, "the row has to be out of reach");
    goTo({.row = far});
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().first().toUuid(), far);
    QVERIFY(panel().isVisible());
    QVERIFY(page().list().currentId().isNull());
    // Another row takes its place as ever.
    page().list().setCurrentId(idAt(1));
    QCOMPARE(page().shownId(), idAt(1));
}

void ListPlacesTest::aRowOutsideTheViewIsShownByItsId()
{
    m_shell->source.rows.removeLast();
    const QUuid gone = QUuid::createUuid();
    openRow(2);
    goTo({.view = u"renewing"_s, .row = gone});
    QTRY_COMPARE(page().model().state(), ListTableModel::State::Ready);
    QCOMPARE(page().shownId(), gone);
    QVERIFY(panel().isVisible());
}

void ListPlacesTest::enterOpensThePage()
{
    openRow(4);
    pressEnter();
    QVERIFY(panel().isWide());
    QVERIFY(!page().list().isVisible());
    QTRY_COMPARE(panel().width(), page().width());
    QCOMPARE(page().breadcrumb(), QStringList({u"Tenants"_s, panel().title()}));
    QVERIFY(panel().isAncestorOf(QApplication::focusWidget()));
}

void ListPlacesTest::escapeLeavesThePageAsTheListWas()
{
    QTRY_VERIFY(page().model().totals().count > 0); // they come after the rows
    page().model().setAllChecked(true);
    page().list().verticalScrollBar()->setValue(500);
    page().list().setCurrentIndex(page().model().index(22, 0));
    const int scrolled = page().list().verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    pressEnter();
    QVERIFY(panel().isWide());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!panel().isWide());
    QVERIFY(page().list().isVisible());
    QVERIFY(page().list().hasFocus());
    QCOMPARE(page().list().currentId(), idAt(22));
    QCOMPARE(page().list().verticalScrollBar()->value(), scrolled);
    QVERIFY(page().model().checked().isAll(page().model().totals()));
    QCOMPARE(panel().width(), ui::metrics::panel);
}

void ListPlacesTest::theBreadcrumbLeadsBackToTheList()
{
    openRow(4);
    pressEnter();
    auto *crumbs = m_shell->window.findChild<ui::Breadcrumb *>();
    QTest::mouseClick(crumbs, Qt::LeftButton, {}, QPoint(10, 14));
    QVERIFY(page().list().isVisible());
    QCOMPARE(page().list().currentId(), idAt(4));
}

void ListPlacesTest::backAndForwardCrossThePage()
{
    openRow(4);
    pressEnter();
    goBack();
    QVERIFY(page().list().isVisible());
    QCOMPARE(page().list().currentId(), idAt(4));
    goForward();
    QVERIFY(panel().isWide() && !page().list().isVisible());
    QCOMPARE(page().shownId(), idAt(4));
}

void ListPlacesTest::escapeClosesThePanelAndAClickOpensIt()
{
    openRow(4);
    QTest::keyClick(&page().list(), Qt::Key_Escape);
    QVERIFY(!panel().isVisible());
    const QPoint row(300, ui::metrics::row * 2 + 4);
    QTest::mouseClick(page().list().viewport(), Qt::LeftButton, {}, row);
    QVERIFY(panel().isVisible());
}

void ListPlacesTest::answer(const QString &name) const
{
    QDialog *dialog = nullptr;
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top->objectName() == u"viewNameDialog"_s && top->isVisible())
            dialog = qobject_cast<QDialog *>(top);
    }
    QVERIFY2(dialog, "no dialog asks for a name");
    dialog->findChild<QLineEdit *>(u"viewName"_s)->setText(name);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"viewNameSave"_s), Qt::LeftButton);
    QVERIFY(!dialog->isVisible());
}

void ListPlacesTest::save(const QString &name) const
{
    auto *link = page().findChild<ui::LinkLabel *>(u"saveViewLink"_s);
    QVERIFY(link->isVisible());
    QTest::mouseClick(link, Qt::LeftButton);
    answer(name);
}

void ListPlacesTest::chooseInMenu(const QString &action) const
{
    QTest::mouseClick(page().findChild<QPushButton *>(u"savedViews"_s), Qt::LeftButton);
    auto *menu = page().findChild<QMenu *>(u"savedViewsMenu"_s);
    QVERIFY(menu && menu->isVisible());
    const QList<QAction *> actions = menu->actions();
    for (QAction *one : actions) {
        if (one->objectName() == action || one->text() == action)
            one->trigger();
    }
    menu->close();
    delete menu;
}

void ListPlacesTest::aViewIsSavedUnderAName()
{
    goTo({.view = u"all"_s,
          .filters =
              QList<core::Filter>{{u"plan"_s, core::FilterOperator::Equals, u"enterprise"_s}}});
    page().model().sortBy(3, false);
    save(u"Large ones"_s);
    QCOMPARE(tab(), u"Large ones"_s);
    QCOMPARE(page().breadcrumb().last(), u"Large ones"_s);
    page().showView(0);
    QVERIFY(page().model().query().filters.isEmpty());
    chooseInMenu(u"Large ones"_s);
    QCOMPARE(tab(), u"Large ones"_s);
    QCOMPARE(page().model().query().filters.first().value.toString(), u"enterprise"_s);
    QCOMPARE(page().model().query().sort.first().column, u"mrr"_s);
}

void ListPlacesTest::savedViewsOutliveThePage()
{
    goTo({.view = u"renewing"_s});
    save(u"Mine"_s);
    SampleShell next(m_theme);
    const QVariant kept = m_shell->viewState.value(u"lists/tenants/views"_s);
    ui::MemoryViewState settings;
    settings.setValue(u"lists/tenants/views"_s, kept);
    const ui::SavedViews read(settings, core::ListId::Tenants);
    QCOMPARE(read.views().size(), 1);
    QCOMPARE(read.views().first().title, u"Mine"_s);
    // "In the next 30 days" is kept as that, not as a date that passes.
    QCOMPARE(read.views().first().filters, page().filterBar().filters());
    QCOMPARE(read.views().first().filters.first().value, QVariant(qint64(30)));
}

void ListPlacesTest::savedColumnsComeWithTheirView()
{
    page().list().setColumnHidden(2, true);
    save(u"Narrow"_s);
    page().list().setColumnHidden(2, false);
    Q_EMIT page().list().columnsChanged();
    page().showView(0);
    page().showView(page().views().indexOf(page().views().views().last().id));
    QVERIFY(page().list().isColumnHidden(2));
}

void ListPlacesTest::aSavedViewIsRenamed()
{
    save(u"Mine"_s);
    chooseInMenu(u"renameView"_s);
    answer(u"Ours"_s);
    QCOMPARE(tab(), u"Ours"_s);
    QCOMPARE(ui::SavedViews(m_shell->viewState, core::ListId::Tenants).views().first().title,
             u"Ours"_s);
}

void ListPlacesTest::aSavedViewIsDeleted()
{
    const int before = page().views().tabs().count();
    goTo({.view = u"renewing"_s});
    save(u"Mine"_s);
    QCOMPARE(page().views().tabs().count(), before + 1);
    m_shell->dialogs.answer = false;
    chooseInMenu(u"deleteView"_s);
    QCOMPARE(tab(), u"Mine"_s);
    m_shell->dialogs.answer = true;
    chooseInMenu(u"deleteView"_s);
    QCOMPARE(page().views().tabs().count(), before);
    QCOMPARE(tab(), u"All"_s);
    QVERIFY(page().model().query().filters.isEmpty());
    QVERIFY(ui::SavedViews(m_shell->viewState, core::ListId::Tenants).views().isEmpty());
}

void ListPlacesTest::aNameIsNeeded()
{
    QTest::mouseClick(page().findChild<ui::LinkLabel *>(u"saveViewLink"_s), Qt::LeftButton);
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top->objectName() != u"viewNameDialog"_s)
            continue;
        auto *save = top->findChild<QPushButton *>(u"viewNameSave"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY(!save->toolTip().isEmpty());
        top->findChild<QLineEdit *>(u"viewName"_s)->setText(u"  x "_s);
        QVERIFY(save->isEnabled());
        top->close();
        return;
    }
    QFAIL("no dialog asks for a name");
}

QTEST_MAIN(ListPlacesTest)
#include "tst_listplaces.moc"
