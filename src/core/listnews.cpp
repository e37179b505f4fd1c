// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listnews.h"

using namespace Qt::StringLiterals;

namespace core {

ListNews newsFor(ListId list, const QList<Change> &changes)
{
    ListNews news;
    const QLatin1StringView entity = entityOf(list);
    const bool isNamed = showsTenantNames(list);
    for (const Change &change : changes) {
        if (change.entity == entity)
            news.ids.append(change.id);
        else if (change.entity == "*"_L1 || (isNamed && change.entity == "tenant_name"_L1))
            news.isAll = true;
    }
    return news;
}

} // namespace core
