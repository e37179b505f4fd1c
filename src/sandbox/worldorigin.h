// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/world.h"
#include "sandbox/origin.h"

#include <QCache>
#include <QHash>

namespace sandbox {

/// The generated world as Stripe would show it. Tenants are made when they are asked for; the
/// last few hundred are kept.
class WorldOrigin final : public Origin
{
public:
    explicit WorldOrigin(const demo::WorldParameters &parameters);

    QJsonObject find(Kind kind, const QString &id) override;
    Entries all(Kind kind) override;
    Entries ofCustomer(Kind kind, const QString &customerId) override;
    int tenants() const override { return m_world.tenantCount(); }
    Entries renewals(int firstTenant, int count) override;

private:
    [[nodiscard]] const demo::TenantHistory &tenant(int index);
    [[nodiscard]] Entries entries(demo::ObjectKind kind,
                                  const std::vector<demo::OrderEntry> &newestFirst) const;
    [[nodiscard]] QJsonObject findCustomer(const QString &id);
    [[nodiscard]] QJsonObject findSubscription(const QString &id);
    [[nodiscard]] QJsonObject findInvoice(const QString &id);
    [[nodiscard]] QJsonObject findPaymentIntent(const QString &id);
    [[nodiscard]] QJsonObject findCard(const QString &id);
    [[nodiscard]] QJsonObject findUsage(const QString &itemId);

    const demo::World m_world;
    QHash<QString, QJsonObject> m_products; ///< Rendered; there are a few dozen.
    QHash<QString, QJsonObject> m_prices;
    QHash<QString, QJsonObject> m_coupons;
    demo::PriceJson m_priceJson;
    QCache<int, demo::TenantHistory> m_tenants;
    QCache<QString, QJsonObject> m_invoices; ///< Rendered, with their lines.
};

} // namespace sandbox
