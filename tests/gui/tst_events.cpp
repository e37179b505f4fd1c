// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "dialogdesk.h"
#include "models/servicelistsource.h"
#include "models/turnedawaymodel.h"
#include "sample.h"
#include "ui/events/eventcontent.h"
#include "ui/events/eventspage.h"
#include "ui/events/eventstrip.h"
#include "ui/events/payloadtree.h"
#include "ui/events/turnedawaydialog.h"
#include "ui/shell/actions.h"
#include "ui/widgets/listview.h"
#include "ui/widgets/viewtabs.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

/// The page of Stripe's events on a real database: what it shows, and trying events again.
/// OMS_PICTURES=<folder> keeps what it looks like.
class EventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init();
    void cleanup();
    void nothingAtFirst();
    void newestFirstWithTheirTenants();
    void theStripTellsHowTheyFare();
    void thePanelTellsWhatToDo_data();
    void thePanelTellsWhatToDo();
    void changesStandSideBySide();
    void triesStandWithTheirErrors();
    void whatFailedIsReplayedAtOnce();
    void processedOnesAreAskedFirst();
    void theTickedOnesAreReplayed();
    void allThatFailedIsReplayed();
    void leadsToWhatItChanged();
    void whatWasTurnedAway();
    void newOnesAppear();
    void viewersMayOnlyLook();
    void everythingIsNamed();

private:
    void addEvents();
    [[nodiscard]] QUuid idOf(const QByteArray &event) const;
    void choose(const QByteArray &event);
    [[nodiscard]] QString label(const char *name) const;
    [[nodiscard]] QString state(const QByteArray &event) const
    {
        return sql("SELECT state FROM stripe_webhook_events WHERE stripe_event_id = '" + event
                   + "'");
    }
    template <typename T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1StringView(name));
    }
    void keepPicture(const QString &name, QWidget *widget = nullptr);
    QString sql(const QByteArray &statement) const { return m_desk->sql(statement); }

    ui::Theme m_theme;
    ScriptedDialogs m_dialogs;
    ui::MemoryViewState m_viewState;
    core::SystemClock m_clock;
    std::unique_ptr<DialogDesk> m_desk;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<models::ServiceListSource> m_source;
    std::unique_ptr<ui::EventsPage> m_page;
    QUuid m_tenant;
};

void EventsTest::init()
{
    m_desk = std::make_unique<DialogDesk>();
    m_tenant =
        m_desk->addTenant(u"Łódź Express Sp. z o.o."_s, u"biuro@lodz.example"_s, u"professional"_s);
    m_actions = std::make_unique<ui::Actions>(m_theme);
    m_source = std::make_unique<models::ServiceListSource>(m_desk->services().lists, m_clock);
    const ui::PageContext context{m_theme,     *m_actions,         m_dialogs,
                                  m_viewState, m_desk->services(), m_clock};
    m_page = std::make_unique<ui::EventsPage>(context, *m_source);
    m_page->resize(1232, 800);
    m_page->open({});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void EventsTest::cleanup()
{
    m_page.reset();
    m_source.reset();
    m_actions.reset();
    m_desk.reset();
    m_dialogs.answer = true;
    m_dialogs.titles.clear();
}

QUuid EventsTest::idOf(const QByteArray &event) const
{
    return QUuid(
        sql("SELECT id FROM stripe_webhook_events WHERE stripe_event_id = '" + event + "'"));
}

void EventsTest::choose(const QByteArray &event)
{
    m_page->showPanel(true);
    m_page->list().setCurrentId(idOf(event));
    QTRY_VERIFY(find<QWidget>("eventPanel")->isVisible());
    QTRY_VERIFY(!find<QWidget>("eventTabs")->visibleRegion().isEmpty());
}

QString EventsTest::label(const char *name) const
{
    const auto *found = find<QLabel>(name);
    return found ? found->text() : QString();
}

/// One of each state, over some hours; the newest has not been worked off.
void EventsTest::addEvents()
{
    QFile file(QStringLiteral(OMS_SOURCE_DIR
                              "/tests/fixtures/basil_event_customer.subscription.updated.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray payload = file.readAll().toHex();
    const QByteArray tenant = m_tenant.toByteArray(QUuid::WithoutBraces);
    sql("INSERT INTO stripe_webhook_events (stripe_event_id, event_type, api_version, created,"
        " livemode, request_id, object_id, object_type, payload, state, attempts, last_error,"
        " received_at, processed_at, next_attempt_at, touched, tenant_id)"
        " SELECT e.id, e.type, '2025-03-31.basil', now() - e.age * interval '1 second', false,"
        " 'req_9aPz0Hq27XnB', e.object, e.kind, decode('"
        + payload
        + "', 'hex'), e.state, e.attempts, e.error,"
          " now() - e.age * interval '1 second' + interval '800 ms',"
          " CASE WHEN e.state IN ('done', 'dead', 'ignored') THEN"
          " now() - e.age * interval '1 second' + interval '884 ms' END,"
          " now() + interval '4 minutes', e.touched::text[], CASE WHEN e.owned THEN '"
        + tenant
        + "'::uuid END FROM (VALUES"
          " ('evt_waiting', 'invoice.finalized', 'in_9', 'invoice', 'waiting', 0, NULL, 2, '{}',"
          "  true),"
          " ('evt_failed', 'customer.subscription.updated', 'sub_1', 'subscription', 'failed', 3,"
          "  'The price of this subscription is not known here.', 130, '{}', true),"
          " ('evt_dead', 'invoice.updated', 'in_2', 'invoice', 'dead', 8,"
          "  'The invoice has no currency.', 3600, '{}', false),"
          " ('evt_done', 'invoice.paid', 'in_1', 'invoice', 'done', 1, NULL, 400,"
          "  '{invoice:in_1}', true),"
          " ('evt_ignored', 'customer.tax_id.created', 'txi_1', 'tax_id', 'ignored', 1, NULL, 900,"
          "  '{}', false)) AS e (id, type, object, kind, state, attempts, error, age, touched,"
          " owned) RETURNING 1");
    sql("INSERT INTO stripe_event_attempts (stripe_event_id, event_created, attempt, state, error)"
        " SELECT 'evt_failed', now(), n, 'failed', 'The price of this subscription is not known"
        " here.' FROM generate_series(1, 3) n RETURNING 1");
    m_page->refresh();
    QTRY_COMPARE(m_page->model().rowCount(), 5);
    QTRY_COMPARE(label("eventsDead"), u"1"_s);
}

void EventsTest::keepPicture(const QString &name, QWidget *widget)
{
    const QString folder = qEnvironmentVariable("OMS_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const ui::Theme::Mode mode : {ui::Theme::Mode::Light, ui::Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        QTest::qWait(150);
        const QString suffix = mode == ui::Theme::Mode::Dark ? u"-dark.png"_s : u"-light.png"_s;
        (widget ? widget : m_page.get())->grab().save(folder + u"/events-"_s + name + suffix);
    }
    m_theme.setMode(ui::Theme::Mode::Light);
}

void EventsTest::nothingAtFirst()
{
    QTRY_COMPARE(m_page->model().state(), models::ListTableModel::State::Ready);
    QCOMPARE(m_page->model().rowCount(), 0);
    QTRY_COMPARE(label("eventsReceived"), u"0"_s);
    QCOMPARE(label("eventsListed"), u"never"_s);
    QVERIFY(!(*m_actions)[ui::ActionId::ReplayFailed]->isEnabled());
    QVERIFY(!(*m_actions)[ui::ActionId::ReplayEvents]->isEnabled());
    keepPicture(u"empty"_s);
}

void EventsTest::newestFirstWithTheirTenants()
{
    addEvents();
    const auto &model = m_page->model();
    const auto cell = [&model](int row, QLatin1StringView column) {
        return model.index(row, core::columnIndex(core::ListId::Events, column)).data().toString();
    };
    QCOMPARE(cell(0, "type"_L1), u"invoice.finalized"_s);
    QCOMPARE(cell(0, "status"_L1), u"Waiting"_s);
    QCOMPARE(cell(1, "status"_L1), u"Retrying"_s);
    QCOMPARE(cell(1, "tenant"_L1), u"Łódź Express Sp. z o.o."_s);
    QCOMPARE(cell(2, "status"_L1), u"Processed"_s);
    QCOMPARE(cell(2, "lag"_L1), u"84 ms"_s);
    QCOMPARE(cell(3, "status"_L1), u"Not handled"_s);
    QCOMPARE(cell(4, "status"_L1), u"Given up"_s);
    QCOMPARE(cell(4, "attempts"_L1), u"8"_s);
    keepPicture(u"list"_s);
}

void EventsTest::theStripTellsHowTheyFare()
{
    addEvents();
    QCOMPARE(label("eventsFailed"), u"1"_s);
    QVERIFY(label("eventsOldest").endsWith(u"s"_s));
    QVERIFY(!find<QWidget>("turnedAway")->isVisible());
    QVERIFY((*m_actions)[ui::ActionId::ReplayFailed]->isEnabled());
}

void EventsTest::thePanelTellsWhatToDo_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("said");
    QTest::newRow("tried again") << QByteArray("evt_failed")
                                 << u"It is tried again in 4 min (3 try(s) so far)."_s;
    QTest::newRow("given up") << QByteArray("evt_dead") << u"Settle that, then replay it."_s;
    QTest::newRow("not handled") << QByteArray("evt_ignored") << u"It is kept all the same."_s;
}

void EventsTest::thePanelTellsWhatToDo()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, said);
    addEvents();
    choose(event);
    const auto words = [this] {
        QStringList texts;
        if (const auto *advice = find<QWidget>("eventAdvice")) {
            for (const QLabel *text : advice->findChildren<QLabel *>())
                texts += text->text();
        }
        return texts.join(u' ');
    };
    QTRY_VERIFY2(words().contains(said), qPrintable(words()));
    keepPicture(QString::fromLatin1(event));
}

void EventsTest::changesStandSideBySide()
{
    addEvents();
    choose("evt_failed");
    auto *tree = find<ui::PayloadTree>("eventChanges");
    QTRY_VERIFY(tree->payload().changeCount() > 0);
    QVERIFY(tree->isVisible());
    QAbstractItemModelTester tester(&tree->payload(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex object = tree->model()->index(0, 0);
    QVERIFY(tree->isExpanded(object));
    QVERIFY(!tree->isColumnHidden(models::PayloadModel::Before));
    find<ui::ViewTabs>("eventTabs")->setCurrentIndex(ui::EventContent::Payload);
    QVERIFY(find<ui::PayloadTree>("eventPayload")->isVisible());
    QVERIFY(!tree->isVisible());
    QTest::mouseClick(find<QPushButton>("copyPayload"), Qt::LeftButton);
    const QJsonDocument copied =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
    QCOMPARE(copied["type"_L1].toString(), u"customer.subscription.updated"_s);
    keepPicture(u"payload"_s);
    m_page->openWhole();
    QTRY_VERIFY(!m_page->list().isVisible());
    QTRY_VERIFY(find<ui::PayloadTree>("eventPayload")->isVisible()); // the tab that was open
    keepPicture(u"page"_s);
}

void EventsTest::triesStandWithTheirErrors()
{
    addEvents();
    choose("evt_failed");
    auto *tabs = find<ui::ViewTabs>("eventTabs");
    auto *tries = find<QWidget>("eventAttempts");
    QTRY_COMPARE(tries->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).size(), 3);
    tabs->setCurrentIndex(ui::EventContent::Attempts);
    QVERIFY(tries->isVisible());
    keepPicture(u"tries"_s);
    choose("evt_done");
    QTRY_VERIFY(tries->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).isEmpty());
    tabs->setCurrentIndex(ui::EventContent::Attempts);
    QTRY_COMPARE(label("eventNote"), u"No try has failed."_s);
}

void EventsTest::whatFailedIsReplayedAtOnce()
{
    addEvents();
    choose("evt_dead");
    QAction *replay = (*m_actions)[ui::ActionId::ReplayEvents];
    QTRY_VERIFY(replay->isEnabled());
    QTRY_VERIFY(find<QWidget>("eventAdvice"));
    QSignalSpy asked(m_page.get(), &ui::EventsPage::replayAsked);
    replay->trigger();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(m_dialogs.titles.isEmpty());
    QCOMPARE(state("evt_dead"), u"waiting"_s);
    QCOMPARE(sql("SELECT action || ' ' || entity_id FROM audit_log"), u"event.replay evt_dead"_s);
}

void EventsTest::processedOnesAreAskedFirst()
{
    addEvents();
    choose("evt_done");
    QAction *replay = (*m_actions)[ui::ActionId::ReplayEvents];
    QTRY_VERIFY(replay->isEnabled());
    m_dialogs.answer = false;
    replay->trigger();
    QCOMPARE(m_dialogs.titles, QStringList{u"Apply this event once more?"_s});
    QTest::qWait(50);
    QCOMPARE(state("evt_done"), u"done"_s);
    m_dialogs.answer = true;
    QSignalSpy asked(m_page.get(), &ui::EventsPage::replayAsked);
    replay->trigger();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(state("evt_done"), u"waiting"_s);
    choose("evt_waiting");
    QTRY_VERIFY(!replay->isEnabled());
    QCOMPARE(replay->toolTip(), u"It is waiting to be applied already."_s);
}

void EventsTest::theTickedOnesAreReplayed()
{
    addEvents();
    auto &model = m_page->model();
    for (const int row : {2, 3})
        model.setData(model.index(row, 0), Qt::Checked, Qt::CheckStateRole);
    QSignalSpy asked(m_page.get(), &ui::EventsPage::replayAsked);
    (*m_actions)[ui::ActionId::ReplayEvents]->trigger();
    QCOMPARE(m_dialogs.titles.last(), u"Replay 2 event(s)?"_s);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toLongLong(), 2);
    QCOMPARE(sql("SELECT count(*) FROM stripe_webhook_events WHERE state = 'waiting'"), u"3"_s);
    QTRY_VERIFY(model.checked().isEmpty(model.totals()));
}

void EventsTest::allThatFailedIsReplayed()
{
    addEvents();
    QSignalSpy asked(m_page.get(), &ui::EventsPage::replayAsked);
    (*m_actions)[ui::ActionId::ReplayFailed]->trigger();
    QCOMPARE(m_dialogs.titles.last(), u"Replay the 2 event(s) that failed?"_s);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(state("evt_failed"), u"waiting"_s);
    QCOMPARE(state("evt_dead"), u"waiting"_s);
    QCOMPARE(state("evt_done"), u"done"_s);
    m_page->refresh();
    QTRY_VERIFY(!(*m_actions)[ui::ActionId::ReplayFailed]->isEnabled());
}

void EventsTest::leadsToWhatItChanged()
{
    addEvents();
    choose("evt_done");
    QSignalSpy led(m_page.get(), &ui::Page::navigationRequested);
    QAbstractButton *link = nullptr;
    const auto linkOf = [&](const QString &text) {
        link = nullptr;
        for (auto *button : find<QWidget>("eventPanel")->findChildren<QAbstractButton *>()) {
            if (button->text() == text && button->focusPolicy() != Qt::NoFocus
                && button->isVisible())
                link = button;
        }
        return link != nullptr;
    };
    QTRY_VERIFY(linkOf(u"in_1"_s));
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(led.size(), 1);
    const auto location = led.first().first().value<ui::Location>();
    QCOMPARE(location.page, u"invoices"_s);
    QVERIFY(location.object.contains(u"in_1"_s));
    QTRY_VERIFY(linkOf(u"Łódź Express Sp. z o.o."_s));
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(led.last().first().value<ui::Location>().page, u"tenants"_s);
}

void EventsTest::whatWasTurnedAway()
{
    sql("INSERT INTO stripe_webhook_rejections (reason, peer, body_size, unlisted, signed_at)"
        " VALUES ('no_match', 'public', 4096, 0, now()), ('too_old', 'loopback', 812, 4,"
        " now() - interval '1 hour'), ('missing_header', 'private', 2, 0, NULL) RETURNING 1");
    m_page->refresh();
    auto *link = find<QAbstractButton>("turnedAway");
    QTRY_COMPARE(link->text(), u"7 turned away today"_s);
    QTest::mouseClick(link, Qt::LeftButton);
    auto *dialog = m_page->findChild<ui::TurnedAwayDialog *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"turnedAwayTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QAbstractItemModelTester tester(table->model(),
                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString why =
        table->model()->index(1, models::TurnedAwayTableModel::Reason).data().toString();
    QVERIFY2(why.startsWith(u"It was signed more than five minutes ago."_s), qPrintable(why));
    QVERIFY2(why.endsWith(u"(and 4 more before it)"_s), qPrintable(why));
    keepPicture(u"turned-away"_s, dialog);
    dialog->reject();
}

void EventsTest::newOnesAppear()
{
    addEvents();
    sql("INSERT INTO stripe_webhook_events (stripe_event_id, event_type, created, livemode,"
        " payload) VALUES ('evt_new', 'price.created', now(), false, '{}') RETURNING 1");
    // Nobody told of it yet: the strip looks again every few seconds.
    QTRY_COMPARE_WITH_TIMEOUT(m_page->model().rowCount(), 6, 15000);
    QCOMPARE(m_page->model().idAt(0), idOf("evt_new"));
    sql("UPDATE stripe_webhook_events SET state = 'done', processed_at = now()"
        " WHERE stripe_event_id = 'evt_new' RETURNING 1");
    Q_EMIT m_desk->services().changes.changed({{u"event"_s, idOf("evt_new"), {}}});
    m_page->noteChanges({idOf("evt_new")});
    const int column = core::columnIndex(core::ListId::Events, "status"_L1);
    QTRY_COMPARE(m_page->model().index(0, column).data().toString(), u"Processed"_s);
}

void EventsTest::viewersMayOnlyLook()
{
    addEvents();
    m_actions->setRight(ui::Right::View);
    choose("evt_dead");
    for (const ui::ActionId id : {ui::ActionId::ReplayEvents, ui::ActionId::ReplayFailed}) {
        QVERIFY(!(*m_actions)[id]->isEnabled());
        QVERIFY((*m_actions)[id]->toolTip().contains(u"role"_s));
    }
}

void EventsTest::everythingIsNamed()
{
    addEvents();
    choose("evt_failed");
    QCOMPARE(namelessControls(m_page.get()), QStringList());
}

QTEST_MAIN(EventsTest)
#include "tst_events.moc"
