// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listtablemodel.h"
#include "ui/shell/actions.h"
#include "ui/shell/page.h"
#include "ui/widgets/listparts.h"

class QHBoxLayout;

namespace ui {

class Banner;
class DetailPanel;
class FilterBar;
class ListFooter;
class ListView;
class ListViews;
class SelectionBar;
class Skeleton;
class StatePane;
struct ListPlace;

/// The frame of a page with a list: views, filters, rows, selection bar, footer, the five states,
/// and a detail panel. Subclass it per list; give it words, presets, a panel and actions, connect
/// `currentIdChanged` and `opened`. It remembers columns, sort and saved views by itself.
class ListPage : public Page
{
    Q_OBJECT

public:
    ListPage(const ListParts &parts, PageFace face, core::ListId list, ListWords words,
             QWidget *parent = nullptr);
    void addPreset(const ListPreset &preset);
    void showView(int index);
    /// Right of the views: an icon, or with isPrimary the filled button.
    void addHeadAction(QAction *action, bool isPrimary = false);
    /// Beside the list while a row is current and the user did not close it.
    void setPanel(DetailPanel *panel);
    void showPanel(bool isShown);
    [[nodiscard]] QUuid shownId() const { return m_shownId; } ///< Of the panel.
    void setStrip(QWidget *strip); ///< Above the views: what concerns the list as a whole.
    void openWhole(); ///< The panel as a page in place of the list: a step of the history.
    void addRowActions(const QList<QAction *> &actions); ///< Before others in a row's menu.
    /// The button on the pane of a list without any row.
    void setEmptyAction(QAction *action);
    void focusSearch();
    void showForbidden(const QString &title, const QString &text);
    void setOffline(const QString &text); ///< "… As of 14:28." The rows stay; empty ends it.
    [[nodiscard]] ListView &list() const { return *m_list; }
    [[nodiscard]] models::ListTableModel &model() const { return *m_model; }
    [[nodiscard]] FilterBar &filterBar() const { return *m_filterBar; }
    [[nodiscard]] SelectionBar &selectionBar() const { return *m_selectionBar; }
    [[nodiscard]] ListViews &views() const { return *m_views; }
    void noteChanges(const QList<QUuid> &ids); ///< Of the change feed; none: all.

    void refresh() override;
    void open(const QString &object) override; ///< A ListPlace.
    [[nodiscard]] QString openedObject() const override;
    [[nodiscard]] QStringList breadcrumb() const override;
    void takeFocus() override;
    [[nodiscard]] bool isSettled() const override;

Q_SIGNALS:
    void currentIdChanged(const QUuid &id);
    void opened(const QUuid &id); ///< Enter or double click: the full page.

protected:
    [[nodiscard]] Actions &actions() const { return m_actions; }
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    void connectParts();
    void showState();
    void showNoRows();
    void showFooter();
    void showSelection();
    void ask();
    void buildTools();
    void buildRowActions();
    void followPanel();
    void setWhole(bool isWhole);
    void goToPlace(const ListPlace &place);
    void showObject(const QUuid &id);
    void takeCurrent(const QUuid &id);
    [[nodiscard]] ListPreset asView() const; ///< What is shown now, to be saved.
    void remember();
    void recall();
    [[nodiscard]] QString stateKey(const char *what) const;

    ViewState &m_viewState;
    Actions &m_actions;
    core::ListId m_listId;
    ListWords m_words;
    models::ListTableModel *m_model;
    ListView *m_list;
    ListViews *m_views;
    QWidget *m_pane = nullptr; ///< The list with all around it.
    QHBoxLayout *m_headActions;
    FilterBar *m_filterBar;
    Banner *m_banner;
    StatePane *m_statePane;
    Skeleton *m_skeleton;
    SelectionBar *m_selectionBar;
    ListFooter *m_footer;
    QHBoxLayout *m_row = nullptr;
    DetailPanel *m_panel = nullptr;
    QAction *m_emptyAction = nullptr;
    QUuid m_shownId;
    QUuid m_wanted; ///< To be the current row as soon as it is at hand.
    bool m_isWhole = false;
    bool m_isPanelWanted = true;
    bool m_isForbidden = false;
};

} // namespace ui
