// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QTabBar>

class QToolButton;

namespace ui {

/// The saved views above a list: words, a count in quieter figures, a line below the current one.
class ViewTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit ViewTabs(const Theme &theme, QWidget *parent = nullptr);
    int addView(const QString &title);
    /// −1: no count shown.
    void setCount(int index, qint64 count);
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, metrics::tabs}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;

private:
    void paintTab(QPainter &painter, int index) const;
    void paintScroll(QToolButton &button) const;
    [[nodiscard]] QString countOf(int index) const;

    const Theme &m_theme;
};

} // namespace ui
