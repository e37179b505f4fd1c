// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

namespace stripe {

/// Events reach back 30 days, newest first.
/// @param types  At most 20; empty for all.
[[nodiscard]] Call listEvents(const ListPage &page = {}, const QStringList &types = {});
[[nodiscard]] Call retrieveEvent(const QString &id);

/// The account the key belongs to: what a database is bound to.
[[nodiscard]] Call retrieveAccount();

} // namespace stripe
