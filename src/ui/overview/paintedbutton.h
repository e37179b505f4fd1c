// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace ui {

/// Something that is painted and leads somewhere when it is clicked, or pressed with Return.
class PaintedButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PaintedButton(const Theme &theme, QWidget *parent = nullptr);
    /// What leads nowhere takes no focus.
    void setLeading(bool isLeading);
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] bool isRightToLeft() const { return layoutDirection() == Qt::RightToLeft; }
    [[nodiscard]] bool isLit() const; ///< Under the pointer, and leads somewhere.
    void paintEvent(QPaintEvent *event) override;
    /// With the layout's direction set.
    virtual void paint(QPainter &painter) = 0;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace ui
