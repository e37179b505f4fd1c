// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/viewnamedialog.h"

#include "ui/widgets/fieldrow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {
constexpr int longestName = 40; // it has to fit onto a tab
}

ViewNameDialog::ViewNameDialog(const Theme &theme, const QString &title, const QString &name,
                               QStringList taken, bool mayReplace, QWidget *parent)
    : DialogFrame(theme, title, parent)
    , m_taken(std::move(taken))
    , m_mayReplace(mayReplace)
    , m_name(new QLineEdit(name))
    , m_row(new FieldRow(theme, tr("Name"), m_name))
{
    setObjectName(u"viewNameDialog"_s);
    setBodyWidth(420);
    setSubtitle(mayReplace ? tr("Keeps filters, search, order and columns of this list for you.")
                           : QString());
    m_name->setObjectName(u"viewName"_s);
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    body()->addWidget(m_row);
    QPushButton *leave = addButton(tr("Cancel"), ButtonKind::Plain);
    m_save = addButton(mayReplace ? tr("Save view") : tr("Rename"), ButtonKind::Primary);
    m_save->setObjectName(u"viewNameSave"_s);
    m_save->setDefault(true);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ViewNameDialog::finish);
    connect(m_name, &QLineEdit::textChanged, this, &ViewNameDialog::follow);
    m_name->setFocus();
    follow();
}

QString ViewNameDialog::name() const
{
    return m_name->text().simplified();
}

void ViewNameDialog::follow()
{
    const bool isTaken = m_taken.contains(name());
    m_row->setHint(isTaken && m_mayReplace ? tr("replaces the view of this name") : QString());
    m_row->setError(isTaken && !m_mayReplace ? tr("Another view has this name. Choose a new one.")
                                             : QString());
    m_save->setEnabled(!name().isEmpty() && (m_mayReplace || !isTaken));
    m_save->setToolTip(name().isEmpty() ? tr("Type a name first.") : QString());
}

void ViewNameDialog::finish()
{
    Q_EMIT named(name());
    accept();
}

} // namespace ui
