// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "app/backend.h"
#include "app/databasestart.h"
#include "errorpictures.h"
#include "testdatabase.h"
#include "ui/start/startwindow.h"
#include "ui/theme/theme.h"

#include <QCoro/QCoroTask>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// What keeps the program from starting stands in the start window, with what to do.
class StartErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatKeepsItFromStarting_data();
    void saysWhatKeepsItFromStarting();
    void leadsToTheConnections();

private:
    /// What the program would be told on that database.
    static core::Error errorOf(const QString &url);
    [[nodiscard]] static QPushButton *button(const QWidget &window, const QString &text);

    ui::Theme m_theme;
    support::TestDatabase m_database;
    support::TestDatabase m_newer;
    support::TestDatabase m_empty{support::TestDatabase::Content::Empty};
};

void StartErrorsTest::initTestCase()
{
    useLanguage();
    m_theme.install(*qApp);
    (void)m_newer.value("INSERT INTO schema_migrations SELECT (jsonb_populate_record(m,"
                        " jsonb_build_object('version', m.version + 1))).* FROM schema_migrations m"
                        " ORDER BY m.version DESC LIMIT 1 RETURNING 1");
    (void)m_database.value("DO $$ BEGIN CREATE ROLE start_nobody LOGIN; EXCEPTION WHEN"
                           " duplicate_object THEN NULL; END $$");
}

void StartErrorsTest::saysWhatKeepsItFromStarting_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("said");
    db::ConnectionParameters nobody = m_database.parameters();
    nobody.set("user", "start_nobody");
    db::ConnectionParameters missing = m_database.parameters();
    missing.set("dbname", "no_such_database");
    QTest::newRow("database-away")
        << u"postgresql://someone@127.0.0.1:1/oms"_s << u"The database does not answer"_s;
    QTest::newRow("database-newer") << m_newer.url() << u"newer version of this program"_s;
    QTest::newRow("database-empty") << m_empty.url() << u"set it up first"_s;
    QTest::newRow("database-missing") << support::toUrl(missing) << u"no database of this name"_s;
    QTest::newRow("login-without-rights") << support::toUrl(nobody) << u"has no rights"_s;
    QTest::newRow("address-of-another-kind") << u"mysql://db/oms"_s << u"postgresql://"_s;
}

core::Error StartErrorsTest::errorOf(const QString &url)
{
    const auto prepared = app::prepareDatabase(url, {}, [](const QString &, const QString &) {});
    if (!prepared)
        return prepared.error();
    app::BackendOptions options;
    options.database = prepared->parameters;
    options.configuration = app::defaultConfiguration();
    app::Backend backend(options);
    const core::Result<> started = QCoro::waitFor(backend.start());
    return started ? core::Error{} : started.error();
}

QPushButton *StartErrorsTest::button(const QWidget &window, const QString &text)
{
    const auto buttons = window.findChildren<QPushButton *>();
    for (QPushButton *found : buttons)
        if (found->text() == text && found->isVisible())
            return found;
    return nullptr;
}

void StartErrorsTest::saysWhatKeepsItFromStarting()
{
    QFETCH(QString, url);
    QFETCH(QString, said);
    ui::StartWindow window(m_theme);
    window.setHasSettings(true);
    window.show();
    window.showError(errorOf(url));
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(namelessControls(&window), QStringList());
    const auto labels = window.findChildren<QLabel *>();
    const bool isSaid = std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(said);
    });
    QVERIFY(isSaid || !isEnglish());
    keepPicture(window, m_theme, u"start-"_s + QLatin1StringView(QTest::currentDataTag()));
}

void StartErrorsTest::leadsToTheConnections()
{
    ui::StartWindow window(m_theme);
    window.setHasSettings(true);
    window.show();
    window.showError({core::Error::Kind::Unreachable, u"The database does not answer."_s, {}, {}});
    QSignalSpy settings(&window, &ui::StartWindow::settingsRequested);
    QSignalSpy retry(&window, &ui::StartWindow::retryRequested);
    QPushButton *change = window.findChild<QPushButton *>(u"changeConnections"_s);
    QVERIFY(change);
    change->click();
    QCOMPARE(settings.size(), 1);
    window.setHasSettings(false); // the demonstration has none
    window.showError({core::Error::Kind::Unreachable, u"The database does not answer."_s, {}, {}});
    QVERIFY(!button(window, change->text()));
    QCOMPARE(retry.size(), 0);
}

QTEST_MAIN(StartErrorsTest)
#include "tst_starterrors.moc"
