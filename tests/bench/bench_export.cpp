// SPDX-License-Identifier: GPL-3.0-or-later
// A million invoices to a CSV file with decimals, CRLF, ISO times and formula guards, against psql
// writing the same rows as the server has them.
#include "benchset.h"
#include "db/database.h"
#include "measuredapplication.h"
#include "programs.h"
#include "report.h"
#include "services/exportservice.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace bench;

namespace {

struct Written
{
    qint64 rows = 0;
    double ms = 0;
};

Written exportOnce(services::ExportService &exports, const QString &path)
{
    services::ExportRequest request;
    request.query.list = core::ListId::Invoices;
    for (const core::ListColumn &column : core::columnsOf(request.query.list))
        request.columns += {QString(column.id), QString(column.id)};
    request.path = path;
    QEventLoop loop;
    QElapsedTimer time;
    Written written;
    time.start();
    const auto job = exports.start(request);
    QObject::connect(job.get(), &services::ExportJob::finished, &loop,
                     [&](const core::Result<qint64> &rows) {
                         written = {valueOf(rows), double(time.nsecsElapsed()) / 1'000'000};
                         loop.quit();
                     });
    loop.exec();
    return written;
}

void measure(const BenchSet &set)
{
    db::Database database(set.desk());
    services::ExportService exports(database);
    const QString folder = QDir::tempPath();
    const QString ours = folder + u"/oms-bench-ours.csv"_s;
    const QString plain = folder + u"/oms-bench-plain.csv"_s;
    Figures figures{.name = u"export-csv"_s, .unit = u"rows/s"_s};
    for (int run = 0; run < 4; ++run) {
        const double plainMs = psqlMs(set, u"export.sql"_s, {u"file="_s + plain});
        const Written written = exportOnce(exports, ours);
        if (run == 0)
            continue; // reads the tables into memory
        figures.baselines += double(written.rows) / plainMs * 1000;
        figures.ours += double(written.rows) / written.ms * 1000;
        figures.note = u"%1 rows, %2 MB"_s.arg(written.rows)
                           .arg(double(QFile(ours).size()) / 1'000'000, 0, 'f', 0);
    }
    QFile::remove(ours);
    QFile::remove(plain);
    print(figures);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const MeasuredApplication application(argc, argv); // the window's thread takes the progress
    std::unique_ptr<BenchSet> set;
    if (!isOnlyListing(argc, argv))
        set = std::make_unique<BenchSet>();
    return runBenchmarks({{u"export-csv"_s, [&] { measure(*set); }}},
                         QCoreApplication::arguments());
}
