// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"
#include "stripe/objects/parse.h"

namespace stripe {

core::Result<core::Product> productFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "product", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::Product product;
    product.id = textOf(object, "id");
    product.deleted = flagOf(object, "deleted");
    product.active = flagOf(object, "active", !product.deleted);
    product.name = textOf(object, "name");
    product.description = textOf(object, "description");
    product.metadata = objectOf(object, "metadata");
    product.created = timeOf(object, "created");
    product.snapshot = snapshotOf(object, std::move(origin));
    return product;
}

core::Result<core::Price> priceFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "price", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    const PriceTerms terms = priceTermsOf(object);
    core::Price price;
    price.id = terms.id;
    price.deleted = flagOf(object, "deleted");
    price.active = flagOf(object, "active", !price.deleted);
    price.productId = terms.productId;
    price.nickname = textOf(object, "nickname");
    price.currency = terms.currency;
    price.unitAmount = terms.unitAmount;
    price.unitAmountDecimal = terms.unitAmountDecimal;
    price.billingScheme = terms.billingScheme;
    price.recurrence = terms.recurrence;
    price.usageType = terms.usageType;
    price.metadata = objectOf(object, "metadata");
    price.created = timeOf(object, "created");
    price.snapshot = snapshotOf(object, std::move(origin));
    return price;
}

} // namespace stripe
