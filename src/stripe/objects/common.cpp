// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/objects/common.h"

#include "stripe/secrets.h"

#include <QCoreApplication>
#include <QSet>

namespace stripe {

using core::Error;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::Objects)
};

core::UsageType usageTypeOf(const QJsonObject &terms)
{
    return core::usageTypeFromText(textOf(terms, "usage_type")).value_or(core::UsageType::Licensed);
}

core::Recurrence recurrenceOf(const QJsonObject &terms)
{
    return {.interval = textOf(terms, "interval"),
            .count = static_cast<int>(integerOf(terms, "interval_count", 1))};
}

/// The coupon stands in `coupon`, from 2025-09-30 on in `source.coupon`; either may be its id.
core::Discount discountFrom(const QJsonObject &discount)
{
    QJsonValue coupon = discount.value(QLatin1StringView("coupon"));
    if (coupon.isNull() || coupon.isUndefined())
        coupon = objectOf(discount, "source").value(QLatin1StringView("coupon"));
    const QJsonObject terms = coupon.toObject();
    core::Discount result{.couponId = idOf(coupon),
                          .percentOff = {},
                          .amountOff = optionalIntegerOf(terms, "amount_off"),
                          .duration = textOf(terms, "duration")};
    const QJsonValue percent = terms.value(QLatin1StringView("percent_off"));
    if (percent.isDouble())
        result.percentOff = percent.toDouble();
    return result;
}

} // namespace

core::Result<QJsonObject> checkedObject(const QJsonObject &json, const char *kind,
                                        const core::Snapshot &origin)
{
    const QString given = textOf(json, "object");
    if (given != QLatin1StringView(kind))
        return core::fail(Error::Kind::Invalid,
                          Words::tr("Stripe sent another kind of object than expected."),
                          QStringLiteral("%1 instead of %2").arg(given, QLatin1StringView(kind)),
                          QStringLiteral("object"));
    if (textOf(json, "id").isEmpty())
        return core::fail(Error::Kind::Invalid, Words::tr("Stripe sent an object without an id."),
                          QString::fromLatin1(kind), QStringLiteral("id"));
    if (!origin.rawText.isEmpty())
        return json;
    return storable(withoutSecrets(json));
}

core::Snapshot snapshotOf(const QJsonObject &object, core::Snapshot origin)
{
    origin.livemode = flagOf(object, "livemode", origin.livemode); // deleted stubs have none
    origin.raw = object;
    return origin;
}

PriceTerms priceTermsOf(const QJsonObject &price)
{
    const QJsonObject recurring = objectOf(price, "recurring");
    PriceTerms terms{.id = textOf(price, "id"),
                     .productId = idOf(price, "product"),
                     .currency = textOf(price, "currency"),
                     .unitAmount = optionalIntegerOf(price, "unit_amount"),
                     .unitAmountDecimal = textOf(price, "unit_amount_decimal"),
                     .billingScheme = textOf(price, "billing_scheme"),
                     .recurrence = {},
                     .usageType = usageTypeOf(recurring)};
    if (!recurring.isEmpty())
        terms.recurrence = recurrenceOf(recurring);
    return terms;
}

PriceTerms planTermsOf(const QJsonObject &plan)
{
    return {.id = textOf(plan, "id"),
            .productId = idOf(plan, "product"),
            .currency = textOf(plan, "currency"),
            .unitAmount = optionalIntegerOf(plan, "amount"),
            .unitAmountDecimal = textOf(plan, "amount_decimal"),
            .billingScheme = textOf(plan, "billing_scheme"),
            .recurrence = recurrenceOf(plan),
            .usageType = usageTypeOf(plan)};
}

bool leavesPaymentsOut(const core::Snapshot &origin)
{
    return QStringView(origin.apiVersion).first(std::min<qsizetype>(10, origin.apiVersion.size()))
        >= QLatin1StringView("2025-03-31");
}

QList<core::Discount> discountsOf(const QJsonObject &object)
{
    QList<QJsonObject> given = elementsOf(object.value(QLatin1StringView("discounts")));
    if (const QJsonObject only = objectOf(object, "discount"); !only.isEmpty())
        given.prepend(only);
    QList<core::Discount> discounts;
    QSet<QString> seen; // an expanded `discounts` repeats the one in `discount`
    for (const QJsonObject &discount : given) {
        const QString id = textOf(discount, "id");
        if (flagOf(discount, "deleted") || (!id.isEmpty() && seen.contains(id)))
            continue;
        seen.insert(id);
        discounts.append(discountFrom(discount));
    }
    return discounts;
}

} // namespace stripe
