// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshots.h"

#include "app/desktop.h"
#include "app/exitcode.h"
#include "ui/desk/startscenes.h"

#include <QCoro/QCoroTimer>

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace app {
namespace {

constexpr auto patience = 15s; // for one scene's data
constexpr auto calm = 600ms;   // after it is there: panels, charts and animations settle

struct Format
{
    QSize size; ///< Logical.
    double scale;
    QLatin1StringView suffix;
};
constexpr std::array formats{
    Format{QSize(1440, 900), 1.0, ""_L1},
    Format{QSize(1280, 720), 2.0, "-200pct"_L1},
};

/// Nothing is set up yet, and nothing of this computer is read.
struct Newcomer
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    SecretStore secrets{folder.filePath(u"secrets.json"_s)};
    StoredSettings stored{settings, secrets};
    DesktopSettings connections{defaultConfiguration(), stored};
};

/// The window with whatever stands over it, drawn at that many device pixels a logical one.
QPixmap picture(QWidget &window, double scale)
{
    QPixmap pixmap(window.size() * scale);
    pixmap.setDevicePixelRatio(scale);
    window.render(&pixmap);
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top == &window || !top->isVisible() || !top->isModal())
            continue;
        // In the middle, where it stands on a real screen; without one it is moved into 800 × 800.
        const QSize room = (window.size() - top->size()) / 2;
        top->render(&pixmap, QPoint(room.width(), room.height()));
    }
    return pixmap;
}

QCoro::Task<> sleepFor(std::chrono::milliseconds time)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(time);
    co_await timer;
}

QCoro::Task<bool> waitFor(std::function<bool()> isReady)
{
    const QDeadlineTimer deadline(patience);
    while (!isReady()) {
        if (deadline.hasExpired())
            co_return false;
        co_await sleepFor(50ms);
    }
    co_await sleepFor(calm);
    co_return true;
}

QCoro::Task<bool> takeScene(Desktop &desktop, ui::Scene scene, QString folder, Format format)
{
    bool isGood = true;
    for (const ui::Theme::Mode mode : {ui::Theme::Mode::Light, ui::Theme::Mode::Dark}) {
        desktop.theme().setMode(mode);
        QWidget &drawn = scene.window ? *scene.window() : *desktop.window();
        if (!scene.window)
            drawn.resize(format.size);
        scene.show();
        const bool isReady = co_await waitFor(scene.isReady);
        const QString path =
            u"%1/%2%3-%4.png"_s.arg(folder, scene.name, format.suffix,
                                    mode == ui::Theme::Mode::Dark ? u"dark"_s : u"light"_s);
        isGood = picture(drawn, format.scale).save(path) && isReady && isGood;
        if (!isReady)
            std::fprintf(stderr, "%s\n", qPrintable(scene.name + u": not ready in time"_s));
        scene.hide();
        co_await sleepFor(100ms);
    }
    co_return isGood;
}

QCoro::Task<> takeAll(Desktop &desktop, QString folder)
{
    QDir().mkpath(folder);
    bool isGood = true;
    QList<ui::Scene> scenes = ui::scenesOf(*desktop.window(), desktop.pageContext());
    Newcomer newcomer;
    scenes += ui::startScenes(desktop.theme(), newcomer.connections, desktop.dialogs());
    for (const Format &format : formats) {
        for (const ui::Scene &scene : scenes)
            isGood = co_await takeScene(desktop, scene, folder, format) && isGood;
    }
    co_await desktop.stop();
    QCoreApplication::exit(isGood ? Success : Failure);
}

} // namespace

void takeScreenshots(Desktop &desktop, const QString &folder)
{
    QObject::connect(&desktop, &Desktop::opened, &desktop,
                     [&desktop, folder] { takeAll(desktop, folder); });
    QObject::connect(&desktop, &Desktop::failed, &desktop, [](const core::Error &error) {
        std::fprintf(stderr, "%s (%s)\n", qPrintable(error.message), qPrintable(error.detail));
        QCoreApplication::exit(exitCodeOf(error));
    });
}

} // namespace app
