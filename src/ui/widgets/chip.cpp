// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QPainter>

#include <cmath>

namespace ui {
namespace {
constexpr int chipLead = 6; // of draw::chip
}

Chip::Chip(const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
}

void Chip::setState(const QString &wire)
{
    setFace(models::statusFace(wire));
}

void Chip::setFace(const models::StatusFace &face)
{
    m_face = face;
    setText(face.word); // for screen readers; it is painted below
    updateGeometry();
    update();
}

/// Without a ground there is no edge to stay away from: the icon stands where texts begin.
int Chip::lead() const
{
    return m_face.isLoud ? chipLead : 0;
}

QSize Chip::sizeHint() const
{
    return {static_cast<int>(std::ceil(draw::chipWidth(m_theme, m_face))) - chipLead + lead(),
            static_cast<int>(draw::chipHeight)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF cell = draw::mirrored(QRectF(rect()).adjusted(lead(), 0, 0, 0), rect(),
                                       layoutDirection() == Qt::RightToLeft);
    draw::chip(painter, m_theme, cell, m_face);
}

IconLabel::IconLabel(const Theme &theme, QLatin1StringView name, Role role, int size,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
    , m_role(role)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(QLatin1StringView name, Role role)
{
    m_name = name;
    m_role = role;
    m_status.reset();
    update();
}

void IconLabel::setStatusIcon(QLatin1StringView name, StatusColor status)
{
    m_name = name;
    m_status = status;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = m_status ? m_theme.status(*m_status).icon : m_theme.color(m_role);
    const QRectF at((width() - m_size) / 2.0, (height() - m_size) / 2.0, m_size, m_size);
    paintIcon(painter, at, m_name, color, layoutDirection() == Qt::RightToLeft);
}

} // namespace ui
