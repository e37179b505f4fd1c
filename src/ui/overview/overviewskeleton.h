// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

class OverviewBoard;

/// The Overview before its first figures: empty cards with bars at the real ones' places. Covers
/// the board, and follows its size.
class OverviewSkeleton : public QWidget
{
    Q_OBJECT

public:
    OverviewSkeleton(const Theme &theme, OverviewBoard *board);
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintCard(QPainter &painter, const QRectF &card) const;

    const Theme &m_theme;
    OverviewBoard *m_board;
};

} // namespace ui
