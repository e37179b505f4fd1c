// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "sample.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyableid.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/filtereditor.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/optioncards.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonNamed(QWidget *root, const QString &name)
{
    const auto buttons = root->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        const bool isNamed = button->text() == name || button->accessibleName() == name;
        if (isNamed && button->isVisibleTo(root))
            return button;
    }
    return nullptr;
}

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    FixedClock m_clock;

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }

    void anActionsButtonIsNoWindowOfItsOwn()
    {
        QAction action(u"Columns"_s);
        QPushButton *button = ui::makeActionIconButton(&action);
        QVERIFY(!button->isVisible());
        QWidget window;
        button->setParent(&window);
        window.show();
        button->show(); // as a layout does
        QVERIFY(button->isVisible());
        action.setVisible(false);
        QVERIFY(!button->isVisible());
        action.setVisible(true);
        QVERIFY(button->isVisible());
    }

    void anErrorStandsAtItsFieldAndIsReadAloud()
    {
        ui::FieldRow row(m_theme, u"Billing e-mail"_s, new QLineEdit);
        QCOMPARE(row.editor()->accessibleName(), u"Billing e-mail"_s);
        row.setError(u"An address has an @ in it."_s, u"Use a@b.example"_s);
        QVERIFY(row.hasError());
        QVERIFY(ui::isInvalid(row.editor()));
        QCOMPARE(row.editor()->accessibleDescription(), u"An address has an @ in it."_s);
        QSignalSpy fixed(&row, &ui::FieldRow::fixRequested);
        row.findChild<ui::LinkLabel *>()->click();
        QCOMPARE(fixed.size(), 1);
        row.setError({});
        QVERIFY(!row.hasError() && !ui::isInvalid(row.editor()));
        QVERIFY(row.editor()->accessibleDescription().isEmpty());
    }

    void optionsAreRadioButtonsToTheKeyboard()
    {
        ui::OptionCards cards(m_theme);
        cards.addOption(u"basic"_s, u"Basic"_s, u"29.00 EUR"_s);
        cards.addOption(u"pro"_s, u"Professional"_s, u"99.00 EUR"_s);
        cards.setCurrent(u"basic"_s);
        cards.show();
        QVERIFY(QTest::qWaitForWindowExposed(&cards));
        QSignalSpy changed(&cards, &ui::OptionCards::currentChanged);
        cards.findChild<ui::OptionCard *>(u"basic"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(cards.current(), u"pro"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(namelessControls(&cards).join(u'\n'), QString());
    }

    void stepsSayWhereTheyStopped_data()
    {
        using State = ui::Step::State;
        QTest::addColumn<QList<State>>("states");
        QTest::addColumn<QString>("heading");
        QTest::newRow("one failed")
            << QList{State::Done, State::Failed, State::Waiting} << u"Stopped at step 2 of 3"_s;
        QTest::newRow("one runs") << QList{State::Running, State::Waiting} << u"Step 1 of 2"_s;
        QTest::newRow("some are done")
            << QList{State::Done, State::Waiting} << u"1 of 2 steps done"_s;
    }
    void stepsSayWhereTheyStopped()
    {
        QFETCH(QList<ui::Step::State>, states);
        ui::StepList list(m_theme);
        QList<ui::Step> steps;
        for (const ui::Step::State state : states)
            steps.append({u"Step"_s, state, {}});
        list.setSteps(steps);
        QTEST(list.heading(), "heading");
    }

    void aFinishedStepLeadsToWhatCameOut()
    {
        ui::StepList list(m_theme);
        list.setSteps({{u"Customer"_s, ui::Step::State::Done, u"cus_1"_s, true},
                       {u"Plan"_s, ui::Step::State::Waiting, {}}});
        QSignalSpy activated(&list, &ui::StepList::linkActivated);
        list.findChild<ui::LinkLabel *>()->click();
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toInt(), 0);
    }

    void anIdIsCopiedWhole()
    {
        ui::CopyableId id(m_theme);
        id.setId(u"cus_QxT9aV4mLr0Zp2"_s, true);
        buttonNamed(&id, u"Copy cus_QxT9aV4mLr0Zp2"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), u"cus_QxT9aV4mLr0Zp2"_s);
    }

    void failuresStayAndCanBeClosed()
    {
        QWidget window;
        window.resize(900, 600);
        ui::ToastStack toasts(m_theme, &window);
        bool isFollowed = false;
        toasts.add({ui::Toast::Kind::Failed, u"Declined"_s, u"Nothing moved."_s, u"Open"_s,
                    [&] { isFollowed = true; }});
        toasts.add({ui::Toast::Kind::Done, u"Sent"_s, {}, {}, {}});
        QCOMPARE(toasts.count(), 2);
        QCOMPARE(namelessControls(&toasts).join(u'\n'), QString());
        toasts.findChild<ui::LinkLabel *>()->click();
        QVERIFY(isFollowed);
        QCOMPARE(toasts.count(), 1);
        buttonNamed(&toasts, u"Close"_s)->click();
        QTRY_COMPARE(toasts.count(), 0);
        QVERIFY(toasts.isHidden());
    }

    void dangerIsNeverTheDefault()
    {
        ui::WindowDialogs dialogs(m_theme);
        QWidget window;
        window.resize(800, 600);
        window.show();
        QList<bool> answers;
        dialogs.ask({u"Cancel it?"_s, u"It ends today."_s, u"Cancel it"_s, u"Keep it"_s, true},
                    &window, [&](bool isYes) { answers.append(isYes); });
        auto *dialog = window.findChild<QDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isModal());
        QVERIFY(buttonNamed(dialog, u"Keep it"_s)->isDefault());
        QVERIFY(!buttonNamed(dialog, u"Cancel it"_s)->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(answers, QList{false});
    }

    void escapeClosesADialogAndLightsTheWindowAgain()
    {
        ui::WindowDialogs dialogs(m_theme);
        QWidget window;
        window.resize(800, 600);
        window.show();
        auto *dialog = new SampleDialog(m_theme, &window);
        const QPointer<QDialog> kept(dialog);
        dialogs.open(dialog, &window);
        QCOMPARE(window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly).size(), 2);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(kept.isNull());
        QTRY_VERIFY(window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly).isEmpty());
    }

    void aDialogHasNoNamelessControl()
    {
        SampleDialog dialog(m_theme);
        dialog.show();
        QCOMPARE(namelessControls(&dialog).join(u'\n'), QString());
    }

    void aChipSaysItsWord()
    {
        ui::Chip chip(m_theme);
        chip.setState(u"past_due"_s);
        QCOMPARE(chip.text(), u"Past due"_s);
        QCOMPARE(chip.height() > 0 ? chip.sizeHint().height() : 0, 20);
    }

    void statesOfferTheNextStep()
    {
        ui::StatePane pane(m_theme);
        pane.showError(u"Could not be loaded"_s,
                       {core::Error::Kind::Unreachable, u"No answer."_s, u"timeout"_s, {}});
        QPushButton *again = pane.addButton(u"Try again now"_s, true);
        QCOMPARE(ui::kindOf(again), ui::ButtonKind::Primary);
        QCOMPARE(pane.findChild<ui::CopyableId *>()->id(), u"timeout"_s);
        QVERIFY(!pane.findChild<ui::CopyableId *>()->isHidden());
        pane.showEmpty(u"Nothing yet"_s, u"…"_s);
        QVERIFY(pane.findChild<ui::CopyableId *>()->isHidden());
        QTRY_VERIFY(pane.findChild<QPushButton *>(QString(), Qt::FindDirectChildrenOnly)
                    == nullptr);
    }

    void filtersAreWordedAndRemoved()
    {
        ui::FilterBar bar(m_theme, core::ListId::Tenants, m_clock);
        bar.setSearchHint(u"Search tenants"_s);
        bar.setFilters({{u"status"_s, core::FilterOperator::NotEquals, u"canceled"_s},
                        {u"mrr"_s, core::FilterOperator::AtLeast, qint64(50000)}});
        QSignalSpy changed(&bar, &ui::FilterBar::filtersChanged);
        const auto chips = bar.findChildren<ui::FilterChip *>();
        QCOMPARE(chips.size(), 2);
        QCOMPARE(chips.at(0)->accessibleName(), u"Filter: Status is not Canceled"_s);
        QCOMPARE(chips.at(1)->accessibleName(), u"Filter: MRR at least 500.00"_s);
        QTest::keyClick(chips.at(0), Qt::Key_Delete);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(bar.filters().size(), 1);
        QCOMPARE(namelessControls(&bar).join(u'\n'), QString());
    }

    void theFilterEditorTakesWhatItShows()
    {
        QWidget window;
        ui::FilterEditor editor(m_theme, core::ListId::Tenants, m_clock, &window);
        QSignalSpy accepted(&editor, &ui::FilterEditor::accepted);
        const core::Filter filter{u"mrr"_s, core::FilterOperator::AtMost, qint64(12345)};
        editor.setFilter(filter);
        buttonNamed(&editor, u"Apply"_s)->click();
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.first().first().value<core::Filter>(), filter);
    }

    void theFilterEditorAsksForAValue()
    {
        QWidget window;
        ui::FilterEditor editor(m_theme, core::ListId::Tenants, m_clock, &window);
        QSignalSpy accepted(&editor, &ui::FilterEditor::accepted);
        editor.setFilter({u"name"_s, core::FilterOperator::Contains, QString()});
        buttonNamed(&editor, u"Apply"_s)->click();
        QCOMPARE(accepted.size(), 0);
    }

    void aPanelFitsItsWidth_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("at the normal text size") << 1.0;
    }
    void aPanelFitsItsWidth()
    {
        const ui::Actions actions(m_theme);
        SamplePanel panel(m_theme, actions);
        panel.resize(ui::metrics::panel, 700);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        const auto *area = panel.findChild<QScrollArea *>();
        QVERIFY(area->widget()->minimumSizeHint().width() <= area->viewport()->width());
        const auto buttons = panel.findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                     qPrintable(button->text()));
        QVERIFY2(panel.minimumSizeHint().height() < 500, "the body scrolls, the window may shrink");
        QCOMPARE(namelessControls(&panel).join(u'\n'), QString());
    }

    void runningTextTakesTheHeightItNeeds()
    {
        ui::Paragraph text(m_theme, u"one two three four five six seven eight nine ten"_s);
        QVERIFY(text.heightForWidth(80) > 2 * text.heightForWidth(800));
        QCOMPARE(text.heightForWidth(800), 19);
    }

    void limitsTurnAmberAndRed()
    {
        ui::LimitBar bar(m_theme);
        bar.setFixedSize(100, 4);
        const auto colorAt = [&](int x) { return bar.grab().toImage().pixelColor(x, 2); };
        bar.setRatio(0.5);
        QCOMPARE(colorAt(30), m_theme.color(ui::Role::CalmBar));
        bar.setRatio(0.8);
        QCOMPARE(colorAt(30), m_theme.status(ui::StatusColor::Amber).icon);
        bar.setRatio(1.34);
        QCOMPARE(colorAt(30), m_theme.status(ui::StatusColor::Red).icon);
        QCOMPARE(bar.accessibleDescription(), u"134 %"_s);
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
