// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/params.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>

// Reading and setting the fields of rendered objects.
namespace sandbox {

[[nodiscard]] QString text(const QJsonObject &object, QLatin1StringView key);
[[nodiscard]] qint64 number(const QJsonObject &object, QLatin1StringView key);
[[nodiscard]] bool flag(const QJsonObject &object, QLatin1StringView key);
[[nodiscard]] bool isNull(const QJsonObject &object, QLatin1StringView key);
/// Sets one field of a nested hash.
void setInside(QJsonObject &object, QLatin1StringView hash, QLatin1StringView key,
               const QJsonValue &value);

/// Takes over plain texts that the call names; an empty one becomes null.
void takeTexts(QJsonObject &object, const Params &params, std::span<const QLatin1StringView> keys);
/// Merges metadata as Stripe does: an empty value removes its key, `metadata=` removes all.
void takeMetadata(QJsonObject &object, const Params &params);
/// Too many keys, too long ones. Empty when all is well.
[[nodiscard]] QString metadataFault(const Params &params);

/// The entries of an embedded list such as `items` or `lines`.
[[nodiscard]] QJsonArray listed(const QJsonObject &object, QLatin1StringView key);

} // namespace sandbox
