// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "endpointprogram.h"
#include "errorpictures.h"
#include "models/endpointtablemodel.h"
#include "sample.h"
#include "services/eventtypes.h"
#include "ui/endpoints/endpointpanel.h"
#include "ui/endpoints/endpointsview.h"
#include "ui/endpoints/endpointtable.h"
#include "ui/operations/consequencelist.h"
#include "ui/operations/notice.h"
#include "ui/operations/operationdialog.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/actions.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::EndpointTableModel;
using ui::ActionId;
using Phase = ui::OperationDialog::Phase;

/// The place for webhook endpoints: the list, the chosen one beside it, and every dialog, towards a
/// real sandbox.
class EndpointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void offersTheFirstEndpoint();
    void createsWithTheAddressCompleted();
    void saysThatTheKeychainHoldsItUp();
    void bringsTypesUpToDateWithOnePress();
    void changesAddressAndState();
    void rollsAndFinishes();
    void listsTheEffectsBeforeItDeletes();
    void tellsOfAnotherVersionAndALostSecret();
    void allowsNoSeventeenth();
    void saysWhyNothingCanBeDone_data();
    void saysWhyNothingCanBeDone();
    void leadsThereFromTheSettings();
    void keysAreEnough();
    void everyControlHasAName();

private:
    void open();
    QString create(const QByteArray &more = {}) const; ///< At the dashboard; gives its id.
    [[nodiscard]] ui::EndpointTable &table() const { return m_view->table(); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QAction *action(ActionId id) const { return (*m_actions)[id]; }
    template <typename T>
    T *part(const QString &name) const
    {
        return m_view->findChild<T *>(name);
    }
    [[nodiscard]] QPushButton *act() const { return m_dialog->findChild<QPushButton *>(u"act"_s); }
    void type(const char *field, const QString &text) const;
    void confirm();
    [[nodiscard]] QString consequences() const;
    [[nodiscard]] static QString handledForm();

    ui::Theme m_theme;
    ScriptedDialogs m_dialogs;
    ui::MemoryViewState m_viewState;
    core::SystemClock m_clock;
    std::unique_ptr<EndpointProgram> m_program;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::EndpointsView> m_view;
    QPointer<ui::OperationDialog> m_dialog;
};

void EndpointsTest::initTestCase()
{
    useLanguage();
    m_theme.install(*qApp);
}

void EndpointsTest::cleanup()
{
    delete m_dialog;
    m_view.reset();
    m_actions.reset();
    m_program.reset();
}

void EndpointsTest::open()
{
    if (!m_program)
        m_program = std::make_unique<EndpointProgram>();
    m_actions = std::make_unique<ui::Actions>(m_theme);
    m_view = std::make_unique<ui::EndpointsView>(ui::PageContext{
        m_theme, *m_actions, m_dialogs, m_viewState, m_program->services(), m_clock});
    connect(m_view.get(), &ui::EndpointsView::dialogOpened, this,
            [this](ui::OperationDialog *dialog) { m_dialog = dialog; });
    m_view->resize(1232, 720);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTRY_VERIFY(m_view->isSettled());
}

QString EndpointsTest::create(const QByteArray &more) const
{
    return m_program
        ->post(u"/v1/webhook_endpoints"_s,
               "url=https%3A%2F%2Fbilling.example.com%2Fapi%2Fv1%2Fstripe%2Fwebhooks" + more)[u"id"]
        .toString();
}

QString EndpointsTest::handledForm()
{
    QString form;
    for (const QString &type : services::eventTypesFor(u"2023-10-16"_s))
        form += u"&enabled_events[]="_s + type;
    return form;
}

void EndpointsTest::type(const char *field, const QString &text) const
{
    auto *edit = m_dialog->findChild<QLineEdit *>(QString::fromLatin1(field));
    QVERIFY(edit);
    edit->setText(text);
}

/// Presses what acts and waits until it is done.
void EndpointsTest::confirm()
{
    QTest::mouseClick(act(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->phase(), Phase::Done, 15'000);
}

QString EndpointsTest::consequences() const
{
    QString words;
    const auto lists = m_dialog->findChildren<ui::ConsequenceList *>();
    for (const ui::ConsequenceList *list : lists) {
        for (const ui::Consequence &consequence : list->consequences())
            words += consequence.title + u' ' + consequence.detail + u'\n';
    }
    return words;
}

void EndpointsTest::offersTheFirstEndpoint()
{
    open();
    auto *state = part<ui::StatePane>(u"endpointState"_s);
    QVERIFY(state->isVisible());
    QVERIFY(!action(ActionId::EditEndpoint)->isEnabled());
    QVERIFY(!action(ActionId::EditEndpoint)->toolTip().isEmpty());
    keepPicture(*m_view, m_theme, u"endpoints-empty"_s);
    QTest::mouseClick(part<QPushButton>(u"stateButton"_s), Qt::LeftButton);
    QVERIFY(m_dialog);
    // Where the sandbox answers, the address of this very listener is offered.
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"endpointUrl"_s)->text(),
             m_program->endpoints().settings().suggestedUrl);
    keepPicture(*m_dialog, m_theme, u"endpoint-new"_s);
    confirm();
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!state->isVisible());
    QCOMPARE(m_program->secrets().size(), 1);
    m_program->happen();
    QTRY_COMPARE(m_program->backend().signedWith(m_program->secrets().first()), 1);
}

void EndpointsTest::createsWithTheAddressCompleted()
{
    open();
    action(ActionId::NewEndpoint)->trigger();
    type("endpointUrl", u"http://127.0.0.1:9"_s);
    type("endpointDescription", u"Front desk"_s);
    QTest::mouseClick(act(), Qt::LeftButton);
    QCOMPARE(m_dialog->phase(), Phase::Editing);
    const auto rowsOf = m_dialog->findChildren<ui::FieldRow *>();
    ui::FieldRow *url = nullptr;
    for (ui::FieldRow *row : rowsOf) {
        if (row->editor()->objectName() == "endpointUrl"_L1)
            url = row;
    }
    QVERIFY(url && url->hasError());
    keepPicture(*m_dialog, m_theme, u"endpoint-no-path"_s);
    Q_EMIT url->fixRequested(); // the ready answer
    QVERIFY(!url->hasError());
    QCOMPARE(m_dialog->findChild<QLineEdit *>(u"endpointUrl"_s)->text(),
             u"http://127.0.0.1:9/api/v1/stripe/webhooks"_s);
    confirm();
    QTRY_COMPARE(rows(), 1);
    const core::WebhookEndpoint made = m_program->list().first();
    QCOMPARE(made.description, u"Front desk"_s);
    QCOMPARE(made.secret, core::EndpointSecret::Ours);
    keepPicture(*m_dialog, m_theme, u"endpoint-done"_s);
}

void EndpointsTest::saysThatTheKeychainHoldsItUp()
{
    open();
    QVERIFY(QDir().mkpath(m_program->keychainPath() + u"/in the way"_s));
    action(ActionId::NewEndpoint)->trigger();
    QTest::mouseClick(act(), Qt::LeftButton);
    auto *notice = m_dialog->findChild<ui::Notice *>();
    QTRY_VERIFY2(notice->title().contains(m_program->keychainPath()), qPrintable(notice->title()));
    QCOMPARE(m_dialog->phase(), Phase::Running); // it is tried again by itself
    keepPicture(*m_dialog, m_theme, u"endpoint-keychain"_s);
    QVERIFY(QDir(m_program->keychainPath()).removeRecursively());
    QTRY_COMPARE_WITH_TIMEOUT(m_dialog->phase(), Phase::Done, 20'000);
    QCOMPARE(m_program->list().size(), 1);
    QCOMPARE(m_program->list().first().secret, core::EndpointSecret::Ours);
}

void EndpointsTest::bringsTypesUpToDateWithOnePress()
{
    m_program = std::make_unique<EndpointProgram>();
    create("&api_version=2023-10-16&enabled_events[]=invoice.paid&enabled_events[]=invoice.voided"
           "&enabled_events[]=balance.available&description=Made%20by%20hand");
    open();
    QCOMPARE(rows(), 1);
    QVERIFY(action(ActionId::UpdateEndpointTypes)->isEnabled());
    keepPicture(*m_view, m_theme, u"endpoints-types"_s);
    action(ActionId::UpdateEndpointTypes)->trigger();
    QTRY_COMPARE(m_program->list().first().enabledEvents, m_program->endpoints().types());
    QTRY_VERIFY(!action(ActionId::UpdateEndpointTypes)->isEnabled());
    QTRY_COMPARE(table()
                     .model()
                     ->index(0, EndpointTableModel::Types)
                     .data(EndpointTableModel::ConcernRole)
                     .toBool(),
                 false);
    QVERIFY(!m_dialog); // one press
}

void EndpointsTest::changesAddressAndState()
{
    m_program = std::make_unique<EndpointProgram>();
    create("&api_version=2023-10-16" + handledForm().toLatin1());
    open();
    action(ActionId::EditEndpoint)->trigger();
    type("endpointUrl", u"https://new.example.com/hooks"_s);
    m_dialog->findChild<QAbstractButton *>(u"endpointEnabled"_s)->setChecked(false);
    if (isEnglish()) {
        QVERIFY(consequences().contains(u"30 days"));
        QVERIFY(consequences().contains(services::webhookPath)); // another path than ours
    }
    keepPicture(*m_dialog, m_theme, u"endpoint-edit"_s);
    confirm();
    const core::WebhookEndpoint now = m_program->list().first();
    QCOMPARE(now.url, u"https://new.example.com/hooks"_s);
    QVERIFY(!now.isEnabled);
    QTRY_COMPARE(table()
                     .model()
                     ->index(0, EndpointTableModel::State)
                     .data(EndpointTableModel::StatusRole)
                     .toString(),
                 u"disabled"_s);
}

void EndpointsTest::rollsAndFinishes()
{
    m_program = std::make_unique<EndpointProgram>();
    EndpointProgram::awaited(m_program->endpoints().create(
        {m_program->endpoints().settings().suggestedUrl, u"Billing"_s, {}, {}}));
    QTRY_COMPARE(m_program->secrets().size(), 1);
    open();
    QTRY_COMPARE(rows(), 1);
    const QString old = table().currentId();
    action(ActionId::RollEndpoint)->trigger();
    QVERIFY(m_dialog);
    const auto choices = m_dialog->findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 3);
    choices.last()->setChecked(true); // a person ends it
    keepPicture(*m_dialog, m_theme, u"endpoint-roll"_s);
    confirm();
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(m_program->secrets().size(), 2);
    m_dialog->accept();
    QTRY_VERIFY(part<ui::Notice>({})->isVisible());
    auto *notice = m_view->findChild<ui::Notice *>();
    if (isEnglish())
        QVERIFY2(notice->title().startsWith(u"Two secrets are in use"),
                 qPrintable(notice->title()));
    for (const QString &id : {old, m_program->list().first().id}) {
        QVERIFY(table().setCurrentId(id));
        QVERIFY(!action(ActionId::RollEndpoint)->isEnabled()); // one at a time
    }
    auto *panel = m_view->findChild<ui::EndpointPanel *>();
    QTRY_VERIFY(panel->findChild<ui::Advice *>() && panel->findChild<ui::Advice *>()->isVisible());
    QCOMPARE(table()
                 .model()
                 ->index(1, EndpointTableModel::State)
                 .data(EndpointTableModel::StatusRole)
                 .toString(),
             u"being_replaced"_s); // both have the same address: which is which is said
    keepPicture(*m_view, m_theme, u"endpoints-rolling"_s);
    const QString waiting = notice->text();
    m_program->happen();
    QTRY_COMPARE(m_program->backend().signedWith(m_program->secrets().last()), 1);
    QTRY_VERIFY(notice->text() != waiting); // it has delivered: that shows by itself
    Q_EMIT notice->linkActivated();
    QTRY_VERIFY(m_dialog && m_dialog->phase() == Phase::Editing);
    QVERIFY(!act()->isDefault());
    keepPicture(*m_dialog, m_theme, u"endpoint-finish"_s);
    confirm();
    QTRY_COMPARE(rows(), 1);
    QVERIFY(table().currentId() != old);
    QTRY_VERIFY(!notice->isVisible());
    QCOMPARE(m_program->secrets().size(), 1);
    keepPicture(*m_view, m_theme, u"endpoints"_s);
}

void EndpointsTest::listsTheEffectsBeforeItDeletes()
{
    m_program = std::make_unique<EndpointProgram>();
    create("&api_version=2023-10-16" + handledForm().toLatin1());
    open();
    action(ActionId::DeleteEndpoint)->trigger();
    QVERIFY(m_dialog);
    if (isEnglish())
        QVERIFY2(consequences().contains(u"30 days"), qPrintable(consequences()));
    QVERIFY(!act()->isDefault()); // never one Enter away
    keepPicture(*m_dialog, m_theme, u"endpoint-delete"_s);
    confirm();
    QTRY_COMPARE(rows(), 0);
    QVERIFY(part<ui::StatePane>(u"endpointState"_s)->isVisible());
}

void EndpointsTest::tellsOfAnotherVersionAndALostSecret()
{
    m_program = std::make_unique<EndpointProgram>();
    create("&enabled_events[]=*&metadata[op_id]=1&description=Old%20desk"); // the account's version
    open();
    auto *panel = m_view->findChild<ui::EndpointPanel *>();
    QVERIFY(panel && panel->isVisible());
    QStringList words;
    const auto labels = panel->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        words.append(label->text());
    if (isEnglish()) {
        QVERIFY(words.contains(u"Its secret is not kept at this desk"_s));
        QVERIFY(words.contains(u"It sends another API version"_s));
    }
    keepPicture(*m_view, m_theme, u"endpoints-lost"_s);
    QVERIFY(action(ActionId::RollEndpoint)->isEnabled()); // the way out of both
    action(ActionId::RollEndpoint)->trigger();
    confirm();
    QTRY_COMPARE(rows(), 2);
    const core::WebhookEndpoint fresh = m_program->list().first();
    QCOMPARE(fresh.apiVersion, u"2023-10-16"_s);
    QCOMPARE(fresh.secret, core::EndpointSecret::Ours);
}

void EndpointsTest::allowsNoSeventeenth()
{
    m_program = std::make_unique<EndpointProgram>();
    for (int i = 0; i < core::mostWebhookEndpoints; ++i)
        create("&enabled_events[]=invoice.paid");
    open();
    QCOMPARE(rows(), 16);
    for (const ActionId id : {ActionId::NewEndpoint, ActionId::RollEndpoint}) {
        QVERIFY(!action(id)->isEnabled());
        QVERIFY(action(id)->toolTip().contains(u"16"));
    }
    QVERIFY(action(ActionId::DeleteEndpoint)->isEnabled());
    keepPicture(*m_view, m_theme, u"endpoints-full"_s);
}

void EndpointsTest::saysWhyNothingCanBeDone_data()
{
    QTest::addColumn<core::Error::Kind>("kind");
    QTest::addColumn<QString>("picture");
    using Kind = core::Error::Kind;
    QTest::newRow("no key") << Kind::Forbidden << u"endpoints-no-key"_s;
    QTest::newRow("offline") << Kind::Unreachable << u"endpoints-offline"_s;
    QTest::newRow("an error") << Kind::Internal << u"endpoints-error"_s;
}

void EndpointsTest::saysWhyNothingCanBeDone()
{
    QFETCH(core::Error::Kind, kind);
    QFETCH(QString, picture);
    m_program = std::make_unique<EndpointProgram>();
    services::EndpointSettings settings = m_program->endpoints().settings();
    settings.obstacle = {kind, u"This is why."_s, u"detail_for_support"_s, {}};
    m_program->endpoints().use(nullptr, &m_program->keychain(), settings);
    open();
    auto *state = part<ui::StatePane>(u"endpointState"_s);
    QVERIFY(state->isVisible());
    QStringList words;
    const auto labels = state->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        words.append(label->text());
    QVERIFY(words.contains(u"This is why."_s));
    for (const ActionId id : {ActionId::NewEndpoint, ActionId::EditEndpoint, ActionId::RollEndpoint,
                              ActionId::DeleteEndpoint, ActionId::UpdateEndpointTypes}) {
        QVERIFY(!action(id)->isEnabled());
        QVERIFY(!action(id)->toolTip().isEmpty());
    }
    QCOMPARE(action(ActionId::NewEndpoint)->toolTip(), u"This is why."_s);
    keepPicture(*m_view, m_theme, picture);
    QVERIFY(part<QPushButton>(u"stateButton"_s)); // and what can be done: try again
}

void EndpointsTest::leadsThereFromTheSettings()
{
    m_program = std::make_unique<EndpointProgram>();
    m_actions = std::make_unique<ui::Actions>(m_theme);
    ui::SettingsPage page(m_theme, m_program->connections(), m_dialogs, m_viewState);
    auto *view = new ui::EndpointsView(ui::PageContext{m_theme, *m_actions, m_dialogs, m_viewState,
                                                       m_program->services(), m_clock});
    page.setEndpoints(view);
    page.resize(1000, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(page.breadcrumb().size(), 1);
    QVERIFY(!view->isVisible());
    keepPicture(page, m_theme, u"settings-endpoints"_s);
    QSignalSpy moved(&page, &ui::Page::locationChanged);
    auto *way = page.findChild<QPushButton *>(u"way"_s);
    QVERIFY(way);
    QTest::mouseClick(way, Qt::LeftButton);
    QVERIFY(view->isVisible());
    QCOMPARE(moved.size(), 1); // a step that Back leads out of
    QCOMPARE(page.openedObject(), u"webhook-endpoints"_s);
    QCOMPARE(page.breadcrumb().size(), 2);
    QTRY_VERIFY(view->isSettled());
    page.open({});
    QVERIFY(!view->isVisible());
    page.open(u"webhook-endpoints"_s);
    QVERIFY(view->isVisible());
}

void EndpointsTest::keysAreEnough()
{
    m_program = std::make_unique<EndpointProgram>();
    const QString first = create("&enabled_events[]=invoice.paid");
    const QString second = create("&enabled_events[]=invoice.paid");
    open();
    QCOMPARE(rows(), 2);
    table().setFocus();
    QCOMPARE(table().currentId(), second); // newest first
    QTest::keyClick(&table(), Qt::Key_Down);
    QCOMPARE(table().currentId(), first);
    auto *panel = m_view->findChild<ui::EndpointPanel *>();
    QTest::mouseClick(panel->findChild<QPushButton *>(u"panelClose"_s), Qt::LeftButton);
    QVERIFY(!panel->isVisible());
    QTRY_VERIFY(table().hasFocus());
    m_view->refresh();
    QTRY_VERIFY(m_view->isSettled());
    QVERIFY(!panel->isVisible()); // closed, whatever is read again
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(panel->isVisible());
    const QList<QAction *> menu = table().actions();
    QCOMPARE(menu.size(), 4);
}

void EndpointsTest::everyControlHasAName()
{
    m_program = std::make_unique<EndpointProgram>();
    create("&enabled_events[]=invoice.paid");
    open();
    QCOMPARE(namelessControls(m_view.get()), QStringList());
    for (const ActionId id : {ActionId::NewEndpoint, ActionId::EditEndpoint, ActionId::RollEndpoint,
                              ActionId::DeleteEndpoint}) {
        action(id)->trigger();
        QVERIFY(m_dialog);
        QCOMPARE(namelessControls(m_dialog), QStringList());
        delete m_dialog;
    }
}

QTEST_MAIN(EndpointsTest)
#include "tst_endpoints.moc"
