// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

/// Facts side by side under a panel's head: label above, figure below, lines between.
class FactStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FactStrip(const Theme &theme, QWidget *parent = nullptr);
    /// `figure` in 15 px, `unit` small beside it. Red needs the figure to say why.
    void addFact(const QString &label, const QString &figure, const QString &unit,
                 bool isAlarming = false);
    void clear();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QHBoxLayout *m_layout;
};

} // namespace ui
