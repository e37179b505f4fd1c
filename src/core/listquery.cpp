// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listquery.h"

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

struct ListFacts
{
    ListId list;
    QLatin1StringView text;
    std::span<const ListColumn> columns;
    QLatin1StringView summed;
};
constexpr std::array lists{
    ListFacts{ListId::Tenants, "tenants"_L1, tenantColumns, "mrr"_L1},
    ListFacts{ListId::Subscriptions, "subscriptions"_L1, subscriptionColumns, "amount"_L1},
    ListFacts{ListId::Invoices, "invoices"_L1, invoiceColumns, "remaining"_L1},
};

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

QString toText(ListId list)
{
    return factsOf(list).text;
}

} // namespace core
