// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/place.h"

#include <span>

namespace demo {

/// A word that names are made of; the slug is given where the letters have no plain ASCII twin.
struct NameWord
{
    QStringView text;
    QLatin1StringView slug;
};

/// The words of one language. In a pattern 1 stands for the stem, 2 the trade, 3 the town and 4
/// the legal form.
struct NameWords
{
    Naming naming;
    std::span<const NameWord> stems;
    std::span<const QStringView> trades;
    std::span<const QStringView> forms;
    std::span<const QStringView> patterns;
};

[[nodiscard]] const NameWords &wordsOf(Naming naming);

/// A company that every world has.
struct FixedCompany
{
    QLatin1StringView country;
    QStringView name;
    QLatin1StringView slug;
};

[[nodiscard]] std::span<const FixedCompany> fixedCompanies();

} // namespace demo
