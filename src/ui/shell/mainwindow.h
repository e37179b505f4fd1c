// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/health.h"
#include "ui/shell/actions.h"
#include "ui/shell/history.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/viewstate.h"

#include <QMainWindow>

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
    /// Shows a page, opens what the location names, and puts it into the history.
    void goTo(const Location &location);
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] Page *page(const QString &id) const;
    [[nodiscard]] QList<Page *> pages() const; ///< As the navigation shows them.

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
    void bellPressed();
    void healthPressed(services::Health::Part part);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectActions();
    void reveal(const Location &location);
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
    QStackedWidget *m_pages;
    StatusStrip *m_status;
    ToastStack *m_toasts = nullptr;
    std::optional<bool> m_isSidebarNarrow; ///< Chosen by the user; else by the width.
    bool m_isGoing = false;                ///< History moves: not a new visit.
};

} // namespace ui
