// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/exportrowsdialog.h"

#include "models/wording.h"
#include "ui/widgets/optioncards.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr auto tickedRows = "tickedRows"_L1;
constexpr auto allRows = "allRows"_L1;

QString tickedText(std::optional<qint64> count)
{
    if (!count)
        return ExportRowsDialog::tr("The ticked rows");
    return *count == 1 ? ExportRowsDialog::tr("The ticked row")
                       : ExportRowsDialog::tr("The %1 ticked rows").arg(models::countText(*count));
}
} // namespace

ExportRowsDialog::ExportRowsDialog(const Theme &theme, const QString &title,
                                   std::optional<qint64> ticked, std::optional<qint64> all,
                                   QWidget *parent)
    : DialogFrame(theme, title, parent)
    , m_rows(new OptionCards(theme))
{
    setObjectName(u"exportRowsDialog"_s);
    setSubtitle(tr("Which rows go into the file?"));
    setBodyWidth(464);
    m_rows->setAccessibleName(tr("Rows"));
    m_rows->addOption(tickedRows, tickedText(ticked), tr("in the order of the list"));
    m_rows->addOption(allRows,
                      all ? tr("All %1 rows").arg(models::countText(*all)) : tr("All rows"),
                      tr("of this list"));
    m_rows->setCurrent(tickedRows);
    body()->addWidget(m_rows);
    QPushButton *leave = addButton(tr("Cancel"), ButtonKind::Plain);
    QPushButton *next = addButton(tr("Choose file…"), ButtonKind::Primary);
    next->setObjectName(u"exportRowsNext"_s);
    next->setDefault(true);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(next, &QPushButton::clicked, this, &ExportRowsDialog::finish);
}

void ExportRowsDialog::finish()
{
    accept(); // before the next dialog opens
    Q_EMIT chosen(m_rows->current() == tickedRows);
}

} // namespace ui
