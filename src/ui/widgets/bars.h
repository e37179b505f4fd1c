// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QProgressBar>

namespace ui {

/// How much of a limit is used: calm below 80 %, amber from there, red with a notch above 100 %.
/// Put the percentage beside it; the colour alone says nothing.
class LimitBar : public QProgressBar
{
    Q_OBJECT

public:
    explicit LimitBar(const Theme &theme, QWidget *parent = nullptr);
    void setRatio(double ratio); ///< 1.0 = the limit.
    [[nodiscard]] QSize sizeHint() const override { return {76, 4}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {36, 4}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    double m_ratio = 0;
};

/// A 3 px line: how far something is, or that something goes on (`setRunning`).
class ProgressLine : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressLine(const Theme &theme, QWidget *parent = nullptr);
    void setShare(double share);     ///< 0 … 1
    void setRunning(bool isRunning); ///< Unknown length: a piece runs along.
    /// One piece per step instead of one line.
    void setSegments(const QList<Role> &roles);
    void setStatusSegments(const QList<QColor> &colors);
    [[nodiscard]] QSize sizeHint() const override { return {120, 3}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {20, 3}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    const Theme &m_theme;
    double m_share = 0;
    double m_phase = 0;
    int m_timer = 0;
    QList<QColor> m_segments;
};

} // namespace ui
