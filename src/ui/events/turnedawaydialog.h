// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/eventdetail.h"
#include "core/result.h"
#include "ui/pagecontext.h"
#include "ui/widgets/dialogframe.h"

class QTableView;

namespace models {
class TurnedAwayTableModel;
}

namespace ui {

class Paragraph;

/// The deliveries that were not taken lately, and why.
class TurnedAwayDialog : public DialogFrame
{
    Q_OBJECT

public:
    TurnedAwayDialog(const PageContext &context, QWidget *parent = nullptr);

private:
    void build();
    void take(const core::Result<QList<core::TurnedAwayDelivery>> &deliveries);

    PageContext m_context;
    models::TurnedAwayTableModel *m_model;
    QTableView *m_table;
    Paragraph *m_note;
};

} // namespace ui
