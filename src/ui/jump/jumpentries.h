// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jump/jumpmodel.h"
#include "ui/pagecontext.h"

namespace ui {

class Launcher;

/// Makes the entries of the jump list: objects that were found with what can be done to the best
/// of them, the window's pages, and its actions.
class JumpEntries
{
    Q_DECLARE_TR_FUNCTIONS(JumpEntries)

public:
    JumpEntries(const PageContext &context, MainWindow &window, Launcher &launcher)
        : m_context(context)
        , m_window(window)
        , m_launcher(launcher)
    {
    }

    /// One section a kind, in the order of the best of each, and one of actions on the first.
    [[nodiscard]] QList<JumpSection> found(const QList<core::JumpHit> &hits) const;
    [[nodiscard]] JumpSection recent(const QList<core::JumpHit> &hits) const;
    /// Those whose words contain all that was typed; all of them for nothing.
    [[nodiscard]] JumpSection pages(const QString &typed) const;
    [[nodiscard]] JumpSection actions(const QString &typed) const;

    /// What was chosen last, the latest first; remembered from one start to the next.
    [[nodiscard]] QList<core::JumpTarget> remembered() const;
    void remember(const core::JumpTarget &target) const;

private:
    [[nodiscard]] JumpEntry entryOf(const core::JumpHit &hit) const;
    [[nodiscard]] JumpSection actionsOn(const core::JumpHit &hit) const;

    PageContext m_context;
    MainWindow &m_window;
    Launcher &m_launcher;
};

} // namespace ui
