// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/mirrortable.h"

namespace db {

// What follows from written rows (MirrorTable::follow): a subscription's items, and its amount,
// description and MRR, which its items, their prices and products make.

[[nodiscard]] core::Result<> followSubscriptions(Session &session,
                                                 std::span<const MirrorCopy> copies,
                                                 std::span<const MirrorOutcome> outcomes);
[[nodiscard]] core::Result<> followProducts(Session &session, std::span<const MirrorCopy> copies,
                                            std::span<const MirrorOutcome> outcomes);
[[nodiscard]] core::Result<> followPrices(Session &session, std::span<const MirrorCopy> copies,
                                          std::span<const MirrorOutcome> outcomes);

} // namespace db
