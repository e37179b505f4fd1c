// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/listtaskdialog.h"

#include "models/wording.h"
#include "ui/desk/listtask.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ListTaskDialog::ListTaskDialog(const Theme &theme, ListTask &task, QWidget *parent)
    : DialogFrame(theme, task.title(), parent)
    , m_line(new ProgressLine(theme))
    , m_count(new TextLabel(theme, tr("Counting the rows")))
    , m_left(new TextLabel(theme, {}, {TextSize::Small, Weight::Regular, Role::Text3, false}))
{
    setObjectName(u"listTaskDialog"_s);
    setBodyWidth(420);
    m_line->setAccessibleName(tr("Progress"));
    m_line->setRunning(true);
    auto *words = new QHBoxLayout;
    words->setContentsMargins(metrics::focusRing, 0, metrics::focusRing, 0); // as the title stands
    words->addWidget(m_count);
    words->addStretch();
    words->addWidget(m_left);
    body()->addLayout(words);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(words->contentsMargins());
    line->addWidget(m_line);
    body()->addLayout(line);
    QPushButton *stop = addButton(tr("Stop"), ButtonKind::Plain);
    stop->setObjectName(u"stopTask"_s);
    QPushButton *leave = addButton(tr("Go on in the background"), ButtonKind::Primary);
    leave->setObjectName(u"leaveTask"_s);
    leave->setDefault(true);
    connect(stop, &QPushButton::clicked, &task, &ListTask::cancel);
    connect(leave, &QPushButton::clicked, this, &QDialog::accept);
    connect(&task, &ListTask::progressed, this, &ListTaskDialog::showProgress);
    connect(&task, &ListTask::counted, this, &ListTaskDialog::showCount);
    connect(&task, &ListTask::ended, this, &QDialog::accept);
}

void ListTaskDialog::showProgress(const QString &text, double share)
{
    if (share <= 0)
        return;
    m_line->setRunning(false);
    m_line->setShare(share);
    m_left->setText(text.section(u" · "_s, 1));
}

void ListTaskDialog::showCount(qint64 done, qint64 total)
{
    m_count->setText(
        total < 0 ? tr("%1 rows").arg(models::countText(done))
                  : tr("%1 of %2 rows").arg(models::countText(done), models::countText(total)));
}

} // namespace ui
