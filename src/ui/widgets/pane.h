// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

/// A plain ground in a role's colour with hairlines on some of its edges; panes are made of it.
class Pane : public QWidget
{
    Q_OBJECT

public:
    explicit Pane(const Theme &theme, Role ground, Qt::Edges lines = {}, QWidget *parent = nullptr);
    void setGround(Role ground, Role line = Role::Border);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Role m_ground;
    Role m_line = Role::Border;
    Qt::Edges m_lines;
};

} // namespace ui
