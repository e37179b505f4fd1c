// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/overviewkpi.h"
#include "ui/overview/paintedbutton.h"

namespace ui {

/// One large figure with its change and the line of the last months; leads to what it counts.
class KpiCard : public PaintedButton
{
    Q_OBJECT

public:
    explicit KpiCard(const Theme &theme, QWidget *parent = nullptr);
    void setKpi(const models::Kpi &kpi);
    [[nodiscard]] const models::Kpi &kpi() const { return m_kpi; }
    [[nodiscard]] QSize sizeHint() const override { return {240, 94}; }

protected:
    void paint(QPainter &painter) override;

private:
    double paintFigure(QPainter &painter, const QRectF &room) const;
    void paintChange(QPainter &painter, const QRectF &room) const;

    models::Kpi m_kpi;
};

} // namespace ui
