// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcounts.h"
#include "ui/widgets/savedviews.h"

class QMenu;
class QWidget;

namespace ui {

class ViewTabs;

/// The views of a list page: the ready-made ones first, then those that the user saved; their
/// tabs, their counts, and what can be done with the saved ones.
class ListViews : public QObject
{
    Q_OBJECT

public:
    ListViews(const ListParts &parts, core::ListId list, QObject *parent);

    [[nodiscard]] ViewTabs &tabs() const { return *m_tabs; } ///< For the page's layout.
    void addPreset(const ListPreset &preset);
    [[nodiscard]] const QList<ListPreset> &views() const { return m_views; }
    [[nodiscard]] int indexOf(const QString &id) const; ///< −1: there is none.
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] ListPreset current() const;
    void setCurrent(int index); ///< Without a signal.
    models::ViewCounts &counts() { return m_counts; }

    /// Asks for a name, keeps the view under it and makes it current.
    void save(ListPreset view, QWidget *over);
    /// The saved views, and what can be done with the current one. `view` is what would be saved.
    void fillMenu(QMenu *menu, const ListPreset &view, QWidget *over);

Q_SIGNALS:
    void chosen(int index); ///< By the user.
    void changed();         ///< Names of views, or which there are.

private:
    void showTabs();
    void countAll();
    void rename(const ListPreset &view, QWidget *over);
    void remove(const ListPreset &view, QWidget *over);
    [[nodiscard]] QStringList savedTitles() const;

    const Theme &m_theme;
    Dialogs &m_dialogs;
    core::ListId m_list;
    SavedViews m_saved;
    QList<ListPreset> m_presets;
    QList<ListPreset> m_views; ///< Presets and saved ones, as the tabs are.
    models::ViewCounts m_counts;
    QHash<QString, qint64> m_known; ///< Counts by view: they stay while tabs come and go.
    ViewTabs *m_tabs;
};

} // namespace ui
