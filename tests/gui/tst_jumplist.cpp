// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "core/clock.h"
#include "dialogdesk.h"
#include "ui/desk/launcher.h"
#include "ui/dialogs.h"
#include "ui/jump/jumpdialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// A page that remembers what it was asked to open.
class PlainPage final : public ui::Page
{
public:
    PlainPage(const ui::Theme &theme, const QString &id, const QString &title)
        : Page(theme, {id, title, "gauge"_L1, 1})
    {
    }
    void refresh() override { }
    void open(const QString &object) override { opened = object; }
    QString opened;
};

/// Takes web pages in the browser's place.
class Browser : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;
public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

/// Ctrl+K over a real database, with real keys.
class JumpListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void emptyFieldShowsPagesActionsAndWhatWasOpenedLast();
    void enterOpensTheBestHit();
    void arrowsSkipHeadingsAndGoRound();
    void actionOnTheBestHitOpensItsDialog();
    void objectOpensInStripe();
    void demonstrationHasNoPageInStripe();
    void viewerIsToldWhyNot();
    void lastWordTypedCounts();
    void nothingFoundIsSaid();
    void lostDatabaseIsSaid();
    void everyControlHasAName();

private:
    void openList();
    void type(const QString &text) const;
    void key(Qt::Key key) const { QTest::keyClick(m_field, key); }
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString current() const;
    [[nodiscard]] QString message() const;
    /// Moves down to the line of this title; the test fails if there is none.
    void moveTo(const QString &title) const;

    ui::Theme m_theme;
    std::unique_ptr<DialogDesk> m_desk;
    std::unique_ptr<ui::MemoryViewState> m_viewState;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::WindowDialogs> m_dialogs;
    std::unique_ptr<core::SystemClock> m_clock;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::PageContext> m_context;
    std::unique_ptr<ui::Launcher> m_launcher;
    PlainPage *m_tenants = nullptr;
    QPointer<ui::JumpDialog> m_dialog;
    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    QUuid m_acme;
};

void JumpListTest::initTestCase()
{
    QCoreApplication::setApplicationName(u"oms-billing"_s);
    m_theme.install(*qApp);
}

void JumpListTest::init()
{
    m_desk = std::make_unique<DialogDesk>();
    m_acme = m_desk->addTenant(u"Acme GmbH"_s, u"billing@acme.example"_s, u"basic"_s);
    m_desk->addTenant(u"Birke AG"_s, u"post@birke.example"_s);
    m_viewState = std::make_unique<ui::MemoryViewState>();
    m_actions = std::make_unique<ui::Actions>(m_theme);
    m_dialogs = std::make_unique<ui::WindowDialogs>(m_theme);
    m_clock = std::make_unique<core::SystemClock>();
    m_window = std::make_unique<ui::MainWindow>(m_theme, *m_actions, *m_viewState);
    m_context.reset(new ui::PageContext{m_theme, *m_actions, *m_dialogs, *m_viewState,
                                        m_desk->services(), *m_clock});
    m_launcher = std::make_unique<ui::Launcher>(*m_context);
    m_tenants = new PlainPage(m_theme, u"tenants"_s, u"Tenants"_s);
    m_window->addPage(new PlainPage(m_theme, u"overview"_s, u"Overview"_s));
    m_window->addPage(m_tenants);
    m_window->goTo({u"overview"_s, {}});
    m_window->show();
    openList();
}

void JumpListTest::cleanup()
{
    delete m_dialog;
    m_launcher.reset();
    m_window.reset();
    m_context.reset();
    m_desk.reset();
}

void JumpListTest::openList()
{
    delete m_dialog;
    m_dialog = new ui::JumpDialog(*m_context, *m_window, *m_launcher);
    m_dialogs->open(m_dialog, m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    m_field = m_dialog->findChild<QLineEdit *>(u"jumpField"_s);
    m_list = m_dialog->findChild<QListView *>(u"jumpList"_s);
    QCOMPARE(QApplication::focusWidget(), m_field);
}

void JumpListTest::type(const QString &text) const
{
    m_field->selectAll();
    QTest::keyClicks(m_field, text);
}

QStringList JumpListTest::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        lines.append(m_list->model()->index(row, 0).data().toString());
    return lines;
}

QString JumpListTest::current() const
{
    return m_list->currentIndex().data().toString();
}

QString JumpListTest::message() const
{
    const auto *label = m_dialog->findChild<QLabel *>(u"jumpMessage"_s);
    return label->isVisible() ? label->text() : QString();
}

void JumpListTest::moveTo(const QString &title) const
{
    for (int steps = 0; current() != title && steps < m_list->model()->rowCount(); ++steps)
        QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(current(), title);
}

void JumpListTest::emptyFieldShowsPagesActionsAndWhatWasOpenedLast()
{
    const QAbstractItemModelTester tester(m_list->model());
    QVERIFY(lines().contains(u"Overview"_s));
    QVERIFY(lines().contains(u"New tenant"_s));
    QVERIFY(!lines().contains(u"Recent"_s));
    type(u"acme"_s);
    QTRY_COMPARE(current(), u"Acme GmbH"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(!m_tenants->opened.isEmpty());
    openList();
    QTRY_COMPARE(lines().first(2), (QStringList{u"Recent"_s, u"Acme GmbH"_s}));
    QCOMPARE(current(), u"Acme GmbH"_s);
}

void JumpListTest::enterOpensTheBestHit()
{
    type(u"billing@acme"_s);
    QTRY_COMPARE(current(), u"Acme GmbH"_s);
    QCOMPARE(m_field->accessibleDescription().section(u',', 0, 0), u"Acme GmbH"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(m_tenants->opened, m_acme.toString(QUuid::WithoutBraces));
    QCOMPARE(m_window->currentPage(), m_tenants);
    QTRY_VERIFY(!m_dialog);
}

void JumpListTest::arrowsSkipHeadingsAndGoRound()
{
    type(u"tenant"_s); // a page and an action
    QTRY_COMPARE(lines(), (QStringList{u"Pages"_s, u"Tenants"_s, u"Actions"_s, u"New tenant"_s}));
    QCOMPARE(current(), u"Tenants"_s);
    key(Qt::Key_Down);
    QCOMPARE(current(), u"New tenant"_s);
    key(Qt::Key_Down);
    QCOMPARE(current(), u"Tenants"_s);
    key(Qt::Key_Up);
    QCOMPARE(current(), u"New tenant"_s);
    key(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
}

void JumpListTest::actionOnTheBestHitOpensItsDialog()
{
    type(u"acme"_s);
    QTRY_COMPARE(current(), u"Acme GmbH"_s);
    QVERIFY(lines().contains(u"Actions on Acme GmbH"_s));
    moveTo(u"Change plan"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<ui::ChangePlanDialog *>());
}

void JumpListTest::objectOpensInStripe()
{
    const QString subscription =
        m_desk->addSubscription(m_acme, u"basic"_s, QDateTime::currentDateTimeUtc().addDays(10));
    Browser browser;
    QDesktopServices::setUrlHandler(u"https"_s, &browser, "open");
    type(subscription);
    QTRY_VERIFY(lines().contains(u"Open in Stripe"_s));
    moveTo(u"Open in Stripe"_s);
    key(Qt::Key_Return);
    QTRY_COMPARE(browser.opened.size(), 1);
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(browser.opened.first(),
             QUrl(u"https://dashboard.stripe.com/test/subscriptions/"_s + subscription));
}

void JumpListTest::demonstrationHasNoPageInStripe()
{
    m_desk->services().isDemo = true;
    const QString subscription =
        m_desk->addSubscription(m_acme, u"basic"_s, QDateTime::currentDateTimeUtc().addDays(10));
    type(subscription);
    QTRY_VERIFY(lines().contains(u"Open in Stripe"_s));
    moveTo(u"Open in Stripe"_s);
    QCOMPARE(m_list->currentIndex().data(Qt::ToolTipRole).toString(),
             u"The demonstration has no pages at Stripe."_s);
    key(Qt::Key_Return);
    QVERIFY(m_dialog && m_dialog->isVisible()); // it stays, and says why
}

void JumpListTest::viewerIsToldWhyNot()
{
    m_actions->setRight(ui::Right::View);
    type(u"acme"_s);
    QTRY_COMPARE(current(), u"Acme GmbH"_s);
    QVERIFY(!lines().contains(u"Change plan"_s));
    type(u"new tenant"_s);
    QTRY_COMPARE(lines(), (QStringList{u"Actions"_s, u"New tenant"_s}));
    QVERIFY(m_list->currentIndex()
                .data(Qt::ToolTipRole)
                .toString()
                .startsWith(u"Your role may only read."_s));
    key(Qt::Key_Return);
    QVERIFY(m_dialog && m_dialog->isVisible());
}

void JumpListTest::lastWordTypedCounts()
{
    type(u"acme"_s);
    type(u"birke"_s);
    QTRY_COMPARE(current(), u"Birke AG"_s);
    QVERIFY(!lines().contains(u"Acme GmbH"_s));
    m_field->clear();
    QTRY_VERIFY(!lines().contains(u"Birke AG"_s));
}

void JumpListTest::nothingFoundIsSaid()
{
    type(u"no such thing"_s);
    QTRY_COMPARE(message(),
                 u"Nothing found for “no such thing”. Try fewer letters, or an "
                 "invoice's number."_s);
    QVERIFY(lines().isEmpty());
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    QVERIFY(m_dialog && m_dialog->isVisible());
    type(u"acme"_s);
    QTRY_COMPARE(current(), u"Acme GmbH"_s);
    QVERIFY(message().isEmpty());
}

void JumpListTest::lostDatabaseIsSaid()
{
    m_desk->leaveDatabase();
    type(u"over"_s);
    QTRY_VERIFY(!message().isEmpty());
    QCOMPARE(lines(), (QStringList{u"Pages"_s, u"Overview"_s})); // these need no database
}

void JumpListTest::everyControlHasAName()
{
    type(u"acme"_s);
    QTRY_COMPARE(current(), u"Acme GmbH"_s);
    QCOMPARE(namelessControls(m_dialog), QStringList());
}

QTEST_MAIN(JumpListTest)
#include "tst_jumplist.moc"
