// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/draw.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

Card::Card(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(theme, title, {TextSize::Body, Weight::Strong, Role::Text}))
    , m_hint(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_head(new QHBoxLayout)
    , m_content(nullptr)
{
    // A widget of its own takes all the height that is left; the head stays on top.
    auto *area = new QWidget;
    m_content = new QVBoxLayout(area);
    m_content->setContentsMargins({});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::padding, 12, metrics::padding, 12);
    layout->setSpacing(8);
    m_head->setSpacing(8);
    m_head->addWidget(m_title);
    m_head->addWidget(m_hint);
    m_head->addStretch();
    m_content->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(area, 1);
    m_hint->hide();
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

LinkLabel *Card::setFooter(const QString &text)
{
    if (!m_footer) {
        m_footer = new LinkLabel(m_theme);
        layout()->addWidget(m_footer);
    }
    m_footer->setText(text);
    return m_footer;
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw::box(painter, rect(), 8, m_theme.color(Role::Base), m_theme.color(Role::Border));
}

Advice::Advice(const Theme &theme, StatusColor status, QLatin1StringView icon, const QString &title,
               const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_status(status)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 14, 12);
    layout->setSpacing(10);
    auto *sign = new IconLabel(theme, icon);
    sign->setStatusIcon(icon, status);
    layout->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(3);
    auto *head = new TextLabel(theme, title, {TextSize::Body, Weight::Strong, Role::Text});
    head->setStatus(status);
    head->setWordWrap(true);
    words->addWidget(head);
    words->addWidget(new Paragraph(theme, text, {TextSize::Small, Weight::Regular, Role::Text}));
    layout->addLayout(words, 1);
}

void Advice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatusTones tones = m_theme.status(m_status);
    draw::box(painter, rect(), 8, tones.wash, tones.line);
}

} // namespace ui
