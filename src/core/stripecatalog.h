// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/enums.h"
#include "core/snapshot.h"

#include <optional>

namespace core {

struct Product
{
    QString id;
    bool deleted = false;
    bool active = true;
    QString name;
    QString description;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

/// How often a price recurs. interval: day, week, month, year.
struct Recurrence
{
    QString interval;
    int count = 1;
    bool operator==(const Recurrence &) const = default;
};

struct Price
{
    QString id;
    bool deleted = false;
    bool active = true;
    QString productId;
    QString nickname;
    QString currency;
    std::optional<qint64> unitAmount;     ///< Minor units; none when tiered or sub-cent.
    QString unitAmountDecimal;            ///< Minor units as decimal text, for example "0.2".
    QString billingScheme;                ///< per_unit or tiered.
    std::optional<Recurrence> recurrence; ///< None for one-time prices.
    UsageType usageType = UsageType::Licensed;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

} // namespace core
