// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/apikey.h"
#include "stripe/ratelimiter.h"

#include <QUrl>

#include <chrono>
#include <functional>

namespace stripe {

inline constexpr char defaultVersion[] = "2023-10-16";
inline constexpr char defaultBase[] = "https://api.stripe.com";

/// Everything HttpClient needs to know. `key` comes from checkKey().
struct ClientOptions
{
    ApiKey key;
    QUrl base = QUrl(QString::fromLatin1(defaultBase)); ///< May hold a path in front of "/v1".
    QByteArray version = defaultVersion;                ///< Stripe-Version, on every request.
    RateLimits limits;
    std::chrono::milliseconds attemptTimeout = std::chrono::seconds(30);
    int interactiveRetries = 2;
    int backgroundRetries = 5;
    std::function<double()> random = {}; ///< In [0, 1), for the back-off; tests give their own.
};

} // namespace stripe
