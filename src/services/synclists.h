// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/stripeobjects.h"
#include "db/mirrortable.h"
#include "stripe/client.h"

namespace services {

/// How one kind of mirrored object is read from Stripe.
struct SyncSource
{
    QLatin1StringView kind;   ///< Stripe's `object` member.
    QLatin1StringView list;   ///< "/v1/invoices"
    QByteArrayView filter;    ///< Without it Stripe hides some: "status=all".
    QLatin1StringView events; ///< Of which types events tell of it: "invoice.*".
    core::Result<db::MirrorCopy> (*copy)(const QJsonObject &, const core::Snapshot &);
};

[[nodiscard]] const SyncSource *syncSourceOf(QStringView kind);

/// The list from a cursor on, or anew from objects of that time where the cursor's own is gone.
[[nodiscard]] stripe::Call listCall(const SyncSource &source, const QString &cursor,
                                    const QDateTime &createdUntil = {});
[[nodiscard]] stripe::Call objectCall(const SyncSource &source, const QString &id);

} // namespace services
