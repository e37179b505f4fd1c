// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewseries.h"

#include "models/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace models {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(OverviewSeries)
};

/// One layer: its stable id, by which the window picks the colour, and its name in the legend.
struct Layer
{
    const char *id;
    const char *title;
};

// In the order of core::MovementKind.
constexpr std::array<Layer, core::movementKinds> movementLayers{{
    {"new", QT_TRANSLATE_NOOP("OverviewSeries", "New")},
    {"expansion", QT_TRANSLATE_NOOP("OverviewSeries", "Expansion")},
    {"reactivation", QT_TRANSLATE_NOOP("OverviewSeries", "Reactivation")},
    {"contraction", QT_TRANSLATE_NOOP("OverviewSeries", "Contraction")},
    {"churn", QT_TRANSLATE_NOOP("OverviewSeries", "Churn")},
}};

// In the order of core::PlanTier, then payments of nobody's tier.
constexpr std::array<Layer, core::collectedLayers> collectedLayers{{
    {"basic", QT_TRANSLATE_NOOP("OverviewSeries", "Basic")},
    {"professional", QT_TRANSLATE_NOOP("OverviewSeries", "Pro")},
    {"enterprise", QT_TRANSLATE_NOOP("OverviewSeries", "Enterprise")},
    {"custom", QT_TRANSLATE_NOOP("OverviewSeries", "Custom")},
    {"unassigned", QT_TRANSLATE_NOOP("OverviewSeries", "No plan")},
}};

/// Layers of the last months; those that are zero throughout are left out, with `isKept` always in.
template <std::size_t size>
ChartContent layered(const core::Overview &overview, const core::CurrencyFigures &figures,
                     const QList<std::array<qint64, size>> &values,
                     const std::array<Layer, size> &layers, int months, std::size_t kept)
{
    ChartContent content;
    content.currency = figures.currency;
    content.until = overview.at.date();
    const qsizetype count = std::min<qsizetype>(months, values.size());
    const qsizetype first = values.size() - count;
    for (std::size_t layer = 0; layer < size; ++layer) {
        ChartSeries series{
            QString::fromLatin1(layers[layer].id), Words::tr(layers[layer].title), {}};
        bool isUsed = layer < kept;
        for (qsizetype month = first; month < values.size(); ++month) {
            const qint64 minor = values.at(month).at(layer);
            isUsed = isUsed || minor != 0;
            series.points.append({overview.months.at(month), minor, month == values.size() - 1});
        }
        if (isUsed)
            content.series.append(series);
    }
    return content;
}

/// Three digits of the size: "812.6 k", "1.24 M", "740".
QString shortened(double size)
{
    if (size >= 1'000'000)
        return Words::tr("%1 M", "millions").arg(QLocale().toString(size / 1'000'000, 'f', 2));
    if (size >= 1'000)
        return Words::tr("%1 k", "thousands").arg(QLocale().toString(size / 1'000, 'f', 1));
    return QLocale().toString(size, 'f', size < 10 && size > 0 ? 2 : 0);
}

} // namespace

ChartContent mrrChart(const core::Overview &overview, const core::CurrencyFigures &figures)
{
    ChartContent content;
    content.currency = figures.currency;
    ChartSeries series{u"mrr"_s, Words::tr("MRR"), {}};
    for (qsizetype month = 0; month < figures.mrr.size(); ++month)
        series.points.append({overview.months.at(month), figures.mrr.at(month), false});
    content.series.append(series);
    return content;
}

ChartContent walkChart(const core::Overview &overview, const core::CurrencyFigures &figures,
                       int months)
{
    return layered(overview, figures, figures.movements, movementLayers, months,
                   core::movementKinds);
}

ChartContent collectedChart(const core::Overview &overview, const core::CurrencyFigures &figures,
                            int months)
{
    // Custom plans and payments of nobody's tier are rare: no legend without a figure.
    return layered(overview, figures, figures.collected, collectedLayers, months, 3);
}

qint64 monthTotal(const ChartContent &content, qsizetype month)
{
    qint64 total = 0;
    for (const ChartSeries &series : content.series)
        total += series.points.at(month).minor;
    return total;
}

bool hasFigures(const ChartContent &content)
{
    return std::ranges::any_of(content.series, [](const ChartSeries &series) {
        return std::ranges::any_of(series.points,
                                   [](const ChartPoint &point) { return point.minor != 0; });
    });
}

QString monthName(const QDate &month)
{
    return QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat);
}

QString monthAndYear(const QDate &month)
{
    return QLocale().standaloneMonthName(month.month()) + u' ' + QString::number(month.year());
}

QString shortChangeText(qint64 minor, const QString &currency)
{
    const QString size = shortFigureText(std::abs(minor), currency);
    if (minor == 0)
        return size;
    return (minor < 0 ? QChar(0x2212) : QChar(u'+')) + size;
}

QString shortFigureText(qint64 minor, const QString &currency)
{
    const double value = majorUnits(minor, currency);
    const QString size = shortened(std::abs(value));
    return value < 0 ? QChar(0x2212) + size : size;
}

QString chartInWords(const ChartContent &content)
{
    QStringList sentences;
    const qsizetype months = content.isEmpty() ? 0 : content.series.first().points.size();
    for (qsizetype month = 0; month < months; ++month) {
        const ChartPoint &point = content.series.first().points.at(month);
        QString name = monthAndYear(point.month);
        if (point.isPartial)
            name = Words::tr("%1 so far", "a month").arg(name);
        QStringList parts;
        for (const ChartSeries &series : content.series) {
            const qint64 minor = series.points.at(month).minor;
            if (content.series.size() > 1 && minor != 0)
                parts += series.title + u' ' + amountText({minor, content.currency});
        }
        const QString total = moneyText({monthTotal(content, month), content.currency});
        sentences += parts.isEmpty()
            ? Words::tr("%1: %2", "month: amount").arg(name, total)
            : Words::tr("%1: %2 (%3)", "month: sum (parts)").arg(name, total, parts.join(u", "_s));
    }
    return sentences.join(u"; "_s);
}

} // namespace models
