// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/resumedialog.h"

#include "services/deskservices.h"
#include "services/operations/endpointinput.h"
#include "services/operations/operationinput.h"
#include "ui/endpoints/deleteendpointdialog.h"
#include "ui/endpoints/endpointdialog.h"
#include "ui/endpoints/rollendpointdialog.h"
#include "ui/operations/cancelsubscriptiondialog.h"
#include "ui/operations/changeplandialog.h"
#include "ui/operations/newsubscriptiondialog.h"
#include "ui/operations/provisiondialog.h"

namespace ui {
namespace {

/// Of a new endpoint, or of one that takes another's place.
OperationDialog *creationDialog(const Theme &theme, services::DeskServices &services,
                                const core::Operation &first, QWidget *parent)
{
    const core::NewWebhookEndpoint wanted = services::newEndpointFromJson(first.input);
    if (wanted.overlap.replaces.isEmpty())
        return new EndpointDialog(theme, services, std::nullopt, parent);
    core::WebhookEndpoint old;
    old.id = wanted.overlap.replaces;
    old.url = wanted.url;
    old.description = wanted.description;
    old.apiVersion = services.endpoints.settings().apiVersion; // what else is new is not known here
    old.enabledEvents = services.endpoints.types();
    return new RollEndpointDialog(theme, services, old, parent);
}

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
    case core::OperationKind::CreateWebhookEndpoint:
        return creationDialog(theme, services, first, parent);
    case core::OperationKind::UpdateWebhookEndpoint:
        return new EndpointDialog(theme, services, services::endpointWas(first.input), parent);
    case core::OperationKind::DeleteWebhookEndpoint:
        return new DeleteEndpointDialog(theme, services, services::endpointWas(first.input), {},
                                        parent);
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
