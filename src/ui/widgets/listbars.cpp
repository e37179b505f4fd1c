// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listbars.h"

#include "models/wording.h"
#include "ui/theme/draw.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/linklabel.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double sumGap = 16;

/// "99.00 EUR and 549.00 BRL", the first three of them.
QString joined(const QList<core::Money> &sums)
{
    QStringList texts;
    for (const core::Money &sum : sums.first(std::min<qsizetype>(3, sums.size())))
        texts.append(models::moneyText(sum));
    if (sums.size() > 3)
        texts.append(SelectionBar::tr("%n more", "currencies", static_cast<int>(sums.size() - 3)));
    if (texts.size() < 2)
        return texts.join(QString());
    const QString last = texts.takeLast();
    return SelectionBar::tr("%1 and %2", "amounts").arg(texts.join(u", "_s), last);
}

} // namespace

SelectionBar::SelectionBar(const Theme &theme, QWidget *parent)
    : Pane(theme, Role::Soft, Qt::TopEdge, parent)
    , m_theme(theme)
    , m_count(new TextLabel(theme, {}, {TextSize::Body, Weight::Strong, Role::Text}))
    , m_sums(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text2}))
    , m_actions(new QHBoxLayout)
{
    setFixedHeight(metrics::selectionBar);
    setAccessibleName(tr("Selection"));
    m_sums->setElided(true);
    auto *layout = new QHBoxLayout(this);
    const bool isRtl = isRightToLeft(); // a layout does not mirror its margins
    layout->setContentsMargins(isRtl ? 10 : metrics::gutter, 0, isRtl ? metrics::gutter : 10, 0);
    layout->setSpacing(metrics::gap);
    layout->addWidget(m_count);
    layout->addWidget(m_sums, 1);
    m_actions->setSpacing(metrics::gap);
    layout->addLayout(m_actions);
    QPushButton *clear = makeIconButton(theme, "x"_L1, tr("Clear the selection"));
    layout->addWidget(clear);
    connect(clear, &QPushButton::clicked, this, &SelectionBar::clearRequested);
    hide();
}

void SelectionBar::addAction(QAction *action, bool isDangerous)
{
    QPushButton *button =
        makeActionButton(action, isDangerous ? ButtonKind::DangerPlain : ButtonKind::Plain);
    setSmall(button);
    button->setFont(m_theme.font(TextSize::Small, Weight::Medium));
    m_actions->addWidget(button);
    QWidget::addAction(action);
}

void SelectionBar::setSelection(qint64 count, const QList<core::Money> &sums,
                                const QString &summedTitle)
{
    m_count->setText(tr("%n selected", nullptr, static_cast<int>(count)));
    m_sums->setText(
        sums.isEmpty()
            ? QString()
            : tr("%1 %2", "amounts, what they are: 99.00 EUR MRR").arg(joined(sums), summedTitle));
    setVisible(count > 0);
}

ListFooter::ListFooter(const Theme &theme, QWidget *parent)
    : Pane(theme, Role::Sunken, Qt::TopEdge, parent)
    , m_theme(theme)
    , m_text(new TextLabel(theme, {}, {TextSize::Small, Weight::Strong, Role::Text}))
{
    setFixedHeight(metrics::footer);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gutter, 0, metrics::gutter, 0);
    layout->addWidget(m_text);
    layout->addStretch();
}

void ListFooter::setText(const QString &text)
{
    m_text->setText(text);
}

void ListFooter::setSums(const QString &title, const QList<core::Money> &sums)
{
    m_title = title;
    m_sums = sums;
    QStringList all;
    for (const core::Money &sum : sums)
        all.append(models::moneyText(sum));
    setToolTip(all.join(u'\n'));
    setAccessibleDescription(all.isEmpty() ? QString() : title + u": "_s + all.join(u", "_s));
    update();
}

double ListFooter::sumWidth(const core::Money &sum) const
{
    const QFont figures = m_theme.font(TextSize::Small, Weight::Medium);
    const QFontMetricsF code(m_theme.font(TextSize::Status));
    return draw::figuresWidth(m_theme, models::amountText(sum), figures) + 5
        + code.horizontalAdvance(models::currencyCode(sum));
}

/// From the trailing edge: "MRR 28,614.00 EUR  4,094.00 GBP  + 7 more".
void ListFooter::paintEvent(QPaintEvent *event)
{
    Pane::paintEvent(event);
    if (m_sums.isEmpty())
        return;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const QRectF all(rect());
    const double base = draw::baseline(painter, m_theme, all);
    const QFont small = m_theme.font(TextSize::Small);
    const QFontMetricsF smallMetrics(small);
    const double titleWidth = smallMetrics.horizontalAdvance(m_title);
    const double moreWidth = smallMetrics.horizontalAdvance(tr("+ %1 more").arg(99));
    double room = all.width() - m_text->geometry().width() - 2 * metrics::gutter - titleWidth - 80;
    int shown = 0;
    double width = titleWidth;
    while (shown < m_sums.size() && shown < 5) {
        const double needed = sumWidth(m_sums.at(shown)) + sumGap;
        const bool isLast = shown + 1 == m_sums.size();
        if (width + needed + (isLast ? 0 : moreWidth + sumGap) > room)
            break;
        width += needed;
        ++shown;
    }
    const auto rest = static_cast<int>(m_sums.size()) - shown;
    const QString more = rest > 0 ? tr("+ %1 more").arg(rest) : QString();
    if (rest > 0)
        width += sumGap + smallMetrics.horizontalAdvance(more);
    double x = all.right() - metrics::gutter - width;
    const auto put = [&](const QString &text, double wide, const draw::TextStyle &style) {
        const QRectF at = draw::mirrored({x, all.top(), wide + 1, all.height()}, all, isRtl);
        draw::figures(painter, m_theme, at, base, text, style);
        x += wide;
    };
    put(m_title, titleWidth, {small, m_theme.color(Role::Text2)});
    for (int i = 0; i < shown; ++i) {
        const QString code = models::currencyCode(m_sums.at(i));
        const QFont codeFont = m_theme.font(TextSize::Status);
        const double codeWidth = QFontMetricsF(codeFont).horizontalAdvance(code);
        x += sumGap;
        put(models::amountText(m_sums.at(i)), sumWidth(m_sums.at(i)) - codeWidth,
            {m_theme.font(TextSize::Small, Weight::Medium), m_theme.color(Role::Text)});
        put(code, codeWidth, {codeFont, m_theme.color(Role::Text3)});
    }
    x += sumGap;
    if (rest > 0)
        put(more, smallMetrics.horizontalAdvance(more), {small, m_theme.color(Role::Text3)});
}

Banner::Banner(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new TextLabel(theme, {}, {TextSize::Small, Weight::Medium, Role::Text}))
    , m_link(new LinkLabel(theme))
{
    setFixedHeight(metrics::filterRow);
    m_text->setStatus(StatusColor::Amber);
    m_text->setElided(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::gutter, 0, metrics::gutter, 0);
    layout->setSpacing(metrics::gap);
    auto *sign = new IconLabel(theme, "cloud-off"_L1);
    sign->setStatusIcon("cloud-off"_L1, StatusColor::Amber);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_link);
    connect(m_link, &LinkLabel::activated, this, &Banner::activated);
    hide();
}

void Banner::showText(const QString &text, const QString &action)
{
    m_text->setText(text);
    m_link->setText(action);
    m_link->setVisible(!action.isEmpty());
    setAccessibleName(text);
    show();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatusTones tones = m_theme.status(StatusColor::Amber);
    painter.fillRect(rect(), tones.wash);
    draw::hairline(painter, rect(), Qt::BottomEdge, tones.line);
}

} // namespace ui
