// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"

#include <QJsonObject>

namespace db {
class Session;
struct MirrorCopy;
struct MirrorOutcome;
} // namespace db

namespace services {

/// Whether objects of this Stripe type ("subscription", "invoice", …) are mirrored.
[[nodiscard]] bool isMirrored(QStringView objectType);

/// Reads Stripe's JSON by its `object` member and writes it to the mirror, inside the caller's
/// transaction. Errors: Invalid for what is not mirrored or cannot be read.
[[nodiscard]] core::Result<db::MirrorOutcome>
writeToMirror(db::Session &session, const QJsonObject &object, const core::Snapshot &origin);

/// What the mirror keeps of an object. Errors: as above.
[[nodiscard]] core::Result<db::MirrorCopy> mirrorCopyOf(const QJsonObject &object,
                                                        const core::Snapshot &origin);
/// The place of a kind of object among all kinds: those who write several keep to this order.
[[nodiscard]] int mirrorPlaceOf(QStringView objectType);
/// Whether a written copy may change its tenant's MRR or figures.
[[nodiscard]] bool movesFigures(const db::MirrorCopy &copy, const db::MirrorOutcome &outcome);

/// Stripe's path of an object, for asking again: "/v1/invoices/in_1".
[[nodiscard]] QString pathOf(QStringView objectType, const QString &id);

} // namespace services
