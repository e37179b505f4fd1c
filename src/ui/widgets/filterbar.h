// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/listquery.h"
#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace ui {

/// The row above a list: a chip per filter, "+ Filter", and the search field. Says what it wants;
/// who listens sets the query.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const Theme &theme, core::ListId list, const core::Clock &clock,
              QWidget *parent = nullptr);
    void setFilters(const QList<core::Filter> &filters);
    [[nodiscard]] const QList<core::Filter> &filters() const { return m_filters; }
    [[nodiscard]] QString search() const;
    void setSearch(const QString &text);     ///< Without a signal.
    void setSearchHint(const QString &text); ///< "Search tenants"
    void focusSearch();
    /// Before the search field; the last one goes first where the row becomes too narrow.
    void addTool(QWidget *tool);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filtersChanged(const QList<core::Filter> &filters); ///< By the user.
    void searchChanged(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void fit();
    void openEditor(int index, QWidget *below);
    void removeFilter(int index);
    void followTyping();
    void tellSearch();

    const Theme &m_theme;
    core::ListId m_list;
    const core::Clock &m_clock;
    QList<core::Filter> m_filters;
    QHBoxLayout *m_chips;
    QHBoxLayout *m_tools;
    QPushButton *m_add;
    QLineEdit *m_search;
    QTimer m_typing;
    QString m_toldSearch; ///< By searchChanged, or given by setSearch().
};

} // namespace ui
