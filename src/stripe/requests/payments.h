// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

namespace stripe {

[[nodiscard]] Call retrievePaymentIntent(const QString &id);
[[nodiscard]] Call listPaymentIntents(const ListPage &page = {}, const QString &customerId = {});

[[nodiscard]] Call listRefunds(const QString &chargeId = {}, const ListPage &page = {});
[[nodiscard]] Call listCreditNotes(const ListPage &page = {}, const QString &invoiceId = {});

[[nodiscard]] Call listPaymentMethods(const QString &customerId, const ListPage &page = {});
/// Most declining test cards are refused here already (402).
[[nodiscard]] Call attachPaymentMethod(const QString &id, const QString &customerId,
                                       const QByteArray &key);

} // namespace stripe
