// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace ui {

/// A combo box one can type into: every row that has the words anywhere is offered. What is typed
/// stays as it is, and is a choice once it is one row's text.
class SearchCombo : public QComboBox
{
    Q_OBJECT

public:
    explicit SearchCombo(QWidget *parent = nullptr);
    void setRows(const QList<std::pair<QString, QString>> &textsAndIds);
    [[nodiscard]] QString chosenId() const; ///< Empty: nothing, or not what a row says.
    void choose(const QString &id);         ///< Also before the rows are there.
    [[nodiscard]] bool isUnknown() const;   ///< Something is typed that is no row.

Q_SIGNALS:
    void chosen(const QString &id);

private:
    void note();

    QString m_wanted;
    QString m_told;
};

} // namespace ui
