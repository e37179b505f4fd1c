// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/columnchart.h"

#include "models/overviewseries.h"
#include "models/wording.h"
#include "ui/charts/chartcolor.h"
#include "ui/theme/draw.h"

#include <QBarSet>
#include <QFontMetricsF>
#include <QPainter>
#include <QStackedBarSeries>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr double barShare = 0.42;
constexpr double labelLine = 14;
constexpr double labelGap = 6;
} // namespace

ColumnChart::ColumnChart(const Theme &theme, const QString &name, QWidget *parent)
    : MonthChart(theme, name, parent)
    , m_series(new QStackedBarSeries)
{
    m_series->setBarWidth(barShare);
    attach(m_series);
}

void ColumnChart::setNetShown(bool isShown)
{
    m_isNetShown = isShown;
    viewport()->update();
}

void ColumnChart::fill()
{
    matchSets();
    const QList<QBarSet *> sets = m_series->barSets();
    for (qsizetype index = 0; index < sets.size(); ++index) {
        const models::ChartSeries &series = content().series.at(index);
        for (qsizetype month = 0; month < months(); ++month) {
            const models::ChartPoint &point = series.points.at(month);
            const int slot = static_cast<int>(slotOf(month));
            const double value = models::majorUnits(point.minor, content().currency);
            if (sets.at(index)->at(slot) != value)
                sets.at(index)->replace(slot, value);
            sets.at(index)->setBarSelected(slot, point.isPartial);
        }
    }
    colorSets();
}

/// Sets are made anew only when there are other series or another number of months.
void ColumnChart::matchSets()
{
    QStringList ids;
    for (const models::ChartSeries &series : content().series)
        ids += series.id;
    const bool isSame = ids == m_ids
        && (ids.isEmpty() || m_series->barSets().first()->count() == static_cast<int>(months()));
    if (isSame)
        return;
    m_ids = ids;
    m_series->clear();
    for (const models::ChartSeries &series : content().series) {
        auto *set = new QBarSet(series.title);
        for (qsizetype month = 0; month < months(); ++month)
            set->append(0);
        m_series->append(set);
    }
}

void ColumnChart::colorSets()
{
    const QList<QBarSet *> sets = m_series->barSets();
    for (qsizetype index = 0; index < sets.size(); ++index) {
        const QColor color = seriesColor(theme(), m_ids.at(index));
        sets.at(index)->setColor(color);
        sets.at(index)->setSelectedColor(faded(theme(), color));
        sets.at(index)->setPen(QPen(theme().color(Role::Base), 1)); // the gap between parts
    }
}

Callout ColumnChart::calloutOf(qsizetype month) const
{
    const models::ChartPoint &point = content().series.first().points.at(month);
    const QString name = models::monthAndYear(point.month);
    const qint64 total = models::monthTotal(content(), month);
    Callout callout{
        point.isPartial
            ? tr("%1, to %2", "month, last day known").arg(name, models::dayText(content().until))
            : name,
        models::moneyText({total, content().currency}),
        {}};
    for (const models::ChartSeries &series : content().series) {
        const qint64 minor = series.points.at(month).minor;
        if (minor != 0)
            callout.lines.append({series.title,
                                  models::amountText({minor, content().currency}),
                                  seriesColor(theme(), series.id),
                                  {}});
    }
    return callout;
}

double ColumnChart::topOf(qsizetype month) const
{
    double top = 0;
    for (const models::ChartSeries &series : content().series)
        top += std::max(0.0, models::majorUnits(series.points.at(month).minor, content().currency));
    return top;
}

void ColumnChart::paintMarks(QPainter &painter) const
{
    for (qsizetype month = 0; month < months(); ++month)
        paintLabel(painter, month);
}

double ColumnChart::labelWidth() const
{
    return plot().width() / static_cast<double>(months()) + 6;
}

QStringList ColumnChart::untilLines() const
{
    const QString until = models::dayText(content().until);
    const QString whole = tr("to %1", "last day known").arg(until);
    const QFontMetricsF metrics(theme().font(TextSize::Status));
    if (metrics.horizontalAdvance(whole) <= labelWidth())
        return {whole};
    return {tr("to", "above the last day known"), until};
}

double ColumnChart::labelHeight(qsizetype month) const
{
    const bool isPartial = content().series.first().points.at(month).isPartial;
    const qsizetype lines = (m_isNetShown ? 1 : 0) + (isPartial ? untilLines().size() : 0);
    return static_cast<double>(lines) * labelLine + labelGap;
}

/// From the column's top upwards: its net, and for the running month up to when it is known.
void ColumnChart::paintLabel(QPainter &painter, qsizetype month) const
{
    const QPointF top = pointOf(month, topOf(month));
    const QRectF room(top.x() - labelWidth() / 2, 0, labelWidth(), 1);
    double base = std::round(top.y() - labelGap);
    if (m_isNetShown) {
        draw::text(
            painter, room, base,
            models::shortChangeText(models::monthTotal(content(), month), content().currency),
            {theme().font(TextSize::Status, Weight::Strong), theme().color(Role::Text),
             draw::Side::Center});
        base -= labelLine;
    }
    if (!content().series.first().points.at(month).isPartial)
        return;
    const QStringList lines = untilLines();
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        draw::text(
            painter, room, base, *line,
            {theme().font(TextSize::Status), theme().color(Role::Text3), draw::Side::Center});
        base -= labelLine;
    }
}

} // namespace ui
