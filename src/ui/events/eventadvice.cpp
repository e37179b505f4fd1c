// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/eventadvice.h"

#include "models/overviewkpi.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(EventAdvice)
};

constexpr qint64 longWaitMs = 30'000;

EventAdvice retrying(const core::EventDetail &event, const QDateTime &now)
{
    const qint64 left = std::max<qint64>(0, now.msecsTo(event.nextAttempt));
    const QString soFar = Text::tr("%n try(s) so far", nullptr, event.attempts);
    const QString when = left == 0
        ? Text::tr("It is tried again now (%1).", "%1: 3 tries so far").arg(soFar)
        : Text::tr("It is tried again in %1 (%2).", "%2: 3 tries so far")
              .arg(models::durationText(left), soFar);
    return {StatusColor::Amber, "rotate-cw"_L1, event.lastError,
            when + u' ' + Text::tr("Nothing is lost.")};
}

EventAdvice dead(const core::EventDetail &event)
{
    return {StatusColor::Red, "octagon-x"_L1,
            Text::tr("It could not be applied, and is not tried "
                     "any more"),
            event.lastError + u' '
                + Text::tr("Settle that, then replay it. A comparison with Stripe repairs what it "
                           "would have changed, too.")};
}

} // namespace

EventAdvice adviceFor(const core::EventDetail &event, const QDateTime &now)
{
    if (event.state == "retrying"_L1)
        return retrying(event, now);
    if (event.state == "dead"_L1)
        return dead(event);
    if (event.state == "refused"_L1)
        return {StatusColor::Amber, "circle-x"_L1, Text::tr("It was refused"),
                event.lastError.isEmpty()
                    ? Text::tr("It is of the other mode (test or live) than this database.")
                    : event.lastError};
    if (event.state == "ignored"_L1)
        return {StatusColor::Grey, "circle-dashed"_L1,
                Text::tr("Events of this type change nothing here"),
                Text::tr("It is kept all the same. After an update that handles them, replay it.")};
    if (event.state == "waiting"_L1 && event.received.msecsTo(now) > longWaitMs)
        return {StatusColor::Amber, "clock"_L1, Text::tr("It has been waiting for a while"),
                Text::tr("The program that works events off may not be running, or is busy. "
                         "Nothing is lost.")};
    return {};
}

} // namespace ui
