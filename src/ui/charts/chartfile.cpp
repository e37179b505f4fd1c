// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartfile.h"

#include "core/money.h"
#include "models/overviewseries.h"
#include "ui/charts/monthchart.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ChartFile)
};

constexpr double pictureRatio = 2; ///< Sharp also on paper.

QByteArray pngOf(MonthChart &chart)
{
    QImage image(chart.viewport()->size() * pictureRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pictureRatio);
    QPainter painter(&image);
    chart.render(&painter, QRectF({}, QSizeF(chart.viewport()->size())));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

QByteArray svgOf(MonthChart &chart)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(chart.viewport()->size());
    generator.setViewBox(chart.viewport()->rect());
    generator.setTitle(chart.accessibleName());
    generator.setDescription(chart.accessibleDescription());
    QPainter painter(&generator);
    chart.render(&painter, QRectF({}, QSizeF(chart.viewport()->size())));
    painter.end();
    return bytes;
}

QByteArray bytesOf(MonthChart &chart, ChartFormat format)
{
    switch (format) {
    case ChartFormat::Csv:
        return chartCsv(chart.content()).toUtf8();
    case ChartFormat::Png:
        return pngOf(chart);
    case ChartFormat::Svg:
        return svgOf(chart);
    }
    return {};
}

QString quoted(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString chartSuffix(ChartFormat format)
{
    switch (format) {
    case ChartFormat::Csv:
        return u"csv"_s;
    case ChartFormat::Png:
        return u"png"_s;
    case ChartFormat::Svg:
        return u"svg"_s;
    }
    return {};
}

QString chartCsv(const models::ChartContent &content)
{
    QStringList head{quoted(Words::tr("Month")), quoted(Words::tr("Currency"))};
    for (const models::ChartSeries &series : content.series)
        head += quoted(series.title);
    const bool hasSum = content.series.size() > 1;
    if (hasSum)
        head += quoted(Words::tr("Sum"));
    QString text = head.join(u',') + u"\r\n"_s;
    const qsizetype months = content.isEmpty() ? 0 : content.series.first().points.size();
    for (qsizetype month = 0; month < months; ++month) {
        QStringList row{content.series.first().points.at(month).month.toString(u"yyyy-MM"),
                        content.currency.toUpper()};
        for (const models::ChartSeries &series : content.series)
            row += core::toPlainText({series.points.at(month).minor, content.currency});
        if (hasSum)
            row += core::toPlainText({models::monthTotal(content, month), content.currency});
        text += row.join(u',') + u"\r\n"_s;
    }
    return text;
}

core::Result<> writeChart(MonthChart &chart, ChartFormat format, const QString &path)
{
    const QByteArray bytes = bytesOf(chart, format);
    QSaveFile file(path);
    const bool isWritten = !bytes.isEmpty() && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return core::fail(core::Error::Kind::Storage,
                          Words::tr("The file could not be written there."), file.errorString());
    return {};
}

} // namespace ui
