// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/exportdialog.h"

#include "models/wording.h"
#include "ui/desk/exporter.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ExportDialog::ExportDialog(const Theme &theme, Exporter &exporter, QWidget *parent)
    : DialogFrame(theme, exporter.title(), parent)
    , m_line(new ProgressLine(theme))
    , m_count(new TextLabel(theme, tr("Counting the rows")))
    , m_left(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text3, false}))
{
    setObjectName(u"exportDialog"_s);
    setBodyWidth(420);
    m_line->setAccessibleName(tr("Progress"));
    m_line->setRunning(true);
    auto *words = new QHBoxLayout;
    words->addWidget(m_count);
    words->addStretch();
    words->addWidget(m_left);
    body()->addLayout(words);
    body()->addWidget(m_line);
    QPushButton *stop = addButton(tr("Stop"), ButtonKind::Plain);
    stop->setObjectName(u"stopExport"_s);
    QPushButton *leave = addButton(tr("Go on in the background"), ButtonKind::Primary);
    leave->setObjectName(u"leaveExport"_s);
    leave->setDefault(true);
    connect(stop, &QPushButton::clicked, &exporter, &Exporter::cancel);
    connect(leave, &QPushButton::clicked, this, &QDialog::accept);
    connect(&exporter, &Exporter::progressed, this, &ExportDialog::showProgress);
    connect(&exporter, &Exporter::counted, this, &ExportDialog::showCount);
    connect(&exporter, &Exporter::finished, this, &QDialog::accept);
    connect(&exporter, &Exporter::failed, this, &QDialog::accept);
    connect(&exporter, &Exporter::canceled, this, &QDialog::accept);
}

void ExportDialog::showProgress(const QString &text, double share)
{
    if (share <= 0)
        return;
    m_line->setRunning(false);
    m_line->setShare(share);
    m_left->setText(text.section(u" · "_s, 1));
}

void ExportDialog::showCount(qint64 done, qint64 total)
{
    m_count->setText(
        total < 0 ? tr("%1 rows").arg(models::countText(done))
                  : tr("%1 of %2 rows").arg(models::countText(done), models::countText(total)));
}

} // namespace ui
