// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "services/exportservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::ListId;
using core::RowSelection;
using services::CopyRequest;
using services::ExportColumn;

/// Rows as text for the clipboard: what is in it, how much may be, and that it can be stopped.
class CopiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void titlesAndCells();
    void oneHundredThousandRows();
    void allButSome();
    void onlyThese();
    void rowsThatAreGone();
    void progressReachesTheNumberOfRows();
    void tooMuchForTheClipboard();
    void stoppedAtOnce();
    void stoppedOnTheWay();

private:
    struct Copied
    {
        core::Result<qint64> rows = core::fail(core::Error::Kind::Internal, u"not finished"_s);
        QString text;
    };
    Copied copied(const CopyRequest &request);
    static CopyRequest manyRows();
    static QString lineOf(int number);

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    services::ExportService m_exports{m_database};
};

namespace {
constexpr int many = 120'000;
} // namespace

void CopiesTest::initTestCase()
{
    const QUuid odd = m_rows.tenant(u"=a\tb\n\"Höflinger\""_s, u"a@example.com"_s);
    m_rows.invoice({.tenant = odd,
                    .id = u"in_1"_s,
                    .number = u"\"OMS\"-1"_s,
                    .total = -118800,
                    .due = "'2026-05-14T09:41:07.5Z'",
                    .created = "'2026-05-01T00:00:00Z'"});
    m_rows.invoice({.tenant = {},
                    .id = u"in_2"_s,
                    .currency = u"jpy"_s,
                    .total = 15400,
                    .created = "'2026-05-02T00:00:00Z'"});
    m_rows.run("INSERT INTO stripe_subscriptions (stripe_subscription_id, stripe_customer_id,"
               " status, currency, amount, description, created, livemode, raw, as_of, source)"
               " SELECT 'sub_' || n, 'cus_' || n, 'active', 'eur', n, 'Plan' || E'\\t' || n,"
               " now() - n * interval '1 second', false, '{}', now(), 'seed'"
               " FROM generate_series(1, $1) n",
               {db::PgArgument(many)});
}

CopiesTest::Copied CopiesTest::copied(const CopyRequest &request)
{
    const std::unique_ptr<services::ExportJob> job = m_exports.copy(request);
    Copied copied;
    QSignalSpy finished(job.get(), &services::ExportJob::finished);
    connect(job.get(), &services::ExportJob::finished, this, [&](const core::Result<qint64> &rows) {
        copied = {rows, job->text()};
    });
    if (!job->text().isNull() || !finished.wait(30'000))
        qFatal("a text before the end, or no end");
    return copied;
}

/// The newest first: number 1, 2, 3 …
CopyRequest CopiesTest::manyRows()
{
    CopyRequest request;
    request.query.list = ListId::Subscriptions;
    request.columns = {ExportColumn{u"subscription"_s, u"Id"_s},
                       ExportColumn{u"product"_s, u"Product"_s},
                       ExportColumn{u"amount"_s, u"Amount"_s}};
    return request;
}

QString CopiesTest::lineOf(int number)
{
    return u"sub_%1\tPlan %1\t%2.%3\tEUR"_s.arg(number)
        .arg(number / 100)
        .arg(number % 100, 2, 10, QChar(u'0'));
}

void CopiesTest::titlesAndCells()
{
    CopyRequest request;
    request.query.list = ListId::Invoices;
    request.columns = {ExportColumn{u"tenant"_s, u"Tenant"_s}, ExportColumn{u"due"_s, u"Due"_s},
                       ExportColumn{u"total"_s, u"Total\tnet"_s},
                       ExportColumn{u"number"_s, u"=Number"_s}};
    const Copied all = copied(request);
    QVERIFY2(all.rows, qPrintable(all.rows ? QString() : all.rows.error().detail));
    QCOMPARE(*all.rows, 2);
    QCOMPARE(all.text,
             u"Tenant\tDue\tTotal net\tTotal net (currency)\t'=Number\n"
             "\t\t15400\tJPY\t\n"
             "'=a b \"Höflinger\"\t2026-05-14T09:41:07Z\t-1188.00\tEUR\t\"\"\"OMS\"\"-1\""_s);
}

void CopiesTest::oneHundredThousandRows()
{
    const Copied all = copied(manyRows());
    QVERIFY(all.rows);
    QCOMPARE(*all.rows, many);
    const QStringList lines = all.text.split(u'\n');
    QCOMPARE(lines.size(), many + 1);
    QCOMPARE(lines.constFirst(), u"Id\tProduct\tAmount\tAmount (currency)"_s);
    for (int number = 1; number <= many; ++number) {
        if (lines.at(number) != lineOf(number))
            QCOMPARE(lines.at(number), lineOf(number));
    }
}

void CopiesTest::allButSome()
{
    CopyRequest request = manyRows();
    request.query.selection.kind = RowSelection::Kind::AllBut;
    for (const QString &id : m_rows.column("SELECT id FROM stripe_subscriptions WHERE amount > 5"))
        request.query.selection.ids += QUuid(id);
    request.query.filters = {{u"amount"_s, core::FilterOperator::AtLeast, qint64(3)}};
    const Copied some = copied(request);
    QVERIFY(some.rows);
    QCOMPARE(some.text.section(u'\n', 1),
             QStringList({lineOf(3), lineOf(4), lineOf(5)}).join(u'\n'));
}

void CopiesTest::onlyThese()
{
    CopyRequest request = manyRows();
    request.query.selection.kind = RowSelection::Kind::Only;
    for (const QString &id :
         m_rows.column("SELECT id FROM stripe_subscriptions WHERE amount <= 100000"))
        request.query.selection.ids += QUuid(id);
    request.query.sort = {{u"amount"_s, Qt::DescendingOrder}};
    const Copied some = copied(request);
    QVERIFY(some.rows);
    QCOMPARE(*some.rows, 100'000);
    const QStringList lines = some.text.split(u'\n');
    QCOMPARE(lines.at(1), lineOf(100'000));
    QCOMPARE(lines.at(50'000), lineOf(50'001));
    QCOMPARE(lines.constLast(), lineOf(1));
}

void CopiesTest::rowsThatAreGone()
{
    CopyRequest request = manyRows();
    request.query.selection = {RowSelection::Kind::Only, {QUuid::createUuid()}};
    const Copied none = copied(request);
    QVERIFY(none.rows);
    QCOMPARE(*none.rows, 0);
    QCOMPARE(none.text, u"Id\tProduct\tAmount\tAmount (currency)"_s);
}

void CopiesTest::progressReachesTheNumberOfRows()
{
    const std::unique_ptr<services::ExportJob> job = m_exports.copy(manyRows());
    QSignalSpy finished(job.get(), &services::ExportJob::finished);
    QVERIFY(finished.wait(30'000));
    QCOMPARE(job->rowsDone(), many);
    QCOMPARE(job->rowsTotal(), many);
    QCOMPARE(job->path(), QString());
}

void CopiesTest::tooMuchForTheClipboard()
{
    CopyRequest request = manyRows();
    request.mostBytes = 1'000'000;
    const Copied none = copied(request);
    QVERIFY(!none.rows);
    QCOMPARE(none.rows.error().message,
             u"This is too much for the clipboard. Export the rows to a file."_s);
    QCOMPARE(none.text, QString());
    QCOMPARE(*copied(manyRows()).rows, many); // the connection is good for the next one
}

void CopiesTest::stoppedAtOnce()
{
    const std::unique_ptr<services::ExportJob> job = m_exports.copy(manyRows());
    core::Result<qint64> outcome = 0;
    connect(job.get(), &services::ExportJob::finished, this,
            [&](const core::Result<qint64> &rows) { outcome = rows; });
    job->cancel();
    QTRY_VERIFY(!job->isRunning());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::Error::Kind::Canceled);
    QCOMPARE(job->text(), QString());
}

/// Somebody holds the table: the copy waits until it is stopped.
void CopiesTest::stoppedOnTheWay()
{
    const BillingRows other(m_scratch);
    other.run("BEGIN");
    other.run("LOCK TABLE stripe_subscriptions IN ACCESS EXCLUSIVE MODE");
    const std::unique_ptr<services::ExportJob> job = m_exports.copy(manyRows());
    core::Result<qint64> outcome = 0;
    connect(job.get(), &services::ExportJob::finished, this,
            [&](const core::Result<qint64> &rows) { outcome = rows; });
    QTRY_COMPARE(m_rows.column("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty(), false);
    QVERIFY(job->isRunning());
    job->cancel();
    QTRY_VERIFY(!job->isRunning());
    other.run("ROLLBACK");
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::Error::Kind::Canceled);
    QCOMPARE(*copied(manyRows()).rows, many);
}

QTEST_GUILESS_MAIN(CopiesTest)
#include "tst_copies.moc"
