// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace core {

/// Where an operation stands (table operations, column state).
enum class OperationState { AwaitingApproval, Planned, Sent, Done, Refused, Unknown, Withdrawn };

QString toText(OperationState state);
std::optional<OperationState> operationStateFromText(QStringView text);

/// What an operation does (column kind). One row of services' table of operation kinds each.
enum class OperationKind {
    CreateCustomer,
    AttachPaymentMethod,
    SetPaymentMethod, ///< The one attached before it becomes the customer's default.
    CreateSubscription,
    ChangePlan,
    CancelSubscription,
    CreateWebhookEndpoint,
    UpdateWebhookEndpoint,
    DeleteWebhookEndpoint,
};

QString toText(OperationKind kind);
std::optional<OperationKind> operationKindFromText(QStringView text);

/// One write to Stripe, kept from before it is sent until its outcome is known. Rows of one group
/// follow each other by `step`.
struct Operation
{
    QUuid id;
    QUuid groupId;
    int step = 1;
    OperationKind kind = OperationKind::CreateCustomer;
    OperationState state = OperationState::Planned;
    QString objectKey; ///< "tenant:<uuid>", "subscription:<Stripe id>": what it acts on.
    QUuid tenantId;
    QJsonObject input; ///< What was asked; no secrets.
    QString actor;
    QString reason;
    QString idempotencyKey;
    int attempts = 0;
    QDateTime nextAttemptAt;
    QDateTime firstSentAt;
    QDateTime createdAt;
    QDateTime confirmedAt;
    QJsonObject result;         ///< Ids of what was made: customer, subscription.
    std::optional<Error> error; ///< Why it was refused, or what the last attempt met.
};

} // namespace core
