// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/stripepage.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

struct DashboardFolder
{
    QLatin1StringView prefix;
    QLatin1StringView folder;
};
constexpr std::array folders{
    DashboardFolder{"cus_"_L1, "customers"_L1}, DashboardFolder{"sub_"_L1, "subscriptions"_L1},
    DashboardFolder{"in_"_L1, "invoices"_L1},   DashboardFolder{"pi_"_L1, "payments"_L1},
    DashboardFolder{"prod_"_L1, "products"_L1}, DashboardFolder{"price_"_L1, "prices"_L1},
    DashboardFolder{"evt_"_L1, "events"_L1},    DashboardFolder{"we_"_L1, "webhooks"_L1},
};

} // namespace

QUrl stripePage(const QString &stripeId, bool isTestMode)
{
    const auto it = std::ranges::find_if(
        folders, [&](const DashboardFolder &row) { return stripeId.startsWith(row.prefix); });
    if (it == folders.end())
        return {};
    return QUrl(u"https://dashboard.stripe.com/%1%2/%3"_s.arg(isTestMode ? u"test/"_s : QString(),
                                                              it->folder, stripeId));
}

} // namespace services
