// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QLineEdit;

namespace ui {

class FieldRow;
class SearchCombo;

/// A postal address, named as Stripe names its parts: line1, postal_code, city, country.
class AddressFields : public QWidget
{
    Q_OBJECT

public:
    explicit AddressFields(const Theme &theme, QWidget *parent = nullptr);
    [[nodiscard]] QJsonObject address() const; ///< Only the parts that were filled in.
    void setAddress(const QJsonObject &address);
    [[nodiscard]] QList<core::Error> unreadable() const;
    [[nodiscard]] QList<FieldRow *> rows() const { return m_rows; }

Q_SIGNALS:
    void changed();

private:
    FieldRow *addRow(const Theme &theme, const QString &label, QWidget *editor, const char *name);

    QLineEdit *m_line;
    QLineEdit *m_postalCode;
    QLineEdit *m_city;
    SearchCombo *m_country;
    QList<FieldRow *> m_rows;
};

} // namespace ui
