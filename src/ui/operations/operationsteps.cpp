// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationsteps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// The executor does not send what a person asked for longer ago without asking again.
constexpr qint64 patienceSeconds = 300;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(OperationSteps)
};

using State = core::OperationState;

/// Nobody has taken it although it could have been taken for long.
bool isForgotten(const core::Operation &step, const QDateTime &now)
{
    return step.state == State::Planned && step.confirmedAt.isValid()
        && step.confirmedAt.addSecs(patienceSeconds) < now;
}

Step::State stateOf(const core::Operation &step, bool isReached, const QDateTime &now)
{
    switch (step.state) {
    case State::Done:
        return Step::State::Done;
    case State::Refused:
        return Step::State::Failed;
    case State::Sent:
    case State::Unknown:
        return Step::State::Running;
    case State::Planned:
        return isReached && !isForgotten(step, now) ? Step::State::Running : Step::State::Waiting;
    case State::AwaitingApproval:
    case State::Withdrawn:
        return Step::State::Waiting;
    }
    return Step::State::Waiting;
}

QString detailOf(const core::Operation &step)
{
    switch (step.state) {
    case State::Done:
        return resultId(step);
    case State::Refused:
        if (step.error && !step.error->field.isEmpty())
            return Words::tr("Refused. Correct it and continue."); // the field says what
        return step.error ? step.error->message : QString();
    case State::Unknown:
        return Words::tr("Tried again by itself");
    case State::AwaitingApproval:
        return Words::tr("Waits for another person's approval");
    case State::Withdrawn:
        return Words::tr("Left out");
    case State::Planned:
    case State::Sent:
        return {};
    }
    return {};
}

} // namespace

GroupProgress progressOf(const QList<core::Operation> &steps, const QDateTime &now)
{
    using Progress = GroupProgress::State;
    bool anyDone = false;
    bool anyGivenUp = false;
    for (int i = 0; i < static_cast<int>(steps.size()); ++i) {
        const core::Operation &step = steps.at(i);
        switch (step.state) {
        case State::Done:
            anyDone = true;
            break;
        case State::Withdrawn:
            anyGivenUp = true;
            break;
        case State::Refused:
            return {Progress::Stopped, i};
        case State::Unknown:
            return {Progress::Waiting, i};
        case State::AwaitingApproval:
            return {Progress::Approval, i};
        case State::Sent:
            return {Progress::Running, i};
        case State::Planned:
            return {isForgotten(step, now) ? Progress::Asking : Progress::Running, i};
        }
    }
    return {anyGivenUp && !anyDone ? Progress::GivenUp : Progress::Done, 0};
}

QList<Step> stepsOf(const QList<core::Operation> &steps, const QDateTime &now)
{
    QList<Step> shown;
    bool isReached = true; // all before it are done
    for (const core::Operation &step : steps) {
        Step line{stepTitle(step.kind), stateOf(step, isReached, now), detailOf(step), false};
        line.isLink = step.state == State::Done && !line.detail.isEmpty();
        shown.append(line);
        isReached = isReached && step.state == State::Done;
    }
    return shown;
}

QString stepTitle(core::OperationKind kind)
{
    switch (kind) {
    case core::OperationKind::CreateCustomer:
        return Words::tr("Customer in Stripe, tenant and plan");
    case core::OperationKind::AttachPaymentMethod:
        return Words::tr("Payment method attached to the customer");
    case core::OperationKind::SetPaymentMethod:
        return Words::tr("Payment method made the default");
    case core::OperationKind::CreateSubscription:
        return Words::tr("Subscription", "step");
    case core::OperationKind::ChangePlan:
        return Words::tr("Change of plan");
    case core::OperationKind::CancelSubscription:
        return Words::tr("End of the subscription");
    case core::OperationKind::CreateWebhookEndpoint:
        return Words::tr("New webhook endpoint");
    case core::OperationKind::UpdateWebhookEndpoint:
        return Words::tr("Change of a webhook endpoint");
    case core::OperationKind::DeleteWebhookEndpoint:
        return Words::tr("Deletion of a webhook endpoint");
    }
    return {};
}

QString resultId(const core::Operation &step)
{
    for (const auto name : {"customer_id"_L1, "subscription_id"_L1, "endpoint_id"_L1}) {
        if (const QString id = step.result[name].toString(); !id.isEmpty())
            return id;
    }
    return {};
}

QString waitingTitle(const core::Operation &step)
{
    if (step.error && step.error->kind == core::Error::Kind::Storage)
        return step.error->message;
    return Words::tr("Stripe does not answer.");
}

QString waitingText()
{
    return Words::tr("This step is kept and tried again by itself.");
}

} // namespace ui
