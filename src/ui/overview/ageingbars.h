// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overviewfigures.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// Open balances by days past their due date, one bar each against the largest.
class AgeingBars : public QWidget
{
    Q_OBJECT

public:
    explicit AgeingBars(const Theme &theme, QWidget *parent = nullptr);
    void setFigures(const core::CurrencyFigures &figures);
    [[nodiscard]] QSize sizeHint() const override { return {220, 226}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 190}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBand(QPainter &painter, std::size_t band, const QRectF &row, qint64 largest) const;

    const Theme &m_theme;
    QString m_currency;
    std::array<core::AmountAndCount, core::ageBands> m_ageing;
};

} // namespace ui
