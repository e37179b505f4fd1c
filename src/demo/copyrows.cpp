// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/copyrows.h"

#include "demo/copywriters.h"
#include "demo/jsoncompact.h"

#include <QJsonDocument>

#include <array>

namespace demo {
namespace {

using namespace Qt::StringLiterals;

/// One table of facts: where rows go, and who writes their lines.
struct CopyTarget
{
    CopyTable table;
    void (*write)(QByteArray &out, const CopyInput &input);
    bool isCatalogue; ///< Written once for a world, not once a tenant.
};

constexpr std::size_t tableCount = 12;

constexpr std::array<CopyTarget, tableCount> targets{{
    {{"tenants"_L1,
      "id, name, email, phone, address, status, tags, notes, created_at, updated_at"_L1, false},
     writeTenants,
     false},
    {{"tenant_plans"_L1,
      "id, tenant_id, plan_tier, name, description, max_orders_per_month, max_active_drivers, "
      "max_storage_gb, api_rate_limit_per_minute, features, stripe_price_id, is_active, "
      "started_at, ended_at"_L1,
      false},
     writePlans,
     false},
    {{"tenant_usage"_L1,
      "id, tenant_id, period_start, period_end, orders_count, active_drivers_count, "
      "storage_used_gb, api_calls_count, updated_at"_L1,
      false},
     writeUsage,
     false},
    {{"mrr_movements"_L1, "id, tenant_id, cause, kind, delta, currency, effective_at"_L1, false},
     writeMovements,
     false},
    {{"stripe_products"_L1,
      "id, stripe_product_id, name, description, is_active, metadata, created"_L1, true},
     writeProducts,
     true},
    {{"stripe_prices"_L1,
      "id, stripe_price_id, stripe_product_id, nickname, is_active, currency, unit_amount, "
      "unit_amount_decimal, billing_scheme, recurring_interval, recurring_interval_count, "
      "usage_type, metadata, created"_L1,
      true},
     writePrices,
     true},
    {{"stripe_customers"_L1,
      "id, tenant_id, stripe_customer_id, status, email, name, phone, address, tax_exempt, "
      "preferred_locales, invoice_settings, default_payment_method, currency, balance, metadata, "
      "created"_L1,
      true},
     writeCustomers,
     false},
    {{"stripe_subscriptions"_L1,
      "id, tenant_id, stripe_subscription_id, stripe_customer_id, status, currency, "
      "current_period_start, current_period_end, trial_start, trial_end, start_date, "
      "cancel_at_period_end, cancel_at, canceled_at, ended_at, collection_method, "
      "default_payment_method, latest_invoice_id, metadata, amount, description, mrr, created"_L1,
      true},
     writeSubscriptions,
     false},
    {{"stripe_subscription_items"_L1,
      "id, subscription_id, stripe_subscription_item_id, stripe_price_id, stripe_product_id, "
      "quantity, usage_type, unit_amount, unit_amount_decimal, billing_scheme, currency, "
      "recurring_interval, recurring_interval_count, period_start, period_end, metadata"_L1,
      false},
     writeItems,
     false},
    {{"stripe_usage_records"_L1,
      "id, subscription_item_id, stripe_usage_record_id, quantity, timestamp, action, identifier, "
      "livemode, api_version, as_of, source, source_id"_L1,
      false},
     writeUsageRecords,
     false},
    {{"stripe_invoices"_L1,
      "id, tenant_id, stripe_invoice_id, number, stripe_customer_id, stripe_subscription_id, "
      "stripe_payment_intent_id, amount_due, amount_paid, amount_remaining, subtotal, tax, total, "
      "currency, status, billing_reason, collection_method, attempt_count, next_payment_attempt, "
      "due_date, finalized_at, paid_at, voided_at, period_start, period_end, hosted_invoice_url, "
      "invoice_pdf, metadata, plan_tier, created"_L1,
      true},
     writeInvoices,
     false},
    {{"stripe_payment_intents"_L1,
      "id, tenant_id, stripe_payment_intent_id, stripe_customer_id, stripe_invoice_id, amount, "
      "amount_received, currency, status, payment_method_types, latest_charge, last_error_code, "
      "last_error_message, metadata, created"_L1,
      true},
     writeIntents,
     false},
}};

constexpr std::array<CopyTable, tableCount> copyTables = [] {
    std::array<CopyTable, tableCount> all{};
    for (std::size_t at = 0; at < tableCount; ++at)
        all[at] = targets[at].table;
    return all;
}();

template <typename T>
QByteArray wholeJson(const T &object)
{
    return QJsonDocument(toJson(object)).toJson(QJsonDocument::Compact);
}

} // namespace

RawJson RawJson::compact()
{
    return {
        [](const core::Customer &object) { return toCompactJson(object); },
        [](const core::Product &object) { return wholeJson(object); },
        [](const core::Price &object) { return wholeJson(object); },
        [](const core::Subscription &object) { return toCompactJson(object); },
        [](const core::Invoice &object) { return toCompactJson(object); },
        [](const core::PaymentIntent &object) { return toCompactJson(object); },
    };
}

QString CopyTable::columnList() const
{
    // What endMirrored() writes.
    constexpr QLatin1StringView snapshot =
        ", livemode, api_version, raw, as_of, source, source_id, is_terminal, terminal_rank"_L1;
    return isMirrored ? QString(columns) + snapshot : QString(columns);
}

QString CopyTable::statement() const
{
    return u"COPY "_s + name + u" ("_s + columnList() + u") FROM STDIN"_s;
}

CopyRows::CopyRows(const World &world, RawJson raw)
    : m_world(world)
    , m_raw(std::move(raw))
    , m_lines(tableCount)
{
}

std::span<const CopyTable> CopyRows::tables()
{
    return copyTables;
}

void CopyRows::appendCatalogue()
{
    const CopyInput input{m_world, m_raw, nullptr};
    for (std::size_t at = 0; at < tableCount; ++at) {
        if (targets[at].isCatalogue)
            targets[at].write(m_lines[at], input);
    }
}

void CopyRows::append(const TenantHistory &history)
{
    const CopyInput input{m_world, m_raw, &history};
    for (std::size_t at = 0; at < tableCount; ++at) {
        if (!targets[at].isCatalogue)
            targets[at].write(m_lines[at], input);
    }
}

qsizetype CopyRows::size() const
{
    qsizetype size = 0;
    for (const QByteArray &lines : m_lines)
        size += lines.size();
    return size;
}

QByteArray CopyRows::take(std::size_t table)
{
    return std::exchange(m_lines[table], {});
}

} // namespace demo
