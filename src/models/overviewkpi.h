// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overview.h"
#include "models/statustext.h"

#include <QList>

// The large figures on top of the Overview, and the state of webhooks, in words.
namespace models {

/// One figure: what it is, how much, and how it changed.
struct Kpi
{
    enum class Arrow { None, Up, Down };

    QString label;
    QString figure;
    QString unit;   ///< "EUR", "%", "of 182 tenants"
    QString change; ///< "2.4 %": coloured by good or bad, not by direction.
    QString since;  ///< "vs. end of October"
    Tone tone = Tone::Grey;
    Arrow arrow = Arrow::None;
    QList<double> line;     ///< Oldest first; empty for none.
    bool isLineBad = false; ///< Drawn in the colour of what calls for work.
    QString exact;          ///< The whole of it in words: tooltip and screen reader.
    bool operator==(const Kpi &) const = default;
};

[[nodiscard]] Kpi mrrKpi(const core::Overview &overview, const core::CurrencyFigures &figures);
[[nodiscard]] Kpi overdueKpi(const core::CurrencyFigures &figures);
[[nodiscard]] Kpi exceedingKpi(const core::Overview &overview);
[[nodiscard]] Kpi failureKpi(const core::Overview &overview);

/// "812,640" from 1,000 on, "29.00" below: what a large figure has room for.
[[nodiscard]] QString wholeAmountText(const core::Money &money);
/// 0.0312 -> "3.1".
[[nodiscard]] QString decimalText(double value);
/// "84 ms", "1.2 s", "3 min", "5 h", "4 d"; "–" for none.
[[nodiscard]] QString durationText(std::optional<qint64> milliseconds);
/// How webhooks are doing, as one word with its tone.
[[nodiscard]] StatusFace webhookFace(const core::WebhookFigures &webhooks);
[[nodiscard]] QString ageBandText(core::AgeBand band); ///< "31–60 days"

} // namespace models
