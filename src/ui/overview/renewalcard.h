// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "ui/shell/page.h"
#include "ui/widgets/card.h"

namespace ui {

class FittingRows;

/// What renews or ends within 7 days, soonest first, as many as fit; the footer leads to the rest.
class RenewalCard : public Card
{
    Q_OBJECT

public:
    explicit RenewalCard(const Theme &theme, QWidget *parent = nullptr);
    void setOverview(const core::Overview &overview);
    /// Of the chosen currency; what ends is not in it.
    void setSum(const core::Money &sum, qint64 count);

Q_SIGNALS:
    void navigationRequested(const ui::Location &location);

private:
    [[nodiscard]] QWidget *makeRow();
    void showFooter();

    const Theme &m_theme;
    FittingRows *m_rows;
    TextLabel *m_none;
    bool m_hasMore = false; ///< Than the rows show: the footer leads to all of them.
    QList<core::Renewal> m_renewals;
    qint64 m_renewing = 0; ///< All of the week, read or not.
    QDateTime m_at;
};

} // namespace ui
