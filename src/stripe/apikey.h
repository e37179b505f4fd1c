// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace stripe {

/// A Stripe key that may be used with one base URL. Only checkKey() makes one worth having.
struct ApiKey
{
    enum class Kind { Secret, Restricted };
    enum class Mode { Test, Live };

    QByteArray secret; ///< Goes into the Authorization header and nowhere else.
    Kind kind = Kind::Secret;
    Mode mode = Mode::Test;
    bool isSandbox = false; ///< A key of our own stand-in, not of Stripe.
};

/// Keys of our own sandbox start with this (restricted ones with "rk_" for "sk_"). They look like
/// test keys, so every rule for test mode holds, and no real test key starts so.
inline constexpr char sandboxKeyPrefix[] = "sk_test_sandbox";

/// Tells what a typed key is and whether it may go to `base`. Refused with a sentence that says
/// what to do: publishable keys, webhook secrets, anything else that is no secret key, a live key
/// for a host that is not Stripe's, a sandbox key for Stripe's own, and Stripe over plain HTTP.
/// The rest of the key is Stripe's business: its length and alphabet are no contract.
[[nodiscard]] core::Result<ApiKey> checkKey(const QString &key, const QUrl &base);

/// Whether the URL names Stripe's own API host.
[[nodiscard]] bool isStripesOwnHost(const QUrl &base);

} // namespace stripe
