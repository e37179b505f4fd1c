// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"

#include <QJsonObject>

namespace db {
class Session;
struct MirrorOutcome;
} // namespace db

namespace services {

/// Whether objects of this Stripe type ("subscription", "invoice", …) are mirrored.
[[nodiscard]] bool isMirrored(QStringView objectType);

/// Reads Stripe's JSON by its `object` member and writes it to the mirror, inside the caller's
/// transaction. Errors: Invalid for what is not mirrored or cannot be read.
[[nodiscard]] core::Result<db::MirrorOutcome>
writeToMirror(db::Session &session, const QJsonObject &object, const core::Snapshot &origin);

/// Stripe's path of an object, for asking again: "/v1/invoices/in_1".
[[nodiscard]] QString pathOf(QStringView objectType, const QString &id);

} // namespace services
