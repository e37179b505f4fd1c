// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statustext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {
namespace {

struct FaceRow
{
    QLatin1StringView wire;
    const char *word;
    QLatin1StringView icon;
    Tone tone;
    bool isLoud;
};

constexpr std::array faces{
    FaceRow{"active"_L1, QT_TRANSLATE_NOOP("Status", "Active"), "circle-check"_L1, Tone::Green,
            false},
    FaceRow{"trialing"_L1, QT_TRANSLATE_NOOP("Status", "Trialing"), "hourglass"_L1, Tone::Blue,
            false},
    FaceRow{"past_due"_L1, QT_TRANSLATE_NOOP("Status", "Past due"), "clock-alert"_L1, Tone::Amber,
            true},
    FaceRow{"unpaid"_L1, QT_TRANSLATE_NOOP("Status", "Unpaid"), "circle-x"_L1, Tone::Red, true},
    FaceRow{"canceled"_L1, QT_TRANSLATE_NOOP("Status", "Canceled"), "ban"_L1, Tone::Grey, false},
    FaceRow{"incomplete"_L1, QT_TRANSLATE_NOOP("Status", "Incomplete"), "circle-dashed"_L1,
            Tone::Amber, false},
    FaceRow{"incomplete_expired"_L1, QT_TRANSLATE_NOOP("Status", "Expired"), "ban"_L1, Tone::Grey,
            false},
    FaceRow{"paused"_L1, QT_TRANSLATE_NOOP("Status", "Paused"), "circle-pause"_L1, Tone::Grey,
            false},
    FaceRow{"inactive"_L1, QT_TRANSLATE_NOOP("Status", "Inactive"), "circle-dashed"_L1, Tone::Grey,
            false},
    FaceRow{"suspended"_L1, QT_TRANSLATE_NOOP("Status", "Suspended"), "circle-pause"_L1,
            Tone::Amber, true},
    FaceRow{"terminated"_L1, QT_TRANSLATE_NOOP("Status", "Terminated"), "ban"_L1, Tone::Grey,
            false},
    FaceRow{"draft"_L1, QT_TRANSLATE_NOOP("Status", "Draft"), "circle-dashed"_L1, Tone::Grey,
            false},
    FaceRow{"open"_L1, QT_TRANSLATE_NOOP("Status", "Open"), "circle-dot"_L1, Tone::Blue, false},
    FaceRow{"overdue"_L1, QT_TRANSLATE_NOOP("Status", "Overdue"), "clock-alert"_L1, Tone::Amber,
            false},
    FaceRow{"retrying"_L1, QT_TRANSLATE_NOOP("Status", "Retrying"), "rotate-cw"_L1, Tone::Amber,
            false},
    FaceRow{"failed"_L1, QT_TRANSLATE_NOOP("Status", "Failed"), "circle-x"_L1, Tone::Red, true},
    FaceRow{"paid"_L1, QT_TRANSLATE_NOOP("Status", "Paid"), "circle-check"_L1, Tone::Green, false},
    FaceRow{"void"_L1, QT_TRANSLATE_NOOP("Status", "Void"), "ban"_L1, Tone::Grey, false},
    FaceRow{"uncollectible"_L1, QT_TRANSLATE_NOOP("Status", "Uncollectible"), "archive-x"_L1,
            Tone::Grey, false},
    FaceRow{"waiting"_L1, QT_TRANSLATE_NOOP("Status", "Waiting"), "clock"_L1, Tone::Grey, false},
    FaceRow{"done"_L1, QT_TRANSLATE_NOOP("Status", "Processed"), "circle-check"_L1, Tone::Green,
            false},
    FaceRow{"ignored"_L1, QT_TRANSLATE_NOOP("Status", "Not handled"), "circle-dashed"_L1,
            Tone::Grey, false},
    FaceRow{"dead"_L1, QT_TRANSLATE_NOOP("Status", "Given up"), "octagon-x"_L1, Tone::Red, true},
    FaceRow{"refused"_L1, QT_TRANSLATE_NOOP("Status", "Refused"), "circle-x"_L1, Tone::Red, true},
    FaceRow{"differs"_L1, QT_TRANSLATE_NOOP("Status", "Differs"), "circle-alert"_L1, Tone::Amber,
            false},
    FaceRow{"missing_here"_L1, QT_TRANSLATE_NOOP("Status", "Missing here"), "circle-dashed"_L1,
            Tone::Amber, false},
    FaceRow{"missing_there"_L1, QT_TRANSLATE_NOOP("Status", "Not at Stripe"), "unplug"_L1,
            Tone::Red, false},
    FaceRow{"enabled"_L1, QT_TRANSLATE_NOOP("Status", "Enabled"), "circle-check"_L1, Tone::Green,
            false},
    FaceRow{"disabled"_L1, QT_TRANSLATE_NOOP("Status", "Disabled"), "circle-pause"_L1, Tone::Grey,
            false},
    FaceRow{"being_replaced"_L1, QT_TRANSLATE_NOOP("Status", "Being replaced"), "refresh-cw"_L1,
            Tone::Amber, false},
    FaceRow{"adopting"_L1, QT_TRANSLATE_NOOP("Status", "Taking over"), "refresh-cw"_L1, Tone::Blue,
            false},
};

} // namespace

StatusFace statusFace(const QString &wire)
{
    const auto row = std::ranges::find(faces, wire, &FaceRow::wire);
    if (row == faces.end())
        return {wire, "circle-dashed"_L1, Tone::Grey, false};
    return {QCoreApplication::translate("Status", row->word), row->icon, row->tone, row->isLoud};
}

} // namespace models
