// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/snapshot.h"
#include "core/sync.h"
#include "stripe/pagination.h"

namespace db {
class Session;
}

namespace services {

struct SyncSource;

/// One answer of Stripe's to be compared and, in a backfill, written.
struct SyncPage
{
    core::SyncRun run;
    core::SyncList list; ///< As it is after this page.
    QList<QJsonObject> objects;
    core::Snapshot origin;
    QStringList gone; ///< Ids that Stripe has no more.
};

/// Compares the page with the mirror. A backfill writes what is not as Stripe says; else each field
/// that differs becomes a row of drift. Rows changed since Stripe answered are left alone. Inside
/// the caller's transaction; gives the list with its counts.
[[nodiscard]] core::Result<core::SyncList> applyPage(db::Session &session, const SyncPage &page);

} // namespace services
