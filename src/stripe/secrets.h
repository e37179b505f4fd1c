// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <array>

namespace stripe {

/// The object without `client_secret`, `confirmation_secret` and `secret`, at any depth: what a
/// mirror row and the audit log may keep.
[[nodiscard]] QJsonObject withoutSecrets(const QJsonObject &object);

/// The members that it leaves out.
inline constexpr std::array secretNames{QLatin1StringView("client_secret"),
                                        QLatin1StringView("confirmation_secret"),
                                        QLatin1StringView("secret")};

/// The text with everything that looks like a Stripe key cut down to its prefix.
[[nodiscard]] QString withoutKeys(QString text);

/// The object with NUL and lone surrogates replaced by U+FFFD. JSON allows them as escapes,
/// PostgreSQL's text and jsonb do not: one such string would fail its whole transaction.
[[nodiscard]] QJsonObject storable(const QJsonObject &object);
[[nodiscard]] QString storable(const QString &text);

} // namespace stripe
