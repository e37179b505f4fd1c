// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "overviewdesk.h"
#include "ui/charts/linechart.h"
#include "ui/overview/kpicard.h"
#include "ui/overview/overviewboard.h"
#include "ui/overview/overviewskeleton.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/listbars.h"
#include "ui/widgets/statepane.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const char *const fourColumns[] = {"kpiMrr", "kpiOverdue", "kpiExceeding", "kpiFailures"};

} // namespace

/// The page in its five states, and how it looks: light, dark, small, at 200 % and from right to
/// left. OMS_PICTURES=<folder> keeps the pictures.
class OverviewStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void emptyLeadsToTheFirstTenant();
    void loadingShowsBarsWhereTheCardsWillBe();
    void aReaderWithoutRightsIsTold();
    void aFailureKeepsTheFiguresAndDatesThem();
    void aFailureWithoutFiguresOffersToTryAgain();
    void looks_data();
    void looks();

private:
    ui::OverviewPage *open(OverviewDesk::Rows rows, const QByteArray &role = {});
    void keep(QWidget *widget, const QString &name) const;

    ui::Theme m_theme;
    std::unique_ptr<OverviewDesk> m_desk;
    std::unique_ptr<QWidget> m_window; ///< The page alone, or the main window.
    ui::OverviewPage *m_page = nullptr;
};

void OverviewStatesTest::initTestCase()
{
    m_theme.install(*qApp);
}

void OverviewStatesTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_theme.setMode(ui::Theme::Mode::Light);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

ui::OverviewPage *OverviewStatesTest::open(OverviewDesk::Rows rows, const QByteArray &role)
{
    m_desk = std::make_unique<OverviewDesk>(m_theme, rows, role);
    m_page = m_desk->makePage();
    m_window.reset(m_page);
    m_page->resize(1232, 828);
    m_page->show();
    return m_page;
}

void OverviewStatesTest::keep(QWidget *widget, const QString &name) const
{
    const QString folder = qEnvironmentVariable("OMS_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QVERIFY(widget->grab().save(folder + u"/overview-"_s + name + u".png"_s));
}

void OverviewStatesTest::emptyLeadsToTheFirstTenant()
{
    open(OverviewDesk::Rows::None);
    QPushButton *button = nullptr;
    QTRY_VERIFY((button = m_page->findChild<QPushButton *>(u"overviewNewTenant"_s)));
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(m_page->findChild<ui::StatePane *>()->accessibleName(), u"No tenants yet"_s);
    QSignalSpy asked(m_desk->actions()[ui::ActionId::NewTenant], &QAction::triggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    keep(m_page, u"empty"_s);

    // The first tenant brings the cards.
    (void)m_desk->rows().tenant(u"Acme GmbH"_s, u"a@example.com"_s);
    m_desk->tell();
    QTRY_VERIFY(m_page->findChild<ui::KpiCard *>()->isVisible());
    QCOMPARE(namelessControls(m_page), QStringList());
    keep(m_page, u"first-tenant"_s);
}

void OverviewStatesTest::loadingShowsBarsWhereTheCardsWillBe()
{
    open(OverviewDesk::Rows::Year);
    auto *skeleton = m_page->findChild<ui::OverviewSkeleton *>();
    QVERIFY(skeleton->isVisible());
    QCOMPARE(skeleton->geometry(), m_page->findChild<ui::OverviewBoard *>()->rect());
    keep(m_page, u"loading"_s);
    const QRect before = m_page->findChild<ui::KpiCard *>()->geometry();
    QTRY_VERIFY(!skeleton->isVisible());
    QCOMPARE(m_page->findChild<ui::KpiCard *>()->geometry(), before); // nothing jumps
}

void OverviewStatesTest::aReaderWithoutRightsIsTold()
{
    m_desk = std::make_unique<OverviewDesk>(m_theme, OverviewDesk::Rows::Year, "oms_viewer");
    (void)m_desk->sql("REVOKE SELECT ON mrr_movements FROM PUBLIC, oms_viewer");
    m_page = m_desk->makePage();
    m_window.reset(m_page);
    m_page->resize(1232, 828);
    m_page->show();
    auto *state = m_page->findChild<ui::StatePane *>();
    QTRY_VERIFY(state->isVisible());
    QCOMPARE(state->accessibleName(), u"You may not see the figures"_s);
    keep(m_page, u"forbidden"_s);
}

void OverviewStatesTest::aFailureKeepsTheFiguresAndDatesThem()
{
    open(OverviewDesk::Rows::Year);
    QSignalSpy shown(m_page, &ui::OverviewPage::figuresShown);
    QTRY_COMPARE(shown.count(), 1);
    auto *mrr = m_page->findChild<ui::KpiCard *>(u"kpiMrr"_s);
    const models::Kpi before = mrr->kpi();
    (void)m_desk->sql("ALTER TABLE mrr_movements RENAME TO away");
    m_desk->tell();
    auto *banner = m_page->findChild<ui::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(mrr->isVisible());
    QCOMPARE(mrr->kpi(), before);
    keep(m_page, u"offline"_s);
    (void)m_desk->sql("ALTER TABLE away RENAME TO mrr_movements");
    Q_EMIT banner->activated();
    QTRY_VERIFY(!banner->isVisible());
    QCOMPARE(shown.count(), 2);
}

void OverviewStatesTest::aFailureWithoutFiguresOffersToTryAgain()
{
    m_desk = std::make_unique<OverviewDesk>(m_theme, OverviewDesk::Rows::Year);
    (void)m_desk->sql("ALTER TABLE mrr_movements RENAME TO away");
    m_page = m_desk->makePage();
    m_window.reset(m_page);
    m_page->resize(1232, 828);
    m_page->show();
    auto *state = m_page->findChild<ui::StatePane *>();
    QTRY_VERIFY(state->isVisible());
    keep(m_page, u"error"_s);
    (void)m_desk->sql("ALTER TABLE away RENAME TO mrr_movements");
    QTest::mouseClick(state->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(m_page->findChild<ui::KpiCard *>()->isVisible());
}

void OverviewStatesTest::looks_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isMirrored");
    QTest::addColumn<QSize>("size");
    const QSize large(1440, 900);
    const QSize small(1280, 720);
    QTest::newRow("light") << false << false << large;
    QTest::newRow("dark") << true << false << large;
    QTest::newRow("small, light") << false << false << small;
    QTest::newRow("small, dark") << true << false << small;
    QTest::newRow("from right to left") << false << true << large;
    QTest::newRow("narrow") << false << false << QSize(900, 720);
}

void OverviewStatesTest::looks()
{
    QFETCH(bool, isDark);
    QFETCH(bool, isMirrored);
    QFETCH(QSize, size);
    m_theme.setMode(isDark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    QApplication::setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    m_desk = std::make_unique<OverviewDesk>(m_theme, OverviewDesk::Rows::Year);
    auto window = std::make_unique<ui::MainWindow>(m_theme, m_desk->actions(), m_desk->viewState());
    m_page = m_desk->makePage();
    QSignalSpy shown(m_page, &ui::OverviewPage::figuresShown);
    window->addPage(m_page);
    window->setTestMode(true);
    window->resize(size);
    window->show();
    m_window = std::move(window);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(shown.count(), 1);
    auto *chart = m_page->findChild<ui::LineChart *>();
    chart->chooseMonth(8);
    keep(m_window.get(),
         QString::fromLatin1(QTest::currentDataTag()).remove(u',').replace(u' ', u'-'));

    auto *scroll = m_page->findChild<QScrollArea *>();
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    if (size.height() >= 900)
        QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
    QSet<int> widths;
    for (const char *name : fourColumns)
        widths.insert(m_page->findChild<QWidget *>(QString::fromLatin1(name))->width());
    QVERIFY2(*std::ranges::max_element(widths) - *std::ranges::min_element(widths) <= 1,
             "the columns are of one width");
    // The first figure stands where reading starts.
    const QWidget *first = m_page->findChild<QWidget *>(u"kpiMrr"_s);
    const QWidget *second = m_page->findChild<QWidget *>(u"kpiOverdue"_s);
    QCOMPARE(first->x() > second->x(), isMirrored);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    if (scroll->verticalScrollBar()->maximum() > 0)
        keep(m_window.get(),
             QString::fromLatin1(QTest::currentDataTag()).remove(u',').replace(u' ', u'-')
                 + u"-end"_s);
}

QTEST_MAIN(OverviewStatesTest)
#include "tst_overviewstates.moc"
