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
        const bool isOurs = change.entity == entity;
        if (isOurs && !change.id.isNull())
            news.ids.append(change.id);
        else if (isOurs || change.entity == "*"_L1
                 || (isNamed && change.entity == "tenant_name"_L1))
            news.isAll = true; // without an id it tells of many
    }
    return news;
}

} // namespace core
