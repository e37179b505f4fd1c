// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/worldparameters.h"

#include "demo/calendar.h"
#include "demo/objectid.h"

#include <QCoreApplication>
#include <QStringList>

namespace demo {
namespace {

constexpr int maximumMonths = 120;

core::Result<int> readCount(const QString &text, int maximum, const QString &sentence,
                            const QString &field)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (!isNumber || value < 1 || value > maximum)
        return core::fail(core::Error::Kind::Invalid, sentence.arg(maximum), {}, field);
    return value;
}

} // namespace

core::Result<WorldParameters> WorldParameters::fromText(QStringView text)
{
    using Kind = core::Error::Kind;
    const QStringList parts = text.toString().split(u':');
    if (parts.size() != 4)
        return core::fail(
            Kind::Invalid,
            QCoreApplication::translate("demo::WorldParameters",
                                        "Write the demo world as seed:tenants:months:until, "
                                        "for example 1:400:24:2026-11-20."));
    WorldParameters read;
    bool isNumber = false;
    read.seed = parts[0].toULongLong(&isNumber);
    if (!isNumber)
        return core::fail(
            Kind::Invalid,
            QCoreApplication::translate("demo::WorldParameters",
                                        "The seed of the demo world must be a whole number."),
            {}, QStringLiteral("seed"));
    const auto tenants =
        readCount(parts[1], ObjectIds::maximumTenants,
                  QCoreApplication::translate("demo::WorldParameters",
                                              "The demo world can have 1 to %1 tenants."),
                  QStringLiteral("tenants"));
    if (!tenants)
        return core::passOn(tenants);
    const auto months =
        readCount(parts[2], maximumMonths,
                  QCoreApplication::translate("demo::WorldParameters",
                                              "The demo world can have 1 to %1 months."),
                  QStringLiteral("months"));
    if (!months)
        return core::passOn(months);
    read.tenants = *tenants;
    read.months = *months;
    read.until = QDate::fromString(parts[3], Qt::ISODate);
    if (!read.until.isValid() || read.until.year() < 2000 || read.until.year() > 2100)
        return core::fail(Kind::Invalid,
                          QCoreApplication::translate(
                              "demo::WorldParameters",
                              "The last day of the demo world must be a date such as 2026-11-20."),
                          {}, QStringLiteral("until"));
    return read;
}

QString WorldParameters::toText() const
{
    return QStringLiteral("%1:%2:%3:%4")
        .arg(seed)
        .arg(tenants)
        .arg(months)
        .arg(until.toString(Qt::ISODate));
}

QDateTime WorldParameters::end() const
{
    return QDateTime(until, QTime(0, 0), Qt::UTC);
}

QDateTime WorldParameters::start() const
{
    return toDateTime(addMonths(end().toSecsSinceEpoch(), -months));
}

} // namespace demo
