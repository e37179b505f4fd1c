// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/invoices.h"

namespace stripe {

Call retrieveInvoice(const QString &id, Shape shape)
{
    Form form;
    if (shape != Shape::Original) // else the payment intent stands in the invoice itself
        form.expand("payments");
    return getCall(pathTo(QLatin1StringView("invoices"), id), form);
}

Call listInvoices(const ListPage &page, const InvoiceFilter &filter, Shape shape)
{
    Form form;
    addFilter(form, "customer", filter.customerId);
    addFilter(form, "subscription", filter.subscriptionId);
    addFilter(form, "status", filter.status);
    if (shape != Shape::Original)
        form.expand("data.payments");
    return listCall(QStringLiteral("/v1/invoices"), page, form);
}

} // namespace stripe
