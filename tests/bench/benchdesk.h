// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/backend.h"
#include "benchset.h"
#include "core/clock.h"
#include "measuredapplication.h"
#include "ui/dialogs.h"
#include "ui/pagecontext.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/viewstate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/listpage.h"
#include "ui/widgets/listview.h"

namespace bench {

/// The product's window with everything behind it, on the bench set: what is measured is what
/// staff use. Times end when the list has painted rows, not placeholders.
class BenchDesk
{
public:
    BenchDesk(MeasuredApplication &application, const BenchSet &set);
    ~BenchDesk();

    /// Opens the list of invoices and waits for its first screenful.
    void openInvoices();
    [[nodiscard]] ui::ListPage &page() const;
    [[nodiscard]] models::ListTableModel &model() const { return page().model(); }
    [[nodiscard]] ui::ListView &list() const { return page().list(); }
    [[nodiscard]] services::DeskServices &services() { return m_backend.services(); }
    [[nodiscard]] MeasuredApplication &application() { return m_application; }

    /// Milliseconds from `act` to the end of the first painting after which `isShown` holds.
    double untilPainted(const std::function<void()> &act, const std::function<bool()> &isShown);
    /// The rows on screen are the query's, and all of them are there.
    [[nodiscard]] bool showsRows() const;
    /// Waits without measuring until this is true.
    void waitFor(const std::function<bool()> &isTrue, const char *what);
    /// Sorts by the column, ascending or descending, from the top.
    double sortBy(const QString &column, Qt::SortOrder order);
    double jumpTo(qint64 row);

private:
    MeasuredApplication &m_application;
    core::SystemClock m_clock;
    ui::Theme m_theme;
    ui::MemoryViewState m_viewState;
    ui::Actions m_actions;
    ui::WindowDialogs m_dialogs;
    app::Backend m_backend;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// Resident memory of this process now, in MB.
[[nodiscard]] double residentMb();

} // namespace bench
