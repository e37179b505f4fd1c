// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewkpi.h"

#include "models/chartseries.h"
#include "models/overviewseries.h"
#include "models/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace models {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(OverviewKpi)
};

constexpr qint64 slowMs = 60'000; ///< Older waiting events than this mean that work piles up.

Kpi::Arrow arrowOf(double change)
{
    if (change == 0)
        return Kpi::Arrow::None;
    return change > 0 ? Kpi::Arrow::Up : Kpi::Arrow::Down;
}

/// The last month before the running one in which anything was tried.
std::optional<qsizetype> earlierAttempts(const core::Overview &overview)
{
    for (qsizetype month = overview.attempts.size() - 2; month >= 0; --month) {
        if (overview.attempts.at(month).attempts > 0)
            return month;
    }
    return std::nullopt;
}

QString joined(const QStringList &parts)
{
    QStringList told = parts;
    told.removeAll(QString());
    return told.join(u", "_s);
}

/// "up 2.4 % vs. end of October": a screen reader does not see the arrow.
QString changeInWords(const Kpi &kpi)
{
    if (kpi.change.isEmpty())
        return kpi.since;
    switch (kpi.arrow) {
    case Kpi::Arrow::Up:
        return Words::tr("up %1 %2", "amount, since when").arg(kpi.change, kpi.since);
    case Kpi::Arrow::Down:
        return Words::tr("down %1 %2", "amount, since when").arg(kpi.change, kpi.since);
    case Kpi::Arrow::None:
        break;
    }
    return kpi.change + u' ' + kpi.since;
}

} // namespace

QString decimalText(double value)
{
    const QString size = QLocale().toString(std::abs(value), 'f', 1);
    return value < 0 ? QChar(0x2212) + size : size;
}

QString wholeAmountText(const core::Money &money)
{
    const double major = majorUnits(money.minor, money.currency);
    if (std::abs(major) < 1000)
        return amountText(money);
    return countText(std::llround(major));
}

Kpi mrrKpi(const core::Overview &overview, const core::CurrencyFigures &figures)
{
    const qint64 now = figures.mrr.isEmpty() ? 0 : figures.mrr.last();
    const core::Money money{now, figures.currency};
    Kpi kpi{
        .label = Words::tr("MRR"), .figure = wholeAmountText(money), .unit = currencyCode(money)};
    for (const qint64 minor : figures.mrr)
        kpi.line.append(majorUnits(minor, figures.currency));
    if (figures.mrr.size() > 1) {
        const qint64 before = figures.mrr.at(figures.mrr.size() - 2);
        const qint64 change = now - before;
        const QString month =
            QLocale().monthName(overview.months.at(overview.months.size() - 2).month());
        kpi.since = Words::tr("vs. end of %1", "month").arg(month);
        kpi.arrow = arrowOf(static_cast<double>(change));
        if (change != 0)
            kpi.tone = change > 0 ? Tone::Green : Tone::Red;
        // Of nothing there is no share.
        const double share = static_cast<double>(change) / static_cast<double>(before);
        kpi.change = before > 0 ? Words::tr("%1 %").arg(decimalText(std::abs(share) * 100))
                                : moneyText({std::abs(change), figures.currency});
        kpi.isLineBad = false;
    }
    kpi.exact = joined({moneyText(money), changeInWords(kpi)});
    return kpi;
}

Kpi overdueKpi(const core::CurrencyFigures &figures)
{
    const core::Money money{figures.overdue.minor, figures.currency};
    Kpi kpi{.label = Words::tr("Overdue"),
            .figure = wholeAmountText(money),
            .unit = currencyCode(money)};
    const auto count = static_cast<int>(figures.overdue.count);
    if (count > 0) {
        kpi.change = Words::tr("%n invoice(s)", nullptr, count);
        kpi.since = Words::tr("past the due date");
        kpi.tone = Tone::Red;
    } else {
        kpi.since = Words::tr("nothing is past its due date");
    }
    kpi.exact = joined({moneyText(money), changeInWords(kpi)});
    return kpi;
}

Kpi exceedingKpi(const core::Overview &overview)
{
    Kpi kpi{.label = Words::tr("Over a limit"),
            .figure = countText(overview.counts.exceeding),
            .unit =
                Words::tr("of %n tenant(s)", nullptr, static_cast<int>(overview.limitedTenants))};
    if (overview.counts.exceeding > 0 && overview.limitedTenants > 0) {
        const double share = static_cast<double>(overview.counts.exceeding)
            / static_cast<double>(overview.limitedTenants);
        kpi.change = Words::tr("%1 %").arg(decimalText(share * 100));
        kpi.since = Words::tr("of those with a plan in use");
        kpi.tone = Tone::Red;
    } else {
        kpi.since = Words::tr("everybody is within their plan");
    }
    kpi.exact = joined({kpi.figure + u' ' + kpi.unit, changeInWords(kpi)});
    return kpi;
}

Kpi failureKpi(const core::Overview &overview)
{
    Kpi kpi{.label = Words::tr("Payment failure rate"), .figure = u"–"_s};
    for (const core::AttemptCounts &month : overview.attempts) {
        if (const auto rate = core::failureRate(month))
            kpi.line.append(*rate * 100);
    }
    const core::AttemptCounts now =
        overview.attempts.isEmpty() ? core::AttemptCounts{} : overview.attempts.last();
    const std::optional<double> rate = core::failureRate(now);
    if (!rate) {
        kpi.since = Words::tr("no payment was tried this month");
        kpi.exact = kpi.since;
        return kpi;
    }
    kpi.figure = decimalText(*rate * 100);
    //: The sign itself, beside a large figure
    kpi.unit = Words::tr("%");
    if (const auto earlier = earlierAttempts(overview)) {
        const double before = core::failureRate(overview.attempts.at(*earlier)).value_or(0);
        // What is shown decides, or an arrow would stand beside "0.0".
        const double points = std::round((*rate - before) * 1000) / 10;
        kpi.arrow = arrowOf(points);
        if (points != 0)
            kpi.tone = points < 0 ? Tone::Green : Tone::Red;
        kpi.change = Words::tr("%1 points").arg(decimalText(std::abs(points)));
        kpi.since = Words::tr("vs. %1", "month")
                        .arg(QLocale().standaloneMonthName(overview.months.at(*earlier).month()));
        kpi.isLineBad = points > 0;
    }
    kpi.exact = joined({Words::tr("%1 of %2 payment attempts failed this month")
                            .arg(countText(now.failed), countText(now.attempts)),
                        changeInWords(kpi)});
    return kpi;
}

QString durationText(std::optional<qint64> milliseconds)
{
    if (!milliseconds)
        return u"–"_s;
    const double seconds = static_cast<double>(*milliseconds) / 1000;
    if (*milliseconds < 1000)
        return Words::tr("%1 ms").arg(countText(*milliseconds));
    if (seconds < 60)
        return Words::tr("%1 s").arg(decimalText(seconds));
    if (seconds < 3600)
        return Words::tr("%1 min").arg(countText(std::llround(seconds / 60)));
    if (seconds < 48 * 3600)
        return Words::tr("%1 h").arg(countText(std::llround(seconds / 3600)));
    return Words::tr("%1 d").arg(countText(std::llround(seconds / 86400)));
}

StatusFace webhookFace(const core::WebhookFigures &webhooks)
{
    if (webhooks.dead > 0)
        return {Words::tr("Needs attention"), "octagon-x"_L1, Tone::Red, true};
    if (webhooks.failed > 0)
        return {Words::tr("Trying again"), "rotate-cw"_L1, Tone::Amber, true};
    if (webhooks.oldestWaitingMs.value_or(0) > slowMs)
        return {Words::tr("Behind"), "clock"_L1, Tone::Amber, true};
    if (webhooks.receivedToday == 0 && webhooks.waiting == 0)
        return {Words::tr("Quiet"), "circle-dashed"_L1, Tone::Grey, false};
    return {Words::tr("Healthy"), "circle-check"_L1, Tone::Green, true};
}

QString ageBandText(core::AgeBand band)
{
    switch (band) {
    case core::AgeBand::NotDue:
        return Words::tr("Not due");
    case core::AgeBand::Days1To30:
        return Words::tr("1–30 days");
    case core::AgeBand::Days31To60:
        return Words::tr("31–60 days");
    case core::AgeBand::Days61To90:
        return Words::tr("61–90 days");
    case core::AgeBand::Over90:
        return Words::tr("Over 90 days");
    }
    return {};
}

} // namespace models
