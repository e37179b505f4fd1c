// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace ui {

/// One filter of a list: "Status not canceled ✕". A click or Enter edits it, the cross or Delete
/// takes it away.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    FilterChip(const Theme &theme, const QString &subject, const QString &condition,
               QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QRectF crossRect() const;

    const Theme &m_theme;
    QString m_subject;
    QString m_condition;
    bool m_isOnCross = false;
};

} // namespace ui
