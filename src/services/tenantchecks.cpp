// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tenantservice.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace services {
namespace {

constexpr qsizetype longestName = 256; // Stripe's customer name
constexpr qsizetype longestEmail = 512;
constexpr int longestTrialDays = 730; // Stripe's limit

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TenantService)
};

core::Error invalid(const char *field, const QString &message)
{
    return {core::Error::Kind::Invalid, message, {}, QString::fromLatin1(field)};
}

} // namespace

core::Result<> checkEmail(const QString &email)
{
    const QString trimmed = email.trimmed();
    if (trimmed.isEmpty())
        return tl::unexpected(invalid("email", Text::tr("Enter the address that invoices go to.")));
    // One @, something before it, a host with a dot behind it. Whether it is read only mail tells.
    static const QRegularExpression shape(
        uR"re(^[^\s@,;<>()"]+@[^\s@,;<>()".]+(\.[^\s@,;<>()".]+)+$)re"_s);
    if (trimmed.size() > longestEmail || !shape.match(trimmed).hasMatch())
        return tl::unexpected(invalid(
            "email", Text::tr("This is not an e-mail address. Write it as name@company.com.")));
    return {};
}

FieldErrors checkCustomLimits(const core::PlanLimits &limits)
{
    FieldErrors errors;
    const auto require = [&](const char *field, const std::optional<qint64> &limit) {
        if (!limit)
            errors.append(invalid(field, Text::tr("A custom plan needs this limit.")));
        else if (*limit < 0)
            errors.append(invalid(field, Text::tr("A limit cannot be below zero.")));
    };
    require("max_orders_per_month", limits.maxOrdersPerMonth);
    require("max_active_drivers", limits.maxActiveDrivers);
    require("max_storage_gb", limits.maxStorageGb);
    require("api_rate_limit_per_minute", limits.apiRateLimitPerMinute);
    return errors;
}

core::Result<> checkNewSubscription(const core::NewSubscription &wanted)
{
    if (wanted.priceId.isEmpty())
        return tl::unexpected(invalid("price_id", Text::tr("Choose a price.")));
    if (wanted.quantity < 1)
        return tl::unexpected(invalid("quantity", Text::tr("The quantity must be at least 1.")));
    if (wanted.trialDays < 0 || wanted.trialDays > longestTrialDays)
        return tl::unexpected(
            invalid("trial_days", Text::tr("A trial lasts between 0 and 730 days.")));
    if (wanted.collection.method == core::Collection::Method::SendInvoice
        && wanted.collection.daysUntilDue < 0)
        return tl::unexpected(
            invalid("days_until_due", Text::tr("An invoice cannot be due before it is sent.")));
    return {};
}

FieldErrors checkNewTenant(const core::NewTenant &tenant)
{
    FieldErrors errors;
    if (tenant.name.trimmed().isEmpty())
        errors.append(invalid("name", Text::tr("Enter the company's name.")));
    else if (tenant.name.trimmed().size() > longestName)
        errors.append(
            invalid("name", Text::tr("The name is too long: Stripe takes 256 characters.")));
    if (const auto email = checkEmail(tenant.email); !email)
        errors.append(email.error());
    if (tenant.tier != core::PlanTier::Custom)
        return errors;
    errors.append(checkCustomLimits(tenant.customLimits));
    if (tenant.subscription && tenant.subscription->priceId.isEmpty()
        && tenant.customPriceId.isEmpty())
        errors.append(invalid("price_id", Text::tr("Choose the price that this plan bills.")));
    return errors;
}

} // namespace services
