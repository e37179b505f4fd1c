// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pagecontext.h"
#include "ui/widgets/listpage.h"

namespace models {
class ListSource;
}

namespace ui {

class InvoicePanel;

/// All invoices, with the panel of the current one.
class InvoicesPage : public ListPage
{
    Q_OBJECT

public:
    [[nodiscard]] static PageFace ownFace(); ///< Known before the page is made.
    InvoicesPage(const PageContext &context, models::ListSource &source, QWidget *parent = nullptr);

private:
    void addPresets();
    void connectParts();

    PageContext m_context;
    InvoicePanel *m_panel;
};

} // namespace ui
