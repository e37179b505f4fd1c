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

/// All tenants, with the panel of the current one and everything that can be done to it.
class TenantsPage : public ListPage
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    TenantsPage(const PageContext &context, models::ListSource &source, Launcher &launcher,
                QWidget *parent = nullptr);

private:
    void addPresets();
    void connectActions(Launcher &launcher);
    void followPanel();

    PageContext m_context;
    TenantPanel *m_panel;
};

} // namespace ui
