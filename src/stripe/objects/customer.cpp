// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"
#include "stripe/objects/parse.h"

namespace stripe {

core::Result<core::Customer> customerFromJson(const QJsonObject &json, core::Snapshot origin)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "customer", origin);
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    core::Customer customer;
    customer.id = textOf(object, "id");
    customer.deleted = flagOf(object, "deleted");
    customer.email = textOf(object, "email");
    customer.name = textOf(object, "name");
    customer.phone = textOf(object, "phone");
    customer.taxExempt = textOf(object, "tax_exempt");
    customer.currency = textOf(object, "currency");
    customer.balance = integerOf(object, "balance");
    customer.address = objectOf(object, "address");
    customer.shipping = objectOf(object, "shipping");
    customer.preferredLocales = textsOf(object, "preferred_locales");
    customer.invoiceSettings = objectOf(object, "invoice_settings");
    customer.defaultPaymentMethod = idOf(customer.invoiceSettings, "default_payment_method");
    customer.discount = objectOf(object, "discount");
    customer.metadata = objectOf(object, "metadata");
    customer.created = timeOf(object, "created");
    customer.snapshot = snapshotOf(object, std::move(origin));
    return customer;
}

core::Result<Account> accountFromJson(const QJsonObject &json)
{
    const core::Result<QJsonObject> checked = checkedObject(json, "account", {});
    if (!checked)
        return core::passOn(checked);
    const QJsonObject &object = *checked;

    const QString dashboardName =
        textOf(objectOf(objectOf(object, "settings"), "dashboard"), "display_name");
    const QString businessName = textOf(objectOf(object, "business_profile"), "name");
    return Account{.id = textOf(object, "id"),
                   .name = dashboardName.isEmpty() ? businessName : dashboardName,
                   .country = textOf(object, "country"),
                   .defaultCurrency = textOf(object, "default_currency")};
}

} // namespace stripe
