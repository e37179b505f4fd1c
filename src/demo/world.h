// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/fate.h"
#include "demo/json.h"
#include "demo/objectid.h"
#include "demo/tenanthistory.h"
#include "demo/worldparameters.h"

#include <vector>

namespace demo {

/// The Stripe account that every world belongs to.
inline constexpr QLatin1StringView accountId("acct_sandboxOMS");
inline constexpr QLatin1StringView apiVersion("2023-10-16");

/// One object in a world-wide list; ids().make() gives its id.
struct OrderEntry
{
    quint32 created = 0; ///< Unix seconds.
    quint32 tenant = 0;
    quint16 ordinal = 0;

    [[nodiscard]] ObjectKey key() const { return {static_cast<int>(tenant), ordinal}; }
};

/// Tenants, plans, subscriptions, invoices, payments and usage, generated from the parameters
/// alone. Nothing is kept: each tenant is made when it is asked for, independent of all others, and
/// comes out the same every time. Thread-safe, as it never changes.
class World
{
public:
    explicit World(const WorldParameters &parameters);

    [[nodiscard]] const WorldParameters &parameters() const { return m_parameters; }
    [[nodiscard]] const ObjectIds &ids() const { return m_ids; }
    [[nodiscard]] int tenantCount() const { return m_parameters.tenants; }

    /// @param index  From 0 to tenantCount() - 1.
    [[nodiscard]] TenantHistory tenant(int index) const;
    /// The lines of an invoice, which core::Invoice does not hold. Empty for one there is not.
    [[nodiscard]] QList<InvoiceLine> invoiceLines(ObjectKey invoice) const;
    /// The card that a tenant pays with.
    [[nodiscard]] Card card(int index) const;

    [[nodiscard]] QList<core::Product> products() const;
    [[nodiscard]] QList<core::Price> prices() const;

    /// Whose an object is, from its id alone: nothing for an id of another world, or of an object
    /// that was made later. Whether the object is there, its tenant's lists tell.
    [[nodiscard]] std::optional<ObjectKey> find(ObjectKind kind, QStringView id) const;

    /// All objects of a kind, newest first, then by id from the greatest, as Stripe lists them.
    /// Walks through the whole world: ask once and keep it (12 bytes an object).
    [[nodiscard]] std::vector<OrderEntry> customerOrder() const;
    [[nodiscard]] std::vector<OrderEntry> subscriptionOrder() const;
    [[nodiscard]] std::vector<OrderEntry> invoiceOrder() const;
    [[nodiscard]] std::vector<OrderEntry> paymentIntentOrder() const;

private:
    const WorldParameters m_parameters;
    const Span m_span;
    const ObjectIds m_ids;
};

} // namespace demo
