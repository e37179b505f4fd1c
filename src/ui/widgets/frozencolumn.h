// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class ListView;

/// The first column once more, header and rows, over the list's leading edge while the list is
/// scrolled sideways, so that every row keeps its name. The list takes the input.
class FrozenColumn : public QWidget
{
    Q_OBJECT

public:
    explicit FrozenColumn(ListView &list);
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ListView &m_list;
};

} // namespace ui
