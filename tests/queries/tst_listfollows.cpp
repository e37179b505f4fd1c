// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listnews.h"
#include "db/changefeed.h"
#include "db/database.h"
#include "invoicedice.h"
#include "models/listtablemodel.h"
#include "models/servicelistsource.h"
#include "services/listservice.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ListTableModel;

/// The list of invoices as it stands in the window (model, service, places, change feed) against
/// plain queries, while another desk makes, changes and renames: in random sorts, filters and
/// places of the scroll bar.
class ListFollowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyListFollowsEveryChange();
    void aRenamedTenantIsRenamedInHisInvoices();

private:
    static constexpr int screen = 30; ///< rows
    void show(const Asked &asked);
    [[nodiscard]] bool isAsPlain(const Asked &asked) const;
    [[nodiscard]] QStringList shownRows() const;

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    InvoiceDice m_dice{m_rows};
    db::Database m_database{m_scratch.parameters()};
    services::ListService m_service{m_database};
    core::SystemClock m_clock;
    models::ServiceListSource m_source{m_service, m_clock};
    ListTableModel m_model{m_source, core::ListId::Invoices, m_clock};
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest};
    /// Plain SQL notifies nobody, so the feed has to look by itself.
    db::ChangeFeed m_feed{m_scratch.parameters(),
                          {std::chrono::milliseconds(20), std::chrono::milliseconds(20)}};
    int m_first = 0; ///< On screen.
};

/// More than the rows up to which a list is read straight: places are used beyond.
void ListFollowsTest::initTestCase()
{
    QSignalSpy started(&m_feed, &db::ChangeFeed::started);
    connect(&m_feed, &db::ChangeFeed::changed, this, [this](const QList<db::Change> &changes) {
        QList<core::Change> told;
        for (const db::Change &change : changes)
            told.append({change.entity, change.id, change.tenantId});
        const core::ListNews news = core::newsFor(core::ListId::Invoices, told);
        if (news.isAll || !news.ids.isEmpty())
            m_model.noteChanges(news.isAll ? QList<QUuid>() : news.ids);
    });
    m_dice.fill(600);
    m_dice.multiply(9);
    QVERIFY(!started.isEmpty() || started.wait());
}

void ListFollowsTest::show(const Asked &asked)
{
    m_model.setVisibleRange(0, screen);
    m_model.setQuery(asked.query);
    QTRY_COMPARE(m_model.state(), ListTableModel::State::Ready);
    QTRY_VERIFY(m_model.isCounted());
    const int last = std::max(0, m_model.rowCount() - screen);
    m_first = m_dice.below(2) == 0 ? 0 : m_dice.below(last + 1);
    m_model.setVisibleRange(m_first, m_first + screen);
}

/// What each row on screen says: id, tenant, total.
QStringList ListFollowsTest::shownRows() const
{
    QStringList rows;
    for (int at = m_first; at < std::min(m_first + screen, m_model.rowCount()); ++at) {
        const core::ListRow *row = m_model.listRow(at);
        rows += row
            ? u"%1 %2 %3"_s
                  .arg(row->id.toString(QUuid::WithoutBraces), row->cells.value(1).toString())
                  .arg(row->cells.value(4).value<core::Money>().minor)
            : QString();
    }
    return rows;
}

bool ListFollowsTest::isAsPlain(const Asked &asked) const
{
    const QStringList ids = m_rows.column(asked.plain);
    return m_model.rowCount() == ids.size()
        && shownRows()
        == m_rows.column("SELECT concat_ws(' ', i.id, t.name, i.total)"
                         "  FROM unnest(CAST($1 AS uuid[])) WITH ORDINALITY asked (id, place)"
                         "  JOIN stripe_invoices i USING (id) JOIN tenants t ON t.id = i.tenant_id"
                         " ORDER BY place",
                         {db::PgArgument::texts(ids.mid(m_first, screen))});
}

void ListFollowsTest::everyListFollowsEveryChange()
{
    for (int round = 0; round < 12; ++round) {
        const Asked asked = m_dice.question();
        show(asked);
        for (int burst = 0; burst < 3; ++burst) {
            for (int change = m_dice.below(12); change >= 0; --change) {
                m_dice.change();
                if (m_dice.below(3) == 0)
                    QCoreApplication::processEvents(); // while the list is being read
            }
            const QByteArray where = "OMS_SEED " + QByteArray::number(m_dice.seed()) + " round "
                + QByteArray::number(round) + " row " + QByteArray::number(m_first) + ": "
                + asked.plain;
            QTRY_VERIFY2_WITH_TIMEOUT(isAsPlain(asked), where.constData(), 10'000);
        }
    }
}

void ListFollowsTest::aRenamedTenantIsRenamedInHisInvoices()
{
    m_first = 0;
    m_model.setVisibleRange(0, screen);
    m_model.setQuery({});
    QTRY_COMPARE(m_model.state(), ListTableModel::State::Ready);
    const QString name = m_model.listRow(3)->cells.value(1).toString();
    m_rows.run("UPDATE tenants SET name = 'Another name' WHERE name = $1", {db::PgArgument(name)});
    QTRY_COMPARE(m_model.listRow(3)->cells.value(1).toString(), u"Another name"_s);
}

QTEST_GUILESS_MAIN(ListFollowsTest)
#include "tst_listfollows.moc"
