// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "ui/shell/page.h"
#include "ui/widgets/card.h"

namespace ui {

class FittingRows;

/// The tenants over a limit, worst first, as many as fit; the footer leads to the rest.
class BreachCard : public Card
{
    Q_OBJECT

public:
    explicit BreachCard(const Theme &theme, QWidget *parent = nullptr);
    void setOverview(const core::Overview &overview);

Q_SIGNALS:
    void navigationRequested(const ui::Location &location);

private:
    [[nodiscard]] QWidget *makeRow();
    void showFooter();

    const Theme &m_theme;
    FittingRows *m_rows;
    TextLabel *m_none;
    bool m_hasMore = false; ///< Than the rows show: the footer leads to all of them.
    qint64 m_exceeding = 0;
};

} // namespace ui
