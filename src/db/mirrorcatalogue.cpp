// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/mirrorrepository.h"
#include "db/session.h"

#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array customerColumns{"email"_L1,
                                     "name"_L1,
                                     "phone"_L1,
                                     "address"_L1,
                                     "tax_exempt"_L1,
                                     "shipping"_L1,
                                     "preferred_locales"_L1,
                                     "invoice_settings"_L1,
                                     "discount"_L1,
                                     "default_payment_method"_L1,
                                     "currency"_L1,
                                     "balance"_L1,
                                     "metadata"_L1,
                                     "is_deleted"_L1,
                                     "created"_L1};
constexpr std::array customerAudit{"balance"_L1, "currency"_L1, "is_deleted"_L1};
constexpr MirrorTable customers{"stripe_customers"_L1, "stripe_customer_id"_L1, customerColumns,
                                customerAudit, TenantLink::Own};

constexpr std::array productColumns{"name"_L1,       "description"_L1, "is_active"_L1,
                                    "is_deleted"_L1, "metadata"_L1,    "created"_L1};
constexpr std::array productAudit{"name"_L1, "is_active"_L1, "is_deleted"_L1};
constexpr MirrorTable products{"stripe_products"_L1, "stripe_product_id"_L1, productColumns,
                               productAudit, TenantLink::None};

constexpr std::array priceColumns{"stripe_product_id"_L1,
                                  "nickname"_L1,
                                  "is_active"_L1,
                                  "is_deleted"_L1,
                                  "currency"_L1,
                                  "unit_amount"_L1,
                                  "unit_amount_decimal"_L1,
                                  "billing_scheme"_L1,
                                  "recurring_interval"_L1,
                                  "recurring_interval_count"_L1,
                                  "usage_type"_L1,
                                  "metadata"_L1,
                                  "created"_L1};
constexpr std::array priceAudit{"unit_amount"_L1, "currency"_L1, "is_active"_L1, "is_deleted"_L1};
constexpr MirrorTable prices{"stripe_prices"_L1, "stripe_price_id"_L1, priceColumns, priceAudit,
                             TenantLink::None};

constexpr std::array intentColumns{
    "stripe_customer_id"_L1,   "stripe_invoice_id"_L1, "amount"_L1,
    "amount_received"_L1,      "currency"_L1,          "status"_L1,
    "payment_method_types"_L1, "latest_charge"_L1,     "last_error_code"_L1,
    "last_error_message"_L1,   "metadata"_L1,          "created"_L1};
constexpr std::array intentAudit{"status"_L1, "amount"_L1, "amount_received"_L1, "currency"_L1,
                                 "last_error_code"_L1};
constexpr MirrorTable intents{"stripe_payment_intents"_L1, "stripe_payment_intent_id"_L1,
                              intentColumns, intentAudit};

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

core::Result<MirrorOutcome> MirrorRepository::write(const core::Customer &c)
{
    if (const auto locked = lockCustomer(m_session, c.id); !locked)
        return core::passOn(locked);
    return writeMirror(m_session, copyOf(c));
}

core::Result<MirrorOutcome> MirrorRepository::write(const core::Product &p)
{
    const auto outcome = writeMirror(m_session, copyOf(p));
    if (!outcome || !outcome->isApplied || outcome->before[u"name"_s] == outcome->after[u"name"_s])
        return outcome;
    if (const auto derived = deriveAllWith(p.id); !derived) // it may come after those that use it
        return core::passOn(derived);
    return outcome;
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

core::Result<MirrorOutcome> MirrorRepository::write(const core::Price &p)
{
    const auto outcome = writeMirror(m_session, copyOf(p));
    if (!outcome || !outcome->isApplied || !outcome->before.isEmpty())
        return outcome;
    if (const auto derived = deriveAllWith(p.id); !derived)
        return core::passOn(derived);
    return outcome;
}

MirrorCopy copyOf(const core::PaymentIntent &i)
{
    const Finality finality =
        i.status == "succeeded"_L1 ? Finality{true, 2} : Finality{i.status == "canceled"_L1, 1};
    return {&intents,
            i.id,
            i.customerId,
            {{u"stripe_customer_id"_s, textOrNull(i.customerId)},
             {u"stripe_invoice_id"_s, textOrNull(i.invoiceId)},
             {u"amount"_s, i.amount},
             {u"amount_received"_s, i.amountReceived},
             {u"currency"_s, i.currency},
             {u"status"_s, i.status},
             {u"payment_method_types"_s, arrayLiteral(i.paymentMethodTypes)},
             {u"latest_charge"_s, textOrNull(i.latestCharge)},
             {u"last_error_code"_s, textOrNull(i.lastErrorCode)},
             {u"last_error_message"_s, textOrNull(i.lastErrorMessage)},
             {u"metadata"_s, jsonbText(i.metadata)},
             {u"created"_s, timeOrNull(i.created)}},
            i.snapshot,
            finality};
}

core::Result<MirrorOutcome> MirrorRepository::write(const core::PaymentIntent &i)
{
    if (const auto locked = lockCustomer(m_session, i.customerId); !locked)
        return core::passOn(locked);
    return writeMirror(m_session, copyOf(i));
}

} // namespace db
