// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/requests/common.h"

namespace stripe {

/// Fields to set; what is absent stays as it is, what is present and empty is cleared.
struct CustomerFields
{
    std::optional<QString> email;
    std::optional<QString> name;
    std::optional<QString> phone;
    std::optional<QString> description;
    QJsonObject address;  ///< line1, line2, city, state, postal_code, country.
    QJsonObject metadata; ///< Keys that are not named stay; an empty value removes its key.
    std::optional<QString> taxExempt;            ///< none, exempt, reverse.
    QString paymentMethod;                       ///< On creation only: attached at once.
    std::optional<QString> defaultPaymentMethod; ///< For invoices.
};

[[nodiscard]] Call createCustomer(const CustomerFields &fields, const QByteArray &key);
[[nodiscard]] Call retrieveCustomer(const QString &id);
[[nodiscard]] Call updateCustomer(const QString &id, const CustomerFields &fields,
                                  const QByteArray &key);
/// @param email  Exactly this address, case-sensitive; empty for all.
[[nodiscard]] Call listCustomers(const ListPage &page = {}, const QString &email = {});

} // namespace stripe
