// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/billingwords.h"

#include "models/wording.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(BillingWords)
};

struct FieldName
{
    QLatin1StringView theirs; ///< How a parameter of Stripe's begins, or a service's name.
    QLatin1StringView ours;
};
constexpr std::array fieldNames{
    FieldName{"items"_L1, "price_id"_L1},
    FieldName{"price"_L1, "price_id"_L1},
    FieldName{"trial"_L1, "trial_days"_L1},
    FieldName{"payment_method"_L1, "collection_method"_L1},
    FieldName{"invoice_settings"_L1, "collection_method"_L1},
    FieldName{"default_payment_method"_L1, "collection_method"_L1},
    FieldName{"days_until_due"_L1, "collection_method"_L1},
    FieldName{"address[country]"_L1, "country"_L1},
    FieldName{"address[postal_code]"_L1, "postal_code"_L1},
    FieldName{"address[city]"_L1, "city"_L1},
    FieldName{"address"_L1, "line1"_L1},
};

} // namespace

QString longDate(const QDateTime &time)
{
    return time.isValid() ? models::dayAndYearText(time.toUTC().date()) : QString();
}

QString recurrenceText(const core::Recurrence &recurrence)
{
    return models::intervalText(u"%1 %2"_s.arg(recurrence.count).arg(recurrence.interval));
}

QString priceText(const std::optional<core::Money> &amount, const core::Recurrence &recurrence)
{
    if (!amount)
        return Words::tr("price by usage, %1").arg(recurrenceText(recurrence));
    //: an amount and how often: "99.00 EUR monthly"
    return Words::tr("%1 %2").arg(models::moneyText(*amount), recurrenceText(recurrence));
}

QString optionText(const core::PriceOption &price)
{
    const QString name = price.nickname.isEmpty() || price.nickname == price.productName
        ? price.productName
        : Words::tr("%1, %2", "product, its price's name").arg(price.productName, price.nickname);
    return Words::tr("%1 · %2", "product · price")
        .arg(name, priceText(price.amount, price.recurrence));
}

QString planTitle(const core::TenantPlan &plan)
{
    return plan.name.isEmpty() ? models::tierText(core::toText(plan.tier)) : plan.name;
}

QString subscriptionTitle(const core::TenantSubscription &subscription)
{
    if (!subscription.description.isEmpty())
        return subscription.description;
    if (!subscription.items.isEmpty() && !subscription.items.first().productName.isEmpty())
        return subscription.items.first().productName;
    return subscription.subscriptionId;
}

const QList<LimitField> &limitFields()
{
    using Limits = core::PlanLimits;
    static const QList<LimitField> fields{
        {"max_orders_per_month", &Limits::maxOrdersPerMonth,
         QT_TRANSLATE_NOOP("BillingWords", "Orders a month")},
        {"max_active_drivers", &Limits::maxActiveDrivers,
         QT_TRANSLATE_NOOP("BillingWords", "Active drivers")},
        {"max_storage_gb", &Limits::maxStorageGb, QT_TRANSLATE_NOOP("BillingWords", "Storage, GB")},
        {"api_rate_limit_per_minute", &Limits::apiRateLimitPerMinute,
         QT_TRANSLATE_NOOP("BillingWords", "API calls a minute")},
    };
    return fields;
}

QString limitTitle(const LimitField &limit)
{
    return QCoreApplication::translate("BillingWords", limit.text);
}

QString limitText(const std::optional<qint64> &limit)
{
    return limit ? models::countText(*limit) : u"–"_s;
}

QString fieldOf(const QString &errorField)
{
    for (const FieldName &row : fieldNames) {
        if (errorField.startsWith(row.theirs))
            return row.ours;
    }
    return errorField;
}

bool isLiving(const core::TenantSubscription &subscription)
{
    return !subscription.endedAt.isValid() && subscription.status != "canceled"_L1
        && subscription.status != "incomplete_expired"_L1;
}

} // namespace ui
