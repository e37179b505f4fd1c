// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/monthchart.h"

#include "models/overviewseries.h"
#include "ui/theme/draw.h"

#include <QAction>
#include <QChart>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double labelRow = 22; ///< The months' names below the plot.
constexpr double topRoom = 8;   ///< Half a label of the uppermost grid line.
constexpr double labelGap = 8;
constexpr double narrowestGutter = 34;

QValueAxis *hiddenAxis(QChart *chart, Qt::Alignment side)
{
    auto *axis = new QValueAxis;
    axis->setVisible(false);
    chart->addAxis(axis, side);
    return axis;
}

double snapped(const QPainter &painter, double at)
{
    const double ratio = painter.device()->devicePixelRatioF();
    return std::round(at * ratio) / ratio;
}

} // namespace

MonthChart::MonthChart(const Theme &theme, const QString &name, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_monthAxis(hiddenAxis(chart(), Qt::AlignBottom))
    , m_valueAxis(hiddenAxis(chart(), Qt::AlignLeft))
{
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->hide();
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    connect(&theme, &Theme::changed, this, &MonthChart::showContent);
}

MonthChart::~MonthChart() = default;

void MonthChart::attach(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_monthAxis);
    series->attachAxis(m_valueAxis);
}

void MonthChart::setContent(const models::ChartContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    if (m_chosen >= months())
        m_chosen = -1;
    setAccessibleDescription(models::hasFigures(content) ? models::chartInWords(content)
                                                         : m_emptyText);
    showContent();
}

void MonthChart::showContent()
{
    m_monthAxis->setRange(-0.5, static_cast<double>(std::max<qsizetype>(months(), 1)) - 0.5);
    measure();
    layOut();
    fill();
    viewport()->update();
}

/// The values' range, with another step on top where labels would stand out of the view.
void MonthChart::measure()
{
    m_range = models::niceRange(m_content, isStacked());
    for (qsizetype month = 0; month < months(); ++month) {
        if (pointOf(month, topOf(month)).y() < labelHeight(month)) {
            m_range.high += m_range.step;
            break;
        }
    }
    m_valueAxis->setRange(m_range.low, m_range.high);
}

qsizetype MonthChart::months() const
{
    return m_content.isEmpty() ? 0 : m_content.series.first().points.size();
}

qsizetype MonthChart::slotOf(qsizetype month) const
{
    return isRightToLeft() ? months() - 1 - month : month;
}

QRectF MonthChart::plot() const
{
    const QFontMetricsF metrics(m_theme.font(TextSize::Status));
    double gutter = narrowestGutter;
    for (double value = m_range.low; value <= m_range.high + m_range.step / 2;
         value += m_range.step)
        gutter = std::max(gutter, metrics.horizontalAdvance(models::axisText(value)) + labelGap);
    gutter = std::ceil(gutter);
    const QRectF all(viewport()->rect());
    const QRectF area = all.adjusted(gutter, topRoom, 0, -labelRow);
    return draw::mirrored(area, all, isRightToLeft());
}

QPointF MonthChart::pointOf(qsizetype month, double value) const
{
    const QRectF area = plot();
    const double step = area.width() / static_cast<double>(std::max<qsizetype>(months(), 1));
    const double share = (value - m_range.low) / (m_range.high - m_range.low);
    return {area.left() + (static_cast<double>(slotOf(month)) + 0.5) * step,
            area.bottom() - share * area.height()};
}

/// The plot's place must be known before QtCharts lays its items out, or axes and bars end in
/// different rectangles; so a new place is followed by a new size.
void MonthChart::layOut()
{
    const QRectF area = plot();
    if (area.width() <= 0 || area.height() <= 0 || area == chart()->plotArea())
        return;
    chart()->setPlotArea(area);
    const QSizeF size(viewport()->size());
    chart()->resize(size + QSizeF(1, 0));
    chart()->resize(size);
}

void MonthChart::resizeEvent(QResizeEvent *event)
{
    measure();
    const QRectF area = plot();
    if (area.width() > 0 && area.height() > 0)
        chart()->setPlotArea(area);
    QChartView::resizeEvent(event);
}

void MonthChart::drawBackground(QPainter *painter, const QRectF &)
{
    painter->fillRect(viewport()->rect(), m_theme.color(Role::Base));
    const QRectF area = plot();
    for (double value = m_range.low; value <= m_range.high + m_range.step / 2;
         value += m_range.step) {
        const double y = snapped(*painter, pointOf(0, value).y());
        const bool isZero = std::abs(value) < m_range.step / 1000;
        if (!isZero && !models::hasFigures(m_content))
            continue; // a scale of nothing says nothing
        draw::hairline(*painter, {area.left(), y, area.width(), 1}, Qt::TopEdge,
                       m_theme.color(isZero ? Role::Control : Role::Grid));
    }
}

void MonthChart::drawForeground(QPainter *painter, const QRectF &)
{
    painter->setLayoutDirection(layoutDirection());
    paintMonthLabels(*painter);
    if (models::hasFigures(m_content)) {
        paintValueLabels(*painter);
        paintMarks(*painter);
        paintChosen(*painter);
    } else {
        draw::text(*painter, plot(), plot().center().y() - 8, m_emptyText,
                   {m_theme.font(TextSize::Small), m_theme.color(Role::Text3), draw::Side::Center});
    }
    if (hasFocus())
        draw::box(*painter, QRectF(viewport()->rect()), 4, {}, m_theme.color(Role::Accent));
}

void MonthChart::paintValueLabels(QPainter &painter) const
{
    const QFont font = m_theme.font(TextSize::Status);
    const QRectF area = plot();
    const double cap = QFontMetricsF(font).capHeight();
    const QRectF all(viewport()->rect());
    const QRectF gutter = isRightToLeft()
        ? QRectF(area.right() + labelGap, 0, all.right() - area.right() - labelGap, 1)
        : QRectF(0, 0, area.left() - labelGap, 1);
    for (double value = m_range.low; value <= m_range.high + m_range.step / 2;
         value += m_range.step) {
        const double base = snapped(painter, pointOf(0, value).y() + cap / 2);
        draw::text(painter, gutter, base, models::axisText(value),
                   {font, m_theme.color(Role::Text3), draw::Side::Trailing});
    }
}

/// Every name, or every second or third where they would touch; the last one always.
void MonthChart::paintMonthLabels(QPainter &painter) const
{
    if (months() == 0)
        return;
    const QFont font = m_theme.font(TextSize::Status);
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const models::ChartPoint &point : m_content.series.first().points)
        widest = std::max(widest, metrics.horizontalAdvance(models::monthName(point.month)));
    const double step = plot().width() / static_cast<double>(months());
    const auto every = static_cast<qsizetype>(std::max(1.0, std::ceil((widest + 6) / step)));
    const double base = snapped(painter, plot().bottom() + labelRow - 5);
    for (qsizetype month = months() - 1; month >= 0; month -= every) {
        const double x = pointOf(month, 0).x();
        draw::text(painter, {x - widest, 0, 2 * widest, 1}, base,
                   models::monthName(m_content.series.first().points.at(month).month),
                   {font, m_theme.color(Role::Text3), draw::Side::Center});
    }
}

void MonthChart::paintChosen(QPainter &painter) const
{
    if (m_chosen < 0)
        return;
    const double x = snapped(painter, pointOf(m_chosen, 0).x()) + 0.5;
    painter.save();
    painter.setPen(QPen(m_theme.color(Role::Field), 1, Qt::DashLine));
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!isStacked()) // columns would be cut by it
        painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    painter.restore();
    paintCallout(painter, m_theme, calloutOf(m_chosen), x, plot(), obstacles());
}

void MonthChart::chooseMonth(qsizetype month)
{
    month = std::clamp<qsizetype>(month, -1, months() - 1);
    if (month == m_chosen || !models::hasFigures(m_content))
        return;
    m_chosen = month;
    // What the keyboard stands on comes first; the rest of the chart follows.
    const QString all = models::chartInWords(m_content);
    setAccessibleDescription(month < 0 ? all : calloutOf(month).inWords() + u". "_s + all);
    viewport()->update();
}

void MonthChart::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    const QPointF at = event->position();
    if (months() == 0 || at.x() < area.left() || at.x() > area.right()) {
        chooseMonth(-1);
        return;
    }
    const double step = area.width() / static_cast<double>(months());
    const auto slot = static_cast<qsizetype>((at.x() - area.left()) / step);
    chooseMonth(slotOf(std::clamp<qsizetype>(slot, 0, months() - 1)));
}

void MonthChart::leaveEvent(QEvent *event)
{
    chooseMonth(-1);
    QChartView::leaveEvent(event);
}

void MonthChart::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void MonthChart::keyPressEvent(QKeyEvent *event)
{
    const int ahead = isRightToLeft() ? -1 : 1;
    const qsizetype from = m_chosen < 0 ? months() - 1 : m_chosen;
    switch (event->key()) {
    case Qt::Key_Right:
        return chooseMonth(m_chosen < 0 ? from : std::max<qsizetype>(from + ahead, 0));
    case Qt::Key_Left:
        return chooseMonth(m_chosen < 0 ? from : std::max<qsizetype>(from - ahead, 0));
    case Qt::Key_Home:
        return chooseMonth(0);
    case Qt::Key_End:
        return chooseMonth(months() - 1);
    case Qt::Key_Escape:
        if (m_chosen >= 0)
            return chooseMonth(-1);
        break;
    }
    event->ignore();
}

void MonthChart::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, ChartFormat format) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, format] { Q_EMIT saveRequested(format); });
    };
    add(tr("Save the figures as CSV…"), ChartFormat::Csv);
    add(tr("Save the chart as PNG…"), ChartFormat::Png);
    add(tr("Save the chart as SVG…"), ChartFormat::Svg);
    menu->popup(event->globalPos());
}

void MonthChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void MonthChart::focusOutEvent(QFocusEvent *event)
{
    chooseMonth(-1);
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void MonthChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        showContent();
}

} // namespace ui
