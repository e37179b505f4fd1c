// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibletree.h"
#include "sample.h"
#include "ui/widgets/listview.h"

#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

class ListViewTest : public QObject
{
    Q_OBJECT

private:
    ui::Theme m_theme;
    FixedClock m_clock;
    std::unique_ptr<MemoryListSource> m_source;
    std::unique_ptr<ListTableModel> m_model;
    std::unique_ptr<ui::ListView> m_view;

    bool isTicked(int row) const
    {
        return m_model->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
    }
    QUuid idOf(int row) const { return m_source->rows.at(row).id; }
    QPoint inRow(int row, int x) const
    {
        return {x, m_view->rowViewportPosition(row) + ui::metrics::row / 2};
    }

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }
    void init()
    {
        m_source = std::make_unique<MemoryListSource>();
        m_source->rows = sampleTenants();
        m_model = std::make_unique<ListTableModel>(*m_source, core::ListId::Tenants, m_clock);
        m_view = std::make_unique<ui::ListView>(m_theme, *m_model);
        m_view->setAccessibleName(u"Tenants"_s);
        m_view->resize(900, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_model->setQuery({});
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Ready);
        QTRY_VERIFY(m_model->isCounted());
        m_view->setCurrentId(idOf(0));
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void rowsAre28PixelsHigh() { QCOMPARE(m_view->rowHeight(3), 28); }

    void arrowsMoveAndSayWhichRowIsCurrent()
    {
        QSignalSpy current(m_view.get(), &ui::ListView::currentIdChanged);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentId(), idOf(2));
        QCOMPARE(current.size(), 2);
    }

    void endLoadsAndReachesTheLastRow()
    {
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), m_model->rowCount() - 1);
        QTRY_VERIFY(!m_model->idAt(m_model->rowCount() - 1).isNull());
        QTRY_COMPARE(m_view->currentId(), m_source->rows.last().id);
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(m_view->currentId(), idOf(0));
    }

    void enterOpensAndSpaceTicks()
    {
        QSignalSpy opened(m_view.get(), &ui::ListView::rowActivated);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toUuid(), idOf(0));
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(isTicked(0));
        QTest::keyClick(m_view.get(), Qt::Key_Space);
        QVERIFY(!isTicked(0));
    }

    void controlATicksAllRowsAlsoThoseNotLoaded()
    {
        QTest::keySequence(m_view.get(), QKeySequence::SelectAll);
        QCOMPARE(m_model->checked().count(m_model->totals()), m_model->rowCount());
        QTest::keySequence(m_view.get(), QKeySequence::SelectAll);
        QCOMPARE(m_model->checked().count(m_model->totals()), 0);
    }

    void theShownColumnsAreToldInTheirOrder()
    {
        QHeaderView *header = m_view->horizontalHeader();
        header->setSectionHidden(1, true);
        header->moveSection(header->visualIndex(3), 1);
        QCOMPARE(m_view->shownColumns().mid(0, 3), QList<int>({0, 3, 2}));
    }

    void goingToARowReachesOneThatIsNotLoaded()
    {
        const int row = m_model->rowCount() - 3;
        m_view->goToRow(row);
        QTRY_COMPARE(m_view->currentId(), idOf(row));
        m_view->goToRow(m_model->rowCount());
        QCOMPARE(m_view->currentId(), idOf(row));
    }

    void aClickOnTheBoxTicksWithoutChangingTheCurrentRow()
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, inRow(4, 22));
        QVERIFY(isTicked(4));
        QCOMPARE(m_view->currentId(), idOf(0));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, inRow(4, 120));
        QCOMPARE(m_view->currentId(), idOf(4));
    }

    void theHeaderSortsAndShiftAddsAKey()
    {
        QHeaderView *header = m_view->horizontalHeader();
        const auto middle = [&](int section) {
            return QPoint(
                header->sectionViewportPosition(section) + header->sectionSize(section) - 20, 14);
        };
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, middle(3));
        QCOMPARE(m_model->query().sort.size(), 1);
        QCOMPARE(m_model->query().sort.first().column, u"mrr"_s);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::ShiftModifier, middle(0));
        QCOMPARE(m_model->query().sort.size(), 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(22, 14));
        QCOMPARE(m_model->query().sort.size(), 2); // the box in front ticks instead
        QVERIFY(m_model->checked().isEverything());
    }

    void theCurrentRowStaysWhenRowsComeAboveIt()
    {
        m_view->setCurrentId(idOf(3));
        QSignalSpy current(m_view.get(), &ui::ListView::currentIdChanged);
        core::ListRow added = m_source->rows.first();
        added.id = QUuid::createUuid();
        m_source->rows.prepend(added);
        m_model->noteChanges({added.id});
        QTRY_COMPARE(m_model->rowCount(), m_source->rows.size());
        QCOMPARE(m_view->currentIndex().row(), 4);
        QCOMPARE(current.size(), 0);
    }

    void whatIsOnScreenStaysWhenRowsComeAboveIt()
    {
        m_view->verticalScrollBar()->setValue(50 * 28);
        QTRY_VERIFY(!m_model->idAt(50).isNull() && m_view->rowAt(0) == 50);
        const QUuid top = idOf(50);
        core::ListRow added = m_source->rows.first();
        for (int row = 0; row < 3; ++row) {
            added.id = QUuid::createUuid();
            m_source->rows.prepend(added);
        }
        m_model->noteChanges({added.id});
        QTRY_COMPARE(m_model->rowCount(), m_source->rows.size());
        QTRY_COMPARE(m_view->rowAt(0), 53);
        QCOMPARE(m_model->idAt(53), top);
        QCOMPARE(m_view->verticalScrollBar()->value(), 53 * 28);
    }

    void noOtherRowIsMarkedWhereTheCurrentOneLeft()
    {
        m_view->setCurrentId(idOf(3));
        const QUuid id = idOf(3);
        const QUuid next = idOf(4);
        QSignalSpy current(m_view.get(), &ui::ListView::currentIdChanged);
        m_source->rows.removeAt(3);
        m_model->noteChanges({id});
        QTRY_COMPARE(m_model->idAt(3), next);
        QVERIFY(!m_view->currentIndex().isValid());
        QVERIFY(m_view->selectionModel()->selectedIndexes().isEmpty());
        QCOMPARE(m_view->currentId(), id); // what the panel shows stays
        QCOMPARE(current.size(), 0);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentId(), next);
        QCOMPARE(m_view->currentIndex().row(), 3);
    }

    void aChangedRowGlowsAndFades()
    {
        m_source->rows[2].cells[1] = u"unpaid"_s;
        m_model->noteChanges({idOf(2)});
        QTRY_VERIFY(m_view->glowOf(2) > 0.5);
        QCOMPARE(m_view->glowOf(3), 0.0);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->glowOf(2), 0.0, 4000);
    }

    void theNameColumnTakesWhatIsLeftOver()
    {
        const int before = m_view->columnWidth(0);
        m_view->resize(1200, 500);
        QTRY_COMPARE(m_view->columnWidth(0), before + 300);
        m_view->resize(500, 500);
        QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
        QVERIFY(m_view->columnWidth(0) >= 160);
    }

    void scrolledSidewaysTheNamesStayAndAnswerTheMouse()
    {
        m_view->resize(500, 500);
        QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 200);
        m_view->horizontalScrollBar()->setValue(200);
        QVERIFY(m_view->isFrozenAt(22));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, inRow(4, 22));
        QVERIFY(isTicked(4));
        QTest::mouseClick(m_view->horizontalHeader()->viewport(), Qt::LeftButton, {},
                          QPoint(90, 14));
        QCOMPARE(m_model->query().sort.first().column, u"name"_s);
        m_view->horizontalScrollBar()->setValue(0);
        QVERIFY(!m_view->isFrozenAt(22));
    }

    void columnsAreChosenAndRemembered()
    {
        const std::unique_ptr<QMenu> menu(m_view->makeColumnMenu(nullptr));
        menu->actions().at(1)->setChecked(false); // the plan
        QVERIFY(m_view->isColumnHidden(2));
        const QByteArray state = m_view->columnState();
        ui::ListView other(m_theme, *m_model);
        QVERIFY(!other.isColumnHidden(2));
        other.restoreColumnState(state);
        QVERIFY(other.isColumnHidden(2));
    }

    void everyCellSpeaks()
    {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(table && table->tableInterface());
        QAccessibleInterface *cell = table->tableInterface()->cellAt(1, 4);
        QVERIFY(cell);
        QCOMPARE(cell->text(QAccessible::Name), u"Overdue: 1,188.00 EUR"_s);
        QCOMPARE(namelessControls(m_view.get()).join(u'\n'), QString());
    }
};

QTEST_MAIN(ListViewTest)
#include "tst_listview.moc"
