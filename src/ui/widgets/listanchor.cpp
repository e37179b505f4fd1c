// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listanchor.h"

#include "ui/widgets/listview.h"

#include <QScrollBar>

#include <algorithm>

namespace ui {

ListAnchor::ListAnchor(ListView &view)
    : QObject(&view)
    , m_view(view)
{
    const models::ListTableModel &model = view.listModel();
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &ListAnchor::noteRows);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &ListAnchor::scrollAlong);
}

void ListAnchor::noteRows()
{
    m_rows.clear();
    if (m_view.verticalScrollBar()->value() == 0)
        return;
    const int first = m_view.rowAt(0);
    const int end = m_view.rowAt(m_view.viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= end; ++row) {
        if (const QUuid id = m_view.listModel().idAt(row); !id.isNull())
            m_rows.insert(id, row);
    }
}

void ListAnchor::scrollAlong()
{
    const int rows = shift();
    m_rows.clear();
    if (rows == 0)
        return;
    QScrollBar *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + rows * metrics::row);
}

int ListAnchor::shift() const
{
    QHash<int, int> votes;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (const int row = m_view.listModel().rowOf(it.key()); row >= 0)
            ++votes[row - it.value()];
    }
    const auto most = std::max_element(votes.cbegin(), votes.cend());
    return most == votes.cend() ? 0 : most.key();
}

} // namespace ui
