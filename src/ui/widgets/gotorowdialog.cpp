// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gotorowdialog.h"

#include "models/listtablemodel.h"
#include "models/wording.h"
#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using models::ListTableModel;

namespace ui {

GoToRowDialog::GoToRowDialog(const Theme &theme, const ListTableModel &model, int current,
                             QWidget *parent)
    : DialogFrame(theme, tr("Go to row"), parent)
    , m_model(model)
    , m_number(new QLineEdit(current < 0 ? QString() : QString::number(current + 1)))
    , m_row(new FieldRow(theme, tr("Row number"), m_number))
{
    setObjectName(u"goToRowDialog"_s);
    setBodyWidth(320);
    m_number->setObjectName(u"rowNumber"_s);
    m_number->setMaxLength(18);
    m_number->selectAll();
    body()->addWidget(m_row);
    QPushButton *leave = addButton(tr("Cancel"), ButtonKind::Plain);
    m_go = addButton(tr("Go to row"), ButtonKind::Primary);
    m_go->setObjectName(u"goToRowGo"_s);
    m_go->setDefault(true);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &GoToRowDialog::finish);
    connect(m_number, &QLineEdit::textChanged, this, &GoToRowDialog::check);
    connect(&m_model, &ListTableModel::totalsChanged, this, &GoToRowDialog::check);
    m_number->setFocus();
    check();
}

std::optional<qint64> GoToRowDialog::rowNumberFrom(const QString &text)
{
    static const QRegularExpression whole(uR"(^([0-9]+|[0-9]{1,3}([.,'’ ][0-9]{3})+)$)"_s);
    const QString typed = text.simplified(); // narrow and hard blanks become plain ones
    if (!whole.match(typed).hasMatch())
        return {};
    QString digits = typed;
    digits.removeIf([](QChar sign) { return !sign.isDigit(); });
    return digits.toLongLong();
}

QString GoToRowDialog::error() const
{
    if (m_model.isCounted() && m_model.totals().count == 0)
        return tr("This list has no rows.");
    if (m_number->text().trimmed().isEmpty())
        return {};
    const std::optional<qint64> number = rowNumberFrom(m_number->text());
    if (!number)
        return tr("Type a whole number, such as %1.").arg(models::countText(1200));
    if (m_model.isCounted() && (*number < 1 || *number > m_model.totals().count))
        return tr("The rows of this list are numbered from 1 to %1.")
            .arg(models::countText(m_model.totals().count));
    return {};
}

void GoToRowDialog::check()
{
    const bool isTyped = !m_number->text().trimmed().isEmpty();
    m_row->setHint(m_model.isCounted()
                       ? tr("1 to %1").arg(models::countText(m_model.totals().count))
                       : tr("counting the rows…"));
    m_row->setError(error());
    m_go->setEnabled(isTyped && m_model.isCounted() && !m_row->hasError());
    m_go->setToolTip(isTyped ? QString() : tr("Type a number first."));
}

void GoToRowDialog::finish()
{
    const std::optional<qint64> number = rowNumberFrom(m_number->text());
    accept();
    if (number)
        Q_EMIT chosen(static_cast<int>(*number) - 1);
}

} // namespace ui
