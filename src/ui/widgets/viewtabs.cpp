// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/viewtabs.h"

#include "models/wording.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int spacing = 24;
constexpr int countGap = 7;
} // namespace

ViewTabs::ViewTabs(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setAccessibleName(tr("Views"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFixedHeight(metrics::tabs);
    const auto scrolls = findChildren<QToolButton *>();
    for (QToolButton *scroll : scrolls)
        scroll->installEventFilter(this);
}

/// The buttons that QTabBar makes for tabs out of sight, in the hand of the icon buttons.
bool ViewTabs::eventFilter(QObject *watched, QEvent *event)
{
    auto *scroll = qobject_cast<QToolButton *>(watched);
    if (!scroll || event->type() != QEvent::Paint)
        return QTabBar::eventFilter(watched, event);
    paintScroll(*scroll);
    return true;
}

void ViewTabs::paintScroll(QToolButton &button) const
{
    QPainter painter(&button);
    const QRectF all(button.rect());
    painter.fillRect(all, m_theme.color(Role::Base));
    const bool isOver = button.isEnabled() && button.underMouse();
    if (isOver)
        draw::box(painter, {0, all.center().y() - 12, all.width(), 24}, 4,
                  m_theme.color(Role::Hover));
    const bool isToLeft = button.arrowType() == Qt::LeftArrow;
    paintIcon(painter, {all.center().x() - 7, all.center().y() - 7, 14, 14}, "chevron-right"_L1,
              m_theme.color(button.isEnabled() ? Role::Text2 : Role::Off), isToLeft);
}

int ViewTabs::addView(const QString &title)
{
    const int index = addTab(title);
    setTabData(index, qint64(-1));
    return index;
}

void ViewTabs::setCount(int index, qint64 count)
{
    setTabData(index, count);
    setAccessibleTabName(
        index,
        count < 0
            ? tabText(index)
            : tr("%1, %2", "view title, count").arg(tabText(index), models::countText(count)));
    setIconSize(iconSize()); // the only way to make QTabBar lay its tabs out again
    updateGeometry();
    update();
}

QString ViewTabs::countOf(int index) const
{
    const qint64 count = tabData(index).toLongLong();
    return count < 0 ? QString() : models::countText(count);
}

QSize ViewTabs::tabSizeHint(int index) const
{
    // Measured in the heavier weight, so that nothing moves when another tab becomes current.
    const QFontMetricsF words(m_theme.font(TextSize::Body, Weight::Strong));
    const QString count = countOf(index);
    double width = words.horizontalAdvance(tabText(index)) + spacing;
    if (!count.isEmpty())
        width += countGap + draw::figuresWidth(m_theme, count, m_theme.font(TextSize::Body));
    return {static_cast<int>(std::ceil(width)), metrics::tabs};
}

QSize ViewTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void ViewTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void ViewTabs::paintTab(QPainter &painter, int index) const
{
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF whole(tabRect(index));
    const QRectF rect = draw::mirrored(whole.adjusted(0, 0, -spacing, 0), whole, isRtl);
    const bool isCurrent = index == currentIndex();
    const double base = draw::baseline(painter, m_theme, rect);
    const QFont font = m_theme.font(TextSize::Body, isCurrent ? Weight::Strong : Weight::Medium);
    const double width = draw::text(
        painter, rect, base, tabText(index),
        {font, m_theme.color(isCurrent ? Role::Text : Role::Text2), draw::Side::Leading});
    const QString count = countOf(index);
    const QRectF beside = draw::mirrored(rect.adjusted(width + countGap, 0, 40, 0), rect, isRtl);
    draw::figures(painter, m_theme, beside, base, count,
                  {m_theme.font(TextSize::Body), m_theme.color(Role::Text3), draw::Side::Leading});
    if (isCurrent)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2),
                         m_theme.color(Role::Accent));
    if (isCurrent && hasFocus())
        draw::focusRing(painter, m_theme, rect.adjusted(-3, 10, 3, -10), 5);
}

} // namespace ui
