// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/listdefinitions.h"

#include "db/eventstates.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

// One literal of SQL may be used in two tables and cannot be glued at run time.
#define OMS_NAME_ORDER " COLLATE \"und-x-icu\""
#define OMS_INVOICE_STATUS                                                                         \
    "CASE WHEN i.status <> 'open' THEN i.status"                                                   \
    " WHEN i.attempt_count > 0 AND i.next_payment_attempt IS NULL"                                 \
    " AND i.collection_method = 'charge_automatically' THEN 'failed'"                              \
    " WHEN i.attempt_count > 0 AND i.next_payment_attempt IS NOT NULL THEN 'retrying'"             \
    " WHEN i.due_date < now() THEN 'overdue' ELSE 'open' END"

namespace db {
namespace {

constexpr std::array tenantColumns{
    ListColumnFacts{.id = "name"_L1, .value = "t.name"_L1, .sort = "t.name" OMS_NAME_ORDER ""_L1},
    ListColumnFacts{
        .id = "status"_L1, .value = "coalesce(f.status, t.status::text)"_L1, .isJoined = true},
    ListColumnFacts{.id = "plan"_L1,
                    .value = "f.plan_tier::text"_L1,
                    .sort = "f.plan_tier"_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "mrr"_L1,
                    .value = "f.mrr"_L1,
                    .currency = "f.currency"_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "overdue"_L1,
                    .value = "f.overdue"_L1,
                    .currency = "f.currency"_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{
        .id = "peak_limit"_L1, .value = "f.peak_limit"_L1, .isJoined = true, .isNullable = true},
    ListColumnFacts{
        .id = "renews"_L1, .value = "f.renews_at"_L1, .isJoined = true, .isNullable = true},
    ListColumnFacts{.id = "email"_L1, .value = "t.email"_L1, .sort = "lower(t.email)"_L1},
    ListColumnFacts{.id = "customer"_L1,
                    .value = "f.stripe_customer_id"_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "created"_L1, .value = "t.created_at"_L1},
};
constexpr std::array tenantLookups{
    ListLookup{""_L1, "SELECT x.id FROM tenants x WHERE x.id = CAST(:id AS uuid)"_L1},
    ListLookup{"sub_"_L1,
               "SELECT x.tenant_id FROM stripe_subscriptions x"
               " WHERE x.stripe_subscription_id = :id"_L1},
    ListLookup{"in_"_L1,
               "SELECT x.tenant_id FROM stripe_invoices x"
               " WHERE x.stripe_invoice_id = :id"_L1},
};

constexpr std::array subscriptionColumns{
    ListColumnFacts{.id = "tenant"_L1,
                    .value = "t.name"_L1,
                    .sort = "t.name" OMS_NAME_ORDER ""_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "status"_L1, .value = "s.status::text"_L1, .sort = "s.status"_L1},
    ListColumnFacts{.id = "product"_L1,
                    .value = "s.description"_L1,
                    .sort = "s.description" OMS_NAME_ORDER ""_L1},
    ListColumnFacts{
        .id = "amount"_L1, .value = "s.amount"_L1, .currency = "s.currency"_L1, .isNullable = true},
    // Stripe bills all items of a subscription in one rhythm.
    ListColumnFacts{.id = "interval"_L1,
                    .value = "(SELECT CASE x.recurring_interval_count WHEN 1 THEN ''"
                             " ELSE x.recurring_interval_count || ' ' END || x.recurring_interval"
                             " FROM stripe_subscription_items x"
                             " WHERE x.subscription_id = s.id AND NOT x.is_deleted"
                             " ORDER BY x.id LIMIT 1)"_L1,
                    .isNullable = true},
    ListColumnFacts{.id = "period_end"_L1, .value = "s.current_period_end"_L1, .isNullable = true},
    ListColumnFacts{.id = "cancel_at"_L1,
                    .value = "CASE WHEN s.ended_at IS NULL"
                             " AND s.status NOT IN ('canceled', 'incomplete_expired')"
                             " THEN coalesce(s.cancel_at, CASE WHEN s.cancel_at_period_end"
                             " THEN s.current_period_end END) END"_L1,
                    .isNullable = true},
    ListColumnFacts{.id = "collection"_L1, .value = "s.collection_method"_L1, .isNullable = true},
    ListColumnFacts{.id = "subscription"_L1, .value = "s.stripe_subscription_id"_L1},
    ListColumnFacts{.id = "created"_L1, .value = "s.created"_L1, .isNullable = true},
};
constexpr std::array subscriptionLookups{
    ListLookup{""_L1,
               "SELECT x.id FROM stripe_subscriptions x"
               " WHERE x.id = CAST(:id AS uuid) OR x.tenant_id = CAST(:id AS uuid)"_L1},
    ListLookup{"cus_"_L1,
               "SELECT x.id FROM stripe_subscriptions x"
               " WHERE x.stripe_customer_id = :id"_L1},
    ListLookup{"in_"_L1,
               "SELECT x.id FROM stripe_subscriptions x JOIN stripe_invoices y"
               " ON y.stripe_subscription_id = x.stripe_subscription_id"
               " WHERE y.stripe_invoice_id = :id"_L1},
};

constexpr std::array invoiceColumns{
    ListColumnFacts{.id = "number"_L1, .value = "i.number"_L1, .isNullable = true},
    ListColumnFacts{.id = "tenant"_L1,
                    .value = "t.name"_L1,
                    .sort = "t.name" OMS_NAME_ORDER ""_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "status"_L1, .value = OMS_INVOICE_STATUS ""_L1, .readsClock = true},
    ListColumnFacts{.id = "attempts"_L1, .value = "i.attempt_count"_L1},
    ListColumnFacts{.id = "total"_L1, .value = "i.total"_L1, .currency = "i.currency"_L1},
    ListColumnFacts{
        .id = "remaining"_L1, .value = "i.amount_remaining"_L1, .currency = "i.currency"_L1},
    ListColumnFacts{.id = "due"_L1, .value = "i.due_date"_L1, .isNullable = true},
    ListColumnFacts{.id = "paid"_L1, .value = "i.paid_at"_L1, .isNullable = true},
    ListColumnFacts{.id = "invoice"_L1, .value = "i.stripe_invoice_id"_L1},
    ListColumnFacts{.id = "created"_L1, .value = "i.created"_L1, .isNullable = true},
};
constexpr std::array invoiceLookups{
    ListLookup{""_L1,
               "SELECT x.id FROM stripe_invoices x"
               " WHERE x.id = CAST(:id AS uuid) OR x.tenant_id = CAST(:id AS uuid)"_L1},
    ListLookup{"cus_"_L1,
               "SELECT x.id FROM stripe_invoices x"
               " WHERE x.stripe_customer_id = :id"_L1},
    ListLookup{"sub_"_L1,
               "SELECT x.id FROM stripe_invoices x"
               " WHERE x.stripe_subscription_id = :id"_L1},
    ListLookup{"pi_"_L1,
               "SELECT x.id FROM stripe_invoices x JOIN stripe_payment_intents y"
               " ON y.stripe_invoice_id = x.stripe_invoice_id"
               " WHERE y.stripe_payment_intent_id = :id"_L1},
};
constexpr std::array invoiceStates{
    ListState{"draft"_L1, "i.status = 'draft'"_L1},
    ListState{"open"_L1, "i.status = 'open'"_L1},
    ListState{"overdue"_L1, "i.status = 'open'"_L1},
    ListState{"retrying"_L1, "i.status = 'open'"_L1},
    ListState{"failed"_L1, "i.status = 'open'"_L1},
    ListState{"paid"_L1, "i.status = 'paid'"_L1},
    ListState{"uncollectible"_L1, "i.status = 'uncollectible'"_L1},
    ListState{"void"_L1, "i.status = 'void'"_L1},
    ListState{"deleted"_L1, "i.status = 'deleted'"_L1},
    ListState{"unknown"_L1, "i.status = 'unknown'"_L1},
};

constexpr std::array driftColumns{
    ListColumnFacts{.id = "object"_L1, .value = "d.stripe_id"_L1},
    ListColumnFacts{.id = "kind"_L1, .value = "d.kind"_L1},
    ListColumnFacts{.id = "tenant"_L1,
                    .value = "t.name"_L1,
                    .sort = "t.name" OMS_NAME_ORDER ""_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "status"_L1, .value = "d.what"_L1},
    ListColumnFacts{.id = "field"_L1, .value = "d.field"_L1},
    ListColumnFacts{.id = "here"_L1, .value = "d.here"_L1, .isNullable = true},
    ListColumnFacts{.id = "there"_L1, .value = "d.there"_L1, .isNullable = true},
    ListColumnFacts{.id = "stake"_L1,
                    .value = "d.stake"_L1,
                    .currency = "d.currency"_L1,
                    .sort = "d.stake_order"_L1},
    ListColumnFacts{.id = "event"_L1, .value = "d.event_type"_L1, .isNullable = true},
    ListColumnFacts{.id = "found"_L1, .value = "d.found_at"_L1},
    ListColumnFacts{.id = "event_id"_L1, .value = "d.event_id"_L1, .isNullable = true},
    ListColumnFacts{.id = "event_state"_L1, .value = "d.event_state"_L1, .isNullable = true},
    ListColumnFacts{.id = "customer"_L1, .value = "d.stripe_customer_id"_L1, .isNullable = true},
    ListColumnFacts{.id = "problem"_L1, .value = "d.problem"_L1, .isNullable = true},
};
constexpr std::array driftLookups{
    ListLookup{""_L1,
               "SELECT x.id FROM open_drift x"
               " WHERE x.id = CAST(:id AS uuid) OR x.tenant_id = CAST(:id AS uuid)"_L1},
    ListLookup{"cus_"_L1,
               "SELECT x.id FROM open_drift x"
               " WHERE x.stripe_customer_id = :id OR x.stripe_id = :id"_L1},
};

constexpr std::array eventColumns{
    ListColumnFacts{.id = "type"_L1, .value = "e.event_type"_L1},
    ListColumnFacts{.id = "tenant"_L1,
                    .value = "t.name"_L1,
                    .sort = "t.name" OMS_NAME_ORDER ""_L1,
                    .isJoined = true,
                    .isNullable = true},
    ListColumnFacts{.id = "status"_L1, .value = shownEventState},
    ListColumnFacts{.id = "attempts"_L1, .value = "e.attempts"_L1},
    ListColumnFacts{.id = "received"_L1, .value = "e.received_at"_L1},
    ListColumnFacts{
        .id = "lag"_L1,
        .value = "floor(extract(epoch FROM e.processed_at - e.received_at) * 1000)::bigint"_L1,
        .isNullable = true},
    ListColumnFacts{.id = "kind"_L1, .value = "e.object_type"_L1, .isNullable = true},
    ListColumnFacts{.id = "object"_L1, .value = "e.object_id"_L1, .isNullable = true},
    ListColumnFacts{.id = "event"_L1, .value = "e.stripe_event_id"_L1},
    ListColumnFacts{.id = "created"_L1, .value = "e.created"_L1},
    ListColumnFacts{.id = "via"_L1, .value = "e.via"_L1},
    ListColumnFacts{.id = "version"_L1, .value = "e.api_version"_L1, .isNullable = true},
    ListColumnFacts{.id = "request"_L1, .value = "e.request_id"_L1, .isNullable = true},
    ListColumnFacts{.id = "error"_L1, .value = "e.last_error"_L1, .isNullable = true},
};
constexpr std::array eventLookups{
    ListLookup{""_L1,
               "SELECT x.id FROM stripe_webhook_events x"
               " WHERE x.id = CAST(:id AS uuid) OR x.tenant_id = CAST(:id AS uuid)"_L1},
};
// What is at work is among few: partial indexes find it.
constexpr std::array eventStates{
    ListState{"waiting"_L1, "e.state = 'waiting'"_L1},
    ListState{"retrying"_L1, "e.state IN ('failed', 'dead')"_L1},
    ListState{"dead"_L1, "e.state IN ('failed', 'dead')"_L1},
};

const std::array lists{
    ListFacts{.list = core::ListId::Tenants,
              .table = "tenants t"_L1,
              .id = "t.id"_L1,
              .join = "LEFT JOIN tenant_figures f ON f.tenant_id = t.id"_L1,
              .columns = tenantColumns,
              .defaultSort = "name"_L1,
              .defaultOrder = Qt::AscendingOrder,
              .containing = "SELECT x.id FROM tenants x"
                            " WHERE x.name ILIKE :pattern OR x.email ILIKE :pattern"
                            " UNION ALL SELECT c.tenant_id FROM stripe_customers c"
                            " WHERE c.stripe_customer_id ILIKE :pattern"_L1,
              .containingLong = {},
              .matching = {},
              .matchingLong = {},
              .lookups = tenantLookups,
              .states = {}},
    ListFacts{.list = core::ListId::Subscriptions,
              .table = "stripe_subscriptions s"_L1,
              .id = "s.id"_L1,
              .join = "LEFT JOIN tenants t ON t.id = s.tenant_id"_L1,
              .columns = subscriptionColumns,
              .defaultSort = "created"_L1,
              .defaultOrder = Qt::DescendingOrder,
              .containing = "SELECT x.id FROM stripe_subscriptions x"
                            " WHERE x.stripe_subscription_id ILIKE :pattern"
                            " UNION ALL SELECT x.id FROM stripe_subscriptions x"
                            " JOIN tenants y ON y.id = x.tenant_id"
                            " WHERE y.name ILIKE :pattern OR y.email ILIKE :pattern"_L1,
              .containingLong = {},
              .matching = {},
              .matchingLong = {},
              .lookups = subscriptionLookups,
              .states = {}},
    ListFacts{.list = core::ListId::Invoices,
              .table = "stripe_invoices i"_L1,
              .id = "i.id"_L1,
              .join = "LEFT JOIN tenants t ON t.id = i.tenant_id"_L1,
              .columns = invoiceColumns,
              .defaultSort = "created"_L1,
              .defaultOrder = Qt::DescendingOrder,
              .containing = "SELECT x.id FROM stripe_invoices x"
                            " JOIN tenants y ON y.id = x.tenant_id"
                            " WHERE y.name ILIKE :pattern OR y.email ILIKE :pattern"_L1,
              // The tenants first, then their invoices, whatever the planner thinks of both.
              .containingLong =
                  "SELECT x.id FROM stripe_invoices x WHERE x.tenant_id = ANY (ARRAY("
                  "SELECT y.id FROM tenants y"
                  " WHERE y.name ILIKE :pattern OR y.email ILIKE :pattern))"
                  " UNION ALL SELECT x.id FROM stripe_invoices x"
                  " WHERE x.number ILIKE :pattern OR x.stripe_invoice_id ILIKE :pattern"_L1,
              .matching = "i.tenant_id IN (SELECT y.id FROM tenants y"
                          " WHERE y.name ILIKE :pattern OR y.email ILIKE :pattern)"_L1,
              .matchingLong = "i.number ILIKE :pattern OR i.stripe_invoice_id ILIKE :pattern"_L1,
              .lookups = invoiceLookups,
              .states = invoiceStates},
    ListFacts{.list = core::ListId::Drift,
              .table = "open_drift d"_L1,
              .id = "d.id"_L1,
              .join = "LEFT JOIN tenants t ON t.id = d.tenant_id"_L1,
              .columns = driftColumns,
              .defaultSort = "stake"_L1,
              .defaultOrder = Qt::DescendingOrder,
              .containing =
                  "SELECT x.id FROM open_drift x LEFT JOIN tenants y ON y.id = x.tenant_id"
                  " WHERE x.stripe_id ILIKE :pattern OR x.field ILIKE :pattern"
                  " OR x.event_id ILIKE :pattern"
                  " OR y.name ILIKE :pattern OR y.email ILIKE :pattern"_L1,
              .containingLong = {},
              .matching = {},
              .matchingLong = {},
              .lookups = driftLookups,
              .states = {}},
    ListFacts{.list = core::ListId::Events,
              .table = "stripe_webhook_events e"_L1,
              .id = "e.id"_L1,
              .join = "LEFT JOIN tenants t ON t.id = e.tenant_id"_L1,
              .columns = eventColumns,
              .defaultSort = "received"_L1,
              .defaultOrder = Qt::DescendingOrder,
              // Whole ids lead to their events by an index; parts of them would read everything.
              .containing = "SELECT x.id FROM stripe_webhook_events x WHERE x.object_id = :exact"
                            " UNION ALL SELECT x.id FROM stripe_webhook_events x"
                            " WHERE x.stripe_event_id = :exact"
                            " UNION ALL SELECT x.id FROM stripe_webhook_events x"
                            " WHERE x.event_type ILIKE :pattern OR x.tenant_id IN"
                            " (SELECT y.id FROM tenants y"
                            " WHERE y.name ILIKE :pattern OR y.email ILIKE :pattern)"_L1,
              .containingLong = {},
              .matching = "e.object_id = :exact OR e.stripe_event_id = :exact"
                          " OR e.event_type ILIKE :pattern OR e.tenant_id IN"
                          " (SELECT y.id FROM tenants y"
                          " WHERE y.name ILIKE :pattern OR y.email ILIKE :pattern)"_L1,
              .matchingLong = {},
              .lookups = eventLookups,
              .states = eventStates},
};

} // namespace

const ListFacts &factsOf(core::ListId list)
{
    return *std::ranges::find(lists, list, &ListFacts::list); // every ListId has its row
}

const ListColumnFacts *columnFacts(const ListFacts &facts, QStringView id)
{
    const auto it =
        std::ranges::find_if(facts.columns, [&](const auto &column) { return column.id == id; });
    return it == facts.columns.end() ? nullptr : &*it;
}

QLatin1StringView derivedInvoiceStatus()
{
    return OMS_INVOICE_STATUS ""_L1;
}

} // namespace db
