// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optioncards.h"

#include "ui/theme/draw.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {
constexpr int cardHeight = 54;
constexpr int side = 10;
constexpr int ring = metrics::focusRing;
} // namespace

OptionCards::OptionCards(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(metrics::gap - 2 * ring);
}

void OptionCards::addOption(const QString &id, const QString &title, const QString &detail)
{
    auto *card = new OptionCard(m_theme, id, title, detail);
    m_layout->addWidget(card, 1);
    connect(card, &QRadioButton::toggled, this, [this, id](bool isChosen) {
        if (isChosen)
            Q_EMIT currentChanged(id);
    });
}

void OptionCards::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString OptionCards::current() const
{
    const auto cards = findChildren<OptionCard *>();
    for (const OptionCard *card : cards) {
        if (card->isChecked())
            return card->id();
    }
    return {};
}

void OptionCards::setCurrent(const QString &id)
{
    const auto cards = findChildren<OptionCard *>();
    for (OptionCard *card : cards) {
        if (card->id() == id)
            card->setChecked(true);
    }
}

void OptionCards::setDetail(const QString &id, const QString &detail)
{
    const auto cards = findChildren<OptionCard *>();
    for (OptionCard *card : cards) {
        if (card->id() == id)
            card->setDetail(detail);
    }
}

OptionCard::OptionCard(const Theme &theme, const QString &id, const QString &title,
                       const QString &detail)
    : QRadioButton(title)
    , m_theme(theme)
    , m_id(id)
{
    setObjectName(id);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setDetail(detail);
}

void OptionCard::setDetail(const QString &detail)
{
    m_detail = detail;
    setAccessibleName(text());
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

QSize OptionCard::sizeHint() const
{
    const QFontMetricsF title(m_theme.font(TextSize::Body, Weight::Strong));
    const QFontMetricsF detail(m_theme.font(TextSize::Small));
    const double words =
        std::max(title.horizontalAdvance(text()), detail.horizontalAdvance(m_detail));
    return {static_cast<int>(std::ceil(words)) + 2 * (side + ring), cardHeight + 2 * ring};
}

QSize OptionCard::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 84), sizeHint().height()};
}

bool OptionCard::hitButton(const QPoint &at) const
{
    return rect().contains(at);
}

void OptionCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const QRectF card = QRectF(rect()).adjusted(ring, ring, -ring, -ring);
    const QColor rest =
        underMouse() && isEnabled() ? m_theme.color(Role::Hover) : m_theme.color(Role::FieldFill);
    if (isChecked())
        draw::box(painter, card, 6, m_theme.color(Role::Soft), m_theme.color(Role::Accent), 2);
    else
        draw::box(painter, card, 6, rest, m_theme.color(Role::Field));
    if (hasFocus())
        draw::focusRing(painter, m_theme, card, 6);
    const QRectF words = card.adjusted(side, 0, -side, 0);
    const QColor titleColor = m_theme.color(isEnabled() ? Role::Text : Role::Off);
    const QColor detailColor = m_theme.color(isEnabled() ? Role::Text2 : Role::Off);
    const QRectF upper(words.left(), card.top() + 9, words.width(), 18);
    const QRectF lower(words.left(), card.top() + 27, words.width(), 20);
    draw::text(painter, upper, draw::baseline(painter, m_theme, upper), text(),
               {m_theme.font(TextSize::Body, Weight::Strong), titleColor, draw::Side::Leading});
    draw::text(painter, lower, draw::baseline(painter, m_theme, lower), m_detail,
               {m_theme.font(TextSize::Small), detailColor, draw::Side::Leading});
}

} // namespace ui
