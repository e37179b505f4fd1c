// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the window's program, with its database running, until it shows its first list
// and has answered a key, against a plain program of the same toolkit that opens an empty file. For
// both the same is done and looked at, from the display's side.
#include "app/desktop.h"
#include "benchset.h"
#include "measuredapplication.h"
#include "programs.h"
#include "report.h"
#include "xscreen.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace bench;

namespace {

constexpr int runs = 7;
constexpr auto pace = 3ms;     // of looking
constexpr auto patience = 60s; // for anything
constexpr auto calm = 1500ms;  // what has not changed for so long is as it stays
constexpr double nearly = 0.9; // of what is drawn: a count in a footer may come later
constexpr double half = 0.5;   // of what the key changes: it is answered

struct Program
{
    QString path;
    QStringList arguments;
    QProcessEnvironment environment;
    std::function<void()> prepare; ///< Before each start.
};

/// Pixels to look for, by their place in a picture.
using Pixels = QHash<qsizetype, quint32>;

quint32 pixelAt(const QByteArray &picture, qsizetype at)
{
    quint32 pixel = 0;
    memcpy(&pixel, picture.constData() + 4 * at, sizeof pixel);
    return pixel;
}

Pixels differences(const QByteArray &before, const QByteArray &after)
{
    Pixels pixels;
    for (qsizetype at = 0; at < after.size() / 4; ++at) {
        if (pixelAt(before, at) != pixelAt(after, at))
            pixels.insert(at, pixelAt(after, at));
    }
    return pixels;
}

/// What is written and drawn: neither the colour of its left neighbour, nor empty.
Pixels inkOf(const QByteArray &picture)
{
    Pixels pixels;
    for (qsizetype at = 1; at < picture.size() / 4; ++at) {
        if (pixelAt(picture, at) != pixelAt(picture, at - 1))
            pixels.insert(at, pixelAt(picture, at));
    }
    return pixels;
}

bool shows(const QByteArray &picture, const Pixels &pixels, double share)
{
    qsizetype found = 0;
    for (auto pixel = pixels.cbegin(); pixel != pixels.cend(); ++pixel)
        found += pixelAt(picture, pixel.key()) == pixel.value() ? 1 : 0;
    return double(found) >= share * double(pixels.size());
}

/// One program from its start to its end, on a display of its own.
class Start
{
public:
    explicit Start(const Program &program)
    {
        m_process.setProgram(program.path);
        m_process.setArguments(program.arguments);
        QProcessEnvironment environment = program.environment;
        environment.insert(u"DISPLAY"_s, m_screen.name());
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        endWithUs(m_process);
        program.prepare();
        m_time.start();
        m_process.start();
    }
    ~Start()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(20'000))
            die(m_process.program() + u" does not end."_s);
    }
    Q_DISABLE_COPY_MOVE(Start)

    double ms() const { return double(m_time.nsecsElapsed()) / 1'000'000; }
    /// The focus with it: given earlier, it would come before or after the rows by chance.
    void press()
    {
        m_screen.focusLargest();
        m_screen.pressTab();
    }
    /// The milliseconds from the start until these are on screen.
    double until(const Pixels &pixels, double share)
    {
        while (!shows(m_screen.look(), pixels, share))
            waitALittle();
        return ms();
    }
    /// The screen as it stays.
    QByteArray whenCalm()
    {
        QByteArray picture = m_screen.look();
        QElapsedTimer since;
        since.start();
        while (m_screen.isEmpty() || !since.hasExpired(std::chrono::milliseconds(calm).count())) {
            waitALittle();
            const QByteArray next = m_screen.look();
            if (differences(picture, next).size() > 50) // a blinking cursor is no change
                since.start();
            picture = next;
        }
        return picture;
    }

private:
    void waitALittle()
    {
        if (m_time.hasExpired(std::chrono::milliseconds(patience).count()))
            die(m_process.program() + u" did not show what was waited for."_s);
        if (m_process.state() == QProcess::NotRunning)
            die(m_process.program() + u" ended: "_s + m_process.errorString());
        QThread::msleep(pace.count());
    }

    XScreen m_screen;
    QProcess m_process;
    QElapsedTimer m_time;
};

/// How it looks when all is there, and what the key changes.
struct Looks
{
    Pixels painted;
    Pixels answered;
};

Looks looksOf(const Program &program)
{
    Start start(program);
    const QByteArray before = start.whenCalm();
    start.press();
    const QByteArray after = start.whenCalm();
    const Looks looks{inkOf(before), differences(before, after)};
    if (looks.painted.size() < 1000 || looks.answered.isEmpty())
        die(program.path + u" shows nothing, or does not answer the key."_s);
    return looks;
}

struct Times
{
    double painted = 0;
    double answered = 0;
};

Times timesOf(const Program &program, const Looks &looks)
{
    Start start(program);
    Times times;
    times.painted = start.until(looks.painted, nearly);
    start.press();
    times.answered = start.until(looks.answered, half);
    return times;
}

QProcessEnvironment cleanEnvironment(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(u"STRIPE_"_s) || name.startsWith(u"OMS_BILLING_"_s)
            || name.startsWith(u"PG"_s) || name.startsWith(u"QT_"_s)
            || name.startsWith(u"DATABASE_"_s))
            environment.remove(name);
    }
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    return environment;
}

/// The window as it was left on the list of invoices, always at the same place, with the bench set
/// as its own database.
Program window(const QString &home)
{
    const auto leaveOnInvoices = [home] {
        QSettings settings(home + u"/config/oms-billing/oms-billing.conf"_s, QSettings::IniFormat);
        settings.clear();
        settings.setValue(u"view/window/page"_s, u"invoices"_s);
    };
    Program program{
        QStringLiteral(OMS_BIN_DIR "/oms-billing"), {}, cleanEnvironment(home), leaveOnInvoices};
    program.environment.insert(u"OMS_BILLING_DATA_DIR"_s, QFileInfo(BenchSet::folder()).path());
    program.environment.insert(u"OMS_BILLING_LISTEN"_s, u"127.0.0.1:0"_s);
    return program;
}

Program plainProgram(const QString &home)
{
    const QString file = home + u"/empty.db"_s;
    if (!QFile(file).open(QIODevice::WriteOnly))
        die(u"%1 cannot be written."_s.arg(file));
    return {u"sqlitebrowser"_s, {file}, cleanEnvironment(home), [] {}};
}

/// In a process of its own, on no display: what the start costs the window's thread, event by
/// event. MeasuredApplication tells it at its end.
int measureEvents(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication application(argc, argv);
    QApplication::setApplicationName(u"oms-billing"_s);
    QApplication::setOrganizationName(u"oms-billing"_s);
    QApplication::setQuitOnLastWindowClosed(false);
    app::DesktopOptions options;
    options.configuration.listen.address = QHostAddress::LocalHost;
    options.configuration.listen.port = 0;
    app::Desktop desktop(application, options);
    const auto end = [](app::Desktop &desktop) -> QCoro::Task<> {
        co_await desktop.stop();
        QCoreApplication::exit(0);
    };
    QObject::connect(&desktop, &app::Desktop::failed, &application,
                     [](const core::Error &error) { die(error.message); });
    QObject::connect(&desktop, &app::Desktop::opened, &application,
                     [&] { QTimer::singleShot(3s, &desktop, [&] { end(desktop); }); });
    QMetaObject::invokeMethod(&desktop, &app::Desktop::start, Qt::QueuedConnection);
    return QApplication::exec();
}

void runEvents(const Program &ours)
{
    QProcess process;
    endWithUs(process);
    process.setProcessEnvironment(ours.environment);
    process.start(QCoreApplication::applicationFilePath(), {u"--measure-events"_s});
    if (!process.waitForFinished() || process.exitCode() != 0)
        die(u"The start without a display failed: "_s
            + QString::fromUtf8(process.readAllStandardError()));
}

void measure()
{
    const QTemporaryDir home;
    const Program ours = window(home.path());
    const Program plain = plainProgram(home.path());
    const Looks plainLooks = looksOf(plain);
    const Looks ourLooks = looksOf(ours);
    Figures figures{.name = u"start-first-list"_s, .unit = u"ms"_s};
    QList<double> painted;
    QList<double> plainPainted;
    for (int run = 0; run < runs; ++run) {
        const Times plainTimes = timesOf(plain, plainLooks);
        const Times times = timesOf(ours, ourLooks);
        figures.baselines += plainTimes.answered;
        figures.ours += times.answered;
        plainPainted += plainTimes.painted;
        painted += times.painted;
    }
    figures.note =
        u"painted after %1 ms, sqlitebrowser after %2 ms"_s.arg(median(painted), 0, 'f', 0)
            .arg(median(plainPainted), 0, 'f', 0);
    print(figures);
    runEvents(ours);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc == 2 && qstrcmp(argv[1], "--measure-events") == 0)
        return measureEvents(argc, argv);
    const QCoreApplication application(argc, argv);
    std::unique_ptr<BenchSet> set;
    if (!isOnlyListing(argc, argv))
        set = std::make_unique<BenchSet>();
    return runBenchmarks({{u"start-first-list"_s, measure}}, QCoreApplication::arguments());
}
