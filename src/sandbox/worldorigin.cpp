// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/worldorigin.h"

#include <QJsonArray>

#include <algorithm>
#include <ranges>

namespace sandbox {

using namespace Qt::StringLiterals;

/// What the platform gives away: to partners for good, to newcomers for three months.
static QList<QJsonObject> coupons(qint64 created)
{
    const auto coupon = [created](const QString &id, const QString &name, int percent,
                                  int months) -> QJsonObject {
        return {{u"id"_s, id},
                {u"object"_s, u"coupon"_s},
                {u"amount_off"_s, QJsonValue::Null},
                {u"created"_s, created},
                {u"currency"_s, QJsonValue::Null},
                {u"duration"_s, months ? u"repeating"_s : u"forever"_s},
                {u"duration_in_months"_s, months ? QJsonValue(months) : QJsonValue::Null},
                {u"livemode"_s, false},
                {u"max_redemptions"_s, QJsonValue::Null},
                {u"metadata"_s, QJsonObject()},
                {u"name"_s, name},
                {u"percent_off"_s, percent},
                {u"redeem_by"_s, QJsonValue::Null},
                {u"times_redeemed"_s, 0},
                {u"valid"_s, true}};
    };
    return {coupon(u"PARTNER10"_s, u"Partner, 10% off"_s, 10, 0),
            coupon(u"WELCOME25"_s, u"25% off for three months"_s, 25, 3)};
}

WorldOrigin::WorldOrigin(const demo::WorldParameters &parameters)
    : m_world(parameters)
    , m_priceJson([this](const QString &id) { return m_prices.value(id); })
    , m_tenants(1000)
    , m_invoices(4000)
{
    for (const core::Product &product : m_world.products())
        m_products.insert(product.id, demo::toJson(product));
    for (const core::Price &price : m_world.prices())
        m_prices.insert(price.id, demo::toJson(price));
    for (const QJsonObject &coupon : coupons(parameters.start().toSecsSinceEpoch()))
        m_coupons.insert(coupon.value("id"_L1).toString(), coupon);
}

const demo::TenantHistory &WorldOrigin::tenant(int index)
{
    if (const demo::TenantHistory *kept = m_tenants.object(index))
        return *kept;
    auto *made = new demo::TenantHistory(m_world.tenant(index));
    m_tenants.insert(index, made);
    return *made;
}

QJsonObject WorldOrigin::find(Kind kind, const QString &id)
{
    switch (kind) {
    case Kind::Customer:
        return findCustomer(id);
    case Kind::Product:
        return m_products.value(id);
    case Kind::Price:
        return m_prices.value(id);
    case Kind::Subscription:
        return findSubscription(id);
    case Kind::Invoice:
        return findInvoice(id);
    case Kind::PaymentIntent:
        return findPaymentIntent(id);
    case Kind::PaymentMethod:
        return findCard(id);
    case Kind::Coupon:
        return m_coupons.value(id);
    case Kind::ItemUsage:
        return findUsage(id);
    case Kind::InvoiceItem:
    case Kind::Refund:
    case Kind::CreditNote:
    case Kind::Event:
    case Kind::WebhookEndpoint:
        return {};
    }
    Q_UNREACHABLE();
}

/// The object of that id in a tenant's list: ids and positions agree but for gaps.
template <typename T>
static const T *findById(const QList<T> &objects, int ordinal, const QString &id)
{
    if (ordinal < objects.size() && objects[ordinal].id == id)
        return &objects[ordinal];
    const auto it = std::ranges::find(objects, id, &T::id);
    return it == objects.end() ? nullptr : &*it;
}

QJsonObject WorldOrigin::findCustomer(const QString &id)
{
    const auto key = m_world.find(demo::ObjectKind::Customer, id);
    if (!key || key->ordinal != 0)
        return {};
    const demo::TenantHistory &history = tenant(key->tenant);
    QJsonObject object = demo::toJson(history.customer);
    object.insert("next_invoice_sequence"_L1, history.invoices.size() + 1);
    return object;
}

QJsonObject WorldOrigin::findSubscription(const QString &id)
{
    const auto key = m_world.find(demo::ObjectKind::Subscription, id);
    if (!key)
        return {};
    const auto *found = findById(tenant(key->tenant).subscriptions, key->ordinal, id);
    return found ? demo::toJson(*found, m_priceJson) : QJsonObject();
}

QJsonObject WorldOrigin::findInvoice(const QString &id)
{
    if (const QJsonObject *kept = m_invoices.object(id))
        return *kept;
    const auto key = m_world.find(demo::ObjectKind::Invoice, id);
    if (!key)
        return {};
    const demo::TenantHistory &history = tenant(key->tenant);
    const auto *found = findById(history.invoices, key->ordinal, id);
    if (!found)
        return {};
    const QJsonObject object =
        demo::toJson(*found, history.customer, m_world.invoiceLines(*key), m_priceJson);
    m_invoices.insert(id, new QJsonObject(object));
    return object;
}

QJsonObject WorldOrigin::findPaymentIntent(const QString &id)
{
    const auto key = m_world.find(demo::ObjectKind::PaymentIntent, id);
    if (!key)
        return {};
    const auto *found = findById(tenant(key->tenant).paymentIntents, key->ordinal, id);
    return found ? demo::toJson(*found) : QJsonObject();
}

/// Who is past due has the card that fails at every charge.
QJsonObject WorldOrigin::findCard(const QString &id)
{
    const auto key = m_world.find(demo::ObjectKind::PaymentMethod, id);
    if (!key || key->ordinal != 0)
        return {};
    demo::Card card = m_world.card(key->tenant);
    const auto &subscriptions = tenant(key->tenant).subscriptions;
    if (std::ranges::find(subscriptions, u"past_due"_s, &core::Subscription::status)
        != subscriptions.end())
        card.last4 = u"0341"_s;
    return demo::toJson(card);
}

/// What was used in the world's last months, as single records.
QJsonObject WorldOrigin::findUsage(const QString &itemId)
{
    const auto key = m_world.find(demo::ObjectKind::SubscriptionItem, itemId);
    if (!key)
        return {};
    const demo::TenantHistory &history = tenant(key->tenant);
    for (const core::Subscription &subscription : history.subscriptions) {
        if (std::ranges::find(subscription.items, itemId, &core::SubscriptionItem::id)
            == subscription.items.end()) {
            continue;
        }
        QJsonArray records;
        for (const demo::UsageRecord &record : history.usageRecords) {
            if (record.itemId == itemId) {
                records.append(QJsonObject{{u"timestamp"_s, record.timestamp.toSecsSinceEpoch()},
                                           {u"quantity"_s, record.quantity}});
            }
        }
        return {{u"id"_s, itemId},
                {u"object"_s, toText(Kind::ItemUsage)},
                {u"subscription"_s, subscription.id},
                {u"records"_s, records}};
    }
    return {};
}

Entries WorldOrigin::entries(demo::ObjectKind kind,
                             const std::vector<demo::OrderEntry> &newestFirst) const
{
    Entries entries;
    entries.reserve(newestFirst.size());
    for (const demo::OrderEntry &entry : std::views::reverse(newestFirst))
        entries.push_back({entry.created, m_world.ids().make(kind, entry.key()).toLatin1()});
    return entries;
}

static Entries sorted(Entries entries)
{
    std::ranges::stable_sort(entries, {}, &Entry::created);
    return entries;
}

static Entries entriesOf(const QHash<QString, QJsonObject> &objects)
{
    Entries entries;
    for (auto it = objects.begin(); it != objects.end(); ++it)
        entries.push_back({it->value("created"_L1).toInteger(), it.key().toLatin1()});
    std::ranges::sort(entries, {}, [](const Entry &e) { return std::pair(e.created, e.id); });
    return entries;
}

Entries WorldOrigin::all(Kind kind)
{
    switch (kind) {
    case Kind::Customer:
        return entries(demo::ObjectKind::Customer, m_world.customerOrder());
    case Kind::Subscription:
        return entries(demo::ObjectKind::Subscription, m_world.subscriptionOrder());
    case Kind::Invoice:
        return entries(demo::ObjectKind::Invoice, m_world.invoiceOrder());
    case Kind::PaymentIntent:
        return entries(demo::ObjectKind::PaymentIntent, m_world.paymentIntentOrder());
    case Kind::Product:
        return entriesOf(m_products);
    case Kind::Price:
        return entriesOf(m_prices);
    case Kind::Coupon:
        return entriesOf(m_coupons);
    case Kind::ItemUsage:     // found by its item only
    case Kind::PaymentMethod: // listed by customer only
    case Kind::InvoiceItem:
    case Kind::Refund:
    case Kind::CreditNote:
    case Kind::Event:
    case Kind::WebhookEndpoint:
        return {};
    }
    Q_UNREACHABLE();
}

template <typename T>
static Entries entriesOf(const QList<T> &objects)
{
    Entries entries;
    for (const T &object : objects)
        entries.push_back({object.created.toSecsSinceEpoch(), object.id.toLatin1()});
    return sorted(std::move(entries));
}

Entries WorldOrigin::ofCustomer(Kind kind, const QString &customerId)
{
    const auto key = m_world.find(demo::ObjectKind::Customer, customerId);
    if (!key || key->ordinal != 0)
        return {};
    const demo::TenantHistory &history = tenant(key->tenant);
    switch (kind) {
    case Kind::Subscription:
        return entriesOf(history.subscriptions);
    case Kind::Invoice:
        return entriesOf(history.invoices);
    case Kind::PaymentIntent:
        return entriesOf(history.paymentIntents);
    case Kind::PaymentMethod: {
        const demo::Card card = m_world.card(key->tenant);
        return {{card.created.toSecsSinceEpoch(), card.id.toLatin1()}};
    }
    case Kind::Customer:
    case Kind::Product:
    case Kind::Price:
    case Kind::InvoiceItem:
    case Kind::Refund:
    case Kind::CreditNote:
    case Kind::Event:
    case Kind::WebhookEndpoint:
    case Kind::Coupon:
    case Kind::ItemUsage:
        return {};
    }
    Q_UNREACHABLE();
}

Entries WorldOrigin::renewals(int firstTenant, int count)
{
    Entries entries;
    const int end = std::min(firstTenant + count, m_world.tenantCount());
    for (int index = firstTenant; index < end; ++index) {
        for (const core::Subscription &subscription : m_world.tenant(index).subscriptions) {
            const QString &status = subscription.status;
            if (status == "active"_L1 || status == "trialing"_L1 || status == "past_due"_L1) {
                entries.push_back(
                    {subscription.currentPeriodEnd.toSecsSinceEpoch(), subscription.id.toLatin1()});
            }
        }
    }
    return sorted(std::move(entries));
}

} // namespace sandbox
