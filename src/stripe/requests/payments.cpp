// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/requests/payments.h"

namespace stripe {

Call retrievePaymentIntent(const QString &id)
{
    return getCall(pathTo(QLatin1StringView("payment_intents"), id));
}

Call listPaymentIntents(const ListPage &page, const QString &customerId)
{
    Form form;
    addFilter(form, "customer", customerId);
    return listCall(QStringLiteral("/v1/payment_intents"), page, form);
}

Call listRefunds(const QString &chargeId, const ListPage &page)
{
    Form form;
    addFilter(form, "charge", chargeId);
    return listCall(QStringLiteral("/v1/refunds"), page, form);
}

Call listCreditNotes(const ListPage &page, const QString &invoiceId)
{
    Form form;
    addFilter(form, "invoice", invoiceId);
    return listCall(QStringLiteral("/v1/credit_notes"), page, form);
}

Call listPaymentMethods(const QString &customerId, const ListPage &page)
{
    return listCall(
        pathTo(QLatin1StringView("customers"), customerId, QLatin1StringView("payment_methods")),
        page, {});
}

Call attachPaymentMethod(const QString &id, const QString &customerId, const QByteArray &key)
{
    Form form;
    form.add("customer", customerId);
    return postCall(pathTo(QLatin1StringView("payment_methods"), id, QLatin1StringView("attach")),
                    form, key);
}

} // namespace stripe
