// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpanel.h"

#include "services/changenotifier.h"
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
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int labelColumn = 112;
constexpr int widestPage = 1240; // beyond it, label and value are too far apart
constexpr int twoColumnsFrom = 800;
constexpr int columnGap = 40;

} // namespace

DetailPanel::DetailPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_frame(new QWidget)
    , m_head(new QVBoxLayout)
    , m_title(new Paragraph(theme, {}, {TextSize::Panel, Weight::Strong, Role::Text}))
    , m_titleWords(new QVBoxLayout)
    , m_chip(new Chip(theme))
    , m_subtitle(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_actions(new QHBoxLayout)
    , m_running(new ProgressLine(theme))
    , m_fixed(new QVBoxLayout)
    , m_body(new QHBoxLayout)
    , m_main(new QVBoxLayout)
    , m_side(new QVBoxLayout)
{
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_frame, 1);
    outer->addStretch();
    auto *layout = new QVBoxLayout(m_frame);
    layout->setSpacing(0);
    buildHead(layout);
    buildBody(layout);
    followWidth();
}

void DetailPanel::buildHead(QVBoxLayout *layout)
{
    m_head->setSpacing(0);
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(2);
    m_title->setLineHeight(22);
    m_titleWords->setContentsMargins(0, 3, 0, 0);
    m_titleWords->setSpacing(0);
    m_titleWords->addWidget(m_title);
    titleRow->addLayout(m_titleWords, 1);
    m_expand = makeIconButton(m_theme, "maximize-2"_L1, tr("Open as a page"));
    m_expand->setObjectName(u"panelExpand"_s);
    m_close = makeIconButton(m_theme, "x"_L1, tr("Close the panel"));
    m_close->setObjectName(u"panelClose"_s);
    titleRow->addWidget(m_expand, 0, Qt::AlignTop);
    titleRow->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_expand, &QPushButton::clicked, this, &DetailPanel::expandRequested);
    connect(m_close, &QPushButton::clicked, this, &DetailPanel::closeRequested);
    m_head->addLayout(titleRow);
    auto *stateRow = new QHBoxLayout;
    stateRow->setContentsMargins(0, 4, 0, 0);
    stateRow->setSpacing(8);
    stateRow->addWidget(m_chip);
    m_subtitle->setElided(true);
    stateRow->addWidget(m_subtitle, 1);
    m_head->addLayout(stateRow);
    m_actions->setSpacing(metrics::gap);
    m_actions->addStretch();
    m_head->addLayout(m_actions);
    m_head->addSpacing(11);
    m_head->addWidget(m_running);
    m_running->hide();
    m_fixed->setSpacing(0);
    m_head->addLayout(m_fixed);
    layout->addLayout(m_head);
}

void DetailPanel::buildBody(QVBoxLayout *layout)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    setFocusProxy(area); // on a page of its own the arrow keys scroll
    area->setAccessibleName(tr("Details"));
    auto *inner = new QWidget;
    auto *filler = new QVBoxLayout(inner);
    filler->setContentsMargins({});
    filler->setSpacing(0);
    filler->addLayout(m_body);
    filler->addStretch();
    for (QVBoxLayout *column : {m_main, m_side}) {
        column->setSpacing(0);
        m_body->addLayout(column, column == m_main ? 3 : 2);
        column->setAlignment(Qt::AlignTop);
    }
    area->setWidget(inner);
    area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    layout->addWidget(area, 1);
}

void DetailPanel::setWide(bool isWide)
{
    if (std::exchange(m_isWide, isWide) == isWide)
        return;
    followWidth();
    fill();
}

void DetailPanel::setColumnWidth(int width)
{
    m_columnWidth = width;
    followWidth();
}

void DetailPanel::followWidth()
{
    setMinimumWidth(m_isWide ? 0 : std::min(m_columnWidth, metrics::panel));
    setMaximumWidth(m_isWide ? QWIDGETSIZE_MAX : m_columnWidth);
    m_frame->setMaximumWidth(m_isWide ? widestPage : QWIDGETSIZE_MAX);
    const int line = m_isWide ? 0 : 1; // towards the list
    const int margin = m_isWide ? metrics::dialogPadding : metrics::padding;
    m_frame->layout()->setContentsMargins(isRightToLeft() ? 0 : line, 0, isRightToLeft() ? line : 0,
                                          0);
    m_head->setContentsMargins(margin, m_isWide ? 16 : 10, margin, 0);
    m_body->setContentsMargins(margin, 4, margin, metrics::padding);
    focusProxy()->setFocusPolicy(m_isWide ? Qt::StrongFocus : Qt::NoFocus);
    m_expand->setVisible(!m_isWide);
    m_close->setAccessibleName(m_isWide ? tr("Back to the list") : tr("Close the panel"));
    m_close->setToolTip(m_close->accessibleName());
    placeSections();
}

/// Side by side where there is room for two columns that read well.
void DetailPanel::placeSections()
{
    const bool isTwo = m_isWide && width() >= twoColumnsFrom;
    m_body->setSpacing(isTwo ? columnGap : 0);
    m_body->setStretchFactor(m_side, isTwo ? 2 : 0);
    for (const auto &[section, column] : std::as_const(m_sections)) {
        m_main->removeWidget(section);
        m_side->removeWidget(section);
        (isTwo && column == Column::Side ? m_side : m_main)->addWidget(section);
    }
}

void DetailPanel::setTitle(const QString &title)
{
    if (m_title->text() == title)
        return;
    m_title->setText(title);
    setAccessibleName(title);
    Q_EMIT titleChanged();
}

QString DetailPanel::title() const
{
    return m_title->text();
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
    m_actions->setContentsMargins(0, 12, 0, 0);
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

QVBoxLayout *DetailPanel::addSection(Column column, const QString &title, const QString &linkText,
                                     LinkLabel **link)
{
    auto *part = new QWidget;
    auto *section = new QVBoxLayout(part);
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
    m_sections.append({part, column});
    const bool isSide = column == Column::Side && m_isWide && width() >= twoColumnsFrom;
    (isSide ? m_side : m_main)->addWidget(part);
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
    for (const auto &[section, column] : std::as_const(m_sections)) {
        section->hide(); // what is pressed in it may have led here
        section->deleteLater();
        m_main->removeWidget(section);
        m_side->removeWidget(section);
    }
    m_sections.clear();
}

void DetailPanel::followChanges(const services::ChangeNotifier &changes,
                                std::function<bool(const core::Change &)> concerns)
{
    connect(&changes, &services::ChangeNotifier::changed, this,
            [this, concerns = std::move(concerns)](const QList<core::Change> &batch) {
                if (!std::ranges::any_of(batch, [&](const core::Change &change) {
                        return change.entity == "*"_L1 || concerns(change);
                    }))
                    return;
                if (isVisible())
                    refresh();
                else
                    m_isOutdated = true;
            });
}

void DetailPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_isOutdated, false))
        refresh();
}

void DetailPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wasTwo = event->oldSize().width() >= twoColumnsFrom;
    if (m_isWide && wasTwo != (width() >= twoColumnsFrom))
        placeSections();
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
    if (m_isWide)
        return;
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    draw::hairline(painter, rect(), isRtl ? Qt::RightEdge : Qt::LeftEdge,
                   m_theme.color(Role::Border));
}

} // namespace ui
