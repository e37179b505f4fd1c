// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace ui {

class ListView;

/// A list that is being read for the first time: bars at its real columns' places, no spinner.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    Skeleton(const Theme &theme, const ListView &list, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, int section, int row) const;

    const Theme &m_theme;
    const ListView &m_list;
};

} // namespace ui
