// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billingrows.h"
#include "core/clock.h"
#include "db/database.h"
#include "services/deskservices.h"
#include "ui/dialogs.h"
#include "ui/overview/overviewpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/viewstate.h"

/// An Overview page on a database of its own, with a year of hand-made rows in two currencies.
class OverviewDesk
{
public:
    enum class Rows { None, Year };
    OverviewDesk(ui::Theme &theme, Rows rows, const QByteArray &role = {});

    /// Makes the page; the window it is put into owns it.
    ui::OverviewPage *makePage();
    [[nodiscard]] ui::PageContext context();
    [[nodiscard]] ui::Actions &actions() { return m_actions; }
    [[nodiscard]] ui::MemoryViewState &viewState() { return m_viewState; }
    [[nodiscard]] services::DeskServices &services() { return m_services; }
    [[nodiscard]] const BillingRows &rows() const { return m_rows; }
    /// SQL as the superuser; the first column of the first row.
    [[nodiscard]] QString sql(const QByteArray &statement) const
    {
        return m_scratch.value(statement);
    }
    void tell(); ///< What the change feed would.
    void addMovement(const QByteArray &kind, qint64 delta);

private:
    void addYear();

    ui::Theme &m_theme;
    support::TestDatabase m_scratch;
    BillingRows m_rows;
    db::Database m_database;
    services::DeskServices m_services;
    ui::Actions m_actions;
    ui::WindowDialogs m_dialogs;
    ui::MemoryViewState m_viewState;
    core::SystemClock m_clock;
};
