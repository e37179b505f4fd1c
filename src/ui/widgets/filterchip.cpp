// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchip.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr double side = 9;
constexpr double gap = 5;
constexpr double cross = 12;
constexpr int height_ = 24;
} // namespace

FilterChip::FilterChip(const Theme &theme, const QString &subject, const QString &condition,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_subject(subject)
    , m_condition(condition)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Filter: %1 %2").arg(subject, condition));
    setAccessibleDescription(tr("Enter changes it, Delete removes it."));
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

QSize FilterChip::sizeHint() const
{
    const QFontMetricsF subject(m_theme.font(TextSize::Small));
    const QFontMetricsF condition(m_theme.font(TextSize::Small, Weight::Strong));
    const double width = side + subject.horizontalAdvance(m_subject) + gap
        + condition.horizontalAdvance(m_condition) + gap + cross + side;
    return {static_cast<int>(std::ceil(width)), height_};
}

QRectF FilterChip::crossRect() const
{
    const QRectF all(rect());
    return draw::mirrored(
        {all.right() - side - cross + 1, all.center().y() - cross / 2, cross, cross}, all,
        layoutDirection() == Qt::RightToLeft);
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    draw::box(painter, all, 6, m_theme.color(Role::FilterChip), m_theme.color(Role::Border));
    const double base = draw::baseline(painter, m_theme, all);
    const QRectF words = draw::mirrored(all.adjusted(side, 0, -side - cross, 0), all, isRtl);
    const double width = draw::text(
        painter, words, base, m_subject,
        {m_theme.font(TextSize::Small), m_theme.color(Role::Text2), draw::Side::Leading});
    const QRectF rest = draw::mirrored(QRectF(words.left() + width + gap, words.top(),
                                              words.width() - width - gap, words.height()),
                                       words, isRtl);
    draw::text(painter, rest, base, m_condition,
               {m_theme.font(TextSize::Small, Weight::Strong), m_theme.color(Role::Text),
                draw::Side::Leading});
    paintIcon(painter, crossRect(), "x"_L1, m_theme.color(m_isOnCross ? Role::Text : Role::Text2));
    if (hasFocus())
        draw::box(painter, all, 6, {}, m_theme.color(Role::Accent), 2);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FilterChip::mouseReleaseEvent(QMouseEvent *event)
{
    if (crossRect().adjusted(-4, -6, 6, 6).contains(event->position())) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void FilterChip::mouseMoveEvent(QMouseEvent *event)
{
    const bool isOn = crossRect().adjusted(-4, -6, 6, 6).contains(event->position());
    if (std::exchange(m_isOnCross, isOn) != isOn)
        update();
    QAbstractButton::mouseMoveEvent(event);
}

void FilterChip::leaveEvent(QEvent *event)
{
    m_isOnCross = false;
    QAbstractButton::leaveEvent(event);
}

} // namespace ui
