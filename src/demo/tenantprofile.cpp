// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/tenantprofile.h"

#include "demo/companyname.h"
#include "demo/companywords.h"

#include <array>

namespace demo {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QStringView, 8> allTags{u"pilot",     u"key account",  u"bicycle",
                                             u"groceries", u"pharmacy",     u"referral",
                                             u"migrated",  u"seasonal peak"};
constexpr std::array<QStringView, 5> allNotes{
    u"Prefers to be called in the afternoon.", u"Asks for the purchase order number on invoices.",
    u"Merged with a sister company last year.", u"Bookkeeping is done by an outside office.",
    u"Wants one invoice for both depots."};

/// The pattern with a digit for each #.
QString withDigits(const QString &pattern, Random &random)
{
    QString text = pattern;
    for (QChar &letter : text) {
        if (letter == u'#')
            letter = QChar(u'0' + random.below(10));
    }
    return text;
}

QString withNumber(QStringView pattern, Random &random)
{
    return pattern.toString().replace(u'#', QString::number(1 + random.below(120)));
}

template <typename T>
const T &draw(std::span<const T> from, Random &random)
{
    return from[static_cast<std::size_t>(random.below(static_cast<int>(from.size())))];
}

QJsonObject address(const Place &place, const Town &town, Random &random)
{
    QJsonObject address{
        {u"line1"_s, withNumber(draw(place.streets, random), random)},
        {u"city"_s, town.name.toString()},
        {u"postal_code"_s, withDigits(QString(town.postalCode), random)},
        {u"country"_s, QString(place.country)},
    };
    if (!town.state.isEmpty())
        address.insert(u"state"_s, town.state.toString());
    return address;
}

} // namespace

TenantProfile tenantProfile(quint64 seed, int tenant)
{
    const Place &place = placeOf(seed, tenant);
    Random random(seed, tenant, Purpose::Contact);
    const Town &town = draw(place.towns, random);
    const CompanyName company = companyName(seed, tenant, place, town);
    TenantProfile profile;
    profile.name = company.name;
    const bool isFixed = tenant < static_cast<int>(fixedCompanies().size());
    // The number keeps addresses apart; the fixed companies have domains of their own.
    const QString domain = isFixed ? company.slug : company.slug + u'-' + QString::number(tenant);
    profile.email = QString(place.mailbox) + u'@' + domain + u".example"_s;
    profile.phone = QString(place.dialCode) + withDigits(u" ## 555 ####"_s, random);
    profile.locale = QString(place.locale);
    profile.address = address(place, town, random);
    for (int count = random.below(3); count > 0; --count) {
        const QString tag = draw(std::span<const QStringView>(allTags), random).toString();
        if (!profile.tags.contains(tag))
            profile.tags << tag;
    }
    if (random.chance(600))
        profile.notes = draw(std::span<const QStringView>(allNotes), random).toString();
    return profile;
}

} // namespace demo
