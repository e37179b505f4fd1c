// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync.h"
#include "ui/widgets/dialogframe.h"

namespace ui {

class OptionCards;

/// How everything is to be read: only to see what differs, to repair it too, or to take it all in
/// without a report. Says what each of them does before it starts.
class StartSyncDialog : public DialogFrame
{
    Q_OBJECT

public:
    StartSyncDialog(const Theme &theme, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(core::SyncMode mode);

private:
    [[nodiscard]] core::SyncMode mode() const;
    void showConsequence();

    OptionCards *m_options;
    Paragraph *m_consequence;
    QPushButton *m_start = nullptr;
};

} // namespace ui
