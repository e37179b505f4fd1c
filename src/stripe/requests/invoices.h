// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

namespace stripe {

struct InvoiceFilter
{
    QString customerId;
    QString subscriptionId;
    QString status; ///< draft, open, paid, uncollectible or void; empty for all.
};
[[nodiscard]] Call retrieveInvoice(const QString &id, Shape shape = Shape::Original);
[[nodiscard]] Call listInvoices(const ListPage &page = {}, const InvoiceFilter &filter = {},
                                Shape shape = Shape::Original);

} // namespace stripe
