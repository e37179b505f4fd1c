// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include "core/texttable.h"

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr std::array states{
    EnumText{OperationState::AwaitingApproval, "awaiting_approval"_L1},
    EnumText{OperationState::Planned, "planned"_L1},
    EnumText{OperationState::Sent, "sent"_L1},
    EnumText{OperationState::Done, "done"_L1},
    EnumText{OperationState::Refused, "refused"_L1},
    EnumText{OperationState::Unknown, "unknown"_L1},
    EnumText{OperationState::Withdrawn, "withdrawn"_L1},
};
constexpr std::array kinds{
    EnumText{OperationKind::CreateCustomer, "customer.create"_L1},
    EnumText{OperationKind::AttachPaymentMethod, "payment_method.attach"_L1},
    EnumText{OperationKind::SetPaymentMethod, "payment_method.set_default"_L1},
    EnumText{OperationKind::CreateSubscription, "subscription.create"_L1},
    EnumText{OperationKind::ChangePlan, "tenant.plan_change"_L1},
    EnumText{OperationKind::CancelSubscription, "subscription.cancel"_L1},
    EnumText{OperationKind::CreateWebhookEndpoint, "webhook_endpoint.create"_L1},
    EnumText{OperationKind::UpdateWebhookEndpoint, "webhook_endpoint.update"_L1},
    EnumText{OperationKind::DeleteWebhookEndpoint, "webhook_endpoint.delete"_L1},
};

} // namespace

QString toText(OperationState state)
{
    return textOf(states, state);
}
QString toText(OperationKind kind)
{
    return textOf(kinds, kind);
}
std::optional<OperationState> operationStateFromText(QStringView text)
{
    return valueOf(states, text);
}
std::optional<OperationKind> operationKindFromText(QStringView text)
{
    return valueOf(kinds, text);
}

} // namespace core
