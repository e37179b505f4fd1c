// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/discounts.h"

#include "sandbox/amounts.h"
#include "sandbox/billing.h"
#include "sandbox/fields.h"
#include "sandbox/listing.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

static QJsonValue orNull(qint64 value)
{
    return value ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

static std::optional<ApiError> couponFault(const Context &context, const Params &params)
{
    const bool isPercent = params.has("percent_off"_L1);
    if (isPercent == params.has("amount_off"_L1)) {
        return invalid(u"You must pass exactly one of `percent_off` and `amount_off`."_s,
                       u"percent_off"_s, u"parameter_missing"_s);
    }
    bool isNumber = true;
    const double percent = isPercent ? params.text("percent_off"_L1).toDouble(&isNumber) : 100;
    if (!isNumber || percent <= 0 || percent > 100)
        return invalid(u"Invalid percent_off: must be greater than 0 and at most 100."_s,
                       u"percent_off"_s);
    if (!isPercent && params.integer("amount_off"_L1) < 1) {
        return invalid(u"This value must be greater than or equal to 1."_s, u"amount_off"_s,
                       u"parameter_invalid_integer"_s);
    }
    if (!isPercent && !params.has("currency"_L1)) {
        return invalid(u"You must pass `currency` when passing `amount_off`."_s, u"currency"_s,
                       u"parameter_missing"_s);
    }
    const bool repeats = params.text("duration"_L1) == "repeating"_L1;
    if (repeats != params.has("duration_in_months"_L1)) {
        return invalid(u"You must pass `duration_in_months` if, and only if, `duration` is "
                       "`repeating`."_s,
                       u"duration_in_months"_s, u"parameter_missing"_s);
    }
    if (!context.store.find(Kind::Coupon, params.text("id"_L1)).isEmpty())
        return invalid(u"Coupon already exists."_s, u"id"_s, u"resource_already_exists"_s);
    return std::nullopt;
}

static bool isValid(const QJsonObject &coupon, qint64 now)
{
    const qint64 most = number(coupon, "max_redemptions"_L1);
    const qint64 until = number(coupon, "redeem_by"_L1);
    return !flag(coupon, "deleted"_L1) && (!most || number(coupon, "times_redeemed"_L1) < most)
        && (!until || now <= until);
}

Answer createCoupon(Context &context, const Call &call)
{
    const Params &params = call.params;
    if (std::optional<ApiError> wrong = couponFault(context, params))
        return tl::unexpected(*wrong);
    const bool isPercent = params.has("percent_off"_L1);
    QJsonObject coupon{
        {u"id"_s, params.text("id"_L1, newId(Kind::Coupon))},
        {u"object"_s, toText(Kind::Coupon)},
        {u"amount_off"_s, orNull(params.integer("amount_off"_L1))},
        {u"created"_s, context.now()},
        {u"currency"_s,
         isPercent ? QJsonValue(QJsonValue::Null)
                   : QJsonValue(params.text("currency"_L1).toLower())},
        {u"duration"_s, params.text("duration"_L1)},
        {u"duration_in_months"_s, orNull(params.integer("duration_in_months"_L1))},
        {u"livemode"_s, false},
        {u"max_redemptions"_s, orNull(params.integer("max_redemptions"_L1))},
        {u"metadata"_s, QJsonObject()},
        {u"name"_s, QJsonValue::Null},
        {u"percent_off"_s,
         isPercent ? QJsonValue(params.text("percent_off"_L1).toDouble())
                   : QJsonValue(QJsonValue::Null)},
        {u"redeem_by"_s, orNull(params.integer("redeem_by"_L1))},
        {u"times_redeemed"_s, 0},
        {u"valid"_s, true},
    };
    takeTexts(coupon, params, std::array{"name"_L1});
    takeMetadata(coupon, params);
    context.create(Kind::Coupon, coupon, u"coupon.created"_s);
    return coupon;
}

/// A deleted one is not found any more; discounts made of it stay.
static Answer living(Context &context, const QString &id)
{
    const Answer found = retrieve(context, Kind::Coupon, id);
    if (found && flag(*found, "deleted"_L1))
        return tl::unexpected(notFound(Kind::Coupon, id));
    if (!found)
        return found;
    QJsonObject coupon = *found;
    coupon.insert("valid"_L1, isValid(coupon, context.now()));
    return coupon;
}

Answer retrieveCoupon(Context &context, const Call &call)
{
    return living(context, call.id);
}

Answer updateCoupon(Context &context, const Call &call)
{
    const Answer found = living(context, call.id);
    if (!found)
        return found;
    QJsonObject coupon = *found;
    takeTexts(coupon, call.params, std::array{"name"_L1});
    takeMetadata(coupon, call.params);
    context.change(Kind::Coupon, coupon, u"coupon.updated"_s);
    return coupon;
}

Answer deleteCoupon(Context &context, const Call &call)
{
    const Answer found = living(context, call.id);
    if (!found)
        return found;
    const QJsonObject stub = demo::deletedJson(call.id, toText(Kind::Coupon));
    context.save(Kind::Coupon, stub);
    context.tell(u"coupon.deleted"_s, *found);
    return stub;
}

Answer listCoupons(Context &context, const Call &call)
{
    const auto query = listQuery(Kind::Coupon, call.params);
    return query ? listAnswer(context, call, *query) : tl::unexpected(query.error());
}

static QJsonObject newDiscount(const Context &context, const QJsonObject &subscription,
                               const QJsonObject &coupon)
{
    const qint64 months = number(coupon, "duration_in_months"_L1);
    const qint64 end = months ? context.nowTime().addMonths(int(months)).toSecsSinceEpoch() : 0;
    return {
        {u"id"_s, randomId("di_1"_L1, 23)},
        {u"object"_s, u"discount"_s},
        {u"checkout_session"_s, QJsonValue::Null},
        {u"coupon"_s, coupon},
        {u"customer"_s, subscription.value("customer"_L1)},
        {u"end"_s, orNull(end)},
        {u"invoice"_s, QJsonValue::Null},
        {u"invoice_item"_s, QJsonValue::Null},
        {u"promotion_code"_s, QJsonValue::Null},
        {u"start"_s, context.now()},
        {u"subscription"_s, subscription.value("id"_L1)},
    };
}

static void dropDiscount(Context &context, QJsonObject &subscription)
{
    const QJsonObject discount = subscription.value("discount"_L1).toObject();
    if (discount.isEmpty())
        return;
    subscription.insert("discount"_L1, QJsonValue::Null);
    subscription.insert("discounts"_L1, QJsonArray());
    context.tell(u"customer.discount.deleted"_s, discount);
}

std::optional<ApiError> takeCoupon(Context &context, QJsonObject &subscription,
                                   const Params &params)
{
    if (!params.has("coupon"_L1) && !params.unsets("coupon"_L1))
        return std::nullopt;
    const QString id = params.text("coupon"_L1);
    if (id.isEmpty()) {
        dropDiscount(context, subscription);
        return std::nullopt;
    }
    QJsonObject coupon = context.store.find(Kind::Coupon, id);
    if (coupon.isEmpty() || flag(coupon, "deleted"_L1))
        return missing(Kind::Coupon, id, u"coupon"_s);
    if (!isValid(coupon, context.now()))
        return invalid(u"Coupon expired: "_s + id, u"coupon"_s, u"coupon_expired"_s);
    const QString currency = text(coupon, "currency"_L1);
    if (!currency.isEmpty() && currency != text(subscription, "currency"_L1)) {
        return invalid(u"The coupon's currency (%1) does not match the subscription's (%2)."_s.arg(
                           currency, text(subscription, "currency"_L1)),
                       u"coupon"_s);
    }
    dropDiscount(context, subscription);
    coupon.insert("times_redeemed"_L1, number(coupon, "times_redeemed"_L1) + 1);
    coupon.insert("valid"_L1, isValid(coupon, context.now()));
    context.change(Kind::Coupon, coupon, u"coupon.updated"_s);
    const QJsonObject discount = newDiscount(context, subscription, coupon);
    subscription.insert("discount"_L1, discount);
    subscription.insert("discounts"_L1, QJsonArray{text(discount, "id"_L1)});
    context.tell(u"customer.discount.created"_s, discount);
    return std::nullopt;
}

Answer deleteDiscount(Context &context, const Call &call)
{
    const Answer found = retrieve(context, Kind::Subscription, call.id);
    if (!found)
        return found;
    QJsonObject subscription = *found;
    QJsonObject discount = subscription.value("discount"_L1).toObject();
    if (discount.isEmpty())
        return tl::unexpected(invalid(u"No active discount for subscription: "_s + call.id));
    dropDiscount(context, subscription);
    context.change(Kind::Subscription, subscription, u"customer.subscription.updated"_s);
    discount.insert("deleted"_L1, true);
    return discount;
}

QJsonObject discountAt(const QJsonObject &subscription, qint64 when)
{
    const QJsonObject discount = subscription.value("discount"_L1).toObject();
    const qint64 end = number(discount, "end"_L1);
    return end && when >= end ? QJsonObject() : discount;
}

QList<qint64> discountShares(const QJsonObject &discount, const QList<demo::InvoiceLine> &lines)
{
    const QJsonObject coupon = discount.value("coupon"_L1).toObject();
    const qint64 hundredths = qRound64(coupon.value("percent_off"_L1).toDouble() * 100);
    qint64 whole = 0;
    for (const demo::InvoiceLine &line : lines)
        whole += line.isProration ? 0 : std::max<qint64>(0, line.amount);
    qint64 rest = std::min(number(coupon, "amount_off"_L1), whole);
    const qint64 fixed = rest;
    QList<qint64> shares;
    qint64 left = whole; // of the lines to come, this one included
    for (const demo::InvoiceLine &line : lines) {
        const qint64 amount = line.isProration ? 0 : std::max<qint64>(0, line.amount);
        qint64 own = 0;
        if (hundredths > 0) {
            own = share(amount, hundredths, 10'000);
        } else if (fixed > 0) {
            own = left == amount ? rest : std::min(share(fixed, amount, whole), rest);
            rest -= own;
        }
        left -= amount;
        shares.append(own);
    }
    return shares;
}

void endUsedDiscount(Context &context, const QString &subscriptionId)
{
    QJsonObject subscription = context.store.find(Kind::Subscription, subscriptionId);
    const QJsonObject discount = subscription.value("discount"_L1).toObject();
    if (discount.isEmpty())
        return;
    const bool isOnce = text(discount.value("coupon"_L1).toObject(), "duration"_L1) == "once"_L1;
    if (!isOnce && !discountAt(subscription, context.now()).isEmpty())
        return;
    dropDiscount(context, subscription);
    context.change(Kind::Subscription, subscription, u"customer.subscription.updated"_s);
}

} // namespace sandbox
