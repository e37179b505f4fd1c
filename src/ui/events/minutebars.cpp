// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/minutebars.h"

#include "models/wording.h"

#include <QPainter>

#include <algorithm>

namespace ui {
namespace {

constexpr double share = 0.66; // of a minute's room that its bar takes
constexpr double least = 2;    // a single event among thousands must be seen

} // namespace

MinuteBars::MinuteBars(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinutes({});
}

void MinuteBars::setMinutes(const QList<core::EventMinute> &minutes)
{
    m_minutes = minutes;
    qint64 received = 0;
    qint64 failed = 0;
    qint64 most = 0;
    for (const core::EventMinute &minute : minutes) {
        received += minute.received;
        failed += minute.failed;
        most = std::max(most, minute.received);
    }
    const QString words =
        tr("Last 60 minutes: %1 received, %2 of them failed; at most %3 a minute")
            .arg(models::countText(received), models::countText(failed), models::countText(most));
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void MinuteBars::paintEvent(QPaintEvent *)
{
    if (m_minutes.isEmpty())
        return;
    QPainter painter(this);
    const double step = width() / double(m_minutes.size());
    const double most = static_cast<double>(std::max<qint64>(
        1, std::ranges::max(m_minutes, {}, &core::EventMinute::received).received));
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    for (qsizetype i = 0; i < m_minutes.size(); ++i) {
        const core::EventMinute &minute = m_minutes.at(i);
        const double place = static_cast<double>(isRtl ? m_minutes.size() - 1 - i : i) * step;
        const auto bar = [&](qint64 count, const QColor &color) {
            const double high =
                count == 0 ? 0 : std::max(least, height() * static_cast<double>(count) / most);
            painter.fillRect(QRectF(place, height() - high, step * share, high), color);
        };
        if (minute.received == 0)
            painter.fillRect(QRectF(place, height() - 1, step * share, 1),
                             m_theme.color(Role::Track));
        bar(minute.received, m_theme.color(Role::Histogram));
        bar(minute.failed, m_theme.status(StatusColor::Red).icon);
    }
}

} // namespace ui
