// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "models/listcolumn.h"
#include "ui/theme/theme.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ui {

class FieldRow;

/// The small window behind "+ Filter": column, comparison, value.
class FilterEditor : public QFrame
{
    Q_OBJECT

public:
    FilterEditor(const Theme &theme, core::ListId list, const core::Clock &clock, QWidget *parent);
    void setFilter(const core::Filter &filter);
    void showBelow(QWidget *anchor);

Q_SIGNALS:
    void accepted(const core::Filter &filter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void followColumn();
    void followOperator();
    void accept();
    [[nodiscard]] const models::ListColumn &column() const;
    [[nodiscard]] core::FilterOperator chosenOperator() const;
    [[nodiscard]] QVariant chosenValue(bool *isValid) const;
    [[nodiscard]] QVariant numberValue(bool *isValid) const;
    void setValue(const QVariant &value);

    const Theme &m_theme;
    core::ListId m_list;
    const core::Clock &m_clock;
    QComboBox *m_column;
    QComboBox *m_operator;
    QStackedWidget *m_values;
    QLineEdit *m_text;
    QComboBox *m_choice;
    QDateEdit *m_date;
    FieldRow *m_valueRow;
};

} // namespace ui
