// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/health.h"
#include "ui/shell/actions.h"
#include "ui/shell/history.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/viewstate.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace ui {

class StatusStrip;
class ToastStack;
class TopBar;

/// The shell: navigation, top bar, pages, status bar. Knows pages only as Page.
/// `window.addPage(new TenantsPage(…)); window.restore(); window.show();`
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, Actions &actions, ViewState &viewState, QWidget *parent = nullptr);

    /// Groups from 10 on stand at the bottom of the navigation. The window owns the page.
    void addPage(Page *page);
    /// One that is made when it is shown or asked for: who starts waits for one page, not for all.
    void addPage(const PageFace &face, std::function<Page *()> make);
    /// Makes one of those that were not needed yet; false: there is none left.
    bool makeNextPage();
    /// Shows a page, opens what the location names, and puts it into the history.
    void goTo(const Location &location);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] Page *page(const QString &id);
    [[nodiscard]] QList<PageFace> faces() const; ///< As the navigation shows them.

    void setCount(const QString &page, std::optional<NavCount> count);
    void setHealth(services::Health::Part part, const services::PartHealth &health);
    void setClock(const QString &text);
    /// The amber line and the chip. Live mode has neither.
    void setTestMode(bool isTest);
    void setUser(const QString &name, const QString &role);
    void setTask(const QString &text, double share);
    void setUnread(int count);
    [[nodiscard]] ToastStack &toasts() const { return *m_toasts; }

    /// Geometry, sidebar and last page of the last time; otherwise the first page.
    void restore();

Q_SIGNALS:
    void jumpRequested();
    void pageShown(); ///< Another one, or another place on it.
    void appearing(); ///< What was not known when it was made is put right now.
    /// Once: the first page is there with what it shows, so that all that waited may begin.
    void settled();
    void bellPressed();
    void healthPressed(services::Health::Part part);

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Slot
    {
        PageFace face;
        std::function<Page *()> make;
        Page *page = nullptr;
    };

    void build();
    Page *made(Slot &slot);
    void join(Page &page);
    void connectActions();
    void reveal(const Location &location);
    void settle();
    void settleIn(std::chrono::milliseconds time);
    void followPage();
    void go(const Location &location);
    void followWidth();

    Theme &m_theme;
    Actions &m_actions;
    ViewState &m_viewState;
    History m_history;
    QWidget *m_testLine;
    Sidebar *m_sidebar;
    TopBar *m_topBar;
    QList<Slot> m_slots;
    QStackedWidget *m_pages;
    StatusStrip *m_status;
    ToastStack *m_toasts = nullptr;
    std::optional<bool> m_isSidebarNarrow; ///< Chosen by the user; else by the width.
    bool m_isGoing = false;                ///< History moves: not a new visit.
    bool m_isSettled = false;
};

} // namespace ui
