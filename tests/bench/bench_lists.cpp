// SPDX-License-Identifier: GPL-3.0-or-later
// The list of a million invoices in the product's own window: how soon it paints, how much memory
// it takes, how far one can jump. docs/performance.md says what each line means.
#include "benchdesk.h"
#include "otherdesk.h"
#include "programs.h"
#include "report.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace bench;

namespace {

constexpr int runs = 5;
constexpr quint32 seed = 20261120; // of the places jumped to

struct Jumps
{
    QString name;
    QString column;
    QList<core::Filter> filters;
    QString plainFilter; ///< The same for the baseline.
};

class Lists
{
public:
    Lists(MeasuredApplication &application, const BenchSet &set)
        : m_set(set)
        , m_desk(application, set)
    {
        m_desk.openInvoices();
    }

    void first(const QString &name, const QString &column)
    {
        Figures figures{.name = name, .unit = u"ms"_s, .note = u"by "_s + column};
        for (int run = 0; run < runs; ++run) {
            (void)m_desk.sortBy(u"created"_s, Qt::DescendingOrder);
            if (run < 3) // the baseline takes seconds, and varies little
                figures.baselines += tableModel(m_set, column).ms;
            figures.ours += m_desk.sortBy(column, Qt::DescendingOrder);
        }
        print(figures);
    }

    void jumps(const Jumps &jumps)
    {
        Figures figures{.name = jumps.name, .unit = u"ms"_s};
        setFilters(jumps.filters);
        (void)m_desk.sortBy(jumps.column, Qt::DescendingOrder);
        const qint64 rows = m_desk.model().rowCount();
        const double firstTime = m_desk.jumpTo(rows / 2);
        QRandomGenerator random(seed);
        double longest = 0;
        for (int place = 0; place <= 20; ++place) {
            const qint64 row = place == 0 ? rows / 2 : random.bounded(quint64(rows));
            (void)m_desk.jumpTo(0);
            figures.baselines +=
                psqlMs(m_set, u"jump.sql"_s,
                       {u"column="_s + jumps.column, u"row="_s + QString::number(row),
                        u"filter="_s + jumps.plainFilter});
            figures.ours += m_desk.jumpTo(row);
            longest = std::max(longest, figures.ours.constLast());
        }
        figures.note = u"first jump %1 ms, longest later %2 ms, %3 rows"_s.arg(firstTime, 0, 'f', 1)
                           .arg(longest, 0, 'f', 1)
                           .arg(rows);
        print(figures);
        setFilters({});
    }

    void filter()
    {
        const db::PgConnection connection = valueOf(db::PgConnection::open(m_set.desk()));
        const db::PgRows names =
            valueOf(connection.execute("SELECT name FROM tenants ORDER BY md5(name) LIMIT 36"));
        Figures figures{.name = u"list-filter"_s, .unit = u"ms"_s};
        QList<double> all;
        (void)m_desk.sortBy(u"created"_s, Qt::DescendingOrder);
        auto *field = m_desk.page().findChild<QLineEdit *>(u"search"_s);
        for (int run = 0; run < 3; ++run) {
            QList<double> keys;
            for (int name = run; name < names.size(); name += 3)
                keys += typed(*field, names.text(name, 0).left(6));
            figures.ours += percentile95(keys);
            all += keys;
        }
        clearSearch(*field);
        figures.note =
            u"p95 of each run; median of all %1 keys %2 ms, longest %3 ms"_s.arg(all.size())
                .arg(median(all), 0, 'f', 1)
                .arg(*std::ranges::max_element(all), 0, 'f', 1);
        print(figures);
    }

    /// Another desk commits 200 changes a second, every twentieth of a row that is on screen.
    void changes()
    {
        Figures figures{.name = u"list-change"_s, .unit = u"ms"_s};
        (void)m_desk.sortBy(u"created"_s, Qt::DescendingOrder);
        int told = 0;
        for (int run = 0; run < 3; ++run) {
            OtherDesk other(m_set, m_desk);
            const QList<double> times = other.work(std::chrono::seconds(8));
            told += static_cast<int>(times.size());
            figures.ours += percentile95(times);
        }
        figures.note = u"p95 of each run; %1 changes seen on screen"_s.arg(told);
        print(figures);
        valueOf(
            valueOf(db::PgConnection::open(m_set.owner())).executeScript("VACUUM stripe_invoices"));
    }

private:
    void setFilters(const QList<core::Filter> &filters)
    {
        core::ListQuery query = m_desk.model().query();
        query.filters = filters;
        (void)m_desk.untilPainted([&] { m_desk.model().setQuery(query); },
                                  [&] { return m_desk.showsRows(); });
        m_desk.waitFor([this] { return m_desk.model().isCounted(); }, "the count");
    }
    /// The milliseconds of each letter.
    QList<double> typed(QLineEdit &field, const QString &text)
    {
        QList<double> keys;
        clearSearch(field);
        for (const QChar letter : text) {
            if (letter.isSpace()) // changes nothing that is searched for
                press(field, letter);
            else
                keys += m_desk.untilPainted([&] { press(field, letter); },
                                            [&] { return isAnswered(field); });
        }
        return keys;
    }
    static void press(QLineEdit &field, QChar letter)
    {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(&field, &down);
    }
    /// Painted: the rows of what stands in the field now, or that there are none.
    [[nodiscard]] bool isAnswered(const QLineEdit &field) const
    {
        const models::ListTableModel &model = m_desk.model();
        return model.query().search == field.text().trimmed()
            && (m_desk.showsRows()
                || (model.state() == models::ListTableModel::State::Ready
                    && model.rowCount() == 0));
    }
    void clearSearch(QLineEdit &field)
    {
        if (field.text().isEmpty())
            return;
        (void)m_desk.untilPainted([&] { field.clear(); }, [&] { return isAnswered(field); });
    }

    const BenchSet &m_set;
    BenchDesk m_desk;
};

/// In a process of its own, which has shown nothing else before: prints by how many MB it grew.
void measureGrowth(MeasuredApplication &application, const BenchSet &set)
{
    BenchDesk desk(application, set);
    const double before = residentMb();
    double most = before;
    desk.openInvoices();
    const int steps = 300;
    for (int step = 0; step <= steps; ++step) {
        (void)desk.jumpTo(qint64(desk.model().rowCount()) * step / steps);
        most = std::max(most, residentMb());
    }
    std::printf("grown %.1f\n", most - before);
}

void memory(const BenchSet &set)
{
    Figures figures{.name = u"list-memory"_s, .unit = u"MB"_s};
    for (int run = 0; run < 3; ++run) {
        figures.baselines += tableModel(set, u"created"_s).grownMb;
        const QByteArray told =
            output(QCoreApplication::applicationFilePath(), {u"--measure-growth"_s});
        figures.ours += told.split(' ').last().trimmed().toDouble();
    }
    print(figures);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication application(argc, argv);
    QApplication::setApplicationName(u"oms-billing-bench"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    std::unique_ptr<BenchSet> set;
    if (!isOnlyListing(argc, argv))
        set = std::make_unique<BenchSet>();
    if (QApplication::arguments().contains(u"--measure-growth"_s)) {
        measureGrowth(application, *set);
        return 0;
    }
    std::unique_ptr<Lists> lists;
    const auto open = [&]() -> Lists & {
        if (!lists)
            lists = std::make_unique<Lists>(application, *set);
        return *lists;
    };
    const core::Filter large{u"total"_s, core::FilterOperator::AtLeast, qint64(20'000)};
    return runBenchmarks(
        {{u"list-first-indexed"_s, [&] { open().first(u"list-first-indexed"_s, u"total"_s); }},
         {u"list-first-unindexed"_s,
          [&] { open().first(u"list-first-unindexed"_s, u"attempts"_s); }},
         {u"list-memory"_s, [&] { memory(*set); }},
         {u"list-jump-indexed"_s,
          [&] {
              open().jumps({u"list-jump-indexed"_s, u"created"_s, {}, u"true"_s});
          }},
         {u"list-jump-unindexed"_s,
          [&] {
              open().jumps({u"list-jump-unindexed"_s, u"attempts"_s, {}, u"true"_s});
          }},
         {u"list-jump-filtered"_s,
          [&] {
              open().jumps({u"list-jump-filtered"_s, u"created"_s, {large}, u"total >= 20000"_s});
          }},
         {u"list-filter"_s, [&] { open().filter(); }},
         {u"list-change"_s, [&] { open().changes(); }}},
        QApplication::arguments());
}
