// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace ui {

/// Where one has been, for back and forward. Going somewhere new forgets what lay ahead.
class History
{
public:
    void visit(const Location &location);
    /// Arrowing through rows is one visit of the page, not one per row.
    void replace(const Location &location);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_visited.size(); }
    Location back();
    Location forward();

private:
    static constexpr qsizetype longest = 100;
    QList<Location> m_visited;
    qsizetype m_at = -1;
};

} // namespace ui
