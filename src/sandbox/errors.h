// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kinds.h"

#include <tl/expected.hpp>

#include <QJsonObject>

namespace sandbox {

/// A refusal in Stripe's own form.
struct ApiError
{
    int status = 400;
    QString type = QStringLiteral("invalid_request_error");
    QString code; ///< Left out when empty, as the other texts.
    QString message;
    QString param;
    QJsonObject extra;         ///< Further fields of `error`: charge, decline_code, payment_intent.
    bool keepsEffects = false; ///< A declined charge changed its invoice all the same.
    QByteArray shouldRetry;    ///< The Stripe-Should-Retry header, where there is one.
};

/// What one call answers with 200, or why it does not.
using Answer = tl::expected<QJsonObject, ApiError>;

[[nodiscard]] QJsonObject bodyOf(const ApiError &error, const QString &requestId);

/// A referenced object: 400 and the parameter's name. In the URL itself: 404 with param "id".
[[nodiscard]] ApiError missing(Kind kind, const QString &id, const QString &param);
[[nodiscard]] ApiError notFound(Kind kind, const QString &id);
[[nodiscard]] ApiError invalid(const QString &message, const QString &param = {},
                               const QString &code = {});
[[nodiscard]] ApiError badKey(const QByteArray &key);
[[nodiscard]] ApiError noKey();
[[nodiscard]] ApiError forbidden(const QByteArray &key, const QString &permission);
[[nodiscard]] ApiError unknownUrl(const QByteArray &method, const QString &path);
[[nodiscard]] ApiError otherMode(Kind kind, const QString &id);
[[nodiscard]] ApiError rateLimited();
[[nodiscard]] ApiError serverFault();
[[nodiscard]] ApiError keyInUse(const QString &idempotencyKey);
[[nodiscard]] ApiError keyReused(const QString &idempotencyKey);

} // namespace sandbox
