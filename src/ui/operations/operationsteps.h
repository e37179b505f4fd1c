// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "ui/widgets/steplist.h"

namespace ui {

/// Where a group of operations stands, as a person needs to know it.
struct GroupProgress
{
    enum class State {
        Running,  ///< Goes on by itself.
        Waiting,  ///< Stripe does not answer; tried again by itself.
        Stopped,  ///< Refused: something has to be corrected.
        Asking,   ///< Planned too long ago to be sent without asking.
        Approval, ///< Another person has to agree.
        Done,
        GivenUp,
    };
    State state = State::Running;
    int index = 0; ///< Of the step it is at, from 0.
    bool operator==(const GroupProgress &) const = default;
};

[[nodiscard]] GroupProgress progressOf(const QList<core::Operation> &steps, const QDateTime &now);
/// The steps for a StepList, each with what came out of it or what went wrong.
[[nodiscard]] QList<Step> stepsOf(const QList<core::Operation> &steps, const QDateTime &now);
[[nodiscard]] QString stepTitle(core::OperationKind kind);
/// Stripe's id that came out of a step; empty before.
[[nodiscard]] QString resultId(const core::Operation &step);
/// "This step is kept and tried again by itself."
/// What a step that is tried again waits for: Stripe, or this computer's own keychain or disk.
[[nodiscard]] QString waitingTitle(const core::Operation &step);
[[nodiscard]] QString waitingText();

} // namespace ui
