// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline of lists, in a process of its own: QSqlTableModel on a view with the list's columns.
// bench_tablemodel <socket folder> <role> <column> prints the milliseconds of select(), and by how
// many MB the process has grown.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlTableModel>

#include <cstdio>
#include <unistd.h>

namespace {

double residentMb()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE))
        / 1'000'000;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"));
    database.setHostName(arguments.value(1));
    database.setUserName(arguments.value(2));
    database.setDatabaseName(QStringLiteral("oms_billing"));
    if (!database.open()) {
        std::fprintf(stderr, "%s\n", qPrintable(database.lastError().text()));
        return 1;
    }
    QSqlTableModel model(nullptr, database);
    model.setTable(QStringLiteral("bench.invoice_list"));
    model.setSort(model.fieldIndex(arguments.value(3)), Qt::DescendingOrder);
    const double before = residentMb();
    QElapsedTimer time;
    time.start();
    if (!model.select() || model.rowCount() < 1'000'000) {
        std::fprintf(stderr, "%s\n", qPrintable(model.lastError().text()));
        return 1;
    }
    std::printf("%.3f %.1f\n", double(time.nsecsElapsed()) / 1'000'000, residentMb() - before);
    return 0;
}
