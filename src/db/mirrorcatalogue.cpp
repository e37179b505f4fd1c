// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirroritems.h"
#include "db/mirrorrepository.h"

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array customerColumns{MirrorColumn{"email"_L1},
                                     MirrorColumn{"name"_L1},
                                     MirrorColumn{"phone"_L1},
                                     MirrorColumn{"address"_L1, "jsonb"_L1},
                                     MirrorColumn{"tax_exempt"_L1},
                                     MirrorColumn{"shipping"_L1, "jsonb"_L1},
                                     MirrorColumn{"preferred_locales"_L1, "text[]"_L1},
                                     MirrorColumn{"invoice_settings"_L1, "jsonb"_L1},
                                     MirrorColumn{"discount"_L1, "jsonb"_L1},
                                     MirrorColumn{"default_payment_method"_L1},
                                     MirrorColumn{"currency"_L1},
                                     MirrorColumn{"balance"_L1, "bigint"_L1},
                                     MirrorColumn{"metadata"_L1, "jsonb"_L1},
                                     MirrorColumn{"is_deleted"_L1, "boolean"_L1},
                                     MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array customerAudit{"balance"_L1, "currency"_L1, "is_deleted"_L1};
constexpr MirrorTable customers{"stripe_customers"_L1, "stripe_customer_id"_L1, customerColumns,
                                customerAudit, TenantLink::Own};

constexpr std::array productColumns{MirrorColumn{"name"_L1},
                                    MirrorColumn{"description"_L1},
                                    MirrorColumn{"is_active"_L1, "boolean"_L1},
                                    MirrorColumn{"is_deleted"_L1, "boolean"_L1},
                                    MirrorColumn{"metadata"_L1, "jsonb"_L1},
                                    MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array productAudit{"name"_L1, "is_active"_L1, "is_deleted"_L1};
constexpr MirrorTable products{"stripe_products"_L1, "stripe_product_id"_L1, productColumns,
                               productAudit,         TenantLink::None,       {},
                               followProducts};

constexpr std::array priceColumns{MirrorColumn{"stripe_product_id"_L1},
                                  MirrorColumn{"nickname"_L1},
                                  MirrorColumn{"is_active"_L1, "boolean"_L1},
                                  MirrorColumn{"is_deleted"_L1, "boolean"_L1},
                                  MirrorColumn{"currency"_L1},
                                  MirrorColumn{"unit_amount"_L1, "bigint"_L1},
                                  MirrorColumn{"unit_amount_decimal"_L1, "numeric"_L1},
                                  MirrorColumn{"billing_scheme"_L1},
                                  MirrorColumn{"recurring_interval"_L1},
                                  MirrorColumn{"recurring_interval_count"_L1, "integer"_L1},
                                  MirrorColumn{"usage_type"_L1, "stripe_usage_type"_L1},
                                  MirrorColumn{"metadata"_L1, "jsonb"_L1},
                                  MirrorColumn{"created"_L1, "timestamptz"_L1}};
constexpr std::array priceAudit{"unit_amount"_L1, "currency"_L1, "is_active"_L1, "is_deleted"_L1};
constexpr MirrorTable prices{"stripe_prices"_L1, "stripe_price_id"_L1, priceColumns,
                             priceAudit,         TenantLink::None,     {},
                             followPrices};

QVariant numberOrNull(const std::optional<qint64> &number)
{
    return number ? QVariant(*number) : QVariant();
}

} // namespace

MirrorCopy copyOf(const core::Customer &c)
{
    return {&customers,
            c.id,
            c.id,
            {{u"email"_s, textOrNull(c.email)},
             {u"name"_s, textOrNull(c.name)},
             {u"phone"_s, textOrNull(c.phone)},
             {u"address"_s, jsonOrNull(c.address)},
             {u"tax_exempt"_s, textOrNull(c.taxExempt)},
             {u"shipping"_s, jsonOrNull(c.shipping)},
             {u"preferred_locales"_s, arrayLiteral(c.preferredLocales)},
             {u"invoice_settings"_s, jsonOrNull(c.invoiceSettings)},
             {u"discount"_s, jsonOrNull(c.discount)},
             {u"default_payment_method"_s, textOrNull(c.defaultPaymentMethod)},
             {u"currency"_s, textOrNull(c.currency)},
             {u"balance"_s, c.balance},
             {u"metadata"_s, jsonbText(c.metadata)},
             {u"is_deleted"_s, c.deleted},
             {u"created"_s, timeOrNull(c.created)}},
            c.snapshot,
            {c.deleted, 3}};
}

MirrorCopy copyOf(const core::Product &p)
{
    return {&products,
            p.id,
            {},
            {{u"name"_s, p.name},
             {u"description"_s, textOrNull(p.description)},
             {u"is_active"_s, p.active},
             {u"is_deleted"_s, p.deleted},
             {u"metadata"_s, jsonbText(p.metadata)},
             {u"created"_s, timeOrNull(p.created)}},
            p.snapshot,
            {p.deleted, 3}};
}

MirrorCopy copyOf(const core::Price &p)
{
    const auto recurrence = p.recurrence.value_or(core::Recurrence{});
    return {
        &prices,
        p.id,
        {},
        {{u"stripe_product_id"_s, p.productId},
         {u"nickname"_s, textOrNull(p.nickname)},
         {u"is_active"_s, p.active},
         {u"is_deleted"_s, p.deleted},
         {u"currency"_s, p.currency},
         {u"unit_amount"_s, numberOrNull(p.unitAmount)},
         {u"unit_amount_decimal"_s, textOrNull(p.unitAmountDecimal)},
         {u"billing_scheme"_s, p.billingScheme.isEmpty() ? u"per_unit"_s : p.billingScheme},
         {u"recurring_interval"_s, textOrNull(recurrence.interval)},
         {u"recurring_interval_count"_s, p.recurrence ? QVariant(recurrence.count) : QVariant()},
         {u"usage_type"_s, core::toText(p.usageType)},
         {u"metadata"_s, jsonbText(p.metadata)},
         {u"created"_s, timeOrNull(p.created)}},
        p.snapshot,
        {p.deleted, 3}};
}

} // namespace db
