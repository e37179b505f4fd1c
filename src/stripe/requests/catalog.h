// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

namespace stripe {

[[nodiscard]] Call retrieveProduct(const QString &id);
[[nodiscard]] Call listProducts(const ListPage &page = {}, std::optional<bool> active = {});

struct PriceFilter
{
    std::optional<bool> active;
    QString productId;
    QString currency;
    QString type; ///< recurring or one_time.
};
[[nodiscard]] Call retrievePrice(const QString &id);
[[nodiscard]] Call listPrices(const ListPage &page = {}, const PriceFilter &filter = {});

} // namespace stripe
