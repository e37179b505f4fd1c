// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/addressfields.h"

#include "ui/operations/searchcombo.h"
#include "ui/widgets/fieldrow.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// "Germany (DE)" for every country that has a code of two letters.
QList<std::pair<QString, QString>> countries()
{
    QList<std::pair<QString, QString>> rows;
    for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        const QString code = QLocale::territoryToCode(territory);
        if (code.size() == 2 && code.front().isLetter())
            rows.append({u"%1 (%2)"_s.arg(QLocale::territoryToString(territory), code), code});
    }
    std::ranges::sort(rows);
    return rows;
}

void put(QJsonObject &address, const QString &name, const QString &text)
{
    if (!text.trimmed().isEmpty())
        address[name] = text.trimmed();
}

} // namespace

AddressFields::AddressFields(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit)
    , m_postalCode(new QLineEdit)
    , m_city(new QLineEdit)
    , m_country(new SearchCombo)
{
    m_country->setRows(countries());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(2, 4);
    grid->addWidget(addRow(theme, tr("Street and number"), m_line, "line1"), 0, 0, 1, 3);
    grid->addWidget(addRow(theme, tr("Postal code"), m_postalCode, "postal_code"), 1, 0);
    grid->addWidget(addRow(theme, tr("City"), m_city, "city"), 1, 1);
    grid->addWidget(addRow(theme, tr("Country"), m_country, "country"), 1, 2);
    for (QLineEdit *edit : {m_line, m_postalCode, m_city})
        connect(edit, &QLineEdit::textChanged, this, &AddressFields::changed);
    connect(m_country, &SearchCombo::chosen, this, &AddressFields::changed);
}

FieldRow *AddressFields::addRow(const Theme &theme, const QString &label, QWidget *editor,
                                const char *name)
{
    editor->setObjectName(QLatin1StringView(name));
    auto *row = new FieldRow(theme, label, editor);
    m_rows.append(row);
    return row;
}

QJsonObject AddressFields::address() const
{
    QJsonObject address;
    put(address, u"line1"_s, m_line->text());
    put(address, u"postal_code"_s, m_postalCode->text());
    put(address, u"city"_s, m_city->text());
    put(address, u"country"_s, m_country->chosenId());
    return address;
}

void AddressFields::setAddress(const QJsonObject &address)
{
    m_line->setText(address[u"line1"_s].toString());
    m_postalCode->setText(address[u"postal_code"_s].toString());
    m_city->setText(address[u"city"_s].toString());
    m_country->choose(address[u"country"_s].toString());
}

QList<core::Error> AddressFields::unreadable() const
{
    if (!m_country->isUnknown())
        return {};
    return {{core::Error::Kind::Invalid,
             tr("There is no such country. Choose one from the list."),
             {},
             u"country"_s}};
}

} // namespace ui
