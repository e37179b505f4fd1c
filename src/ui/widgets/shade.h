// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// Darkens a window while a dialog stands over it.
class Shade : public QWidget
{
    Q_OBJECT

public:
    Shade(const Theme &theme, QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
