// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchdesk.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QScrollBar>
#include <QTimer>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::ListTableModel;

namespace bench {
namespace {

constexpr auto patience = 120s;

app::BackendOptions optionsFor(const BenchSet &set)
{
    app::BackendOptions options;
    options.database = set.desk();
    options.databaseName = u"bench"_s;
    options.configuration.listen.address = QHostAddress::LocalHost;
    options.configuration.listen.port = 0;
    return options;
}

} // namespace

BenchDesk::BenchDesk(MeasuredApplication &application, const BenchSet &set)
    : m_application(application)
    , m_actions(m_theme)
    , m_dialogs(m_theme)
    , m_backend(optionsFor(set))
{
    m_theme.install(application);
    bool isStarted = false;
    const auto start = [](BenchDesk &desk, bool &isDone) -> QCoro::Task<> {
        const core::Result<> started = co_await desk.m_backend.start();
        valueOf(started);
        isDone = true;
    };
    start(*this, isStarted);
    waitFor([&] { return isStarted; }, "the backend");
    m_window = std::make_unique<ui::MainWindow>(m_theme, m_actions, m_viewState);
    ui::addPages(*m_window, {m_theme, m_actions, m_dialogs, m_viewState, services(), m_clock});
    m_window->restore();
    m_window->resize(1600, 1000);
    m_window->show();
    QElapsedTimer quiet; // the Overview reads its figures
    quiet.start();
    waitFor([&] { return quiet.hasExpired(1500); }, "the window");
}

BenchDesk::~BenchDesk()
{
    m_window.reset();
    bool isStopped = false;
    const auto stop = [](BenchDesk &desk, bool &isDone) -> QCoro::Task<> {
        co_await desk.m_backend.stop();
        isDone = true;
    };
    stop(*this, isStopped);
    waitFor([&] { return isStopped; }, "the backend's end");
}

ui::ListPage &BenchDesk::page() const
{
    return *qobject_cast<ui::ListPage *>(m_window->page(u"invoices"_s));
}

void BenchDesk::openInvoices()
{
    (void)untilPainted(
        [this] {
            m_window->goTo({u"invoices"_s, {}});
        },
        [this] { return showsRows(); });
    waitFor([this] { return model().isCounted(); }, "the first count");
}

bool BenchDesk::showsRows() const
{
    if (model().state() != ListTableModel::State::Ready || model().rowCount() == 0)
        return false;
    const int last = list().rowAt(list().viewport()->height() - 1);
    const int end = last >= 0 ? last : model().rowCount() - 1;
    for (int row = list().rowAt(0); row <= end; ++row) {
        if (model().listRow(row) == nullptr)
            return false;
    }
    return true;
}

double BenchDesk::untilPainted(const std::function<void()> &act,
                               const std::function<bool()> &isShown)
{
    QEventLoop loop;
    QElapsedTimer time;
    double took = -1;
    m_application.setPaintWatcher([&](QObject *painted) {
        if (painted != list().viewport() || took >= 0 || !isShown())
            return;
        took = double(time.nsecsElapsed()) / 1'000'000;
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, [] { die(u"Nothing was painted within two minutes."_s); });
    time.start();
    act();
    if (took < 0)
        loop.exec();
    m_application.setPaintWatcher({});
    return took;
}

void BenchDesk::waitFor(const std::function<bool()> &isTrue, const char *what)
{
    QElapsedTimer time;
    time.start();
    while (!isTrue()) {
        if (time.hasExpired(std::chrono::milliseconds(patience).count()))
            die(u"Waited in vain for %1."_s.arg(QLatin1StringView(what)));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        ::usleep(500);
    }
}

double BenchDesk::sortBy(const QString &column, Qt::SortOrder order)
{
    core::ListQuery query = model().query();
    query.sort = {{column, order}};
    return untilPainted([&] { model().setQuery(query); },
                        [&] { return showsRows() && model().query() == query; });
}

double BenchDesk::jumpTo(qint64 row)
{
    QScrollBar *bar = list().verticalScrollBar();
    const int value = std::min(static_cast<int>(row) * ui::metrics::row, bar->maximum());
    const auto jump = [&] {
        if (bar->value() == value)
            list().viewport()->update(); // nothing moves, so nothing would be painted
        bar->setValue(value);
    };
    return untilPainted(jump, [&] { return showsRows(); });
}

double residentMb()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * double(::sysconf(_SC_PAGESIZE)) / 1'000'000;
}

} // namespace bench
