// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/theme/draw.h"
#include "ui/theme/icon.h"
#include "ui/widgets/buttons.h"

#include <QAction>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double crumbGap = 28;

/// "Test mode" in amber. A label, so that a screen reader finds the words.
class TestChip : public QLabel
{
public:
    explicit TestChip(const Theme &theme)
        : QLabel(TopBar::tr("Test mode"))
        , m_theme(theme)
    {
        setToolTip(TopBar::tr("This database belongs to Stripe's test mode. No money moves."));
        const QFontMetricsF metrics(theme.font(TextSize::Small, Weight::Strong));
        setFixedSize(static_cast<int>(std::ceil(metrics.horizontalAdvance(text()))) + 35, 24);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        const bool isRtl = layoutDirection() == Qt::RightToLeft;
        const StatusTones tones = m_theme.status(StatusColor::Amber);
        const QRectF all(rect());
        draw::box(painter, all, 6, tones.fill);
        paintIcon(painter, draw::mirrored({9, 5, 14, 14}, all, isRtl), "flask-conical"_L1,
                  tones.word);
        const QRectF words = draw::mirrored(all.adjusted(27, 0, -4, 0), all, isRtl);
        draw::text(
            painter, words, draw::baseline(painter, m_theme, all), text(),
            {m_theme.font(TextSize::Small, Weight::Strong), tones.word, draw::Side::Leading});
    }

private:
    const Theme &m_theme;
};

/// The bell, with a red dot while something is unread.
class Bell : public QAbstractButton
{
public:
    explicit Bell(const Theme &theme)
        : m_theme(theme)
    {
        setFixedSize(28, 28);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
    }
    void setUnread(int count)
    {
        m_unread = count;
        const QString name =
            count > 0 ? TopBar::tr("Messages, %n unread", nullptr, count) : TopBar::tr("Messages");
        setAccessibleName(name);
        setToolTip(name);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (underMouse())
            draw::box(painter, rect(), 6, m_theme.color(Role::Hover));
        if (hasFocus())
            draw::box(painter, rect(), 6, {}, m_theme.color(Role::Accent), 2);
        paintIcon(painter, {6, 6, 16, 16}, "bell"_L1, m_theme.color(Role::Text2));
        if (m_unread > 0)
            draw::box(painter, {16, 3, 8, 8}, 4, m_theme.status(StatusColor::Red).icon,
                      m_theme.color(Role::Base));
    }

private:
    const Theme &m_theme;
    int m_unread = 0;
};

} // namespace

TopBar::TopBar(const Theme &theme, const Actions &actions, QWidget *parent)
    : Pane(theme, Role::Base, Qt::BottomEdge, parent)
    , m_breadcrumb(new Breadcrumb(theme))
    , m_testChip(new TestChip(theme))
{
    setFixedHeight(metrics::topBar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 10, 1);
    row->setSpacing(0);
    row->addWidget(makeActionIconButton(actions[ActionId::ToggleSidebar]));
    auto *line = new Pane(theme, Role::Border);
    line->setFixedSize(1, 16);
    row->addSpacing(10);
    row->addWidget(line);
    row->addSpacing(7);
    row->addWidget(makeActionIconButton(actions[ActionId::GoBack]));
    row->addWidget(makeActionIconButton(actions[ActionId::GoForward]));
    row->addSpacing(12);
    row->addWidget(m_breadcrumb, 1);
    auto *jump = new JumpField(theme, actions[ActionId::Jump]->text());
    jump->setMaximumWidth(metrics::search);
    connect(jump, &QAbstractButton::clicked, actions[ActionId::Jump], &QAction::trigger);
    row->addWidget(jump, 2);
    row->addSpacing(12);
    row->addWidget(m_testChip);
    row->addSpacing(10);
    auto *bell = new Bell(theme);
    bell->setUnread(0);
    m_bell = bell;
    row->addWidget(m_bell);
    connect(m_bell, &QAbstractButton::clicked, this, &TopBar::bellPressed);
    connect(m_breadcrumb, &Breadcrumb::chosen, this, &TopBar::crumbChosen);
}

void TopBar::setBreadcrumb(const QStringList &crumbs)
{
    m_breadcrumb->setCrumbs(crumbs);
}

void TopBar::setTestMode(bool isTest)
{
    m_testChip->setVisible(isTest);
}

void TopBar::setUnread(int count)
{
    static_cast<Bell *>(m_bell)->setUnread(count);
}

Breadcrumb::Breadcrumb(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(28);
}

void Breadcrumb::setCrumbs(const QStringList &crumbs)
{
    m_crumbs = crumbs;
    setAccessibleName(crumbs.join(u" › "_s));
    updateGeometry();
    update();
}

QList<QRectF> Breadcrumb::places() const
{
    QList<QRectF> places;
    double x = 0;
    for (qsizetype i = 0; i < m_crumbs.size(); ++i) {
        const bool isLast = i + 1 == m_crumbs.size();
        const QFontMetricsF metrics(
            m_theme.font(TextSize::Crumb, isLast ? Weight::Strong : Weight::Regular));
        const double width = metrics.horizontalAdvance(m_crumbs.at(i)) + 1;
        places.append({x, 0, width, 28});
        x += width + crumbGap;
    }
    return places;
}

QSize Breadcrumb::sizeHint() const
{
    const QList<QRectF> all = places();
    return {all.isEmpty() ? 80 : static_cast<int>(std::ceil(all.last().right())), 28};
}

void Breadcrumb::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    const double base = draw::baseline(painter, m_theme, all);
    const QList<QRectF> at = places();
    for (qsizetype i = 0; i < at.size(); ++i) {
        const bool isLast = i + 1 == at.size();
        QRectF place = at.at(i);
        place.setRight(std::min(place.right(), all.right()));
        if (place.width() < 12)
            break;
        draw::text(painter, draw::mirrored(place, all, isRtl), base, m_crumbs.at(i),
                   {m_theme.font(TextSize::Crumb, isLast ? Weight::Strong : Weight::Regular),
                    m_theme.color(isLast ? Role::Text : Role::Text2), draw::Side::Leading});
        if (!isLast)
            paintIcon(painter, draw::mirrored({place.right() + 7, 7, 14, 14}, all, isRtl),
                      "chevron-right"_L1, m_theme.color(Role::Text2), isRtl);
    }
}

void Breadcrumb::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QList<QRectF> at = places();
    for (qsizetype i = 0; i + 1 < at.size(); ++i) {
        if (draw::mirrored(at.at(i), rect(), isRtl).contains(event->position()))
            Q_EMIT chosen(static_cast<int>(i));
    }
}

JumpField::JumpField(const Theme &theme, const QString &hint, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(hint);
    setFixedHeight(28);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setAccessibleName(hint);
    setAccessibleDescription(tr("Ctrl+K"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void JumpField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    draw::box(painter, all, 6, m_theme.color(Role::FilterChip),
              m_theme.color(hasFocus() ? Role::Accent : Role::Border));
    paintIcon(painter, draw::mirrored({9, 7, 14, 14}, all, isRtl), "search"_L1,
              m_theme.color(Role::Text2));
    const QString key = tr("Ctrl K");
    const QFont small = m_theme.font(TextSize::Status, Weight::Medium);
    const double keyWidth = QFontMetricsF(small).horizontalAdvance(key) + 12;
    const double base = draw::baseline(painter, m_theme, all);
    const QRectF words = draw::mirrored(all.adjusted(30, 0, -keyWidth - 12, 0), all, isRtl);
    draw::text(painter, words, base, text(),
               {m_theme.font(TextSize::Body), m_theme.color(Role::Text3), draw::Side::Leading});
    const QRectF cap = draw::mirrored({all.right() - keyWidth - 5, 5, keyWidth, 18}, all, isRtl);
    draw::box(painter, cap, 4, m_theme.color(Role::Base), m_theme.color(Role::Border));
    draw::text(painter, cap, base, key, {small, m_theme.color(Role::Text2), draw::Side::Center});
}

} // namespace ui
