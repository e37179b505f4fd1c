// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogframe.h"

#include <optional>

class QLineEdit;

namespace models {
class ListTableModel;
}

namespace ui {

class FieldRow;

/// Asks for the number of a row, counted from 1 in the list's order, and says at the field what is
/// wrong with it. Follows the list when rows come or go meanwhile.
class GoToRowDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// `current`: the row one is in, from 0; below 0 for none.
    GoToRowDialog(const Theme &theme, const models::ListTableModel &model, int current,
                  QWidget *parent = nullptr);

    /// "1200", or in groups of three digits: "1,200", "1.200", "1 200", "1'200".
    [[nodiscard]] static std::optional<qint64> rowNumberFrom(const QString &text);

Q_SIGNALS:
    void chosen(int row); ///< From 0.

private:
    void check();
    void finish();
    [[nodiscard]] QString error() const;

    const models::ListTableModel &m_model;
    QLineEdit *m_number;
    FieldRow *m_row;
    QPushButton *m_go;
};

} // namespace ui
