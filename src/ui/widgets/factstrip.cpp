// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factstrip.h"

#include "ui/theme/draw.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {
namespace {

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (item->layout()) {
            clearLayout(item->layout());
        }
        delete item;
    }
}

} // namespace

FactStrip::FactStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 12, 0, 12);
    m_layout->setSpacing(0);
}

void FactStrip::addFact(const QString &label, const QString &figure, const QString &unit,
                        bool isAlarming)
{
    auto *fact = new QWidget;
    auto *column = new QVBoxLayout(fact);
    const int lead = m_layout->count() == 0 ? 0 : 12; // behind the line; margins do not mirror
    const bool isRtl = isRightToLeft();
    column->setContentsMargins(isRtl ? 8 : lead, 0, isRtl ? lead : 8, 0);
    column->setSpacing(4);
    column->addWidget(
        new TextLabel(m_theme, label, {TextSize::Small, Weight::Regular, Role::Text2}));
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    auto *number = new TextLabel(m_theme, figure, {TextSize::Panel, Weight::Strong, Role::Text});
    auto *beside = new TextLabel(m_theme, unit, {TextSize::Small, Weight::Regular, Role::Text3});
    if (isAlarming) {
        number->setStatus(StatusColor::Red);
        beside->setStatus(StatusColor::Red);
    }
    row->addWidget(number);
    row->addWidget(beside, 1);
    column->addLayout(row);
    m_layout->addWidget(fact, 1);
}

void FactStrip::clear()
{
    clearLayout(m_layout);
}

void FactStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw::hairline(painter, rect(), Qt::TopEdge, m_theme.color(Role::Hairline));
    draw::hairline(painter, rect(), Qt::BottomEdge, m_theme.color(Role::Hairline));
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    for (int i = 1; i < m_layout->count(); ++i) {
        const QRect fact = m_layout->itemAt(i)->geometry();
        painter.fillRect(QRect(isRtl ? fact.right() : fact.left(), fact.top(), 1, fact.height()),
                         m_theme.color(Role::Border));
    }
}

} // namespace ui
