// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/customers.h"

namespace stripe {

namespace {

Form formFrom(const CustomerFields &fields)
{
    Form form;
    addOptional(form, "email", fields.email);
    addOptional(form, "name", fields.name);
    addOptional(form, "phone", fields.phone);
    addOptional(form, "description", fields.description);
    form.addHash("address", fields.address);
    addOptional(form, "tax_exempt", fields.taxExempt);
    addFilter(form, "payment_method", fields.paymentMethod);
    addOptional(form, "invoice_settings[default_payment_method]", fields.defaultPaymentMethod);
    form.addHash("metadata", fields.metadata);
    return form;
}

constexpr QLatin1StringView customers("customers");

} // namespace

Call createCustomer(const CustomerFields &fields, const QByteArray &key)
{
    return postCall(QStringLiteral("/v1/customers"), formFrom(fields), key);
}

Call retrieveCustomer(const QString &id)
{
    return getCall(pathTo(customers, id));
}

Call updateCustomer(const QString &id, const CustomerFields &fields, const QByteArray &key)
{
    return postCall(pathTo(customers, id), formFrom(fields), key);
}

Call listCustomers(const ListPage &page, const QString &email)
{
    Form form;
    addFilter(form, "email", email);
    return listCall(QStringLiteral("/v1/customers"), page, form);
}

} // namespace stripe
