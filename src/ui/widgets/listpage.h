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
class SelectionBar;
class Skeleton;
class StatePane;
class ViewTabs;

/// The frame of a page with a list: views, filters, rows, selection bar, footer, the five states,
/// and a detail panel beside it. Subclass it per list; give it words, presets, a panel and
/// actions, connect `currentIdChanged` and `opened`. It remembers columns and sort by itself.
class ListPage : public Page
{
    Q_OBJECT

public:
    ListPage(const ListParts &parts, PageFace face, core::ListId list, ListWords words,
             QWidget *parent = nullptr);

    void addPreset(const ListPreset &preset);
    void choosePreset(int index);
    void setPresetCount(int index, qint64 count);
    /// Right of the views: an icon, or with isPrimary the filled button.
    void addHeadAction(QAction *action, bool isPrimary = false);
    /// Beside the list while a row is current and the user did not close it.
    void setPanel(DetailPanel *panel);
    void showPanel(bool isShown);
    /// The button on the pane of a list without any row.
    void setEmptyAction(QAction *action);
    void showForbidden(const QString &title, const QString &text);
    /// "Stripe cannot be reached. As of 14:28." The rows stay; empty takes it away.
    void setOffline(const QString &text);

    [[nodiscard]] ListView &list() const { return *m_list; }
    [[nodiscard]] models::ListTableModel &model() const { return *m_model; }
    [[nodiscard]] FilterBar &filterBar() const { return *m_filterBar; }
    [[nodiscard]] SelectionBar &selectionBar() const { return *m_selectionBar; }

    void refresh() override;
    void open(const QString &object) override; ///< A row's id.
    [[nodiscard]] QString openedObject() const override;
    [[nodiscard]] QStringList breadcrumb() const override;
    void takeFocus() override;
    void focusSearch();

Q_SIGNALS:
    void currentIdChanged(const QUuid &id);
    void opened(const QUuid &id); ///< Enter or double click: the full page.

protected:
    [[nodiscard]] Actions &actions() const { return m_actions; }

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    void connectParts();
    void showState();
    void showNoRows();
    void showFooter();
    void showSelection();
    void ask();
    void remember();
    void recall();
    [[nodiscard]] QString stateKey(const char *what) const;

    ViewState &m_viewState;
    Actions &m_actions;
    core::ListId m_listId;
    ListWords m_words;
    QList<ListPreset> m_presets;
    models::ListTableModel *m_model;
    ListView *m_list;
    ViewTabs *m_tabs;
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
    QUuid m_wanted; ///< To be opened as soon as it is at hand.
    bool m_isPanelWanted = true;
    bool m_isForbidden = false;
};

} // namespace ui
