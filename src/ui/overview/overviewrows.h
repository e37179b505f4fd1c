// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overviewfigures.h"
#include "ui/overview/paintedbutton.h"

namespace ui {

/// A tenant over a limit: its name and share, the metric, and a bar with a notch at the limit.
class BreachRow : public PaintedButton
{
    Q_OBJECT

public:
    explicit BreachRow(const Theme &theme, QWidget *parent = nullptr);
    void setBreach(const core::LimitBreach &breach);
    [[nodiscard]] const core::LimitBreach &breach() const { return m_breach; }
    [[nodiscard]] QSize sizeHint() const override { return {200, height}; }
    static constexpr int height = 46;

protected:
    void paint(QPainter &painter) override;

private:
    [[nodiscard]] QString shareText() const;
    [[nodiscard]] QString detailText() const;
    [[nodiscard]] QString figuresText() const;

    core::LimitBreach m_breach;
};

/// A subscription that renews or ends within days: weekday, whose, how much.
class RenewalRow : public PaintedButton
{
    Q_OBJECT

public:
    explicit RenewalRow(const Theme &theme, QWidget *parent = nullptr);
    void setRenewal(const core::Renewal &renewal);
    [[nodiscard]] const core::Renewal &renewal() const { return m_renewal; }
    [[nodiscard]] QSize sizeHint() const override { return {200, height}; }
    static constexpr int height = 27;

protected:
    void paint(QPainter &painter) override;

private:
    core::Renewal m_renewal;
};

} // namespace ui
