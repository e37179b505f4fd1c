// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chartseries.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// The names of a chart's series with their colours, in one line or as many as it takes.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(const Theme &theme, QWidget *parent = nullptr);
    void setSeries(const QList<models::ChartSeries> &series);
    /// Towards the trailing edge, for the head of a card.
    void setTrailing(bool isTrailing);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        QString id;
        QString title;
        bool operator==(const Entry &) const = default;
    };
    [[nodiscard]] double widthOf(const Entry &entry) const;
    [[nodiscard]] double oneLine() const;
    [[nodiscard]] int linesFor(int width) const;
    void takeHeight();

    const Theme &m_theme;
    QList<Entry> m_entries;
    bool m_isTrailing = false;
};

} // namespace ui
