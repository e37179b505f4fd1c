// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "models/wording.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QButtonGroup>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr auto tasksPage = "tasks"_L1;
constexpr int side = 10;
constexpr int headHeight = 54;
constexpr int footHeight = 51;
constexpr int groupGap = 14;
constexpr int taskHeight = 22; ///< Of the lines below the tasks entry.

QString initialsOf(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const QString first = words.first().left(1);
    return (words.size() > 1 ? first + words.last().left(1) : first).toUpper();
}

} // namespace

Sidebar::Sidebar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setFixedWidth(metrics::sidebar);
    setAccessibleName(tr("Navigation"));
    m_layout->setContentsMargins(side, headHeight, side + 1, footHeight + 9);
    m_layout->setSpacing(1);
    m_layout->addStretch();
}

/// Groups below 10 stand on top, the others at the bottom.
void Sidebar::addPage(const PageFace &face)
{
    auto *entry = new NavItem(m_theme, face);
    const bool isBelow = face.group >= 10;
    const int stretchAt = [this] {
        for (int i = 0; i < m_layout->count(); ++i) {
            if (const QSpacerItem *space = m_layout->itemAt(i)->spacerItem();
                space && space->expandingDirections() != 0)
                return i;
        }
        return 0;
    }();
    if (isBelow) {
        m_layout->addWidget(entry);
        if (face.id == tasksPage) {
            m_taskSpace = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
            m_layout->addItem(m_taskSpace);
        }
    } else {
        int at = stretchAt;
        if (!m_items.isEmpty() && face.group != m_lastGroup)
            m_layout->insertSpacing(at++, groupGap - 1);
        m_layout->insertWidget(at, entry);
        m_lastGroup = face.group;
    }
    m_items.append(entry);
    entry->setNarrow(m_isNarrow);
    connect(entry, &QAbstractButton::clicked, this,
            [this, page = face.id] { Q_EMIT pageChosen(page); });
}

NavItem *Sidebar::item(const QString &page) const
{
    const auto it = std::ranges::find(m_items, page, &NavItem::page);
    return it == m_items.end() ? nullptr : *it;
}

void Sidebar::setCurrent(const QString &page)
{
    for (NavItem *entry : std::as_const(m_items))
        entry->setCurrent(entry->page() == page);
}

void Sidebar::setCount(const QString &page, std::optional<NavCount> count)
{
    if (NavItem *entry = item(page))
        entry->setCount(count);
}

void Sidebar::setNarrow(bool isNarrow)
{
    m_isNarrow = isNarrow;
    setFixedWidth(isNarrow ? metrics::narrowSidebar : metrics::sidebar);
    const int margin = isNarrow ? 8 : side;
    m_layout->setContentsMargins(margin, headHeight, margin + 1, footHeight + 9);
    for (NavItem *entry : std::as_const(m_items))
        entry->setNarrow(isNarrow);
    setTask(m_task, m_taskShare); // has no room when narrow
    update();
}

void Sidebar::setUser(const QString &name, const QString &role)
{
    m_userName = name;
    m_userRole = role;
    setAccessibleDescription(tr("Signed in as %1, %2").arg(name, role));
    update();
}

void Sidebar::setTask(const QString &text, double share)
{
    m_task = text;
    m_taskShare = share;
    if (NavItem *tasks = item(tasksPage))
        tasks->setAccessibleDescription(text);
    if (m_taskSpace) {
        const bool isShown = !text.isEmpty() && !m_isNarrow;
        m_taskSpace->changeSize(0, isShown ? taskHeight : 0, QSizePolicy::Minimum,
                                QSizePolicy::Fixed);
        m_layout->invalidate();
    }
    update();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    painter.fillRect(all, m_theme.color(Role::Window));
    draw::hairline(painter, all, isRtl ? Qt::LeftEdge : Qt::RightEdge, m_theme.color(Role::Border));
    const double logoLeft = m_isNarrow ? (all.width() - 1 - 24) / 2 : 16;
    const QRectF logo = draw::mirrored({logoLeft, 12, 22, 22}, all, isRtl);
    draw::box(painter, logo, 6, m_theme.color(Role::Fill));
    paintIcon(painter, logo.adjusted(4, 4, -4, -4), "truck"_L1, m_theme.color(Role::OnFill));
    if (!m_isNarrow) {
        const QRectF name = draw::mirrored({48, 12, 150, 22}, all, isRtl);
        draw::text(painter, name, draw::baseline(painter, m_theme, name), u"OMS Billing"_s,
                   {m_theme.font(TextSize::Crumb, Weight::Strong), m_theme.color(Role::Text),
                    draw::Side::Leading});
    }
    paintTask(painter);
    paintUser(painter);
}

void Sidebar::paintTask(QPainter &painter) const
{
    const NavItem *tasks = item(tasksPage);
    if (m_task.isEmpty() || m_isNarrow || !tasks)
        return;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    const double top = tasks->geometry().bottom() + 1;
    const QRectF words = draw::mirrored({45, top - 3, all.width() - 64, 16}, all, isRtl);
    draw::text(painter, words, draw::baseline(painter, m_theme, words), m_task,
               {m_theme.font(TextSize::Status), m_theme.color(Role::Text3), draw::Side::Leading});
    const QRectF track = draw::mirrored({45, top + 16, all.width() - 64, 3}, all, isRtl);
    draw::box(painter, track, 1.5, m_theme.color(Role::Track));
    draw::box(
        painter,
        draw::mirrored({track.left(), track.top(), track.width() * m_taskShare, 3}, track, isRtl),
        1.5, m_theme.color(Role::Accent));
}

void Sidebar::paintUser(QPainter &painter) const
{
    if (m_userName.isEmpty())
        return;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    const double top = all.bottom() - footHeight;
    painter.fillRect(QRectF(side, top, all.width() - 2 * side - 1, 1), m_theme.color(Role::Border));
    const double left = m_isNarrow ? (all.width() - 1 - 24) / 2 : 15;
    const QRectF avatar = draw::mirrored({left, top + 13, 24, 24}, all, isRtl);
    draw::box(painter, avatar, 12, m_theme.color(Role::Soft));
    const QFont small = m_theme.font(TextSize::Status, Weight::Strong);
    const double base = avatar.center().y() + QFontMetricsF(small).capHeight() / 2;
    draw::text(painter, avatar, base, initialsOf(m_userName),
               {small, m_theme.color(Role::Accent), draw::Side::Center});
    if (m_isNarrow)
        return;
    const QRectF name = draw::mirrored({48, top + 8, all.width() - 64, 18}, all, isRtl);
    const QRectF role = draw::mirrored({48, top + 24, all.width() - 64, 18}, all, isRtl);
    draw::text(painter, name, draw::baseline(painter, m_theme, name), m_userName,
               {m_theme.font(TextSize::Small, Weight::Medium), m_theme.color(Role::Text),
                draw::Side::Leading});
    draw::text(painter, role, draw::baseline(painter, m_theme, role), m_userRole,
               {m_theme.font(TextSize::Status), m_theme.color(Role::Text2), draw::Side::Leading});
}

} // namespace ui
