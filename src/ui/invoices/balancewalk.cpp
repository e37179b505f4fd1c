// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/invoices/balancewalk.h"

#include "models/wording.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int rowHeight = 26;
constexpr int labelWidth = 128;
constexpr int amountWidth = 96;
constexpr int barHeight = 8;

// Okabe–Ito, as in the charts.
const QColor paidColor(0x00, 0x9e, 0x73);
const QColor creditColor(0xcc, 0x79, 0xa7);
const QColor remainingColor(0xd5, 0x5e, 0x00);

} // namespace

BalanceWalk::BalanceWalk(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BalanceWalk::add(const QString &label, const core::Money &amount, const QColor &color,
                      qint64 &level)
{
    if (amount.minor == 0)
        return;
    m_steps.append({label, amount, color, level, false});
    level += amount.minor;
    m_highest = std::max({m_highest, level, level - amount.minor});
}

void BalanceWalk::setInvoice(const core::InvoiceDetail &invoice)
{
    m_steps.clear();
    m_highest = 1;
    qint64 level = 0;
    const QColor calm = m_theme.color(Role::CalmBar);
    const auto minus = [](core::Money money) {
        money.minor = -money.minor;
        return money;
    };
    add(tr("Subtotal"), invoice.subtotal, calm, level);
    add(tr("Discounts and credit"), invoice.adjustment, creditColor, level);
    add(tr("Tax"), invoice.tax, calm, level);
    add(tr("Paid"), minus(invoice.paid), paidColor, level);
    add(tr("Settled otherwise"), minus(invoice.otherwise), creditColor, level);
    m_steps.append({tr("Remaining"), invoice.remaining, remainingColor, 0, true});
    QStringList spoken;
    for (const Step &step : std::as_const(m_steps))
        spoken.append(step.label + u": "_s + models::moneyText(step.amount));
    setAccessibleName(tr("Balance"));
    setAccessibleDescription(spoken.join(u", "_s));
    setToolTip(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QSize BalanceWalk::sizeHint() const
{
    return {320, static_cast<int>(m_steps.size()) * rowHeight + 4};
}

void BalanceWalk::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < m_steps.size(); ++index)
        paintStep(painter, index);
}

void BalanceWalk::paintStep(QPainter &painter, int index) const
{
    const Step &step = m_steps.at(index);
    const QRect row(0, index * rowHeight + (step.isResult ? 4 : 0), width(), rowHeight);
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), row, rect);
    };
    if (step.isResult)
        painter.fillRect(QRect(0, row.top() - 2, width(), 1), m_theme.color(Role::Border));
    const Weight weight = step.isResult ? Weight::Strong : Weight::Regular;
    painter.setFont(m_theme.font(TextSize::Body, weight));
    painter.setPen(m_theme.color(step.isResult ? Role::Text : Role::Text2));
    painter.drawText(place(QRect(0, row.top(), labelWidth, row.height())),
                     QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(step.label, Qt::ElideRight, labelWidth));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(place(QRect(width() - amountWidth, row.top(), amountWidth, row.height())),
                     QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter,
                     models::amountText(step.amount));

    const double room = std::max(1, width() - labelWidth - amountWidth - 16);
    const double scale = room / static_cast<double>(m_highest);
    const double from = static_cast<double>(std::min(step.from, step.from + step.amount.minor));
    const double length = std::abs(static_cast<double>(step.amount.minor));
    if (length == 0)
        return;
    const QRect bar(labelWidth + 8 + static_cast<int>(from * scale),
                    row.top() + (row.height() - barHeight) / 2,
                    std::max(2, static_cast<int>(length * scale)), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(step.color);
    painter.drawRoundedRect(place(bar), 2, 2);
}

} // namespace ui
