// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>

namespace stripe {

/// How the connection to Stripe fares, for the status bar. Times are UTC; invalid means never.
struct Health
{
    QDateTime lastSuccess;      ///< The last time Stripe answered, a refusal included.
    QDateTime lastFailure;      ///< The last time it did not, or with a server error.
    QDateTime unreachableSince; ///< Invalid while Stripe answers.
    bool isKeyRejected = false; ///< The last answer was 401: nothing will work until a new key.

    bool operator==(const Health &) const = default;
};

} // namespace stripe

Q_DECLARE_METATYPE(stripe::Health)
