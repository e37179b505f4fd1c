// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/mirrortable.h"

namespace db {

/// A tenant whose figures have changed, with the event or operation that changed them.
struct MovedTenant
{
    QUuid tenant;
    QString cause;
    QDateTime at;
};

// What the mirror's tables take of an object.
[[nodiscard]] MirrorCopy copyOf(const core::Customer &customer);
[[nodiscard]] MirrorCopy copyOf(const core::Product &product);
[[nodiscard]] MirrorCopy copyOf(const core::Price &price);
[[nodiscard]] MirrorCopy copyOf(const core::Subscription &subscription);
[[nodiscard]] MirrorCopy copyOf(const core::Invoice &invoice);
[[nodiscard]] MirrorCopy copyOf(const core::PaymentIntent &intent);
[[nodiscard]] MirrorCopy copyOf(const core::Refund &refund);
[[nodiscard]] MirrorCopy copyOf(const core::CreditNote &note);
[[nodiscard]] MirrorCopy copyOf(const core::Dispute &dispute);
/// The columns of stripe_subscription_items, but the link to the subscription's row.
[[nodiscard]] QVariantMap valuesOf(const core::SubscriptionItem &item);

/// Stores copies of Stripe's objects and what derives from them: subscription items, a
/// subscription's amount, description and MRR, an invoice's tier when it was paid. Works inside
/// the caller's transaction.
class MirrorRepository
{
public:
    explicit MirrorRepository(Session &session)
        : m_session(session)
    {
    }

    template <typename Object>
    core::Result<MirrorOutcome> write(const Object &object)
    {
        return write(copyOf(object));
    }
    core::Result<MirrorOutcome> write(const MirrorCopy &copy);

    /// Links a customer to its tenant, and with it everything mirrored before the link was known.
    core::Result<> linkCustomer(const QString &customerId, const QUuid &tenantId);
    /// Objects whose customer has been linked since they were written (a race of two events).
    core::Result<qint64> linkStrays();
    /// The tenants of these customers, by customer; those of no tenant are left out.
    core::Result<QHash<QString, QUuid>> tenantsOf(const QStringList &customerIds);
    /// MRR ledger and list figures of these tenants, in the same transaction.
    core::Result<> settle(const QList<QUuid> &tenants, const QString &cause, const QDateTime &at);
    core::Result<> settle(const QList<MovedTenant> &tenants);

private:
    Session &m_session;
};

} // namespace db
