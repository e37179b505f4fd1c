// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/random.h"

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace demo {

/// How companies of a place are called.
enum class Naming {
    German,
    French,
    Spanish,
    Italian,
    Dutch,
    English,
    Polish,
    Czech,
    Danish,
    Swedish,
    Norwegian,
    Japanese,
    JapaneseRomanised,
    Arabic,
    Hebrew,
    Portuguese,
};

/// A town: its name, and its postal code with # where a digit goes.
struct Town
{
    QStringView name;
    QLatin1StringView postalCode;
    QStringView state; ///< Empty where addresses have none.
};

/// A country as billing sees it.
struct Place
{
    QLatin1StringView country;
    QLatin1StringView currency;
    int taxBasisPoints; ///< 1900 is 19 %, on top of the price.
    QLatin1StringView dialCode;
    QLatin1StringView locale;
    QLatin1StringView mailbox; ///< Left of the @ in its bookkeepers' addresses.
    Naming naming;
    int share; ///< How many of a thousand tenants are here.
    std::span<const Town> towns;
    std::span<const QStringView> streets; ///< With # where the house number goes.
};

[[nodiscard]] std::span<const Place> places();
[[nodiscard]] const Place &drawPlace(Random &random);
/// The first place of that country; the first of all for one that is not listed.
[[nodiscard]] const Place &placeIn(QLatin1StringView country);

} // namespace demo
