// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewrows.h"

#include "models/wording.h"
#include "ui/tenants/panelrows.h"
#include "ui/theme/draw.h"
#include "ui/theme/icon.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct MetricIcon
{
    QLatin1StringView metric;
    QLatin1StringView icon;
};
constexpr std::array metricIcons{
    MetricIcon{"max_orders_per_month"_L1, "package"_L1},
    MetricIcon{"max_active_drivers"_L1, "truck"_L1},
    MetricIcon{"max_storage_gb"_L1, "hard-drive"_L1},
    MetricIcon{"api_rate_limit_per_minute"_L1, "zap"_L1},
};

QLatin1StringView metricIcon(const QString &metric)
{
    const auto it = std::ranges::find_if(
        metricIcons, [&](const MetricIcon &row) { return row.metric == metric; });
    return it == metricIcons.end() ? "gauge"_L1 : it->icon;
}

constexpr double barWidth = 78;
constexpr double weekdayWidth = 33;

void paintGround(QPainter &painter, const Theme &theme, const QWidget &row, bool isLit)
{
    if (isLit)
        draw::box(painter, QRectF(row.rect()), 4, theme.color(Role::Hover));
    if (row.hasFocus())
        draw::box(painter, QRectF(row.rect()), 4, {}, theme.color(Role::Accent));
}

} // namespace

BreachRow::BreachRow(const Theme &theme, QWidget *parent)
    : PaintedButton(theme, parent)
{
}

void BreachRow::setBreach(const core::LimitBreach &breach)
{
    m_breach = breach;
    setAccessibleName(breach.name);
    setAccessibleDescription(tr("%1, %2", "share, what is used").arg(shareText(), detailText()));
    setToolTip(breach.name + u'\n' + accessibleDescription());
    update();
}

QString BreachRow::shareText() const
{
    // Any use of what the plan does not include is infinitely much of it.
    return std::isfinite(m_breach.ratio) ? models::percentText(m_breach.ratio) : tr("not included");
}

QString BreachRow::detailText() const
{
    return metricText(m_breach.metric) + u" · "_s + figuresText();
}

QString BreachRow::figuresText() const
{
    const QString used = models::countText(std::llround(m_breach.used));
    const QString allowed = models::countText(std::llround(m_breach.allowed));
    QString text = tr("%1 of %2", "used, allowed").arg(used, allowed);
    if (m_breach.metricsOver > 1)
        text += u" · "_s + tr("%n more", "limits exceeded", m_breach.metricsOver - 1);
    return text;
}

void BreachRow::paint(QPainter &painter)
{
    const bool isRtl = isRightToLeft();
    const QRectF all(rect());
    paintGround(painter, theme(), *this, isLit());
    draw::hairline(painter, all, Qt::BottomEdge, theme().color(Role::Hairline));
    const QRectF first(all.left(), 3, all.width(), 20);
    const QRectF second(all.left(), 22, all.width(), 20);
    const QColor loud = theme().status(StatusColor::Red).word;

    const QFont strong = theme().font(TextSize::Body, Weight::Strong);
    const double shareWidth = QFontMetricsF(strong).horizontalAdvance(shareText()) + 2;
    const QRectF share(first.right() - shareWidth, first.top(), shareWidth, first.height());
    const double base = draw::baseline(painter, theme(), first);
    draw::figures(painter, theme(), draw::mirrored(share, all, isRtl), base, shareText(),
                  {strong, loud, draw::Side::Trailing});
    const QRectF name = first.adjusted(0, 0, -shareWidth - 8, 0);
    draw::text(painter, draw::mirrored(name, all, isRtl), base, m_breach.name,
               {theme().font(TextSize::Body, Weight::Medium), theme().color(Role::Text),
                draw::Side::Leading});

    const QRectF sign(all.left(), second.center().y() - 7, 14, 14);
    paintIcon(painter, draw::mirrored(sign, all, isRtl), metricIcon(m_breach.metric),
              theme().color(Role::Text2));
    const QRectF detail = second.adjusted(19, 0, -barWidth - 10, 0);
    // Where not all of it fits, the icon says what the figures are of.
    const QFont small = theme().font(TextSize::Small);
    const bool isAll = QFontMetricsF(small).horizontalAdvance(detailText()) <= detail.width();
    draw::text(painter, draw::mirrored(detail, all, isRtl),
               draw::baseline(painter, theme(), second), isAll ? detailText() : figuresText(),
               {small, theme().color(Role::Text2), draw::Side::Leading});
    const QRectF bar(all.right() - barWidth, second.center().y() - 2, barWidth, 4);
    draw::limitBar(painter, theme(), draw::mirrored(bar, all, isRtl), m_breach.ratio, isRtl);
}

RenewalRow::RenewalRow(const Theme &theme, QWidget *parent)
    : PaintedButton(theme, parent)
{
}

void RenewalRow::setRenewal(const core::Renewal &renewal)
{
    m_renewal = renewal;
    setLeading(!renewal.tenantId.isNull());
    setAccessibleName(renewal.name);
    const QString amount =
        renewal.amount ? models::moneyText(*renewal.amount) : tr("amount depends on usage");
    setAccessibleDescription(
        renewal.endsThen
            ? tr("ends %1").arg(models::exactTime(renewal.at))
            : tr("renews %1, %2", "when, amount").arg(models::exactTime(renewal.at), amount));
    setToolTip(renewal.name + u'\n' + accessibleDescription());
    update();
}

void RenewalRow::paint(QPainter &painter)
{
    const bool isRtl = isRightToLeft();
    const QRectF all(rect());
    paintGround(painter, theme(), *this, isLit());
    const double base = draw::baseline(painter, theme(), all);
    const QString weekday =
        QLocale().standaloneDayName(m_renewal.at.date().dayOfWeek(), QLocale::ShortFormat);
    const QRectF day(all.left(), all.top(), weekdayWidth - 4, all.height());
    draw::text(painter, draw::mirrored(day, all, isRtl), base, weekday,
               {theme().font(TextSize::Body), theme().color(Role::Text2), draw::Side::Leading});

    const QString figure = m_renewal.amount ? models::amountText(*m_renewal.amount) : u"–"_s;
    const double amount =
        draw::figuresWidth(theme(), figure, theme().font(TextSize::Body)) + draw::currencySlot + 6;
    const QRectF money(all.right() - amount, all.top(), amount, all.height());
    draw::money(painter, theme(), draw::mirrored(money, all, isRtl), base,
                m_renewal.amount ? &*m_renewal.amount : nullptr,
                {Weight::Regular, theme().color(m_renewal.endsThen ? Role::Text3 : Role::Text),
                 theme().color(Role::Text3)});

    const double sign = m_renewal.endsThen ? 22 : 0;
    const QRectF name = all.adjusted(weekdayWidth, 0, -amount - 8 - sign, 0);
    const double width =
        draw::text(painter, draw::mirrored(name, all, isRtl), base, m_renewal.name,
                   {theme().font(TextSize::Body), theme().color(Role::Text), draw::Side::Leading});
    if (m_renewal.endsThen) {
        const QRectF mark(name.left() + width + 8, all.center().y() - 7, 14, 14);
        paintIcon(painter, draw::mirrored(mark, all, isRtl), "calendar-x"_L1,
                  theme().status(StatusColor::Red).icon);
    }
}

} // namespace ui
