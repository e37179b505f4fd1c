// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/sublists.h"

#include "stripe/objects/fields.h"
#include "stripe/pagination.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <array>

namespace stripe {

namespace {

constexpr std::array listNames{"items", "lines"};

bool isPartial(const QJsonObject &list)
{
    return flagOf(list, "has_more");
}

/// From its `url` ("/v1/subscription_items?subscription=sub_1"), after what is there already.
Call restOf(const QJsonObject &list, Priority priority)
{
    const QUrl url(textOf(list, "url"));
    Call call;
    call.path = url.path();
    QByteArrayList form{"limit=100"};
    if (url.hasQuery())
        form.prepend(url.query(QUrl::FullyEncoded).toLatin1());
    if (const QList<QJsonObject> known = elementsOf(list); !known.isEmpty())
        form.append("starting_after=" + QUrl::toPercentEncoding(textOf(known.last(), "id")));
    call.form = form.join('&');
    call.priority = priority;
    return call;
}

} // namespace

bool hasPartialList(const QJsonObject &object)
{
    return std::ranges::any_of(listNames,
                               [&](const char *name) { return isPartial(objectOf(object, name)); });
}

QCoro::Task<tl::expected<QJsonObject, Failure>> withWholeLists(Client &client, QJsonObject object,
                                                               Priority priority)
{
    for (const char *name : listNames) {
        QJsonObject list = objectOf(object, name);
        if (!isPartial(list))
            continue;
        QJsonArray elements = list[QLatin1StringView("data")].toArray();
        const PageHandler keep = [&elements](Page page) -> QCoro::Task<bool> {
            for (const QJsonObject &element : page.objects)
                elements.append(element);
            co_return true;
        };
        const Call rest = restOf(list, priority);
        const auto listing = co_await readPages(client, rest, keep);
        if (!listing)
            co_return tl::unexpected(listing.error());
        list[QLatin1StringView("data")] = elements;
        list[QLatin1StringView("has_more")] = false;
        object[QLatin1StringView(name)] = list;
    }
    const QJsonObject whole = object; // QCoro 0.8 moves out of whatever co_return names
    co_return whole;
}

} // namespace stripe
