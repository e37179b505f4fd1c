// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

#include <optional>

namespace demo {

/// The kinds of objects whose Stripe id tells where in the world they are.
enum class ObjectKind {
    Customer,
    Subscription,
    SubscriptionItem,
    Invoice,
    InvoiceLine,
    PaymentIntent,
    Charge,
    PaymentMethod,
    Event,
    UsageRecord,
};

/// Where an object is: whose, and which of that tenant's objects of its kind.
struct ObjectKey
{
    int tenant = 0;
    int ordinal = 0;
    bool operator==(const ObjectKey &) const = default;
};

/// Ids such as cus_D000A7K000Q3F9X2: tenant and ordinal in base 36, then a check that depends on
/// the seed, so that an id of another world is not taken for one of this.
class ObjectIds
{
public:
    explicit ObjectIds(quint64 seed)
        : m_seed(seed)
    {
    }

    static constexpr int maximumTenants = 36 * 36 * 36 * 36 * 36;
    static constexpr int maximumOrdinals = 36 * 36 * 36;

    [[nodiscard]] QString make(ObjectKind kind, ObjectKey key) const;
    /// Nothing when it is not exactly what make() gives.
    [[nodiscard]] std::optional<ObjectKey> parse(ObjectKind kind, QStringView id) const;

    /// The row id of an object in our own database: a UUID of version 5's form.
    [[nodiscard]] QUuid uuid(QLatin1StringView table, ObjectKey key) const;

private:
    quint64 m_seed;
};

} // namespace demo
