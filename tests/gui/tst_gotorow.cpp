// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "sample.h"
#include "ui/widgets/gotorowdialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

/// Going to a row by its number: what is taken, and what is said at the field where it is not.
class GoToRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init();
    void rowNumbersAsPeopleWriteThem_data();
    void rowNumbersAsPeopleWriteThem();
    void whatIsTypedIsChecked_data();
    void whatIsTypedIsChecked();
    void aRightNumberIsTold();
    void itBeginsWithTheRowOneIsIn();
    void itWaitsForTheCount();
    void itFollowsTheNumberOfRows();
    void anEmptyListHasNoRowToGoTo();

private:
    void load(bool isCounted = true);

    ui::Theme m_theme;
    FixedClock m_clock;
    std::unique_ptr<MemoryListSource> m_source;
    std::unique_ptr<ListTableModel> m_model;
    std::unique_ptr<ui::GoToRowDialog> m_dialog;
    QLineEdit *m_field = nullptr;
    QPushButton *m_go = nullptr;
};

void GoToRowTest::init()
{
    m_dialog.reset();
    m_source = std::make_unique<MemoryListSource>();
    m_source->rows = sampleTenants().mid(0, 53);
    m_model = std::make_unique<ListTableModel>(*m_source, core::ListId::Tenants, m_clock);
}

void GoToRowTest::load(bool isCounted)
{
    m_model->setQuery({});
    if (isCounted)
        QTRY_VERIFY(m_model->isCounted());
    m_dialog = std::make_unique<ui::GoToRowDialog>(m_theme, *m_model, 2);
    m_field = m_dialog->findChild<QLineEdit *>(u"rowNumber"_s);
    m_go = m_dialog->findChild<QPushButton *>(u"goToRowGo"_s);
    m_dialog->show();
}

void GoToRowTest::rowNumbersAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("number"); // −1: none
    QTest::newRow("digits") << u"1029273"_s << qint64(1029273);
    QTest::newRow("blanks around") << u" 12 "_s << qint64(12);
    QTest::newRow("English") << u"1,029,273"_s << qint64(1029273);
    QTest::newRow("German") << u"1.029.273"_s << qint64(1029273);
    QTest::newRow("Swiss") << u"1’029’273"_s << qint64(1029273);
    QTest::newRow("French") << u"1\u202f029\u00a0273"_s << qint64(1029273);
    QTest::newRow("a decimal") << u"1,5"_s << qint64(-1);
    QTest::newRow("a group of two") << u"1,02,273"_s << qint64(-1);
    QTest::newRow("words") << u"row 3"_s << qint64(-1);
    QTest::newRow("nothing") << QString() << qint64(-1);
}

void GoToRowTest::rowNumbersAsPeopleWriteThem()
{
    QFETCH(QString, typed);
    QFETCH(qint64, number);
    QCOMPARE(ui::GoToRowDialog::rowNumberFrom(typed).value_or(-1), number);
}

void GoToRowTest::whatIsTypedIsChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    const QString range = u"The rows of this list are numbered from 1 to 53."_s;
    const QString whole = u"Type a whole number, such as 1,200."_s;
    QTest::newRow("behind the last") << u"54"_s << range;
    QTest::newRow("before the first") << u"0"_s << range;
    QTest::newRow("far beyond") << u"999999999999999999"_s << range;
    QTest::newRow("no number") << u"last"_s << whole;
    QTest::newRow("half a row") << u"1.5"_s << whole;
    QTest::newRow("negative") << u"-3"_s << whole;
    QTest::newRow("nothing yet") << QString() << QString();
}

void GoToRowTest::whatIsTypedIsChecked()
{
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    load();
    QSignalSpy chosen(m_dialog.get(), &ui::GoToRowDialog::chosen);
    m_field->setText(typed);
    QCOMPARE(m_field->accessibleDescription(), sentence);
    QVERIFY(!m_go->isEnabled());
    QTest::keyClick(m_field, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(chosen.size(), 0);
}

void GoToRowTest::aRightNumberIsTold()
{
    load();
    QSignalSpy chosen(m_dialog.get(), &ui::GoToRowDialog::chosen);
    m_field->setText(u"53"_s);
    QCOMPARE(m_field->accessibleDescription(), QString());
    QTest::keyClick(m_field, Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toInt(), 52);
}

void GoToRowTest::itBeginsWithTheRowOneIsIn()
{
    load();
    QCOMPARE(m_field->text(), u"3"_s);
    QCOMPARE(m_field->selectedText(), u"3"_s);
    QCOMPARE(namelessControls(m_dialog.get()).join(u'\n'), QString());
    QCOMPARE(m_field->accessibleName(), u"Row number"_s);
    QCOMPARE(m_dialog->accessibleName(), u"Go to row"_s);
}

void GoToRowTest::itWaitsForTheCount()
{
    m_source->isHeld = true;
    load(false);
    m_field->setText(u"20"_s);
    QVERIFY(!m_go->isEnabled());
    QCOMPARE(m_field->accessibleDescription(), QString());
    m_source->isHeld = false;
    m_source->release();
    QTRY_VERIFY(m_go->isEnabled());
}

void GoToRowTest::itFollowsTheNumberOfRows()
{
    load();
    m_field->setText(u"53"_s);
    QVERIFY(m_go->isEnabled());
    m_source->rows.removeLast();
    m_model->noteChanges({});
    QTRY_COMPARE(m_field->accessibleDescription(),
                 u"The rows of this list are numbered from 1 to 52."_s);
    QVERIFY(!m_go->isEnabled());
}

void GoToRowTest::anEmptyListHasNoRowToGoTo()
{
    m_source->rows.clear();
    load();
    QCOMPARE(m_field->accessibleDescription(), u"This list has no rows."_s);
    QVERIFY(!m_go->isEnabled());
}

QTEST_MAIN(GoToRowTest)
#include "tst_gotorow.moc"
