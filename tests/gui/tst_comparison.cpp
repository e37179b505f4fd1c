// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogdesk.h"
#include "models/servicelistsource.h"
#include "sample.h"
#include "ui/shell/actions.h"
#include "ui/sync/startsyncdialog.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/syncstrip.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/optioncards.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// The page of differences on a real database: what it tells of a comparison, and what taking over
/// from Stripe asks for. OMS_PICTURES=<folder> keeps what it looks like.
class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init();
    void cleanup();
    void nothingDiffersAtFirst();
    void mostMoneyStandsFirst();
    void theTickedOnesAreTakenOver();
    void keepingChangesNothing();
    void everythingIsTakenOver();
    void aComparisonIsAskedForAndSteered();
    void tellsHowFarItIs();
    void warnsOfForgottenEvents_data();
    void warnsOfForgottenEvents();
    void viewersMayOnlyLook();

private:
    [[nodiscard]] QString label(const char *name) const;
    [[nodiscard]] QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    void addDrift();
    void addRun(const QByteArray &state);
    void keepPicture(const QString &name);
    QString sql(const QByteArray &statement) const { return m_desk->sql(statement); }

    ui::Theme m_theme;
    ScriptedDialogs m_dialogs;
    ui::MemoryViewState m_viewState;
    core::SystemClock m_clock;
    std::unique_ptr<DialogDesk> m_desk;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<models::ServiceListSource> m_source;
    std::unique_ptr<ui::SyncPage> m_page;
    QUuid m_tenant;
};

void ComparisonTest::init()
{
    m_desk = std::make_unique<DialogDesk>();
    m_tenant = m_desk->addTenant(u"Birke AG"_s, u"office@birke.example"_s, u"professional"_s);
    m_actions = std::make_unique<ui::Actions>(m_theme);
    m_source = std::make_unique<models::ServiceListSource>(m_desk->services().lists, m_clock);
    const ui::PageContext context{m_theme,     *m_actions,         m_dialogs,
                                  m_viewState, m_desk->services(), m_clock};
    m_page = std::make_unique<ui::SyncPage>(context, *m_source);
    m_page->resize(1232, 800);
    m_page->open({});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void ComparisonTest::cleanup()
{
    m_page.reset();
    m_source.reset();
    m_actions.reset();
    m_desk.reset();
    m_dialogs.answer = true;
}

QString ComparisonTest::label(const char *name) const
{
    const auto *found = m_page->findChild<QLabel *>(QLatin1StringView(name));
    return found ? found->text() : QString();
}

void ComparisonTest::addRun(const QByteArray &state)
{
    const QByteArray open = state == "running" ? "'desk/1/1', now() + interval '1 hour', NULL"
        : state == "paused"                    ? "NULL, NULL, NULL"
                                               : "NULL, NULL, '2026-06-12 14:32:00Z'";
    sql("INSERT INTO sync_runs (mode, state, claimed_by, lease_until, finished_at) VALUES "
        "('report', '"
        + state + "', " + open + ") RETURNING 1");
    sql("INSERT INTO sync_cursors (run_id, kind, place, phase, objects, estimate, differing)"
        " SELECT r.id, k.kind, k.place, k.phase, k.objects, k.estimate, k.differing FROM sync_runs "
        "r,"
        " (VALUES ('customer', 0, 'done', 400, 400, 1), ('invoice', 1, '"
        + QByteArray(state == "done" ? "done" : "list")
        + "', 1600, 3600, 4)) AS k (kind, place, phase, objects, estimate, differing) RETURNING 1");
}

void ComparisonTest::addDrift()
{
    sql("INSERT INTO drift (run_id, kind, stripe_id, stripe_customer_id, tenant_id, what, field, "
        "here,"
        " there, stake, currency, stake_order, event_id, event_type, event_created, as_of)"
        " SELECT r.id, d.kind, d.stripe_id, 'cus_1', CASE WHEN d.kind <> 'product' THEN '"
        + m_tenant.toByteArray(QUuid::WithoutBraces)
        + "'::uuid END, d.what, d.field, d.here, d.there, d.stake, d.currency, coalesce(d.stake, 0)"
          " * CASE d.currency WHEN 'jpy' THEN 1000 ELSE 10 END, d.event, d.event_type,"
          " CASE WHEN d.event IS NOT NULL THEN now() END, now() FROM sync_runs r, (VALUES"
          " ('invoice', 'in_1', 'differs', 'status', 'open', 'paid', 54900, 'eur', 'evt_1',"
          "  'invoice.paid'),"
          " ('invoice', 'in_1', 'differs', 'amount_paid', '0', '54900', 54900, 'eur', 'evt_1',"
          "  'invoice.paid'),"
          " ('subscription', 'sub_1', 'differs', 'items.si_1.quantity', '3', '5', 9800, 'eur', "
          "NULL,"
          "  NULL),"
          " ('invoice', 'in_2', 'missing_here', '', NULL, 'in_2', 120000, 'jpy', NULL, NULL),"
          " ('payment_intent', 'pi_1', 'missing_there', '', 'pi_1', NULL, 1900, 'eur', NULL, NULL),"
          " ('customer', 'cus_1', 'differs', 'email', 'old@birke.example', 'office@birke.example',"
          "  NULL, 'eur', NULL, NULL),"
          " ('product', 'prod_1', 'differs', 'name', 'Route', 'Route planning', NULL, NULL, NULL,"
          "  NULL)) AS d (kind, stripe_id, what, field, here, there, stake, currency, event,"
          "  event_type) RETURNING 1");
    m_page->refresh();
    QTRY_COMPARE(m_page->model().rowCount(), 7);
}

void ComparisonTest::keepPicture(const QString &name)
{
    const QString folder = qEnvironmentVariable("OMS_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const ui::Theme::Mode mode : {ui::Theme::Mode::Light, ui::Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        QTest::qWait(150);
        const QString suffix = mode == ui::Theme::Mode::Dark ? u"-dark.png"_s : u"-light.png"_s;
        m_page->grab().save(folder + u"/comparison-"_s + name + suffix);
    }
    m_theme.setMode(ui::Theme::Mode::Light);
}

void ComparisonTest::nothingDiffersAtFirst()
{
    QTRY_COMPARE(label("syncTitle"), u"Never compared with Stripe"_s);
    QTRY_COMPARE(m_page->model().state(), models::ListTableModel::State::Ready);
    QCOMPARE(m_page->model().rowCount(), 0);
    QVERIFY(!button("pauseSync")->isVisible());
    keepPicture(u"never"_s);
}

void ComparisonTest::mostMoneyStandsFirst()
{
    addRun("done");
    addDrift();
    const auto &model = m_page->model();
    const auto cell = [&model](int row, QLatin1StringView column) {
        return model.index(row, core::columnIndex(core::ListId::Drift, column)).data().toString();
    };
    QCOMPARE(cell(0, "object"_L1), u"in_2"_s); // 120 000 yen are more than 549 euros
    QCOMPARE(cell(0, "status"_L1), u"Missing here"_s);
    QCOMPARE(cell(1, "object"_L1), u"in_1"_s);
    QCOMPARE(cell(3, "field"_L1), u"Item: Quantity"_s);
    QCOMPARE(cell(3, "here"_L1), u"3"_s);
    QCOMPARE(cell(3, "tenant"_L1), u"Birke AG"_s);
    QTRY_COMPARE(label("syncTitle"), u"Compared with Stripe"_s);
    QVERIFY2(label("syncText").contains(u"5 differ(s)"_s), qPrintable(label("syncText")));
    m_page->showPanel(true);
    m_page->list().setCurrentId(model.idAt(1));
    keepPicture(u"list"_s);
}

void ComparisonTest::theTickedOnesAreTakenOver()
{
    addRun("done");
    addDrift();
    auto &model = m_page->model();
    QVERIFY(!(*m_actions)[ui::ActionId::AdoptDrift]->isEnabled());
    model.setData(model.index(3, 0), Qt::Checked, Qt::CheckStateRole);
    QVERIFY((*m_actions)[ui::ActionId::AdoptDrift]->isEnabled());
    QSignalSpy asked(m_page.get(), &ui::SyncPage::adoptionAsked);
    (*m_actions)[ui::ActionId::AdoptDrift]->trigger();
    QCOMPARE(m_dialogs.titles.last(), u"Take over 1 difference(s) from Stripe?"_s);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(sql("SELECT string_agg(stripe_id, ' ') FROM drift WHERE state = 'adopting'"),
             u"sub_1"_s);
    QVERIFY(!sql("SELECT adopted_by FROM drift WHERE state = 'adopting'").isEmpty());
}

void ComparisonTest::keepingChangesNothing()
{
    addRun("done");
    addDrift();
    m_dialogs.answer = false;
    m_page->list().setCurrentId(m_page->model().idAt(0));
    (*m_actions)[ui::ActionId::AdoptDrift]->trigger();
    QVERIFY(!m_dialogs.titles.isEmpty());
    QTest::qWait(50);
    QCOMPARE(sql("SELECT count(*) FROM drift WHERE state = 'adopting'"), u"0"_s);
}

void ComparisonTest::everythingIsTakenOver()
{
    addRun("done");
    addDrift();
    m_page->model().setAllChecked(true);
    (*m_actions)[ui::ActionId::AdoptDrift]->trigger();
    QCOMPARE(m_dialogs.titles.last(), u"Take over everything from Stripe?"_s);
    QTRY_COMPARE(sql("SELECT count(*) FROM drift WHERE state = 'adopting'"), u"7"_s);
}

void ComparisonTest::aComparisonIsAskedForAndSteered()
{
    (*m_actions)[ui::ActionId::CompareWithStripe]->trigger();
    auto *dialog = m_page->findChild<ui::StartSyncDialog *>();
    QVERIFY(dialog);
    dialog->findChild<ui::OptionCards *>()->setCurrent(u"reconcile"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"startSync"_s), Qt::LeftButton);
    QTRY_COMPARE(sql("SELECT mode || ' ' || state FROM sync_runs"), u"reconcile running"_s);
    QTRY_VERIFY(button("pauseSync")->isVisible());
    QTest::mouseClick(button("pauseSync"), Qt::LeftButton);
    QTRY_VERIFY(button("resumeSync")->isVisible());
    QCOMPARE(sql("SELECT state FROM sync_runs"), u"paused"_s);
    QTest::mouseClick(button("resumeSync"), Qt::LeftButton);
    QTRY_VERIFY(button("pauseSync")->isVisible());
    QTest::mouseClick(button("cancelSync"), Qt::LeftButton);
    QCOMPARE(m_dialogs.titles.last(), u"Cancel this comparison?"_s);
    QTRY_COMPARE(sql("SELECT state FROM sync_runs"), u"canceled"_s);
    QTRY_VERIFY(!button("cancelSync")->isVisible());
}

void ComparisonTest::tellsHowFarItIs()
{
    QSignalSpy progressed(m_page.get(), &ui::SyncPage::progressed);
    addRun("running");
    m_page->refresh();
    QTRY_COMPARE(label("syncTitle"), u"Comparing with Stripe"_s);
    QVERIFY2(label("syncText").startsWith(u"Invoices: 1,600 of about 3,600"_s),
             qPrintable(label("syncText")));
    QVERIFY2(label("syncText").contains(u"2,000 object(s) read · 5 differ(s)"_s),
             qPrintable(label("syncText")));
    QCOMPARE(progressed.last().at(0).toString(), u"Invoices, 50 %"_s);
    QCOMPARE(progressed.last().at(1).toDouble(), 0.5);
    keepPicture(u"running"_s);
}

void ComparisonTest::warnsOfForgottenEvents_data()
{
    QTest::addColumn<QByteArray>("listedUntil");
    QTest::addColumn<QByteArray>("gapFrom");
    QTest::addColumn<QString>("said");
    QTest::newRow("read today") << QByteArray("now()") << QByteArray("NULL") << QString();
    QTest::newRow("24 days ago") << QByteArray("now() - interval '24 days 20 hours'")
                                 << QByteArray("NULL") << QString();
    QTest::newRow("26 days ago") << QByteArray("now() - interval '26 days'") << QByteArray("NULL")
                                 << u"Stripe's events were not read for 26 day(s)"_s;
    QTest::newRow("forgotten") << QByteArray("now()") << QByteArray("'2026-04-02 08:00:00Z'")
                               << u"Events are missing since 2 Apr 2026, 08:00 UTC"_s;
}

void ComparisonTest::warnsOfForgottenEvents()
{
    QFETCH(QByteArray, listedUntil);
    QFETCH(QByteArray, gapFrom);
    QFETCH(QString, said);
    sql("INSERT INTO stripe_account (stripe_account_id, livemode, events_listed_until,"
        " events_gap_from) VALUES ('acct_1', false, "
        + listedUntil + ", " + gapFrom + ") RETURNING 1");
    QSignalSpy progressed(m_page.get(), &ui::SyncPage::progressed);
    QSignalSpy warned(m_page.get(), &ui::SyncPage::warned);
    m_page->refresh();
    auto *notice = m_page->findChild<QWidget *>(u"notice"_s);
    if (said.isEmpty()) {
        QTRY_VERIFY(!progressed.isEmpty());
        QTest::qWait(50);
        QVERIFY(!notice->isVisible());
        return;
    }
    QTRY_COMPARE(notice->accessibleName(), said);
    QVERIFY(notice->isVisible());
    m_page->refresh();
    QTest::qWait(50);
    QCOMPARE(warned.size(), 1); // once, also for who is on another page
    keepPicture(u"gap-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
}

void ComparisonTest::viewersMayOnlyLook()
{
    m_actions->setRight(ui::Right::View);
    QVERIFY(!(*m_actions)[ui::ActionId::CompareWithStripe]->isEnabled());
    QVERIFY(!(*m_actions)[ui::ActionId::AdoptDrift]->isEnabled());
    QVERIFY(!(*m_actions)[ui::ActionId::AdoptDrift]->toolTip().isEmpty());
}

QTEST_MAIN(ComparisonTest)
#include "tst_comparison.moc"
