// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/place.h"

#include <QString>

namespace demo {

/// A tenant's invented name, and the same in ASCII for its .example domain.
struct CompanyName
{
    QString name;
    QString slug;
};

/// Where a tenant is. The first tenants of every world are always the same companies, so that even
/// a small world has long names, and names from right to left.
[[nodiscard]] const Place &placeOf(quint64 seed, int tenant);

/// Different for each tenant of a place until the place's words are used up.
[[nodiscard]] CompanyName companyName(quint64 seed, int tenant, const Place &place,
                                      const Town &town);

} // namespace demo
