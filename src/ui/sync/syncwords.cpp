// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/syncwords.h"

#include "models/driftwording.h"
#include "models/wording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SyncStrip)
};

QString objectsText(qint64 objects)
{
    return Text::tr("%Ln object(s)", nullptr, static_cast<int>(objects));
}

QString leftText(qint64 seconds)
{
    if (seconds < 90)
        return Text::tr("about %n second(s) left", nullptr,
                        static_cast<int>(std::max<qint64>(seconds, 1)));
    return Text::tr("about %n minute(s) left", nullptr, static_cast<int>((seconds + 30) / 60));
}

QString progressText(const core::SyncRun &run, std::optional<qint64> timeLeft)
{
    QStringList parts;
    if (const core::SyncList *list = run.current()) {
        QString read =
            models::objectKindsText(list->kind) + u": "_s + models::countText(list->objects);
        if (list->estimate > list->objects)
            read = Text::tr("%1 of about %2").arg(read, models::countText(list->estimate));
        parts.append(read);
    }
    parts.append(Text::tr("%1 read").arg(objectsText(run.objects())));
    if (run.mode != core::SyncMode::Backfill && run.differing() > 0)
        parts.append(Text::tr("%Ln differ(s)", "objects", static_cast<int>(run.differing())));
    if (timeLeft)
        parts.append(leftText(*timeLeft));
    return parts.join(u" · "_s);
}

SyncStatus runningStatus(const core::SyncRun &run, std::optional<qint64> timeLeft)
{
    const QString title = run.mode == core::SyncMode::Backfill ? Text::tr("Reading from Stripe")
                                                               : Text::tr("Comparing with Stripe");
    if (!run.problem.isEmpty())
        return {StatusColor::Amber, "clock"_L1, Text::tr("Waiting for Stripe"),
                Text::tr("%1 It is tried again by itself.").arg(run.problem)};
    if (run.claimedBy.isEmpty())
        return {StatusColor::Blue, "clock"_L1, title,
                Text::tr("Starts as soon as the server program takes it up.")};
    return {StatusColor::Blue, "refresh-cw"_L1, title, progressText(run, timeLeft)};
}

QString endText(const core::SyncRun &run)
{
    const QString read = Text::tr("%1, %2 compared")
                             .arg(models::exactTime(run.finishedAt), objectsText(run.objects()));
    const qint64 differing = run.differing();
    if (differing == 0)
        return Text::tr("%1: nothing differs.").arg(read);
    const auto count = static_cast<int>(differing);
    if (run.mode == core::SyncMode::Report)
        return Text::tr("%1, %Ln differ(s).", "objects", count).arg(read);
    return Text::tr("%1, %Ln differed.", "objects", count).arg(read);
}

} // namespace

SyncStatus statusOf(const std::optional<core::SyncRun> &run, std::optional<qint64> timeLeft)
{
    if (!run)
        return {StatusColor::Grey, "circle-dashed"_L1, Text::tr("Never compared with Stripe"),
                Text::tr("A comparison reads everything of Stripe and shows what differs here.")};
    switch (run->state) {
    case core::SyncState::Running:
        return runningStatus(*run, timeLeft);
    case core::SyncState::Paused:
        return {StatusColor::Grey, "circle-pause"_L1, Text::tr("Paused"),
                progressText(*run, std::nullopt)};
    case core::SyncState::Canceled:
        return {StatusColor::Grey, "ban"_L1, Text::tr("The last comparison was canceled"),
                Text::tr("%1, after %2.")
                    .arg(models::exactTime(run->finishedAt), objectsText(run->objects()))};
    case core::SyncState::Done:
        return {StatusColor::Green, "circle-check"_L1,
                run->mode == core::SyncMode::Backfill ? Text::tr("Everything was read from Stripe")
                                                      : Text::tr("Compared with Stripe"),
                endText(*run)};
    case core::SyncState::Failed:
        return {StatusColor::Red, "circle-x"_L1, Text::tr("Not everything could be read"),
                run->problem};
    }
    return {};
}

QString shortProgress(const core::SyncRun &run)
{
    const core::SyncList *list = run.current();
    const QString kind = list ? models::objectKindsText(list->kind) : Text::tr("Sync");
    if (const auto share = run.share())
        return Text::tr("%1, %2", "invoices, 45 %").arg(kind, models::percentText(*share));
    return kind;
}

SyncStatus gapStatus(const core::EventGap &gap)
{
    if (gap.isBeyond()) {
        const QDateTime from = gap.gapFrom.isValid() ? gap.gapFrom : gap.listedUntil;
        return {StatusColor::Red, "triangle-alert"_L1,
                Text::tr("Events are missing since %1").arg(models::exactTime(from)),
                Text::tr("Stripe keeps its events for 30 days, and they were not read for longer. "
                         "Only a full comparison brings everything up to date.")};
    }
    if (gap.isNear())
        return {StatusColor::Amber, "clock-alert"_L1,
                Text::tr("Stripe's events were not read for %n day(s)", nullptr, gap.daysBehind),
                Text::tr("After 30 days Stripe forgets them. Make sure that Stripe can be "
                         "reached, then read them now.")};
    return {};
}

} // namespace ui
