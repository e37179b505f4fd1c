// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/resumedialog.h"

#include "services/operations/operationinput.h"
#include "ui/operations/cancelsubscriptiondialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/operations/newsubscriptiondialog.h"
#include "ui/operations/provisiondialog.h"

namespace ui {
namespace {

OperationDialog *dialogOf(const Theme &theme, services::DeskServices &services,
                          const core::Operation &first, QWidget *parent)
{
    switch (first.kind) {
    case core::OperationKind::CreateCustomer:
        return new ProvisionDialog(theme, services, first.groupId, parent);
    case core::OperationKind::AttachPaymentMethod: // the first step of a new subscription
    case core::OperationKind::SetPaymentMethod:
    case core::OperationKind::CreateSubscription:
        return new NewSubscriptionDialog(theme, services, first.tenantId, parent);
    case core::OperationKind::ChangePlan:
        return new ChangePlanDialog(theme, services, first.tenantId, parent);
    case core::OperationKind::CancelSubscription:
        return new CancelSubscriptionDialog(
            theme, services, first.tenantId,
            services::cancellationFromJson(first.input).subscriptionId, parent);
    }
    return nullptr;
}

} // namespace

OperationDialog *makeResumeDialog(const Theme &theme, services::DeskServices &services,
                                  const QList<core::Operation> &steps, QWidget *parent)
{
    if (steps.isEmpty())
        return nullptr;
    OperationDialog *dialog = dialogOf(theme, services, steps.first(), parent);
    if (dialog && steps.first().kind != core::OperationKind::CreateCustomer)
        dialog->resumeGroup(steps.first().groupId);
    return dialog;
}

} // namespace ui
