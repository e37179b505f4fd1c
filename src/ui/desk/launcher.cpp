// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/launcher.h"

#include "ui/dialogs.h"
#include "ui/operations/cancelsubscriptiondialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/operations/newsubscriptiondialog.h"
#include "ui/operations/resumedialog.h"

namespace ui {

Launcher::Launcher(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void Launcher::open(OperationDialog *dialog, QWidget *over)
{
    connect(dialog, &OperationDialog::openTenant, this, &Launcher::tenantRequested);
    m_context.dialogs.open(dialog, over);
    Q_EMIT dialogOpened(dialog);
}

void Launcher::newTenant(QWidget *over)
{
    open(new ProvisionDialog(m_context.theme, m_context.services, m_draft), over);
}

void Launcher::changePlan(const QUuid &tenantId, QWidget *over)
{
    open(new ChangePlanDialog(m_context.theme, m_context.services, tenantId), over);
}

void Launcher::newSubscription(const QUuid &tenantId, QWidget *over)
{
    open(new NewSubscriptionDialog(m_context.theme, m_context.services, tenantId), over);
}

void Launcher::cancelSubscription(const QUuid &tenantId, const QString &subscriptionId,
                                  QWidget *over)
{
    open(
        new CancelSubscriptionDialog(m_context.theme, m_context.services, tenantId, subscriptionId),
        over);
}

void Launcher::resume(const QList<core::Operation> &steps, QWidget *over)
{
    OperationDialog *dialog = makeResumeDialog(m_context.theme, m_context.services, steps, nullptr);
    if (dialog)
        open(dialog, over);
}

} // namespace ui
