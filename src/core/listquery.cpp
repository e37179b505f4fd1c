// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listquery.h"

#include "core/texttable.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {
namespace {

constexpr std::array tenantColumns{
    ListColumn{"name"_L1, ColumnKind::Text},
    ListColumn{"status"_L1, ColumnKind::Status}, // the subscription's where there is one
    ListColumn{"plan"_L1, ColumnKind::Text},     // the tier's wire text
    ListColumn{"mrr"_L1, ColumnKind::Money},
    ListColumn{"overdue"_L1, ColumnKind::Money},
    ListColumn{"peak_limit"_L1, ColumnKind::Ratio},
    ListColumn{"renews"_L1, ColumnKind::DateTime},
    ListColumn{"email"_L1, ColumnKind::Text},
    ListColumn{"customer"_L1, ColumnKind::Mono}, // Stripe's customer id
    ListColumn{"created"_L1, ColumnKind::DateTime},
};
constexpr std::array subscriptionColumns{
    ListColumn{"tenant"_L1, ColumnKind::Text},
    ListColumn{"status"_L1, ColumnKind::Status},
    ListColumn{"product"_L1, ColumnKind::Text},  // "Professional Plan × 3"
    ListColumn{"amount"_L1, ColumnKind::Money},  // a period's, licensed items
    ListColumn{"interval"_L1, ColumnKind::Text}, // "month", "3 month", "year"
    ListColumn{"period_end"_L1, ColumnKind::DateTime},
    ListColumn{"cancel_at"_L1, ColumnKind::DateTime}, // scheduled end, else null
    ListColumn{"collection"_L1, ColumnKind::Text},    // charge_automatically, send_invoice
    ListColumn{"subscription"_L1, ColumnKind::Mono},  // Stripe's subscription id
    ListColumn{"created"_L1, ColumnKind::DateTime},
};
constexpr std::array invoiceColumns{
    ListColumn{"number"_L1, ColumnKind::Mono},
    ListColumn{"tenant"_L1, ColumnKind::Text},
    ListColumn{"status"_L1, ColumnKind::Status}, // draft open overdue retrying failed paid …
    ListColumn{"attempts"_L1, ColumnKind::Count},
    ListColumn{"total"_L1, ColumnKind::Money},
    ListColumn{"remaining"_L1, ColumnKind::Money},
    ListColumn{"due"_L1, ColumnKind::DateTime},
    ListColumn{"paid"_L1, ColumnKind::DateTime},
    ListColumn{"invoice"_L1, ColumnKind::Mono}, // Stripe's invoice id
    ListColumn{"created"_L1, ColumnKind::DateTime},
};

constexpr std::array driftColumns{
    ListColumn{"object"_L1, ColumnKind::Mono}, // Stripe's id
    ListColumn{"kind"_L1, ColumnKind::Text},   // Stripe's word for what it is
    ListColumn{"tenant"_L1, ColumnKind::Text},
    ListColumn{"status"_L1, ColumnKind::Status}, // differs missing_here missing_there adopting
    ListColumn{"field"_L1, ColumnKind::Text},
    ListColumn{"here"_L1, ColumnKind::Text},
    ListColumn{"there"_L1, ColumnKind::Text},
    ListColumn{"stake"_L1, ColumnKind::Money},
    ListColumn{"event"_L1, ColumnKind::Mono}, // the type of the event that would have told
    ListColumn{"found"_L1, ColumnKind::DateTime},
    ListColumn{"event_id"_L1, ColumnKind::Mono},
    ListColumn{"event_state"_L1, ColumnKind::Text}, // empty: it never came
    ListColumn{"customer"_L1, ColumnKind::Mono},
    ListColumn{"problem"_L1, ColumnKind::Text}, // why Stripe's value could not be taken
};

constexpr std::array eventColumns{
    ListColumn{"type"_L1, ColumnKind::Mono},
    ListColumn{"tenant"_L1, ColumnKind::Text},
    ListColumn{"status"_L1, ColumnKind::Status}, // waiting retrying dead done ignored refused
    ListColumn{"attempts"_L1, ColumnKind::Count},
    ListColumn{"received"_L1, ColumnKind::DateTime},
    ListColumn{"lag"_L1, ColumnKind::Count}, // milliseconds from receipt to its end
    ListColumn{"kind"_L1, ColumnKind::Text}, // Stripe's word for its object
    ListColumn{"object"_L1, ColumnKind::Mono},
    ListColumn{"event"_L1, ColumnKind::Mono}, // Stripe's event id
    ListColumn{"created"_L1, ColumnKind::DateTime},
    ListColumn{"via"_L1, ColumnKind::Text}, // webhook poll
    ListColumn{"version"_L1, ColumnKind::Text},
    ListColumn{"request"_L1, ColumnKind::Mono},
    ListColumn{"error"_L1, ColumnKind::Text}, // what the last attempt failed of
};

struct ListFacts
{
    ListId list;
    QLatin1StringView text;
    std::span<const ListColumn> columns;
    QLatin1StringView summed;
    QLatin1StringView entity;
    bool showsTenantNames;
};
constexpr std::array lists{
    ListFacts{ListId::Tenants, "tenants"_L1, tenantColumns, "mrr"_L1, "tenant"_L1, false},
    ListFacts{ListId::Subscriptions, "subscriptions"_L1, subscriptionColumns, "amount"_L1,
              "subscription"_L1, true},
    ListFacts{ListId::Invoices, "invoices"_L1, invoiceColumns, "remaining"_L1, "invoice"_L1, true},
    ListFacts{ListId::Drift, "drift"_L1, driftColumns, "stake"_L1, "drift"_L1, true},
    ListFacts{ListId::Events, "events"_L1, eventColumns, {}, "event"_L1, true},
};

constexpr std::array operatorTexts{
    EnumText{FilterOperator::Contains, "contains"_L1},
    EnumText{FilterOperator::Equals, "equals"_L1},
    EnumText{FilterOperator::NotEquals, "not_equals"_L1},
    EnumText{FilterOperator::AtLeast, "at_least"_L1},
    EnumText{FilterOperator::AtMost, "at_most"_L1},
    EnumText{FilterOperator::Before, "before"_L1},
    EnumText{FilterOperator::After, "after"_L1},
    EnumText{FilterOperator::Within, "within"_L1},
    EnumText{FilterOperator::IsSet, "is_set"_L1},
};

bool isDays(ListId list, const Filter &filter)
{
    const auto columns = columnsOf(list);
    const auto column = std::ranges::find(columns, filter.column, &ListColumn::id);
    return column != columns.end() && column->kind == ColumnKind::DateTime
        && filter.value.typeId() == QMetaType::LongLong;
}

const ListFacts &factsOf(ListId list)
{
    return *std::ranges::find(lists, list, &ListFacts::list); // every ListId has its row
}

} // namespace

std::span<const ListColumn> columnsOf(ListId list)
{
    return factsOf(list).columns;
}

int columnIndex(ListId list, QLatin1StringView id)
{
    const auto columns = columnsOf(list);
    const auto it = std::ranges::find(columns, id, &ListColumn::id);
    return it == columns.end() ? -1 : static_cast<int>(it - columns.begin());
}

QLatin1StringView summedColumn(ListId list)
{
    return factsOf(list).summed;
}

QLatin1StringView entityOf(ListId list)
{
    return factsOf(list).entity;
}

bool showsTenantNames(ListId list)
{
    return factsOf(list).showsTenantNames;
}

QString toText(ListId list)
{
    return factsOf(list).text;
}

QString toText(FilterOperator op)
{
    return textOf(operatorTexts, op);
}

std::optional<FilterOperator> filterOperatorFromText(QStringView text)
{
    return valueOf(operatorTexts, text);
}

ListQuery resolved(ListQuery query, const QDateTime &now)
{
    QList<Filter> filters;
    for (Filter filter : std::as_const(query.filters)) {
        if (!isDays(query.list, filter)) {
            filters.append(filter);
            continue;
        }
        const QDateTime then = now.addDays(filter.value.toLongLong());
        if (filter.op == FilterOperator::Within) {
            filters.append({filter.column, FilterOperator::After, std::min(now, then)});
            filters.append({filter.column, FilterOperator::Before, std::max(now, then)});
        } else {
            filter.value = then;
            filters.append(filter);
        }
    }
    query.filters = filters;
    return query;
}

ListQuery onlyRows(ListQuery query, QList<QUuid> ids)
{
    query.search.clear();
    query.filters.clear();
    query.selection = {RowSelection::Kind::Only, std::move(ids)};
    return query;
}

} // namespace core
