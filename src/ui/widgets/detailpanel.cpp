// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpanel.h"

#include "ui/theme/draw.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int labelColumn = 112;

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

DetailPanel::DetailPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new Paragraph(theme, {}, {TextSize::Panel, Weight::Strong, Role::Text}))
    , m_titleWords(new QVBoxLayout)
    , m_chip(new Chip(theme))
    , m_subtitle(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_actions(new QHBoxLayout)
    , m_running(new ProgressLine(theme))
    , m_fixed(new QVBoxLayout)
    , m_body(new QVBoxLayout)
{
    setFixedWidth(metrics::panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0); // the line towards the list
    layout->setSpacing(0);
    buildHead(layout);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(tr("Details"));
    auto *inner = new QWidget;
    m_body->setContentsMargins(metrics::padding, 4, metrics::padding, metrics::padding);
    m_body->setSpacing(0);
    auto *filler = new QVBoxLayout(inner);
    filler->setContentsMargins({});
    filler->setSpacing(0);
    filler->addLayout(m_body);
    filler->addStretch();
    area->setWidget(inner);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    layout->addWidget(area, 1);
}

void DetailPanel::buildHead(QVBoxLayout *layout)
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(metrics::padding, 10, metrics::padding, 0);
    head->setSpacing(0);
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(2);
    m_title->setLineHeight(22);
    m_titleWords->setContentsMargins(0, 3, 0, 0);
    m_titleWords->setSpacing(0);
    m_titleWords->addWidget(m_title);
    titleRow->addLayout(m_titleWords, 1);
    QPushButton *expand = makeIconButton(m_theme, "maximize-2"_L1, tr("Open as a page"));
    QPushButton *close = makeIconButton(m_theme, "x"_L1, tr("Close the panel"));
    titleRow->addWidget(expand, 0, Qt::AlignTop);
    titleRow->addWidget(close, 0, Qt::AlignTop);
    connect(expand, &QPushButton::clicked, this, &DetailPanel::expandRequested);
    connect(close, &QPushButton::clicked, this, &DetailPanel::closeRequested);
    head->addLayout(titleRow);
    auto *stateRow = new QHBoxLayout;
    stateRow->setContentsMargins(0, 4, 0, 0);
    stateRow->setSpacing(8);
    stateRow->addWidget(m_chip);
    m_subtitle->setElided(true);
    stateRow->addWidget(m_subtitle, 1);
    head->addLayout(stateRow);
    m_actions->setContentsMargins(0, 12, 0, 0);
    m_actions->setSpacing(metrics::gap);
    m_actions->addStretch();
    head->addLayout(m_actions);
    head->addSpacing(11);
    head->addWidget(m_running);
    m_running->hide();
    m_fixed->setSpacing(0);
    head->addLayout(m_fixed);
    layout->addLayout(head);
}

void DetailPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

LinkLabel *DetailPanel::setTitleLink(const QString &text)
{
    if (!m_titleLink) {
        m_titleLink = new LinkLabel(m_theme);
        m_titleLink->setTextStyle(TextSize::Body, Weight::Medium);
        m_titleWords->addWidget(m_titleLink);
    }
    m_titleLink->setText(text);
    return m_titleLink;
}

void DetailPanel::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
}

void DetailPanel::addAction(QAction *action, ButtonKind kind)
{
    QPushButton *button = makeActionButton(action, kind);
    const auto at = m_actions->count() - (m_more ? 2 : 1);
    m_actions->insertWidget(at, button);
    QWidget::addAction(action);
}

QMenu *DetailPanel::moreMenu()
{
    if (!m_more) {
        QPushButton *button = makeIconButton(m_theme, "ellipsis"_L1, tr("More actions"));
        setKind(button, ButtonKind::Plain);
        m_more = new QMenu(button);
        m_more->setAccessibleName(tr("More actions"));
        connect(button, &QPushButton::clicked, m_more, [this, button] {
            m_more->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
        });
        m_actions->addWidget(button);
    }
    return m_more;
}

void DetailPanel::setRunning(bool isRunning)
{
    m_running->setVisible(isRunning);
    m_running->setRunning(isRunning);
}

QVBoxLayout *DetailPanel::addSection(const QString &title, const QString &linkText,
                                     LinkLabel **link)
{
    auto *section = new QVBoxLayout;
    section->setSpacing(0);
    section->setContentsMargins(0, title.isEmpty() ? 6 : 10, 0, 0);
    if (!title.isEmpty()) {
        auto *head = new QHBoxLayout;
        head->setContentsMargins(0, 0, 0, 6);
        head->addWidget(
            new TextLabel(m_theme, title, {TextSize::Small, Weight::Strong, Role::Text}));
        head->addStretch();
        if (!linkText.isEmpty()) {
            auto *label = new LinkLabel(m_theme, linkText);
            head->addWidget(label);
            if (link)
                *link = label;
        }
        section->addLayout(head);
    }
    m_body->addLayout(section);
    return section;
}

void DetailPanel::addFact(QVBoxLayout *section, const QString &label, QWidget *value)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *name = new TextLabel(m_theme, label, {TextSize::Small, Weight::Regular, Role::Text2});
    name->setFixedSize(labelColumn, 24);
    name->setElided(true);
    name->setBuddy(value);
    row->addWidget(name, 0, Qt::AlignTop);
    value->setMinimumHeight(24);
    row->addWidget(value, 1);
    section->addLayout(row);
}

void DetailPanel::clearSections()
{
    clearLayout(m_body);
}

void DetailPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void DetailPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Base));
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    draw::hairline(painter, rect(), isRtl ? Qt::RightEdge : Qt::LeftEdge,
                   m_theme.color(Role::Border));
}

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
