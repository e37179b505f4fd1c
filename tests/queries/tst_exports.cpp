// SPDX-License-Identifier: GPL-3.0-or-later
#include "billingrows.h"
#include "db/database.h"
#include "services/exportfile.h"
#include "services/exportservice.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using core::ListId;
using services::ExportColumn;

namespace {

/// Files of this process may not grow beyond a size while this lives: what a full disk does, at a
/// place of the test's choosing. The database is another process.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // the write fails instead
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};

const QList<ExportColumn> invoiceColumns{
    {u"number"_s, u"Number"_s}, {u"tenant"_s, u"Tenant"_s}, {u"total"_s, u"Total"_s}};

} // namespace

/// Exports as files: what is in them, and what is left when they fail.
class ExportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void content();
    void byteOrderMark();
    void filteredAndSorted();
    void noRows();
    void everyColumnOfEveryList_data();
    void everyColumnOfEveryList();
    void progress();
    void mainThreadGoesOn();
    void canceledAtOnce();
    void canceledOnTheWay();
    void deletedOnTheWay();
    void diskFull();
    void folderGoneAtStart();
    void folderGoneOnTheWay();
    void folderNotWritable();
    void targetIsFolder();
    void unknownColumn();
    void sentences_data();
    void sentences();

private:
    core::Result<qint64> exported(const services::ExportRequest &request);
    services::ExportRequest manyRows() const;
    QByteArray fileContent() const;
    QStringList filesLeft() const;

    support::TestDatabase m_scratch;
    BillingRows m_rows{m_scratch};
    db::Database m_database{m_scratch.parameters()};
    services::ExportService m_exports{m_database};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void ExportsTest::initTestCase()
{
    const QUuid plain = m_rows.tenant(u"Bäckerei \"Höflinger\" & Söhne, KG"_s, u"a@example.com"_s);
    const QUuid evil = m_rows.tenant(u"=HYPERLINK(\"http://x\")"_s, u"@evil"_s);
    const QUuid riyadh = m_rows.tenant(u"شركة الرياض"_s, u"c@example.com"_s);
    using Row = BillingRows::Invoice;
    m_rows.invoice(Row{.tenant = plain,
                       .id = u"in_1"_s,
                       .number = u"OMS-1"_s,
                       .total = 118800,
                       .remaining = 59400,
                       .attempts = 2,
                       .due = "'2026-05-14T09:41:07.5Z'",
                       .created = "'2026-05-01T00:00:00Z'"});
    m_rows.invoice(Row{.tenant = evil,
                       .id = u"in_2"_s,
                       .number = u"-2"_s,
                       .status = u"paid"_s,
                       .currency = u"jpy"_s,
                       .total = -15400,
                       .paid = 15400,
                       .remaining = 0,
                       .paidAt = "'2026-05-03T23:59:59Z'",
                       .created = "'2026-05-02T00:00:00Z'"});
    m_rows.invoice(Row{.tenant = riyadh,
                       .id = u"in_3"_s,
                       .number = u"line\nbreak\ttab\\slash"_s,
                       .status = u"void"_s,
                       .currency = u"kwd"_s,
                       .total = 9007199254740993,
                       .remaining = 0,
                       .created = "'2026-05-03T00:00:00Z'"});
    m_rows.invoice(Row{.tenant = {},
                       .id = u"in_4"_s,
                       .status = u"draft"_s,
                       .total = 5,
                       .remaining = 5,
                       .created = "'2026-05-04T00:00:00Z'"});
    m_rows.refreshFigures();
    m_rows.run("INSERT INTO stripe_subscriptions (stripe_subscription_id, stripe_customer_id,"
               " status, currency, amount, description, created, livemode, raw, as_of, source)"
               " SELECT 'sub_many_' || n, 'cus_many_' || n, 'active', 'eur', n,"
               " repeat('Plan ', 10), now() - n * interval '1 second', false, '{}', now(), 'seed'"
               " FROM generate_series(1, 200000) n");
}

void ExportsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"list.csv"_s);
}

core::Result<qint64> ExportsTest::exported(const services::ExportRequest &request)
{
    const std::unique_ptr<services::ExportJob> job = m_exports.start(request);
    core::Result<qint64> outcome =
        core::fail(core::Error::Kind::Internal, u"it did not finish in time"_s);
    QSignalSpy spy(job.get(), &services::ExportJob::finished);
    connect(job.get(), &services::ExportJob::finished, this,
            [&](const core::Result<qint64> &rows) { outcome = rows; });
    if (!spy.wait(30'000))
        return outcome;
    QTest::qWait(0);
    if (spy.size() != 1 || job->isRunning())
        return core::fail(core::Error::Kind::Internal, u"finished twice, or not at all"_s);
    return outcome;
}

services::ExportRequest ExportsTest::manyRows() const
{
    return {{ListId::Subscriptions, {}, {}, {}},
            {{u"subscription"_s, u"Id"_s}, {u"product"_s, u"Product"_s}},
            m_path,
            false};
}

QByteArray ExportsTest::fileContent() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

QStringList ExportsTest::filesLeft() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
}

void ExportsTest::content()
{
    const services::ExportRequest request{{ListId::Invoices, {}, {}, {}},
                                          {{u"number"_s, u"Number"_s},
                                           {u"tenant"_s, u"Tenant, name"_s},
                                           {u"status"_s, u"Status"_s},
                                           {u"attempts"_s, u"Tries"_s},
                                           {u"total"_s, u"Total"_s},
                                           {u"remaining"_s, u"Remaining"_s},
                                           {u"due"_s, u"Due"_s},
                                           {u"paid"_s, u"Paid"_s},
                                           {u"invoice"_s, u"=Stripe"_s}},
                                          m_path,
                                          false};
    const core::Result<qint64> rows = exported(request);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().message + rows.error().detail));
    QCOMPARE(*rows, 4);
    const QByteArray expected =
        "Number,\"Tenant, name\",Status,Tries,Total,Total (currency),Remaining,"
        "Remaining (currency),Due,Paid,'=Stripe\r\n"
        ",,draft,0,0.05,EUR,0.05,EUR,,,in_4\r\n"
        "\"line\nbreak\ttab\\slash\",شركة الرياض,void,0,9007199254740.993,KWD,0.000,KWD,,,in_3\r\n"
        "'-2,\"'=HYPERLINK(\"\"http://x\"\")\",paid,0,-15400,JPY,0,JPY,,2026-05-03T23:59:59Z,"
        "in_2\r\n"
        "OMS-1,\"Bäckerei \"\"Höflinger\"\" & Söhne, KG\",failed,2,1188.00,EUR,594.00,EUR,"
        "2026-05-14T09:41:07Z,,in_1\r\n";
    QCOMPARE(fileContent(), expected);
    QCOMPARE(filesLeft(), QStringList{u"list.csv"_s});
}

void ExportsTest::byteOrderMark()
{
    const core::Filter none{u"status"_s, core::FilterOperator::Equals, u"paid"_s};
    const services::ExportRequest request{
        {ListId::Invoices, {}, {none}, {}}, {{u"number"_s, u"Número"_s}}, m_path, true};
    QVERIFY(exported(request));
    QCOMPARE(fileContent(), "\xEF\xBB\xBFNúmero\r\n'-2\r\n");
}

void ExportsTest::filteredAndSorted()
{
    const core::Filter tenant{u"tenant"_s, core::FilterOperator::IsSet, true};
    const core::Filter quoted{u"number"_s, core::FilterOperator::NotEquals,
                              QStringList{u"it's %1$L \\ \"odd\""_s, u"-2"_s}};
    const services::ExportRequest request{
        {ListId::Invoices, u"o"_s, {tenant, quoted}, {{u"total"_s, Qt::AscendingOrder}}},
        invoiceColumns,
        m_path,
        false};
    const core::Result<qint64> rows = exported(request);
    QVERIFY(rows);
    QCOMPARE(fileContent(),
             "Number,Tenant,Total,Total (currency)\r\n"
             "OMS-1,\"Bäckerei \"\"Höflinger\"\" & Söhne, KG\",1188.00,EUR\r\n"
             "\"line\nbreak\ttab\\slash\",شركة الرياض,9007199254740.993,KWD\r\n");
}

void ExportsTest::noRows()
{
    const services::ExportRequest request{
        {ListId::Invoices, u"nowhere to be found"_s, {}, {}}, invoiceColumns, m_path, false};
    const core::Result<qint64> rows = exported(request);
    QVERIFY(rows);
    QCOMPARE(*rows, 0);
    QCOMPARE(fileContent(), "Number,Tenant,Total,Total (currency)\r\n");
}

void ExportsTest::everyColumnOfEveryList_data()
{
    QTest::addColumn<ListId>("list");
    QTest::newRow("tenants") << ListId::Tenants;
    QTest::newRow("subscriptions") << ListId::Subscriptions;
    QTest::newRow("invoices") << ListId::Invoices;
}

void ExportsTest::everyColumnOfEveryList()
{
    QFETCH(ListId, list);
    services::ExportRequest request{{list, {}, {}, {}}, {}, m_path, false};
    qsizetype fields = 0;
    for (const core::ListColumn &column : core::columnsOf(list)) {
        request.columns += ExportColumn{QString(column.id), QString(column.id)};
        fields += column.kind == core::ColumnKind::Money ? 2 : 1;
    }
    const core::Result<qint64> rows = exported(request);
    QVERIFY(rows);
    QVERIFY(*rows >= 3);
    const QByteArray content = fileContent();
    QCOMPARE(content.left(content.indexOf("\r\n")).count(',') + 1, fields);
    QCOMPARE(content.count("\r\n"), *rows + 1);
}

void ExportsTest::progress()
{
    const std::unique_ptr<services::ExportJob> job = m_exports.start(manyRows());
    QCOMPARE(job->path(), m_path);
    QSignalSpy progressed(job.get(), &services::ExportJob::progressed);
    QSignalSpy finished(job.get(), &services::ExportJob::finished);
    QVERIFY(finished.wait(30'000));
    QVERIFY(!progressed.isEmpty());
    qint64 before = -1;
    for (const QVariantList &arguments : progressed) {
        QVERIFY(arguments[0].toLongLong() > before);
        QCOMPARE(arguments[1].toLongLong(), 200'000);
        before = arguments[0].toLongLong();
    }
    QCOMPARE(before, 200'000);
    QCOMPARE(fileContent().count("\r\n"), 200'001);
}

void ExportsTest::mainThreadGoesOn()
{
    const std::unique_ptr<services::ExportJob> job = m_exports.start(manyRows());
    QSignalSpy finished(job.get(), &services::ExportJob::finished);
    QElapsedTimer sinceTick;
    qint64 longest = 0;
    QTimer tick;
    connect(&tick, &QTimer::timeout, this,
            [&] { longest = std::max(longest, sinceTick.restart()); });
    sinceTick.start();
    tick.start(5);
    QVERIFY(finished.wait(30'000));
    QVERIFY2(longest < 1500, qPrintable(QString::number(longest) + u" ms without an event"_s));
}

void ExportsTest::canceledAtOnce()
{
    const std::unique_ptr<services::ExportJob> job = m_exports.start(manyRows());
    core::Result<qint64> outcome = 0;
    connect(job.get(), &services::ExportJob::finished, this,
            [&](const core::Result<qint64> &rows) { outcome = rows; });
    job->cancel();
    QTRY_VERIFY(!job->isRunning());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::Error::Kind::Canceled);
    QCOMPARE(filesLeft(), QStringList());
}

void ExportsTest::canceledOnTheWay()
{
    QFile old(m_path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("yesterday's");
    old.close();
    const std::unique_ptr<services::ExportJob> job = m_exports.start(manyRows());
    core::Result<qint64> outcome = 0;
    connect(job.get(), &services::ExportJob::finished, this,
            [&](const core::Result<qint64> &rows) { outcome = rows; });
    while (job->rowsDone() == 0 && job->isRunning())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    QCOMPARE(fileContent(), "yesterday's"); // what is written stands aside
    QElapsedTimer sinceCancel;
    sinceCancel.start();
    job->cancel();
    QTRY_VERIFY(!job->isRunning());
    QVERIFY(sinceCancel.elapsed() < 2000);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::Error::Kind::Canceled);
    QCOMPARE(filesLeft(), QStringList{u"list.csv"_s});
    QCOMPARE(fileContent(), "yesterday's");
    // The connection is good for the next one.
    QVERIFY(exported({{ListId::Invoices, {}, {}, {}}, invoiceColumns, m_path, false}));
}

void ExportsTest::deletedOnTheWay()
{
    std::unique_ptr<services::ExportJob> job = m_exports.start(manyRows());
    while (job->rowsDone() == 0 && job->isRunning())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    job.reset();
    QTRY_COMPARE(filesLeft(), QStringList());
}

void ExportsTest::diskFull()
{
    QFile old(m_path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("yesterday's");
    old.close();
    core::Result<qint64> outcome = 0;
    {
        const FileSizeLimit limit(1'000'000);
        outcome = exported(manyRows());
    }
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::Error::Kind::Storage);
    QCOMPARE(outcome.error().message, services::ExportFile::failure(m_path, EFBIG).message);
    QCOMPARE(filesLeft(), QStringList{u"list.csv"_s});
    QCOMPARE(fileContent(), "yesterday's");
    QVERIFY(exported({{ListId::Invoices, {}, {}, {}}, invoiceColumns, m_path, false}));
}

void ExportsTest::folderGoneAtStart()
{
    m_path = m_folder->filePath(u"gone/list.csv"_s);
    const core::Result<qint64> outcome = exported(manyRows());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, services::ExportFile::failure(m_path, ENOENT).message);
}

void ExportsTest::folderGoneOnTheWay()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"stick"_s));
    m_path = m_folder->filePath(u"stick/list.csv"_s);
    const std::unique_ptr<services::ExportJob> job = m_exports.start(manyRows());
    core::Result<qint64> outcome = 0;
    connect(job.get(), &services::ExportJob::finished, this,
            [&](const core::Result<qint64> &rows) { outcome = rows; });
    while (job->rowsDone() == 0 && job->isRunning())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    QVERIFY(QDir(m_folder->filePath(u"stick"_s)).removeRecursively());
    QTRY_VERIFY_WITH_TIMEOUT(!job->isRunning(), 30'000);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, services::ExportFile::failure(m_path, ENOENT).message);
    QCOMPARE(filesLeft(), QStringList());
}

void ExportsTest::folderNotWritable()
{
    // Root may write everywhere but to the kernel's own tree.
    m_path = u"/sys/list.csv"_s;
    if (geteuid() != 0) {
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        m_path = m_folder->filePath(u"list.csv"_s);
    }
    const core::Result<qint64> outcome = exported(manyRows());
    QVERIFY(!outcome);
    const QStringList sentences{services::ExportFile::failure(m_path, EACCES).message,
                                services::ExportFile::failure(m_path, EROFS).message};
    QVERIFY2(sentences.contains(outcome.error().message), qPrintable(outcome.error().detail));
}

void ExportsTest::targetIsFolder()
{
    m_path = m_folder->path();
    const core::Result<qint64> outcome = exported(manyRows());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, services::ExportFile::failure(m_path, EISDIR).message);
}

void ExportsTest::unknownColumn()
{
    services::ExportRequest request = manyRows();
    request.columns += ExportColumn{u"raw"_s, u"Raw"_s};
    const core::Result<qint64> outcome = exported(request);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::Error::Kind::Invalid);
    QCOMPARE(filesLeft(), QStringList());
}

void ExportsTest::sentences_data()
{
    QTest::addColumn<int>("systemError");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("disk full")
        << ENOSPC
        << u"There is no space left for “list.csv”. Free some, or choose another folder."_s;
    QTest::newRow("quota used up")
        << EDQUOT
        << u"There is no space left for “list.csv”. Free some, or choose another folder."_s;
    QTest::newRow("no permission")
        << EACCES << u"You may not write to “/reports”. Choose another folder."_s;
    QTest::newRow("read-only disk")
        << EROFS << u"“/reports” can only be read. Choose another folder."_s;
    QTest::newRow("folder gone") << ENOENT
                                 << u"The folder “/reports” does not exist. Choose another one."_s;
    QTest::newRow("anything else")
        << EIO << u"“list.csv” could not be written. Choose another folder and try again."_s;
}

void ExportsTest::sentences()
{
    QFETCH(int, systemError);
    QFETCH(QString, sentence);
    const core::Error error = services::ExportFile::failure(u"/reports/list.csv"_s, systemError);
    QCOMPARE(error.kind, core::Error::Kind::Storage);
    QCOMPARE(error.message, sentence);
}

QTEST_GUILESS_MAIN(ExportsTest)
#include "tst_exports.moc"
