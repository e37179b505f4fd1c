// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/overviewfigures.h"

namespace core {

/// Everything the Overview page shows, as of one moment.
struct Overview
{
    QDateTime at;        ///< The database's clock.
    QList<QDate> months; ///< Oldest first; the last one is the running month, known up to `at`.
    /// The main currency first: the one most tenants pay in (amounts of two currencies cannot be
    /// compared without a rate). Only those with any figure.
    QList<CurrencyFigures> currencies;

    QList<LimitBreach> breaches; ///< Worst first; the first maxBreaches of counts.exceeding.
    qint64 limitedTenants = 0;   ///< Tenants with a plan and usage this month: the share's base.
    QList<Renewal> renewals;     ///< Soonest first; the first maxRenewals of the coming 7 days.

    QList<AttemptCounts> attempts; ///< One for each of months.
    QList<DeclineCount> declines;  ///< Of the last 30 days, most frequent first.
    WebhookFigures webhooks;
    NavigationCounts counts;

    static constexpr int maxBreaches = 50;
    static constexpr int maxRenewals = 50;
};

/// Share of attempts that failed, 1.0 = all; nothing where nothing was tried.
[[nodiscard]] std::optional<double> failureRate(const AttemptCounts &counts);

QString toText(MovementKind kind);
std::optional<MovementKind> movementKindFromText(QStringView text);

} // namespace core
