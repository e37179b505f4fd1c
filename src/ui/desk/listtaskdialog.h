// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogframe.h"

namespace ui {

class ListTask;
class ProgressLine;
class TextLabel;

/// How far an export or a copy is. It may be stopped, or left to go on in the background.
class ListTaskDialog : public DialogFrame
{
    Q_OBJECT

public:
    ListTaskDialog(const Theme &theme, ListTask &task, QWidget *parent = nullptr);

private:
    void showProgress(const QString &text, double share);
    void showCount(qint64 done, qint64 total);

    ProgressLine *m_line;
    TextLabel *m_count;
    TextLabel *m_left;
};

} // namespace ui
