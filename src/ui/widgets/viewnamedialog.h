// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialogframe.h"

class QLineEdit;

namespace ui {

class FieldRow;

/// Asks what a saved view is to be called.
class ViewNameDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// A name of `taken` is replaced where mayReplace, and refused otherwise.
    ViewNameDialog(const Theme &theme, const QString &title, const QString &name, QStringList taken,
                   bool mayReplace, QWidget *parent = nullptr);

Q_SIGNALS:
    void named(const QString &name);

private:
    void follow();
    void finish();
    [[nodiscard]] QString name() const;

    QStringList m_taken;
    bool m_mayReplace;
    QLineEdit *m_name;
    FieldRow *m_row;
    QPushButton *m_save;
};

} // namespace ui
