// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace demo {

/// What a generated world depends on, and nothing else does.
struct WorldParameters
{
    quint64 seed = 1;
    int tenants = 400;
    int months = 24;
    QDate until; ///< The world ends where this day begins, see end().

    /// "seed:tenants:months:until", for example "1:400:24:2026-11-20".
    [[nodiscard]] static core::Result<WorldParameters> fromText(QStringView text);
    [[nodiscard]] QString toText() const;

    /// 00:00 UTC of `until`: nothing in the world happens at or after it. The day's beginning and
    /// not its end, so that a world until today holds nothing from the future, which would win
    /// against every real change of the same day.
    [[nodiscard]] QDateTime end() const;
    /// `months` before end(): nothing happens earlier.
    [[nodiscard]] QDateTime start() const;

    bool operator==(const WorldParameters &) const = default;
};

} // namespace demo
