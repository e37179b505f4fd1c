// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "core/result.h"
#include "ui/pagecontext.h"
#include "ui/shell/page.h"

#include <QTimer>

class QStackedLayout;

namespace ui {

class FactStrip;
class StatePane;

/// How the platform's revenue stands today.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);
    void refresh() override;

private:
    void take(const core::Result<core::Overview> &answer);

    PageContext m_context;
    QStackedLayout *m_stack;
    FactStrip *m_facts;
    StatePane *m_state;
    QTimer m_changes;
};

} // namespace ui
