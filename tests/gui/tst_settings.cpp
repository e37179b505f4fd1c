// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "errorpictures.h"
#include "sample.h"
#include "settingsdesk.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/viewstate.h"
#include "ui/start/firstrunwindow.h"
#include "ui/theme/thememode.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using services::Setting;
using Stage = ui::FirstRunWindow::Stage;

/// The settings page and the first run, pressed by the names that a screen reader says.
class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void looks_data();
    void looks();
    void init();
    void cleanup();
    void everyControlHasAName();
    void refusesAPublishableKeyAtItsFieldAndKeepsWhatWasTyped();
    void keepsAKeyThatStripeTakesAndShowsItsEndOnly();
    void offersToSaveWhatFailsOnlyForNow();
    void asksBeforeItRemoves();
    void showsWhatAVariableFixedReadOnly();
    void keepsADatabaseOnAServer();
    void offersToReconnect();
    void saysInTheDemonstrationThatNothingIsYours();
    void choosesThemeAndLanguage();
    void saysThatThereIsNoKeychain();
    void firstRunOffersBothWays();
    void firstRunTestsEachStepAndGoesOn();
    void firstRunLetsAStepBeLeftOut();
    void firstRunHasANameForEverything();

private:
    void show(app::Configuration given = app::defaultConfiguration());
    [[nodiscard]] QWidget *card(const QString &name) const
    {
        return m_page->findChild<QWidget *>(name);
    }
    QPushButton *button(const QWidget *root, const QString &name) const;
    static QLineEdit *field(const QWidget *root) { return part<QLineEdit>(root, "settingText"_L1); }
    static QString errorOf(const QWidget *root);
    template <typename T>
    static T *part(const QWidget *root, QLatin1StringView name)
    {
        const auto parts = root->findChildren<T *>(name);
        for (T *found : parts)
            if (found->isVisible())
                return found;
        return nullptr;
    }
    /// Opens the form, types, and presses "Test and save".
    void enter(const QWidget *card, const QString &button, const QString &typed) const;

    ui::Theme m_theme;
    ScriptedDialogs m_dialogs;
    ui::MemoryViewState m_viewState;
    std::unique_ptr<SettingsDesk> m_desk;
    std::unique_ptr<ui::SettingsPage> m_page;
};

void SettingsTest::init()
{
    show();
}

void SettingsTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void SettingsTest::show(app::Configuration given)
{
    m_page.reset();
    m_desk = std::make_unique<SettingsDesk>(given);
    m_page =
        std::make_unique<ui::SettingsPage>(m_theme, m_desk->settings(), m_dialogs, m_viewState);
    m_page->resize(900, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QPushButton *SettingsTest::button(const QWidget *root, const QString &name) const
{
    const auto buttons = root->findChildren<QPushButton *>();
    for (QPushButton *found : buttons) {
        const QString said =
            found->accessibleName().isEmpty() ? found->text() : found->accessibleName();
        if (said == name && found->isVisible())
            return found;
    }
    return nullptr;
}

QString SettingsTest::errorOf(const QWidget *root)
{
    QString error;
    const auto rows = root->findChildren<ui::FieldRow *>();
    for (const ui::FieldRow *row : rows)
        error += row->isVisible() && row->hasError() ? row->errorText() : QString();
    return error;
}

void SettingsTest::enter(const QWidget *card, const QString &name, const QString &typed) const
{
    QPushButton *open = button(card, name);
    QVERIFY2(open, qPrintable(name));
    open->click(); // in the first run the form is open already
    QTRY_VERIFY(field(card));
    field(card)->setText(typed);
    button(card, u"Test and save"_s)->click();
}

void SettingsTest::looks_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("typed");
    const QString key = u"stripe-key"_s;
    QTest::newRow("publishable-key") << key << u"pk_test_51abc"_s;
    QTest::newRow("unknown-key") << key << u"sk_test_51abcdefgh"_s;
    QTest::newRow("live-key") << key << u"sk_live_51abcdefgh"_s;
    QTest::newRow("other-mode") << key << u"bound"_s;
    QTest::newRow("no-secret") << u"webhook-secrets"_s << u"sk_test_51abc"_s;
    QTest::newRow("port-in-use") << u"listener"_s << u"taken"_s;
    QTest::newRow("database-away") << u"database"_s << u"postgresql://someone@127.0.0.1:1/oms"_s;
}

/// Every refusal fits its card, in German too (OMS_LANGUAGE).
void SettingsTest::looks()
{
    QFETCH(QString, place);
    QFETCH(QString, typed);
    if (!isEnglish())
        useLanguage();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    if (typed == "taken"_L1)
        typed = u"127.0.0.1:%1"_s.arg(other.serverPort());
    show();
    if (typed == "bound"_L1) {
        typed = QString::fromLatin1(m_desk->sandbox().key());
        m_desk->run(m_desk->settings().configuration());
        (void)m_desk->database().value("INSERT INTO stripe_account (stripe_account_id, livemode)"
                                       " VALUES ('acct_sandboxOMS', true) RETURNING 1");
    }
    const QWidget *refused = card(place);
    refused->findChild<QPushButton *>(u"replaceSetting"_s)->click();
    if (place == "database"_L1)
        refused->findChild<QRadioButton *>(u"serverDatabase"_s)->click();
    QTRY_VERIFY(field(refused));
    field(refused)->setText(typed);
    refused->findChild<QPushButton *>(u"testAndSave"_s)->click();
    QTRY_VERIFY(!errorOf(refused).isEmpty());
    const auto labels = m_page->findChildren<ui::Paragraph *>();
    for (const ui::Paragraph *label : labels)
        QVERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                 qPrintable(label->text()));
    keepPicture(*m_page, m_theme, u"settings-"_s + QLatin1StringView(QTest::currentDataTag()));
}

void SettingsTest::everyControlHasAName()
{
    button(card(u"database"_s), u"Database: Change"_s)->click();
    button(card(u"stripe-key"_s), u"Stripe key: Enter"_s)->click();
    button(card(u"webhook-secrets"_s), u"Webhook signing secret: Enter"_s)->click();
    button(card(u"listener"_s), u"Event listener: Change"_s)->click();
    QCOMPARE(namelessControls(m_page.get()), QStringList());
}

void SettingsTest::refusesAPublishableKeyAtItsFieldAndKeepsWhatWasTyped()
{
    const QWidget *key = card(u"stripe-key"_s);
    enter(key, u"Stripe key: Enter"_s, u"pk_test_51abc"_s);
    QTRY_VERIFY2(errorOf(key).contains("publishable key"_L1), qPrintable(errorOf(key)));
    QCOMPARE(field(key)->text(), u"pk_test_51abc"_s);
    QCOMPARE(field(key)->echoMode(), QLineEdit::Password);
    QVERIFY(field(key)->accessibleDescription().contains("publishable key"_L1));
    QVERIFY(m_desk->secretsFile().isEmpty());
    field(key)->setText(u"sk_test_51abcdefgh"_s); // one that Stripe does not know
    QCOMPARE(errorOf(key), QString());
    button(key, u"Test and save"_s)->click();
    QTRY_VERIFY2(errorOf(key).contains("does not know this key"_L1), qPrintable(errorOf(key)));
    QVERIFY(m_desk->secretsFile().isEmpty());
}

void SettingsTest::keepsAKeyThatStripeTakesAndShowsItsEndOnly()
{
    const QWidget *key = card(u"stripe-key"_s);
    enter(key, u"Stripe key: Enter"_s, QString::fromLatin1(m_desk->sandbox().key()));
    QTRY_VERIFY(button(key, u"Stripe key: Replace"_s));
    const auto *value = key->findChild<QLabel *>(u"settingValue"_s);
    QCOMPARE(value->text(), u"sk_test_…ests"_s);
    const QString outcome = part<QWidget>(key, "settingOutcome"_L1)->accessibleName();
    QVERIFY2(outcome.contains("test mode"_L1), qPrintable(outcome));
    const auto edits = key->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits)
        QCOMPARE(edit->text(), QString()); // it stays no longer than it must
    button(key, u"Stripe key: Test"_s)->click();
    QTRY_VERIFY(part<QWidget>(key, "settingOutcome"_L1)->accessibleName().contains("takes it"_L1));
}

void SettingsTest::offersToSaveWhatFailsOnlyForNow()
{
    app::Configuration given = app::defaultConfiguration();
    given.stripeBase = QUrl(u"http://127.0.0.1:1"_s);
    show(given);
    const QWidget *key = card(u"stripe-key"_s);
    enter(key, u"Stripe key: Enter"_s, u"sk_test_51abcdef4242"_s);
    QTRY_VERIFY2(errorOf(key).contains("cannot be reached"_L1), qPrintable(errorOf(key)));
    const auto links = key->findChildren<ui::LinkLabel *>();
    for (ui::LinkLabel *link : links) {
        if (link->isVisible() && link->text() == "Save it all the same"_L1)
            link->click();
    }
    QTRY_COMPARE(m_desk->settings().configuration().stripeKey, u"sk_test_51abcdef4242"_s);
}

void SettingsTest::asksBeforeItRemoves()
{
    QVERIFY(m_desk->keep(Setting::StripeKey, {u"sk_test_51abcdef4242"_s}));
    const QWidget *key = card(u"stripe-key"_s);
    m_dialogs.answer = false;
    button(key, u"Stripe key: Remove"_s)->click();
    QCOMPARE(m_dialogs.titles.last(), u"Remove “Stripe key”?"_s);
    QVERIFY(!m_desk->settings().configuration().stripeKey.isEmpty());
    m_dialogs.answer = true;
    button(key, u"Stripe key: Remove"_s)->click();
    QTRY_VERIFY(m_desk->settings().configuration().stripeKey.isEmpty());
    QTRY_VERIFY(button(key, u"Stripe key: Enter"_s));
}

void SettingsTest::showsWhatAVariableFixedReadOnly()
{
    app::Configuration given = app::defaultConfiguration();
    given.stripeKey = u"sk_test_sandbox_fixed00"_s;
    given.sources[u"STRIPE_SECRET_KEY"_s] = u"STRIPE_SECRET_KEY"_s;
    show(given);
    const QWidget *key = card(u"stripe-key"_s);
    const auto labels = key->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text() == "Set by STRIPE_SECRET_KEY"_L1;
    }));
    QVERIFY(button(key, u"Stripe key: Test"_s));
    QVERIFY(!button(key, u"Stripe key: Replace"_s));
    QVERIFY(!button(key, u"Stripe key: Remove"_s));
}

void SettingsTest::keepsADatabaseOnAServer()
{
    const QWidget *database = card(u"database"_s);
    button(database, u"Database: Change"_s)->click();
    QVERIFY(!field(database)); // on this computer nothing is asked
    database->findChild<QRadioButton *>(u"serverDatabase"_s)->click();
    QTRY_VERIFY(field(database));
    field(database)->setText(u"postgresql://someone@127.0.0.1:1/oms"_s);
    button(database, u"Test and save"_s)->click();
    QTRY_VERIFY2(errorOf(database).contains("does not answer"_L1), qPrintable(errorOf(database)));
    field(database)->setText(m_desk->database().url());
    button(database, u"Test and save"_s)->click();
    QTRY_VERIFY(!field(database));
    QVERIFY(
        part<QWidget>(database, "settingOutcome"_L1)->accessibleName().contains("Connected"_L1));
    QCOMPARE(m_desk->settings().configuration().databaseUrl, m_desk->database().url());
}

void SettingsTest::offersToReconnect()
{
    QSignalSpy asked(&m_desk->settings(), &services::SettingsService::reconnectRequested);
    m_desk->run(m_desk->settings().configuration());
    auto *link = m_page->findChild<ui::LinkLabel *>(u"noticeLink"_s);
    QVERIFY(!link->isVisible());
    QVERIFY(m_desk->keep(Setting::WebhookSecrets, {u"whsec_1234567890ab77"_s}));
    QVERIFY(!link->isVisible()); // the listener takes it over as it runs
    QVERIFY(m_desk->keep(Setting::StripeKey, {u"sk_test_51abcdef4242"_s}));
    QTRY_VERIFY(link->isVisible());
    link->click();
    QCOMPARE(asked.size(), 1);
}

void SettingsTest::saysInTheDemonstrationThatNothingIsYours()
{
    QSignalSpy asked(&m_desk->settings(), &services::SettingsService::ownAccountRequested);
    m_desk->settings().setDemo(true);
    m_desk->run(m_desk->settings().configuration());
    auto *link = m_page->findChild<ui::LinkLabel *>(u"noticeLink"_s);
    QTRY_VERIFY(link->isVisible());
    QVERIFY(!button(card(u"database"_s), u"Database: Change"_s));
    link->click();
    QCOMPARE(asked.size(), 1);
}

void SettingsTest::choosesThemeAndLanguage()
{
    m_page->findChild<QRadioButton *>(u"dark"_s)->click();
    QVERIFY(m_theme.isDark());
    QCOMPARE(m_viewState.value(ui::themeKey).toString(), u"dark"_s);
    m_theme.setMode(ui::Theme::Mode::Light); // by the shortcut: the page follows
    QVERIFY(m_page->findChild<QRadioButton *>(u"light"_s)->isChecked());
    auto *language = m_page->findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findText(u"Deutsch"_s));
    QCOMPARE(m_viewState.value(ui::languageKey).toString(), u"de"_s);
}

void SettingsTest::saysThatThereIsNoKeychain()
{
    QVERIFY(m_desk->keep(Setting::StripeKey, {u"sk_test_51abcdef4242"_s}));
    const QWidget *place = part<QWidget>(card(u"stripe-key"_s), "settingPlace"_L1);
    QVERIFY(place);
    QVERIFY(place->accessibleName().contains("no keychain"_L1));
    QVERIFY(place->accessibleName().contains(m_desk->secretsPath()));
}

void SettingsTest::firstRunOffersBothWays()
{
    ui::FirstRunWindow window(m_theme, m_desk->settings(), m_dialogs);
    window.show();
    QSignalSpy demo(&window, &ui::FirstRunWindow::demoChosen);
    QSignalSpy reached(&window, &ui::FirstRunWindow::stageReached);
    button(&window, u"Start the demonstration"_s)->click();
    QCOMPARE(demo.size(), 1);
    button(&window, u"Connect"_s)->click();
    QCOMPARE(window.stage(), Stage::Database);
    QCOMPARE(reached.last().first().toInt(), static_cast<int>(Stage::Database));
}

void SettingsTest::firstRunTestsEachStepAndGoesOn()
{
    QVERIFY(m_desk->keep(Setting::Database, {u"postgresql://someone@127.0.0.1:1/oms"_s}));
    ui::FirstRunWindow window(m_theme, m_desk->settings(), m_dialogs);
    window.show();
    window.showStage(Stage::Database);
    QSignalSpy finished(&window, &ui::FirstRunWindow::finished);
    button(&window, u"Test and continue"_s)->click();
    QTRY_VERIFY(button(&window, u"Continue all the same"_s));
    QCOMPARE(window.stage(), Stage::Database);
    QVERIFY(m_desk->keep(Setting::Database, {m_desk->database().url()}));
    window.showStage(Stage::Database);
    button(&window, u"Test and continue"_s)->click();
    QTRY_COMPARE(window.stage(), Stage::StripeKey);
    enter(&window, u"Stripe key: Enter"_s, QString::fromLatin1(m_desk->sandbox().key()));
    QTRY_VERIFY(button(&window, u"Test and continue"_s));
    button(&window, u"Test and continue"_s)->click();
    QTRY_COMPARE(window.stage(), Stage::Webhooks);
    enter(&window, u"Webhook signing secret: Enter"_s, u"whsec_1234567890ab77"_s);
    QTRY_VERIFY(!m_desk->settings().configuration().webhookSecrets.isEmpty());
    button(&window, u"Open OMS Billing"_s)->click();
    QCOMPARE(finished.size(), 1);
}

void SettingsTest::firstRunLetsAStepBeLeftOut()
{
    ui::FirstRunWindow window(m_theme, m_desk->settings(), m_dialogs);
    window.show();
    window.showStage(Stage::StripeKey);
    button(&window, u"Continue without"_s)->click();
    QCOMPARE(window.stage(), Stage::Webhooks);
    button(&window, u"Back"_s)->click();
    QCOMPARE(window.stage(), Stage::StripeKey);
    button(&window, u"Finish later"_s)->click();
    QVERIFY(!window.isVisible());
}

void SettingsTest::firstRunHasANameForEverything()
{
    ui::FirstRunWindow window(m_theme, m_desk->settings(), m_dialogs);
    window.show();
    for (const Stage stage : {Stage::Choice, Stage::Database, Stage::StripeKey, Stage::Webhooks}) {
        window.showStage(stage);
        QCOMPARE(namelessControls(&window), QStringList());
    }
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
