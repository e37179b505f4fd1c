// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

namespace ui {

void History::visit(const Location &location)
{
    if (m_at >= 0 && m_visited.at(m_at) == location)
        return;
    m_visited.resize(m_at + 1);
    m_visited.append(location);
    if (m_visited.size() > longest)
        m_visited.removeFirst();
    m_at = m_visited.size() - 1;
}

void History::replace(const Location &location)
{
    if (m_at >= 0 && m_visited.at(m_at).page == location.page)
        m_visited[m_at] = location;
    else
        visit(location);
}

Location History::back()
{
    return m_visited.at(--m_at);
}

Location History::forward()
{
    return m_visited.at(++m_at);
}

} // namespace ui
