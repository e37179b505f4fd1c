// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/syncfacts.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

constexpr std::array customerAmounts{"balance"_L1};
constexpr std::array priceAmounts{"unit_amount"_L1};
constexpr std::array subscriptionDecisive{"status"_L1,   "cancel_at_period_end"_L1, "cancel_at"_L1,
                                          "ended_at"_L1, "stripe_customer_id"_L1,   "discounts"_L1};
constexpr std::array invoiceAmounts{"amount_due"_L1, "amount_paid"_L1, "amount_remaining"_L1,
                                    "subtotal"_L1,   "tax"_L1,         "total"_L1};
constexpr std::array invoiceDecisive{"status"_L1, "stripe_customer_id"_L1, "due_date"_L1};
constexpr std::array intentAmounts{"amount"_L1, "amount_received"_L1};
constexpr std::array intentDecisive{"status"_L1, "stripe_customer_id"_L1};

constexpr std::array moneyBackAmounts{"amount"_L1};
constexpr std::array moneyBackDecisive{"status"_L1, "currency"_L1};

constexpr std::array facts{
    SyncFacts{.kind = "customer"_L1,
              .table = "stripe_customers"_L1,
              .idColumn = "stripe_customer_id"_L1,
              .isGone = "t.is_deleted"_L1,
              .setGone = "is_deleted = true, is_terminal = true, terminal_rank = 3"_L1,
              .customer = "t.stripe_customer_id"_L1,
              .tenant = "t.tenant_id"_L1,
              .stake = "abs(t.balance)"_L1,
              .currency = "t.currency"_L1,
              .amounts = customerAmounts,
              .decisive = {}},
    SyncFacts{.kind = "product"_L1,
              .table = "stripe_products"_L1,
              .idColumn = "stripe_product_id"_L1,
              .isGone = "t.is_deleted"_L1,
              .setGone = "is_deleted = true, is_terminal = true, terminal_rank = 3"_L1,
              .customer = "NULL::text"_L1,
              .tenant = "NULL::uuid"_L1,
              .stake = "NULL::bigint"_L1,
              .currency = "NULL::text"_L1,
              .amounts = {},
              .decisive = {}},
    SyncFacts{.kind = "price"_L1,
              .table = "stripe_prices"_L1,
              .idColumn = "stripe_price_id"_L1,
              .isGone = "t.is_deleted"_L1,
              .setGone = "is_deleted = true, is_terminal = true, terminal_rank = 3"_L1,
              .customer = "NULL::text"_L1,
              .tenant = "NULL::uuid"_L1,
              .stake = "NULL::bigint"_L1,
              .currency = "t.currency"_L1,
              .amounts = priceAmounts,
              .decisive = {}},
    SyncFacts{.kind = "subscription"_L1,
              .table = "stripe_subscriptions"_L1,
              .idColumn = "stripe_subscription_id"_L1,
              .isGone = "t.is_terminal"_L1, // nothing hangs on one that has ended
              .setGone = "status = 'canceled', ended_at = coalesce(ended_at, now()),"
                         " is_terminal = true, terminal_rank = 2"_L1,
              .customer = "t.stripe_customer_id"_L1,
              .tenant = "t.tenant_id"_L1,
              .stake = "t.amount"_L1,
              .currency = "t.currency"_L1,
              .amounts = {},
              .decisive = subscriptionDecisive},
    SyncFacts{.kind = "invoice"_L1,
              .table = "stripe_invoices"_L1,
              .idColumn = "stripe_invoice_id"_L1,
              .isGone = "t.status = 'deleted'"_L1,
              .setGone = "status = 'deleted', is_terminal = true, terminal_rank = 3"_L1,
              .customer = "t.stripe_customer_id"_L1,
              .tenant = "t.tenant_id"_L1,
              .stake = "t.total"_L1,
              .currency = "t.currency"_L1,
              .amounts = invoiceAmounts,
              .decisive = invoiceDecisive},
    SyncFacts{.kind = "payment_intent"_L1,
              .table = "stripe_payment_intents"_L1,
              .idColumn = "stripe_payment_intent_id"_L1,
              .isGone = "t.status = 'canceled'"_L1,
              .setGone = "status = 'canceled', is_terminal = true, terminal_rank = 1"_L1,
              .customer = "t.stripe_customer_id"_L1,
              .tenant = "t.tenant_id"_L1,
              .stake = "t.amount"_L1,
              .currency = "t.currency"_L1,
              .amounts = intentAmounts,
              .decisive = intentDecisive},
    // After the payments: a refund finds its tenant through them.
    SyncFacts{.kind = "refund"_L1,
              .table = "stripe_refunds"_L1,
              .idColumn = "stripe_refund_id"_L1,
              .isGone = "t.status IS NOT DISTINCT FROM 'canceled'"_L1,
              .setGone = "status = 'canceled', is_terminal = true, terminal_rank = 1"_L1,
              .customer = "(SELECT p.stripe_customer_id FROM stripe_payment_intents p"
                          " WHERE p.stripe_payment_intent_id = t.stripe_payment_intent_id)"_L1,
              .tenant = "t.tenant_id"_L1,
              .stake = "t.amount"_L1,
              .currency = "t.currency"_L1,
              .amounts = moneyBackAmounts,
              .decisive = moneyBackDecisive},
    SyncFacts{.kind = "credit_note"_L1,
              .table = "stripe_credit_notes"_L1,
              .idColumn = "stripe_credit_note_id"_L1,
              .isGone = "t.status IS NOT DISTINCT FROM 'void'"_L1,
              .setGone = "status = 'void', is_terminal = true, terminal_rank = 1"_L1,
              .customer = "t.stripe_customer_id"_L1,
              .tenant = "t.tenant_id"_L1,
              .stake = "t.amount"_L1,
              .currency = "t.currency"_L1,
              .amounts = moneyBackAmounts,
              .decisive = moneyBackDecisive},
};

} // namespace

std::span<const SyncFacts> syncFacts()
{
    return facts;
}

const SyncFacts *syncFactsOf(QStringView kind)
{
    const auto it = std::ranges::find_if(facts, [&](const auto &row) { return row.kind == kind; });
    return it == facts.end() ? nullptr : &*it;
}

} // namespace db
