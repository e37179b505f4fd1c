// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/catalogue.h"

#include "core/money.h"

#include <algorithm>
#include <array>

namespace demo {
namespace {

constexpr std::size_t kinds = priceKinds;

/// One currency's prices, in the order of PriceKind: basic, professional, enterprise by month and
/// by year (ten months' price), three custom ones, route planner, then two in tenths of a minor
/// unit: extra orders, messages.
struct PriceList
{
    QLatin1StringView currency;
    std::array<qint64, kinds> amounts;
};

using L1 = QLatin1StringView;
constexpr std::array<PriceList, 15> priceLists{{
    {L1("eur"), {2900, 9900, 49900, 29000, 99000, 499000, 89900, 149900, 299900, 700, 15, 65}},
    {L1("usd"), {3200, 10900, 54900, 32000, 109000, 549000, 98900, 164900, 329900, 800, 16, 70}},
    {L1("gbp"), {2500, 8900, 43900, 25000, 89000, 439000, 79900, 129900, 259900, 600, 13, 55}},
    {L1("chf"), {2900, 9900, 49900, 29000, 99000, 499000, 89900, 149900, 299900, 700, 15, 65}},
    {L1("pln"),
     {12900, 42900, 215000, 129000, 429000, 2150000, 389900, 649900, 1299900, 3000, 65, 280}},
    {L1("czk"),
     {72900, 249000, 1249000, 729000, 2490000, 12490000, 2249000, 3749000, 7499000, 17500, 380,
      1600}},
    {L1("sek"),
     {32900, 109000, 559000, 329000, 1090000, 5590000, 999000, 1690000, 3390000, 7900, 170, 730}},
    {L1("nok"),
     {33900, 109000, 579000, 339000, 1090000, 5790000, 1049000, 1749000, 3490000, 8200, 175, 750}},
    {L1("dkk"),
     {21900, 73900, 372000, 219000, 739000, 3720000, 669000, 1119000, 2239000, 5200, 112, 485}},
    {L1("jpy"), {4600, 15400, 78000, 46000, 154000, 780000, 139000, 235000, 469000, 1100, 24, 100}},
    {L1("kwd"),
     {9750, 32500, 152750, 97500, 325000, 1527500, 289000, 489000, 979000, 2250, 50, 210}},
    {L1("sar"),
     {11900, 39900, 205000, 119000, 399000, 2050000, 369000, 619000, 1239000, 2900, 60, 260}},
    {L1("ils"),
     {11500, 38900, 198000, 115000, 389000, 1980000, 359000, 599000, 1199000, 2800, 60, 255}},
    {L1("brl"),
     {16900, 54900, 289000, 169000, 549000, 2890000, 519000, 869000, 1739000, 4000, 85, 370}},
    {L1("aud"), {4900, 15900, 82900, 49000, 159000, 829000, 149000, 249000, 499000, 1200, 24, 105}},
}};

/// A kind of price: its id without the currency, the product, how operators call it.
struct KindFacts
{
    L1 id;
    L1 product;
    L1 nickname;
    core::PlanTier tier;
    PlanLimits limits;
};

using core::PlanTier;
constexpr PlanLimits basicLimits{1000, 10, 10, 60};
constexpr PlanLimits professionalLimits{10000, 50, 100, 300};
constexpr PlanLimits enterpriseLimits{100000, 500, 1000, 1000};
constexpr std::array<KindFacts, kinds> kindFacts{{
    {L1("price_basic_monthly"), L1("prod_basic"), L1("Basic monthly"), PlanTier::Basic,
     basicLimits},
    {L1("price_professional_monthly"), L1("prod_professional"), L1("Professional monthly"),
     PlanTier::Professional, professionalLimits},
    {L1("price_enterprise_monthly"), L1("prod_enterprise"), L1("Enterprise monthly"),
     PlanTier::Enterprise, enterpriseLimits},
    {L1("price_basic_yearly"), L1("prod_basic"), L1("Basic yearly"), PlanTier::Basic, basicLimits},
    {L1("price_professional_yearly"), L1("prod_professional"), L1("Professional yearly"),
     PlanTier::Professional, professionalLimits},
    {L1("price_enterprise_yearly"), L1("prod_enterprise"), L1("Enterprise yearly"),
     PlanTier::Enterprise, enterpriseLimits},
    {L1("price_custom_small_monthly"),
     L1("prod_custom"),
     L1("Custom small monthly"),
     PlanTier::Custom,
     {250000, 1200, 2500, 2000}},
    {L1("price_custom_medium_monthly"),
     L1("prod_custom"),
     L1("Custom medium monthly"),
     PlanTier::Custom,
     {500000, 2500, 5000, 4000}},
    {L1("price_custom_large_monthly"),
     L1("prod_custom"),
     L1("Custom large monthly"),
     PlanTier::Custom,
     {2000000, 8000, 20000, 10000}},
    {L1("price_route_planner_monthly"),
     L1("prod_route_planner"),
     L1("Route planner per driver"),
     PlanTier::Custom,
     {}},
    {L1("price_extra_orders_metered"),
     L1("prod_extra_orders"),
     L1("Extra orders"),
     PlanTier::Custom,
     {}},
    {L1("price_messages_metered"), L1("prod_messages"), L1("Messages"), PlanTier::Custom, {}},
}};

struct ProductFacts
{
    L1 id;
    L1 name;
    L1 description;
};

constexpr std::array<ProductFacts, 7> products{{
    {L1("prod_basic"), L1("Basic Plan"), L1("For a first fleet")},
    {L1("prod_professional"), L1("Professional Plan"), L1("For a growing fleet")},
    {L1("prod_enterprise"), L1("Enterprise Plan"), L1("For fleets in several cities")},
    {L1("prod_custom"), L1("Custom Plan"), L1("Limits and price set for each tenant")},
    {L1("prod_route_planner"), L1("Route planner"), L1("Route planning for each driver")},
    {L1("prod_extra_orders"), L1("Extra orders"), L1("Orders from partner shops, each")},
    {L1("prod_messages"), L1("Messages"), L1("Text messages to recipients, each")},
}};

const KindFacts &factsOf(PriceKind kind)
{
    return kindFacts[static_cast<std::size_t>(kind)];
}

/// Euro prices keep the plain ids, which the plan catalogue of a new database names.
QStringList allPriceIds()
{
    QStringList ids;
    for (const KindFacts &kind : kindFacts) {
        for (const PriceList &list : priceLists)
            ids << (list.currency == L1("eur") ? QString(kind.id)
                                               : QString(kind.id) + u'_' + list.currency);
    }
    return ids;
}

} // namespace

int currencyCount()
{
    return static_cast<int>(priceLists.size());
}

const QString &currencyCode(int currency)
{
    static const QStringList codes = [] {
        QStringList all;
        for (const PriceList &list : priceLists)
            all << QString(list.currency);
        return all;
    }();
    return codes.at(currency);
}

int currencyFromCode(QStringView code)
{
    const auto it = std::ranges::find_if(
        priceLists, [code](const PriceList &list) { return code == list.currency; });
    return it == priceLists.end() ? 0 : static_cast<int>(it - priceLists.begin());
}

qint64 chargeable(int currency, qint64 numerator, qint64 denominator)
{
    static const std::array<qint64, priceLists.size()> steps = [] {
        std::array<qint64, priceLists.size()> all{};
        for (std::size_t at = 0; at < all.size(); ++at)
            all[at] = core::currencyExponent(QString(priceLists[at].currency)) == 3 ? 10 : 1;
        return all;
    }();
    const qint64 step = steps[static_cast<std::size_t>(currency)];
    const qint64 whole = denominator * step;
    return (numerator + whole / 2) / whole * step;
}

qint64 unitAmount(PriceKind kind, int currency)
{
    return priceLists[static_cast<std::size_t>(currency)].amounts[static_cast<std::size_t>(kind)];
}

bool isMetered(PriceKind kind)
{
    return kind == PriceKind::ExtraOrders || kind == PriceKind::Messages;
}

bool isYearly(PriceKind kind)
{
    return kind == PriceKind::BasicYearly || kind == PriceKind::ProfessionalYearly
        || kind == PriceKind::EnterpriseYearly;
}

qint64 mrrTwelfths(PriceKind kind, int currency, qint64 quantity)
{
    if (isMetered(kind))
        return 0;
    return unitAmount(kind, currency) * quantity * (isYearly(kind) ? 1 : 12);
}

const QString &priceId(PriceKind kind, int currency)
{
    static const QStringList ids = allPriceIds();
    return ids.at(static_cast<int>(kind) * currencyCount() + currency);
}

const QString &productId(PriceKind kind)
{
    static const QStringList ids = [] {
        QStringList all;
        for (const KindFacts &facts : kindFacts)
            all << QString(facts.product);
        return all;
    }();
    return ids.at(static_cast<int>(kind));
}

QString lineDescription(PriceKind kind, qint64 quantity)
{
    const L1 product = factsOf(kind).product;
    const auto it = std::ranges::find(products, product, &ProductFacts::id);
    return QString::number(quantity) + QStringLiteral(" × ") + it->name;
}

QString unitAmountDecimal(PriceKind kind, int currency)
{
    const qint64 amount = unitAmount(kind, currency);
    if (!isMetered(kind))
        return QString::number(amount);
    const QString whole = QString::number(amount / 10);
    return amount % 10 == 0 ? whole : whole + u'.' + QString::number(amount % 10);
}

core::PlanTier tierOf(PriceKind kind)
{
    return factsOf(kind).tier;
}

QString planName(core::PlanTier tier)
{
    return QString(products[static_cast<std::size_t>(tier)].name);
}

QString planDescription(core::PlanTier tier)
{
    return QString(products[static_cast<std::size_t>(tier)].description);
}

QString productName(QStringView productId)
{
    const auto it = std::ranges::find_if(
        products, [productId](const ProductFacts &facts) { return productId == facts.id; });
    return it == products.end() ? QString() : QString(it->name);
}

QStringList planFeatures(core::PlanTier tier)
{
    static const std::array<QStringList, 4> features{
        QStringList{QStringLiteral("basic_analytics"), QStringLiteral("email_support")},
        QStringList{QStringLiteral("advanced_analytics"), QStringLiteral("priority_support"),
                    QStringLiteral("custom_integrations")},
        QStringList{QStringLiteral("enterprise_analytics"), QStringLiteral("dedicated_support"),
                    QStringLiteral("custom_development"), QStringLiteral("sla")},
        QStringList{QStringLiteral("custom_features"), QStringLiteral("dedicated_support"),
                    QStringLiteral("custom_development")},
    };
    return features[static_cast<std::size_t>(tier)];
}

PlanLimits limitsOf(PriceKind kind)
{
    return factsOf(kind).limits;
}

QList<core::Product> catalogueProducts(Seconds created, const core::Snapshot &snapshot)
{
    QList<core::Product> all;
    for (const ProductFacts &facts : products) {
        core::Product product;
        product.id = facts.id;
        product.name = facts.name;
        product.description = facts.description;
        product.created = toDateTime(created);
        product.snapshot = snapshot;
        all << product;
    }
    return all;
}

QList<core::Price> cataloguePrices(Seconds created, const core::Snapshot &snapshot)
{
    QList<core::Price> all;
    for (int at = 0; at < priceKinds; ++at) {
        const auto kind = static_cast<PriceKind>(at);
        for (int currency = 0; currency < currencyCount(); ++currency) {
            core::Price price;
            price.id = priceId(kind, currency);
            price.productId = productId(kind);
            price.nickname = factsOf(kind).nickname;
            price.currency = currencyCode(currency);
            price.unitAmountDecimal = unitAmountDecimal(kind, currency);
            if (!price.unitAmountDecimal.contains(u'.'))
                price.unitAmount = price.unitAmountDecimal.toLongLong();
            price.billingScheme = QStringLiteral("per_unit");
            price.recurrence = core::Recurrence{
                isYearly(kind) ? QStringLiteral("year") : QStringLiteral("month"), 1};
            price.usageType =
                isMetered(kind) ? core::UsageType::Metered : core::UsageType::Licensed;
            price.created = toDateTime(created);
            price.snapshot = snapshot;
            all << price;
        }
    }
    return all;
}

} // namespace demo
