// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kinds.h"

#include <QHash>

#include <optional>
#include <set>
#include <tuple>

namespace sandbox {

/// What the clock has to do, by time.
class Schedule
{
public:
    struct Due
    {
        qint64 when = 0; ///< Unix seconds.
        Kind kind = Kind::Subscription;
        QString id;
    };

    /// Replaces whatever that object was due for; nothing takes it off.
    void set(Kind kind, const QString &id, std::optional<qint64> when);
    /// The first at or before `limit`; it stays until it is set anew.
    [[nodiscard]] std::optional<Due> first(qint64 limit) const;
    [[nodiscard]] std::optional<qint64> nextTime() const;

private:
    std::set<std::tuple<qint64, Kind, QString>> m_due;
    QHash<QString, qint64> m_times; ///< By id; ids differ between kinds.
};

} // namespace sandbox
