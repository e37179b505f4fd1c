// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pagecontext.h"
#include "ui/widgets/listpage.h"

namespace models {
class ListSource;
}

namespace ui {

class Launcher;
class TenantPanel;

/// All subscriptions; the panel shows the tenant of the current one.
class SubscriptionsPage : public ListPage
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    SubscriptionsPage(const PageContext &context, models::ListSource &source, Launcher &launcher,
                      QWidget *parent = nullptr);

private:
    void addPresets();
    void connectActions(Launcher &launcher);
    void showTenantOf(const QUuid &subscriptionId);
    void followAction();
    [[nodiscard]] QString currentStripeId() const;

    PageContext m_context;
    TenantPanel *m_panel;
};

} // namespace ui
