// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogframe.h"

#include <optional>

namespace ui {

class OptionCards;

/// Asks which rows go into a file, where some are ticked: these or all of the list.
class ExportRowsDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// A number that is not known yet is left out.
    ExportRowsDialog(const Theme &theme, const QString &title, std::optional<qint64> ticked,
                     std::optional<qint64> all, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(bool isTicked);

private:
    void finish();

    OptionCards *m_rows;
};

} // namespace ui
