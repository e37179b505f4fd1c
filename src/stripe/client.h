// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoro/QCoroTask>

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <functional>

namespace stripe {

enum class Method { Get, Post, Delete };
enum class Priority { Interactive, Background };

/// One request to Stripe. It can be repeated byte for byte: nothing is added to `form` later.
struct Call
{
    Method method = Method::Get;
    QString path;              ///< From "/v1/" on.
    QByteArray form;           ///< Form-encoded: the body of a POST, the query of GET and DELETE.
    QByteArray idempotencyKey; ///< Always on POST; ignored otherwise.
    QByteArray version;        ///< Stripe-Version; empty: the configured one.
    Priority priority = Priority::Interactive;
    std::chrono::milliseconds deadline = std::chrono::seconds(80); ///< All attempts and waits.
    /// Told before each further attempt, for "retrying (2/3)…": which one it is, of how many.
    std::function<void(int attempt, int attempts)> retrying = {};
};

struct Answer
{
    int httpStatus = 200;
    QJsonObject body;
    QString requestId;
    QDateTime date;        ///< The answer's Date header, UTC: `as_of` of what it holds.
    QByteArray version;    ///< The Stripe-Version it was rendered in.
    bool isReplay = false; ///< Idempotent-Replayed.
    int attempts = 1;
};

/// Whether a failed call may have taken effect at Stripe.
enum class Outcome { NoEffect, Unknown };

struct Failure
{
    core::Error error; ///< A sentence for the operator; the request id in `detail`.
    Outcome outcome = Outcome::Unknown;
    int httpStatus = 0; ///< 0 when there was no answer.
    QString type;
    QString code;
    QString declineCode;
    QString param; ///< Form path such as items[0][price].
    QString requestId;
    bool isModeMismatch = false; ///< The object exists in the other mode (test or live).
    int attempts = 1;
};

using Reply = tl::expected<Answer, Failure>;

/// The seam between use cases and Stripe's HTTP API. Main thread only.
class Client
{
public:
    virtual ~Client() = default;

    /// Sends one call under the retry rule (NOTES §5), the rate limit and the call's deadline.
    virtual QCoro::Task<Reply> send(Call call) = 0;
};

} // namespace stripe
