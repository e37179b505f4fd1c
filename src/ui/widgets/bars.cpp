// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bars.h"

#include "models/wording.h"
#include "ui/theme/draw.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace ui {

LimitBar::LimitBar(const Theme &theme, QWidget *parent)
    : QProgressBar(parent)
    , m_theme(theme)
{
    setTextVisible(false);
    setRange(0, 100);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Used of the limit"));
}

void LimitBar::setRatio(double ratio)
{
    m_ratio = ratio;
    setValue(static_cast<int>(std::clamp(std::lround(ratio * 100), 0L, 100L)));
    setAccessibleDescription(models::percentText(ratio));
    update();
}

void LimitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw::limitBar(painter, m_theme, rect(), m_ratio, layoutDirection() == Qt::RightToLeft);
}

ProgressLine::ProgressLine(const Theme &theme, QWidget *parent)
    : QProgressBar(parent)
    , m_theme(theme)
{
    setTextVisible(false);
    setRange(0, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
}

void ProgressLine::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    setValue(static_cast<int>(std::lround(m_share * 100)));
    update();
}

void ProgressLine::setRunning(bool isRunning)
{
    if (isRunning == (m_timer != 0))
        return;
    if (isRunning)
        m_timer = startTimer(40);
    else
        killTimer(std::exchange(m_timer, 0));
    update();
}

void ProgressLine::setSegments(const QList<Role> &roles)
{
    QList<QColor> colors;
    for (const Role role : roles)
        colors.append(m_theme.color(role));
    setStatusSegments(colors);
}

void ProgressLine::setStatusSegments(const QList<QColor> &colors)
{
    m_segments = colors;
    update();
}

void ProgressLine::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer)
        return QProgressBar::timerEvent(event);
    m_phase = std::fmod(m_phase + 0.03, 1.3);
    update();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    const double radius = all.height() / 2;
    if (!m_segments.isEmpty()) {
        const double gap = 2;
        const double width = (all.width() + gap) / static_cast<double>(m_segments.size());
        for (qsizetype i = 0; i < m_segments.size(); ++i) {
            const QRectF part(width * static_cast<double>(i), 0, width - gap, all.height());
            draw::box(painter, draw::mirrored(part, all, isRtl), radius, m_segments.at(i));
        }
        return;
    }
    draw::box(painter, all, radius, m_theme.color(Role::Track));
    QRectF part(0, 0, all.width() * m_share, all.height());
    if (m_timer != 0)
        part = QRectF(all.width() * (m_phase - 0.3), 0, all.width() * 0.3, all.height()) & all;
    if (part.width() > 0)
        draw::box(painter, draw::mirrored(part, all, isRtl), radius, m_theme.color(Role::Accent));
}

} // namespace ui
