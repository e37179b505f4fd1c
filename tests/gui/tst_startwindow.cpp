// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/startwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is on screen until there is a database to show. OMS_PICTURES=<folder> keeps a picture.
class StartWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatRunsAndHowLongTheRestTook();
    void tellsHowFarAStepIs();
    void showsThatTimePasses();
    void offersAnotherTry();

private:
    [[nodiscard]] QList<ui::Step> steps() const
    {
        return m_window->findChild<ui::StepList *>()->steps();
    }

    ui::Theme m_theme;
    std::unique_ptr<ui::StartWindow> m_window;
};

void StartWindowTest::init()
{
    m_theme.install(*qApp);
    m_window = std::make_unique<ui::StartWindow>(m_theme);
    m_window->show();
}

void StartWindowTest::tellsWhatRunsAndHowLongTheRestTook()
{
    m_window->showStep(u"Starting the database …"_s, {});
    m_window->showStep(u"Setting up the tables"_s, {});
    QCOMPARE(steps().size(), 2);
    QCOMPARE(steps().first().state, ui::Step::State::Done);
    static const QRegularExpression seconds(u"^\\d+\\.\\d s$"_s);
    QVERIFY2(seconds.match(steps().first().detail).hasMatch(), qPrintable(steps().first().detail));
    QCOMPARE(steps().last().state, ui::Step::State::Running);
    QCOMPARE(steps().last().detail, QString());
    const auto labels = m_window->findChildren<ui::TextLabel *>();
    QTRY_VERIFY(labels.last()->isVisible()); // the rows are on screen, not only in the list
    if (const QString folder = qEnvironmentVariable("OMS_PICTURES"); !folder.isEmpty())
        QVERIFY(m_window->grab().save(folder + u"/start.png"_s));
}

void StartWindowTest::tellsHowFarAStepIs()
{
    m_window->showStep(u"Generating"_s, {});
    m_window->showStep(u"Generating"_s, u"20 of 400 tenants"_s);
    m_window->showStep(u"Generating"_s, u"40 of 400 tenants"_s);
    QCOMPARE(steps().size(), 1);
    QCOMPARE(steps().first().detail, u"40 of 400 tenants"_s);
    QCOMPARE(steps().first().state, ui::Step::State::Running);
}

void StartWindowTest::showsThatTimePasses()
{
    m_window->showStep(u"Setting up the database …"_s, {});
    QTRY_VERIFY(!steps().first().detail.isEmpty());
    const QString first = steps().first().detail;
    QTRY_VERIFY(steps().first().detail != first);
    m_window->finish();
    QVERIFY(!m_window->isVisible());
}

void StartWindowTest::offersAnotherTry()
{
    m_window->showStep(u"Starting the database …"_s, {});
    m_window->showError({core::Error::Kind::Storage, u"No PostgreSQL is installed."_s, {}, {}});
    QSignalSpy retry(m_window.get(), &ui::StartWindow::retryRequested);
    const auto buttons = m_window->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == "Try again"_L1)
            button->click();
    }
    QCOMPARE(retry.size(), 1);
    m_window->reset();
    QCOMPARE(steps().size(), 0);
}

QTEST_MAIN(StartWindowTest)
#include "tst_startwindow.moc"
