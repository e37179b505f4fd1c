// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/world.h"

#include "demo/historywriter.h"
#include "demo/tenantprofile.h"
#include "demo/tenanttimeline.h"

namespace demo {

World::World(const WorldParameters &parameters)
    : m_parameters(parameters)
    , m_span(spanOf(parameters))
    , m_ids(parameters.seed)
{
}

TenantHistory World::tenant(int index) const
{
    const Timeline timeline = tenantTimeline(m_parameters, m_span, index);
    return HistoryWriter(m_parameters, m_span, m_ids, timeline).write();
}

QList<InvoiceLine> World::invoiceLines(ObjectKey invoice) const
{
    const Timeline timeline = tenantTimeline(m_parameters, m_span, invoice.tenant);
    return HistoryWriter(m_parameters, m_span, m_ids, timeline).lines(invoice.ordinal);
}

Card World::card(int index) const
{
    const TenantProfile profile = tenantProfile(m_parameters.seed, index);
    Card card;
    card.id = m_ids.make(ObjectKind::PaymentMethod, {index, 0});
    card.customerId = m_ids.make(ObjectKind::Customer, {index, 0});
    card.country = profile.address.value(QStringLiteral("country")).toString();
    card.billingName = profile.name;
    card.billingEmail = profile.email;
    card.created = toDateTime(drawFate(m_parameters, m_span, index).signup);
    return card;
}

QList<core::Product> World::products() const
{
    return catalogueProducts(m_span.start, worldSnapshot(m_parameters));
}

QList<core::Price> World::prices() const
{
    return cataloguePrices(m_span.start, worldSnapshot(m_parameters));
}

std::optional<ObjectKey> World::find(ObjectKind kind, QStringView id) const
{
    const auto key = m_ids.parse(kind, id);
    return key && key->tenant < m_parameters.tenants ? key : std::nullopt;
}

} // namespace demo
