// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewskeleton.h"

#include "ui/overview/overviewboard.h"
#include "ui/theme/draw.h"

#include <QEvent>
#include <QPainter>

namespace ui {
namespace {
constexpr double barHeight = 10;
constexpr double figureHeight = 22;
constexpr double rowPitch = 40;
} // namespace

OverviewSkeleton::OverviewSkeleton(const Theme &theme, OverviewBoard *board)
    : QWidget(board)
    , m_theme(theme)
    , m_board(board)
{
    setAccessibleName(tr("Loading"));
    board->installEventFilter(this);
    setGeometry(board->rect());
    raise();
}

bool OverviewSkeleton::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_board && event->type() == QEvent::Resize)
        setGeometry(m_board->rect());
    return QWidget::eventFilter(watched, event);
}

void OverviewSkeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
    const QList<QWidget *> cards = m_board->cards();
    for (const QWidget *card : cards)
        paintCard(painter, card->geometry());
}

void OverviewSkeleton::paintCard(QPainter &painter, const QRectF &card) const
{
    draw::box(painter, card, 8, m_theme.color(Role::Base), m_theme.color(Role::Border));
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF room =
        card.adjusted(metrics::padding, metrics::padding, -metrics::padding, -metrics::padding);
    const QColor bar = m_theme.color(Role::Track);
    const QRectF title(room.left(), room.top(), std::min(110.0, room.width() / 2), barHeight);
    draw::box(painter, draw::mirrored(title, room, isRtl), 3, bar);
    if (room.height() < 80) { // a figure below its label
        const QRectF figure(room.left(), room.top() + 24, room.width() * 0.45, figureHeight);
        if (room.height() > 40)
            draw::box(painter, draw::mirrored(figure, room, isRtl), 3, bar);
        return;
    }
    int row = 0;
    for (double y = room.top() + rowPitch; y + barHeight < room.bottom(); y += rowPitch, ++row) {
        const double share = 0.9 - 0.13 * (row % 4); // lengths that vary, the same at each repaint
        const QRectF line(room.left(), y, room.width() * share, barHeight);
        draw::box(painter, draw::mirrored(line, room, isRtl), 3, m_theme.color(Role::FilterChip));
    }
}

} // namespace ui
