// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorylistsource.h"
#include "models/listtablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

namespace {

class FixedClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime({2026, 6, 12}, {14, 32}, Qt::UTC);
    }
};

core::ListRow tenant(int number, qint64 mrr = 9900)
{
    core::ListRow row;
    row.id = QUuid::createUuidV5(QUuid(), QString::number(number));
    row.cells = {u"Tenant %1"_s.arg(number, 5, 10, QChar(u'0')),
                 u"active"_s,
                 u"professional"_s,
                 QVariant::fromValue(core::Money{mrr, u"eur"_s}),
                 {},
                 0.41,
                 QDateTime({2026, 6, 15}, {0, 0}, Qt::UTC),
                 u"a@b.example"_s,
                 u"cus_1"_s,
                 QDateTime({2025, 1, 1}, {0, 0}, Qt::UTC)};
    return row;
}

core::ListQuery searchFor(const QString &text)
{
    core::ListQuery query;
    query.search = text;
    return query;
}

} // namespace

class ListTableModelTest : public QObject
{
    Q_OBJECT

private:
    FixedClock m_clock;
    std::unique_ptr<MemoryListSource> m_source;
    std::unique_ptr<ListTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void load()
    {
        m_model->setQuery({});
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Ready);
        QTRY_VERIFY(m_model->isCounted()); // rows are there before they are counted
    }
    QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }

private Q_SLOTS:
    void init()
    {
        m_source = std::make_unique<MemoryListSource>();
        for (int i = 0; i < 1000; ++i)
            m_source->rows.append(tenant(i));
        m_model = std::make_unique<ListTableModel>(*m_source, core::ListId::Tenants, m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void columnTablesFollowTheCatalogue_data()
    {
        QTest::addColumn<core::ListId>("list");
        QTest::newRow("tenants") << core::ListId::Tenants;
        QTest::newRow("subscriptions") << core::ListId::Subscriptions;
        QTest::newRow("invoices") << core::ListId::Invoices;
    }
    void columnTablesFollowTheCatalogue()
    {
        QFETCH(core::ListId, list);
        const auto shown = models::columnsFor(list);
        const auto known = core::columnsOf(list);
        QCOMPARE(shown.size(), known.size());
        for (std::size_t i = 0; i < known.size(); ++i) {
            QCOMPARE(shown[i].id, known[i].id);
            QCOMPARE(shown[i].kind, known[i].kind);
            QVERIFY(!models::titleOf(shown[i]).isEmpty());
            QVERIFY(shown[i].width >= 40);
        }
    }

    void readsOnlyTheFirstWindowAtFirst()
    {
        load();
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(text(0, 0), u"Tenant 00000"_s);
        QVERIFY(m_model->index(99, 0).data(ListTableModel::LoadedRole).toBool());
        QVERIFY(!m_model->index(100, 0).data(ListTableModel::LoadedRole).toBool());
        QCOMPARE(m_source->pages, 1);
    }

    void fetchesWhatTheViewShows()
    {
        load();
        m_model->setVisibleRange(730, 760);
        QTRY_COMPARE(text(750, 0), u"Tenant 00750"_s);
        QVERIFY(!m_model->index(300, 0).data(ListTableModel::LoadedRole).toBool());
        QVERIFY2(m_source->pages <= 4, "only the windows around the view are read");
    }

    void rowsBehindTheLastWindowComeWithTheCount()
    {
        const QList<core::ListRow> all = std::exchange(m_source->rows, m_source->rows.first(50));
        m_source->isHeld = true;
        m_model->setQuery({});
        m_source->rows = all.first(150); // after the first window was read, before the count
        m_source->isHeld = false;
        m_source->release();
        QTRY_COMPARE(m_model->rowCount(), 150);
        m_model->setVisibleRange(40, 80);
        QTRY_COMPARE(text(75, 0), u"Tenant 00075"_s);
        QTRY_COMPARE(text(120, 0), u"Tenant 00120"_s);
    }

    void aShortWindowOutOfSightIsReadWhenItIsSeen()
    {
        const QList<core::ListRow> all = std::exchange(m_source->rows, m_source->rows.first(450));
        load();
        m_model->setVisibleRange(410, 440);
        QTRY_COMPARE(text(449, 0), u"Tenant 00449"_s);
        m_model->setVisibleRange(0, 30);
        m_source->rows = all.first(500);
        m_source->rows[0] = tenant(0, 5000); // the sum is another, so it is counted anew
        m_model->noteChanges({all.at(0).id});
        QTRY_COMPARE(m_model->rowCount(), 500);
        m_model->setVisibleRange(450, 480);
        QTRY_COMPARE(text(475, 0), u"Tenant 00475"_s);
    }

    void longWaysLeaveNoMoreThanTheCacheHolds()
    {
        models::WindowCache cache(2);
        for (qint64 window = 0; window < 3; ++window)
            cache.insert(window, {tenant(static_cast<int>(window))});
        QVERIFY(!cache.contains(0));
        QVERIFY(cache.contains(1) && cache.contains(2));
    }

    void lateAnswersToAnOldQueryAreDropped()
    {
        load();
        m_source->isHeld = true;
        m_model->setQuery(searchFor(u"Tenant 0001"_s));
        m_model->setQuery(searchFor(u"Tenant 0002"_s));
        m_source->release(true); // the newer answers first, the older ones after them
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Ready);
        QTest::qWait(20); // nothing may follow: let the old answers come in
        QCOMPARE(m_model->rowCount(), 10);
        QCOMPARE(text(0, 0), u"Tenant 00020"_s);
    }

    void oldRowsStayUntilTheNewOnesAreHere()
    {
        load();
        m_source->isHeld = true;
        m_model->setQuery(searchFor(u"Tenant 0001"_s));
        QCOMPARE(m_model->state(), ListTableModel::State::Loading);
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(text(0, 0), u"Tenant 00000"_s);
        m_source->release();
        QTRY_COMPARE(m_model->rowCount(), 10);
    }

    void aChangedRowIsReplacedInPlaceAndGlows()
    {
        load();
        const QPersistentModelIndex current = m_model->index(7, 0);
        QSignalSpy glow(m_model.get(), &ListTableModel::rowsChanged);
        m_source->rows[7].cells[1] = u"past_due"_s;
        m_model->noteChanges({m_source->rows[7].id});
        QTRY_COMPARE(glow.size(), 1);
        QCOMPARE(text(7, 1), u"Past due"_s);
        QCOMPARE(current.row(), 7);
        QCOMPARE(m_source->byIdReads, 1);
        QCOMPARE(m_source->pages, 1);
    }

    void aNewRowMovesTheCurrentOneDownWithItsId()
    {
        load();
        const QPersistentModelIndex current = m_model->index(7, 0);
        const QUuid id = m_model->idAt(7);
        m_model->setData(m_model->index(7, 0), Qt::Checked, Qt::CheckStateRole);
        m_source->rows.prepend(tenant(5000));
        m_model->noteChanges({m_source->rows.first().id});
        QTRY_COMPARE(m_model->rowCount(), 1001);
        QCOMPARE(current.row(), 8);
        QCOMPARE(m_model->idAt(8), id);
        QVERIFY(m_model->checked().contains(id));
        QCOMPARE(m_model->index(8, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void aRowThatLeftTheFilterDisappears()
    {
        m_model->setQuery(searchFor(u"Tenant 0001"_s));
        QTRY_COMPARE(m_model->rowCount(), 10);
        m_source->rows[12].cells[0] = u"Renamed"_s;
        m_model->noteChanges({m_source->rows[12].id});
        QTRY_COMPARE(m_model->rowCount(), 9);
        QTRY_COMPARE(m_model->rowOf(m_source->rows[12].id), -1); // the count may come first
    }

    void changesDuringALoadAreNotLost()
    {
        m_source->isHeld = true;
        m_model->setQuery({});
        m_source->rows[3].cells[1] = u"unpaid"_s;
        m_model->noteChanges({m_source->rows[3].id});
        m_source->isHeld = false;
        m_source->release();
        QTRY_COMPARE(text(3, 1), u"Unpaid"_s);
    }

    void changesDuringARefreshAreNotLost()
    {
        load();
        m_source->isHeld = true;
        m_model->noteChanges({}); // what the window asks now it reads before the next change
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Loading);
        m_source->rows[3].cells[1] = u"unpaid"_s;
        m_model->noteChanges({m_source->rows[3].id});
        m_source->isHeld = false;
        m_source->release();
        QTRY_COMPARE(text(3, 1), u"Unpaid"_s);
    }

    void twoChangesOfARowNeverShowTheOlderOne()
    {
        load();
        m_source->isHeld = true;
        for (const auto &state : {u"unpaid"_s, u"canceled"_s}) {
            m_source->rows[3].cells[1] = state;
            m_model->noteChanges({m_source->rows[3].id});
            QTest::qWait(200); // longer than changes are gathered
        }
        m_source->release(true); // the newest answer comes first
        m_source->isHeld = false;
        m_source->release();
        QTRY_COMPARE(text(3, 1), u"Canceled"_s);
        QTest::qWait(300);
        QCOMPARE(text(3, 1), u"Canceled"_s);
    }

    void headerClicksSortAndShiftClicksAdd()
    {
        load();
        QSignalSpy sorted(m_model.get(), &ListTableModel::sortChanged);
        m_model->sortBy(0, false);
        m_model->sortBy(0, false);
        const core::SortKey byName{u"name"_s, Qt::DescendingOrder};
        QCOMPARE(m_model->query().sort, QList<core::SortKey>{byName});
        m_model->sortBy(3, true);
        QCOMPARE(m_model->query().sort.size(), 2);
        QCOMPARE(m_model->query().sort.last().column, u"mrr"_s);
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Ready);
        QCOMPARE(text(0, 0), u"Tenant 00999"_s);
        QCOMPARE(sorted.size(), 3);
    }

    void ticksAreSummedPerCurrency()
    {
        load();
        m_source->rows[1] = tenant(1, 54900);
        for (const int row : {2, 3})
            m_model->setData(m_model->index(row, 0), Qt::Checked, Qt::CheckStateRole);
        QCOMPARE(m_model->checked().count(m_model->totals()), 2);
        QCOMPARE(m_model->checked().sums(m_model->totals()),
                 (QList<core::Money>{{19800, u"eur"_s}}));
        m_model->setAllChecked(true);
        m_model->setData(m_model->index(2, 0), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(m_model->checked().count(m_model->totals()), 999);
        QCOMPARE(m_model->checked().of({}).selection.ids.size(), 1);
        m_model->setQuery(searchFor(u"Tenant 0001"_s));
        QCOMPARE(m_model->checked().count(m_model->totals()), 0);
    }

    void aFailureKeepsTheRowsAndSaysWhy()
    {
        load();
        m_source->failure = core::Error{core::Error::Kind::Unreachable, u"No answer."_s, {}, {}};
        m_model->reload();
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Failed);
        QCOMPARE(m_model->error().message, u"No answer."_s);
        QCOMPARE(m_model->rowCount(), 1000);
        m_source->failure.reset();
        m_model->reload();
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Ready);
    }

    void aLossInTheMiddleOfAScrollKeepsWhatIsThere()
    {
        load();
        m_source->failure = core::Error{core::Error::Kind::Unreachable, u"No answer."_s, {}, {}};
        m_model->setVisibleRange(500, 530);
        QTRY_COMPARE(m_model->state(), ListTableModel::State::Failed);
        QCOMPARE(m_model->error().message, u"No answer."_s);
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(text(50, 0), u"Tenant 00050"_s);
        m_source->failure.reset();
        m_model->noteChanges({}); // what the window says when the database is back
        QTRY_COMPARE(text(510, 0), u"Tenant 00510"_s);
        QCOMPARE(m_model->state(), ListTableModel::State::Ready);
    }

    void rowsAreThereBeforeTheyAreCounted()
    {
        m_source->isHeld = true;
        m_model->setQuery({});
        m_source->release();
        QTRY_COMPARE(m_model->rowCount(), 100); // the first window; the count is still on its way
        QCOMPARE(m_model->state(), ListTableModel::State::Ready);
        QVERIFY(!m_model->isCounted());
        QTRY_VERIFY((m_source->release(), m_model->rowCount() == 1000)); // asked for a little later
        QVERIFY(m_model->isCounted());
    }

    void cellsSpeakInSentences_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a name") << 0 << u"Name: Tenant 00000"_s;
        QTest::newRow("a state by its word") << 1 << u"Status: Active"_s;
        QTest::newRow("a tier by its word") << 2 << u"Plan: Professional"_s;
        QTest::newRow("money with its currency") << 3 << u"MRR: 99.00 EUR"_s;
        QTest::newRow("nothing as none") << 4 << u"Overdue: none"_s;
        QTest::newRow("a share in percent") << 5 << u"Peak limit: 41 %"_s;
        QTest::newRow("a date exactly") << 6 << u"Renews: in 3 day(s), 15 Jun 2026, 00:00 UTC"_s;
    }
    void cellsSpeakInSentences()
    {
        QFETCH(int, column);
        load();
        QTEST(m_model->index(0, column).data(Qt::AccessibleTextRole).toString(), "sentence");
    }

    void rolesGiveTheRawValueAndItsOrder()
    {
        load();
        const QModelIndex mrr = m_model->index(0, 3);
        QCOMPARE(mrr.data(ListTableModel::MoneyRole).value<core::Money>().minor, 9900);
        QCOMPARE(mrr.data(ListTableModel::SortKeyRole).toLongLong(), 9900);
        QVERIFY(!mrr.data(ListTableModel::StatusRole).isValid());
        QCOMPARE(m_model->index(0, 1).data(ListTableModel::StatusRole).toString(), u"active"_s);
        QVERIFY(m_model->index(0, 4).data(ListTableModel::RawRole).isNull());
    }
};

QTEST_GUILESS_MAIN(ListTableModelTest)
#include "tst_listtablemodel.moc"
