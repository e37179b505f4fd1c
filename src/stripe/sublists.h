// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"

namespace stripe {

/// Whether a list inside the object (a subscription's items, an invoice's lines) holds only its
/// first page: Stripe sends ten.
[[nodiscard]] bool hasPartialList(const QJsonObject &object);

/// The object with those lists read to their end. An object without them is given back unasked.
/// `client` must live until it ends. @return Failures: those of the client.
QCoro::Task<tl::expected<QJsonObject, Failure>> withWholeLists(Client &client, QJsonObject object,
                                                               Priority priority);

} // namespace stripe
