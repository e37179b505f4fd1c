// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/servicelistsource.h"
#include "services/health.h"
#include "ui/desk/copier.h"
#include "ui/desk/exporter.h"
#include "ui/desk/launcher.h"
#include "ui/pagecontext.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace core {
struct Error;
struct NavigationCounts;
} // namespace core

namespace ui {

class EventsPage;
class ListPage;
class SyncPage;
struct PageFace;

/// Joins the shell to the product: makes the pages, keeps navigation counts, status bar, clock and
/// person up to date, hands changes to the lists, and tells results as toasts.
class DeskWindow : public QObject
{
    Q_OBJECT

public:
    DeskWindow(MainWindow &window, const PageContext &context);

private:
    void makePages();
    void addList(const PageFace &face, std::function<ListPage *()> make);
    void makeRest();
    void joinSync(SyncPage &page);
    void joinEvents(EventsPage &page);
    void showTask(const QString &text, double share);
    void tellFailure(const core::Error &error);
    void joinHealth();
    void joinChanges();
    void joinListTasks();
    void followTask(ListTask &task);
    void tellListTasks();
    void joinListActions();
    void askForRow(ListPage &page);
    [[nodiscard]] ListPage *currentList() const;
    void joinLauncher();
    void showPerson();
    void showClock();
    void readCounts();
    void showCounts(const core::NavigationCounts &counts);
    void tellHealth(services::Health::Part part);
    void followDatabase();
    void tellWhetherAway(ListPage &page) const;
    [[nodiscard]] bool isDatabaseAway() const;
    void jump();

    MainWindow &m_window;
    PageContext m_context;
    models::ServiceListSource m_source;
    Launcher m_launcher;
    Exporter m_exporter;
    Copier m_copier;
    QTimer m_counting; ///< Bursts of changes are counted once.
    QTimer m_clock;
    QList<ListPage *> m_lists; ///< Those that are made.
    bool m_wasAway = false;    ///< The database.
};

} // namespace ui
