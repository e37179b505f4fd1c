// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/ageingbars.h"

#include "models/overviewkpi.h"
#include "models/wording.h"
#include "ui/charts/chartcolor.h"
#include "ui/theme/draw.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double barHeight = 7;

// By core::AgeBand.
constexpr std::array<QRgb, core::ageBands> bandColors{
    okabeito::sky, okabeito::orange, okabeito::orange, okabeito::vermillion, okabeito::vermillion};

QString bandText(std::size_t band)
{
    return models::ageBandText(static_cast<core::AgeBand>(band));
}

} // namespace

AgeingBars::AgeingBars(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Ageing"));
}

void AgeingBars::setFigures(const core::CurrencyFigures &figures)
{
    m_currency = figures.currency;
    m_ageing = figures.ageing;
    QStringList words;
    for (std::size_t band = 0; band < m_ageing.size(); ++band)
        words += tr("%1: %2 in %3", "days late, amount, invoices")
                     .arg(bandText(band), models::moneyText({m_ageing[band].minor, m_currency}),
                          tr("%n invoice(s)", nullptr, static_cast<int>(m_ageing[band].count)));
    setAccessibleDescription(words.join(u"; "_s));
    setToolTip(words.join(u'\n'));
    update();
}

void AgeingBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const qint64 largest = std::ranges::max(m_ageing, {}, &core::AmountAndCount::minor).minor;
    // The rows share the height, but not more of it than reads well.
    const double pitch = std::min(54.0, height() / static_cast<double>(m_ageing.size()));
    for (std::size_t band = 0; band < m_ageing.size(); ++band)
        paintBand(painter, band, {0, pitch * static_cast<double>(band), width() * 1.0, pitch},
                  largest);
}

void AgeingBars::paintBand(QPainter &painter, std::size_t band, const QRectF &row,
                           qint64 largest) const
{
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const core::AmountAndCount &figure = m_ageing[band];
    const QRectF words(row.left(), row.top(), row.width(), 20);
    const double base = draw::baseline(painter, m_theme, words);
    const bool isNone = figure.minor == 0;
    const QString amount = models::amountText({figure.minor, m_currency});
    const QFont strong = m_theme.font(TextSize::Body, Weight::Medium);
    const double amountWidth = draw::figuresWidth(m_theme, amount, strong) + 2;
    const QRectF end(words.right() - amountWidth, words.top(), amountWidth, words.height());
    draw::figures(painter, m_theme, draw::mirrored(end, row, isRtl), base, amount,
                  {strong, m_theme.color(isNone ? Role::Text3 : Role::Text), draw::Side::Trailing});
    const QRectF lead = words.adjusted(0, 0, -amountWidth - 8, 0);
    const double taken =
        draw::text(painter, draw::mirrored(lead, row, isRtl), base, bandText(band),
                   {m_theme.font(TextSize::Body), m_theme.color(Role::Text), draw::Side::Leading});
    draw::text(painter, draw::mirrored(lead.adjusted(taken + 8, 0, 0, 0), row, isRtl), base,
               models::countText(figure.count),
               {m_theme.font(TextSize::Small), m_theme.color(Role::Text3), draw::Side::Leading});

    const QRectF track(row.left(), row.top() + 22, row.width(), barHeight);
    draw::box(painter, track, 2, m_theme.color(Role::FilterChip));
    if (largest <= 0 || figure.minor <= 0)
        return;
    const double share = static_cast<double>(figure.minor) / static_cast<double>(largest);
    const QRectF bar(track.left(), track.top(), std::max(3.0, track.width() * share), barHeight);
    draw::box(painter, draw::mirrored(bar, track, isRtl), 2, QColor::fromRgb(bandColors.at(band)));
}

} // namespace ui
