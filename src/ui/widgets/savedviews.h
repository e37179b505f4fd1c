// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/listparts.h"

namespace ui {

/// The views that the user saved for one list, kept with the window's settings.
class SavedViews
{
public:
    SavedViews(ViewState &viewState, core::ListId list);
    [[nodiscard]] const QList<ListPreset> &views() const { return m_views; }
    /// Takes the place of the one with the same name, whose id it gets; else it is the last.
    ListPreset keep(ListPreset view);
    void rename(const QString &id, const QString &title);
    void remove(const QString &id);

private:
    void write();

    ViewState &m_viewState;
    core::ListId m_list;
    QList<ListPreset> m_views;
};

} // namespace ui
