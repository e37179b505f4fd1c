// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace stripe {

/// What one attempt brought back: an answer of Stripe, or the trouble in its place.
struct Exchange
{
    enum class Trouble {
        None,         ///< A JSON object came back, whatever its status.
        NotConnected, ///< No byte of the request was sent.
        Insecure,     ///< The TLS handshake failed, before anything was sent.
        Closed,       ///< The peer closed the socket.
        Broken,       ///< Any other network error.
        TimedOut,
        NotStripe,  ///< An answer, but not a JSON object: a proxy, a cut-off body.
        Redirected, ///< Never followed: the key must not go to another host.
        Canceled,   ///< By us, at shutdown.
    };

    Trouble trouble = Trouble::None;
    /// How often the request left this machine: Qt sends anew by itself, up to twice, when a
    /// connection drops, whatever the method.
    int timesSent = 0;
    int httpStatus = 0;
    QJsonObject body;
    QString requestId;
    QDateTime date; ///< UTC.
    QByteArray version;
    std::optional<bool> shouldRetry;
    std::optional<std::chrono::seconds> retryAfter;
    bool isReplay = false;
    QString detail; ///< For the log: Qt's or the server's own words, without secrets.
    std::chrono::milliseconds took{0};

    [[nodiscard]] bool wasSent() const { return timesSent > 0; }
    [[nodiscard]] bool isSuccess() const
    {
        return trouble == Trouble::None && httpStatus >= 200 && httpStatus < 300;
    }
    /// Stripe itself answered and is in working order.
    [[nodiscard]] bool isReached() const { return trouble == Trouble::None && httpStatus < 500; }
};

} // namespace stripe
