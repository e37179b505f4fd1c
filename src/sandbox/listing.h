// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/call.h"

namespace sandbox {

/// limit, cursors and `created` of a call. Fails for a limit out of 1 to 100 or both cursors.
[[nodiscard]] tl::expected<ListQuery, ApiError> listQuery(Kind kind, const Params &params);
/// Runs it and wraps the page into Stripe's envelope.
[[nodiscard]] Answer listAnswer(Context &context, const Call &call, const ListQuery &query);
/// The objects of an array that is not kept in the store (lines, items) as a page.
[[nodiscard]] Answer listAnswer(const Call &call, Kind kind, const QJsonArray &newestFirst);
/// Retrieves the object that the URL names.
[[nodiscard]] Answer retrieve(Context &context, Kind kind, const QString &id);

/// Whether the object's time lies within a range parameter (`created`, `due_date`).
[[nodiscard]] bool isWithin(const Params &params, QLatin1StringView key, qint64 time);

} // namespace sandbox
