// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// Events of the last hour, a bar a minute; what failed of them stands in another colour.
class MinuteBars : public QWidget
{
    Q_OBJECT

public:
    explicit MinuteBars(const Theme &theme, QWidget *parent = nullptr);
    void setMinutes(const QList<core::EventMinute> &minutes);
    [[nodiscard]] QSize sizeHint() const override { return {280, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<core::EventMinute> m_minutes;
};

} // namespace ui
