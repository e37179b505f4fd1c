// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewdesk.h"
#include "ui/invoices/invoicepanel.h"
#include "ui/overview/kpicard.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/tenants/tenantpanel.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/listviews.h"
#include "ui/widgets/viewtabs.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

/// The whole window on a real database: what leads where, and that figures and lists agree.
class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init();
    void cleanup();
    void aCardLeadsToWhatItCounts_data();
    void aCardLeadsToWhatItCounts();
    void theOverdueBalanceIsTheSumOfItsList();
    void theLimitFooterLeadsToWhoIsOver();
    void theRenewalFooterLeadsToTheWeek();
    void viewsShowTheirCounts();
    void countsFollowChanges();
    void enterShowsAllThatIsKnownOfATenant();
    void thePageOfATenantFollowsChanges();
    void theInvoicesOfATenantAreItsOwn();
    void anInvoiceHasAPageToo();
    void aSubscriptionLeadsToThePageOfItsTenant();
    void whatIsUnderWayIsCountedInTheNavigation();

private:
    [[nodiscard]] ui::ListPage *list(const QString &page) const;
    [[nodiscard]] ui::ListPage *opened(const QString &page) const;
    void press(const char *widget) const;
    [[nodiscard]] int sqlCount(const QByteArray &statement) const
    {
        return m_desk->sql(statement).toInt();
    }
    void openTenant(const QString &name) const;

    ui::Theme m_theme;
    std::unique_ptr<OverviewDesk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
};

void DeskTest::init()
{
    m_desk = std::make_unique<OverviewDesk>(m_theme, OverviewDesk::Rows::Year);
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_desk->actions(), m_desk->viewState());
    ui::addPages(*m_window, m_desk->context());
    m_window->restore();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *overview = qobject_cast<ui::OverviewPage *>(m_window->currentPage());
    QVERIFY(overview);
    QSignalSpy shown(overview, &ui::OverviewPage::figuresShown);
    QTRY_VERIFY(!shown.isEmpty());
}

void DeskTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

ui::ListPage *DeskTest::list(const QString &page) const
{
    return qobject_cast<ui::ListPage *>(m_window->page(page));
}

/// The page in sight, with its rows; null when it is another one.
ui::ListPage *DeskTest::opened(const QString &page) const
{
    ui::ListPage *shown = list(page);
    if (m_window->currentPage() != shown
        || !QTest::qWaitFor([&] { return shown->model().state() == ListTableModel::State::Ready; }))
        return nullptr;
    return shown;
}

void DeskTest::press(const char *widget) const
{
    auto *pressed = m_window->currentPage()->findChild<QWidget *>(QString::fromLatin1(widget));
    QVERIFY2(pressed, widget);
    QTest::mouseClick(pressed, Qt::LeftButton);
}

void DeskTest::aCardLeadsToWhatItCounts_data()
{
    QTest::addColumn<QByteArray>("card");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("view");
    QTest::addColumn<QByteArray>("count");
    QTest::newRow("MRR to the subscriptions it is made of")
        << QByteArray("kpiMrr") << u"subscriptions"_s << u"all"_s
        << QByteArray("SELECT count(*) FROM stripe_subscriptions"
                      " WHERE status IN ('active', 'past_due')");
    QTest::newRow("overdue to overdue invoices")
        << QByteArray("kpiOverdue") << u"invoices"_s << u"overdue"_s
        << QByteArray("SELECT count(*) FROM stripe_invoices"
                      " WHERE status = 'open' AND due_date < now()");
    QTest::newRow("over a limit to those who are")
        << QByteArray("kpiExceeding") << u"tenants"_s << u"over-limit"_s
        << QByteArray("SELECT count(DISTINCT tenant_id) FROM tenant_limits WHERE ratio > 1");
    QTest::newRow("failures to failed payments")
        << QByteArray("kpiFailures") << u"invoices"_s << u"failed"_s
        << QByteArray("SELECT count(*) FROM stripe_invoices WHERE status = 'open'"
                      " AND attempt_count > 0 AND collection_method = 'charge_automatically'");
    QTest::newRow("ageing to open invoices")
        << QByteArray("ageingFooter") << u"invoices"_s << u"open"_s
        << QByteArray("SELECT count(*) FROM stripe_invoices WHERE status = 'open'");
}

void DeskTest::aCardLeadsToWhatItCounts()
{
    QFETCH(QByteArray, card);
    QFETCH(QString, page);
    QFETCH(QString, view);
    QFETCH(QByteArray, count);
    press(card.constData());
    const ui::ListPage *shown = opened(page);
    QVERIFY(shown);
    QCOMPARE(shown->views().current().id, view);
    QCOMPARE(shown->model().rowCount(), sqlCount(count));
}

void DeskTest::theOverdueBalanceIsTheSumOfItsList()
{
    const QString figure =
        m_window->currentPage()->findChild<ui::KpiCard *>(u"kpiOverdue"_s)->kpi().figure;
    press("kpiOverdue");
    const ui::ListPage *shown = opened(u"invoices"_s);
    QVERIFY(shown);
    QTRY_COMPARE(shown->model().totals().sums.size(), 1);
    QCOMPARE(figure, u"11,236"_s);
    QCOMPARE(shown->model().totals().sums.first().minor, 1123600);
}

void DeskTest::theLimitFooterLeadsToWhoIsOver()
{
    auto *footer = m_window->currentPage()->findChild<ui::LinkLabel *>(u"breachFooter"_s);
    QVERIFY2(footer->text().contains(u"more over a limit"_s), qPrintable(footer->text()));
    press("breachFooter");
    const ui::ListPage *shown = opened(u"tenants"_s);
    QVERIFY(shown);
    QCOMPARE(shown->views().current().id, u"over-limit"_s);
    const auto cells = shown->model().listRow(0)->cells;
    QVERIFY(cells.at(core::columnIndex(core::ListId::Tenants, "peak_limit"_L1)).toDouble() > 1);
}

void DeskTest::theRenewalFooterLeadsToTheWeek()
{
    press("renewalFooter");
    const ui::ListPage *shown = opened(u"subscriptions"_s);
    QVERIFY(shown);
    QCOMPARE(shown->views().current().id, u"renewing"_s);
    QCOMPARE(shown->model().rowCount(),
             sqlCount("SELECT count(*) FROM stripe_subscriptions WHERE current_period_end"
                      " BETWEEN now() AND now() + interval '7 days'"
                      " AND status IN ('active', 'trialing', 'past_due')"));
}

void DeskTest::viewsShowTheirCounts()
{
    m_window->goTo({u"invoices"_s, {}});
    const ui::ListPage *shown = opened(u"invoices"_s);
    const int at = shown->views().indexOf(u"overdue"_s);
    QTRY_COMPARE(shown->views().tabs().tabData(at).toLongLong(), 4);
    QVERIFY(shown->views().tabs().tabData(0).toLongLong() < 0);
}

void DeskTest::countsFollowChanges()
{
    m_window->goTo({u"invoices"_s, {}});
    const ui::ListPage *shown = opened(u"invoices"_s);
    const int at = shown->views().indexOf(u"overdue"_s);
    QTRY_COMPARE(shown->views().tabs().tabData(at).toLongLong(), 4);
    m_desk->rows().run("UPDATE stripe_invoices SET status = 'void' WHERE number = 'OMS-open2'");
    Q_EMIT m_desk->services().changes.changed({{u"invoice"_s, QUuid::createUuid(), {}}});
    QTRY_COMPARE_WITH_TIMEOUT(shown->views().tabs().tabData(at).toLongLong(), 3, 15000);
}

void DeskTest::openTenant(const QString &name) const
{
    const QUuid id(m_desk->sql("SELECT id FROM tenants WHERE name = '" + name.toUtf8() + "'"));
    m_window->goTo({u"tenants"_s, id.toString(QUuid::WithoutBraces)});
    const ui::ListPage *tenants = opened(u"tenants"_s);
    QVERIFY(tenants);
    QTRY_COMPARE(tenants->list().currentId(), id);
    QTRY_COMPARE(m_window->findChild<ui::TenantPanel *>(u"tenantPanel"_s)->tenant().id, id);
}

void DeskTest::enterShowsAllThatIsKnownOfATenant()
{
    const QString name = m_desk->sql("SELECT name FROM tenants ORDER BY email LIMIT 1");
    openTenant(name);
    auto *panel = m_window->findChild<ui::TenantPanel *>(u"tenantPanel"_s);
    const auto invoices = [panel] {
        int count = 0;
        const auto links = panel->findChildren<ui::LinkLabel *>();
        for (const ui::LinkLabel *link : links)
            count += link->isVisible() && link->text().startsWith(u"OMS-"_s) ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(invoices(), 5);
    QTest::keyClick(&list(u"tenants"_s)->list(), Qt::Key_Return);
    QVERIFY(panel->isWide());
    QTRY_COMPARE(invoices(), 12);
    QCOMPARE(m_window->currentPage()->breadcrumb(), QStringList({u"Tenants"_s, name}));
}

void DeskTest::thePageOfATenantFollowsChanges()
{
    openTenant(u"Birke AG"_s);
    QTest::keyClick(&list(u"tenants"_s)->list(), Qt::Key_Return);
    auto *panel = m_window->findChild<ui::TenantPanel *>(u"tenantPanel"_s);
    m_desk->rows().run("UPDATE tenants SET name = 'Birke SE' WHERE name = 'Birke AG'");
    Q_EMIT m_desk->services().changes.changed(
        {{u"tenant"_s, panel->tenantId(), panel->tenantId()}});
    QTRY_COMPARE(panel->title(), u"Birke SE"_s);
    QVERIFY(panel->isWide());
    QTRY_COMPARE(m_window->windowTitle(), u"Birke SE – OMS Billing"_s);
}

void DeskTest::theInvoicesOfATenantAreItsOwn()
{
    const QString name = m_desk->sql("SELECT name FROM tenants ORDER BY email LIMIT 1");
    openTenant(name);
    auto *panel = m_window->findChild<ui::TenantPanel *>(u"tenantPanel"_s);
    Q_EMIT panel->invoicesRequested(panel->tenantId(), name);
    const ui::ListPage *shown = opened(u"invoices"_s);
    QVERIFY(shown);
    QCOMPARE(shown->model().rowCount(), static_cast<int>(panel->tenant().invoiceCount));
}

void DeskTest::anInvoiceHasAPageToo()
{
    const QUuid id(m_desk->sql("SELECT id FROM stripe_invoices WHERE number = 'OMS-open3'"));
    m_window->goTo({u"invoices"_s, id.toString(QUuid::WithoutBraces)});
    auto *panel = m_window->findChild<ui::InvoicePanel *>(u"invoicePanel"_s);
    QTRY_COMPARE(panel->invoice().id, id);
    QTest::mouseClick(panel->findChild<QWidget *>(u"panelExpand"_s), Qt::LeftButton);
    QVERIFY(panel->isWide());
    QCOMPARE(m_window->currentPage()->breadcrumb(), QStringList({u"Invoices"_s, u"OMS-open3"_s}));
    QTest::mouseClick(panel->findChild<QWidget *>(u"panelClose"_s), Qt::LeftButton);
    QVERIFY(!panel->isWide() && panel->isVisible());
}

void DeskTest::aSubscriptionLeadsToThePageOfItsTenant()
{
    m_window->goTo({u"subscriptions"_s, {}});
    ui::ListPage *subscriptions = opened(u"subscriptions"_s);
    subscriptions->list().setCurrentIndex(subscriptions->model().index(0, 0));
    auto *beside = m_window->findChild<ui::TenantPanel *>(u"subscriptionTenantPanel"_s);
    QTRY_VERIFY(!beside->tenant().id.isNull());
    QTest::keyClick(&subscriptions->list(), Qt::Key_Return);
    const ui::ListPage *tenants = opened(u"tenants"_s);
    QVERIFY(tenants);
    QCOMPARE(tenants->shownId(), beside->tenantId());
    QVERIFY(m_window->findChild<ui::TenantPanel *>(u"tenantPanel"_s)->isWide());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), subscriptions);
}

void DeskTest::whatIsUnderWayIsCountedInTheNavigation()
{
    auto *entry = m_window->findChild<ui::NavItem *>(u"nav.tasks"_s);
    QCOMPARE(entry->accessibleName(), u"Tasks"_s);
    const core::Cancellation cancellation{u"sub_00"_s, true, u"unused"_s, {}};
    QVERIFY(m_desk->services().subscriptions.cancel(cancellation).result());
    Q_EMIT m_desk->services().changes.changed({{u"operation"_s, QUuid::createUuid(), {}}});
    QTRY_COMPARE(entry->accessibleName(), u"Tasks, 1"_s);
}

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
