// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/catalog.h"

namespace stripe {

Call retrieveProduct(const QString &id)
{
    return getCall(pathTo(QLatin1StringView("products"), id));
}

Call listProducts(const ListPage &page, std::optional<bool> active)
{
    Form form;
    addOptional(form, "active", active);
    return listCall(QStringLiteral("/v1/products"), page, form);
}

Call retrievePrice(const QString &id)
{
    return getCall(pathTo(QLatin1StringView("prices"), id));
}

Call listPrices(const ListPage &page, const PriceFilter &filter)
{
    Form form;
    addOptional(form, "active", filter.active);
    addFilter(form, "product", filter.productId);
    addFilter(form, "currency", filter.currency);
    addFilter(form, "type", filter.type);
    return listCall(QStringLiteral("/v1/prices"), page, form);
}

} // namespace stripe
