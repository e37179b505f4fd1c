// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/listing.h"

#include "sandbox/fields.h"

namespace sandbox {

using namespace Qt::StringLiterals;

tl::expected<ListQuery, ApiError> listQuery(Kind kind, const Params &params)
{
    const qint64 limit = params.integer("limit"_L1, 10);
    if (limit < 1) {
        return tl::unexpected(invalid(u"This value must be greater than or equal to 1."_s,
                                      u"limit"_s, u"parameter_invalid_integer"_s));
    }
    if (limit > 100) {
        return tl::unexpected(invalid(u"This value must be less than or equal to 100."_s,
                                      u"limit"_s, u"parameter_invalid_integer"_s));
    }
    ListQuery query{.kind = kind, .limit = int(limit)};
    query.startingAfter = params.text("starting_after"_L1);
    query.endingBefore = params.text("ending_before"_L1);
    if (!query.startingAfter.isEmpty() && !query.endingBefore.isEmpty()) {
        return tl::unexpected(invalid(u"You cannot parameterize both starting_after and "
                                      "ending_before."_s,
                                      u"ending_before"_s));
    }
    query.customer = params.text("customer"_L1);
    const Params range = params.hash("created"_L1);
    if (const qint64 at = params.integer("created"_L1))
        query.from = query.to = at;
    if (range.has("gt"_L1))
        query.from = std::max(query.from, range.integer("gt"_L1) + 1);
    if (range.has("gte"_L1))
        query.from = std::max(query.from, range.integer("gte"_L1));
    if (range.has("lt"_L1))
        query.to = std::min(query.to, range.integer("lt"_L1) - 1);
    if (range.has("lte"_L1))
        query.to = std::min(query.to, range.integer("lte"_L1));
    return query;
}

Answer listAnswer(Context &context, const Call &call, const ListQuery &query)
{
    const tl::expected<Page, ApiError> page = context.store.list(query);
    if (!page)
        return tl::unexpected(page.error());
    QJsonArray data;
    for (const QJsonObject &object : page->objects)
        data.append(object);
    return demo::listJson(call.path, data, page->hasMore);
}

Answer listAnswer(const Call &call, Kind kind, const QJsonArray &newestFirst)
{
    const tl::expected<ListQuery, ApiError> query = listQuery(kind, call.params);
    if (!query)
        return tl::unexpected(query.error());
    qsizetype first = 0;
    if (!query->startingAfter.isEmpty()) {
        while (first < newestFirst.size()
               && text(newestFirst.at(first).toObject(), "id"_L1) != query->startingAfter) {
            ++first;
        }
        if (first++ == newestFirst.size())
            return tl::unexpected(missing(kind, query->startingAfter, u"starting_after"_s));
    }
    QJsonArray data;
    for (qsizetype i = first; i < newestFirst.size() && data.size() < query->limit; ++i)
        data.append(newestFirst.at(i));
    return demo::listJson(call.path, data, first + data.size() < newestFirst.size());
}

Answer retrieve(Context &context, Kind kind, const QString &id)
{
    const QJsonObject object = context.store.find(kind, id);
    if (object.isEmpty())
        return tl::unexpected(notFound(kind, id));
    return object;
}

bool isWithin(const Params &params, QLatin1StringView key, qint64 time)
{
    if (!params.has(key))
        return true;
    const Params range = params.hash(key);
    if (range.isEmpty())
        return time == params.integer(key);
    return (!range.has("gt"_L1) || time > range.integer("gt"_L1))
        && (!range.has("gte"_L1) || time >= range.integer("gte"_L1))
        && (!range.has("lt"_L1) || time < range.integer("lt"_L1))
        && (!range.has("lte"_L1) || time <= range.integer("lte"_L1));
}

} // namespace sandbox
