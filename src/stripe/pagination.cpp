// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/pagination.h"

#include "stripe/failure.h"
#include "stripe/objects/fields.h"

#include <QCoreApplication>
#include <QUrl>

#include <utility>

namespace stripe {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::Pagination)
};

constexpr char cursorName[] = "starting_after=";

/// The form without its cursor, and with a limit.
QByteArray baseForm(const QByteArray &form)
{
    QByteArrayList fields;
    bool hasLimit = false;
    const QByteArrayList given = form.isEmpty() ? QByteArrayList() : form.split('&');
    for (const QByteArray &field : given) {
        hasLimit = hasLimit || field.startsWith("limit=");
        if (!field.startsWith(cursorName))
            fields.append(field);
    }
    if (!hasLimit)
        fields.append("limit=100");
    return fields.join('&');
}

Page pageFrom(const Answer &answer)
{
    Page page;
    page.objects = elementsOf(answer.body);
    page.hasMore = flagOf(answer.body, "has_more");
    if (!page.objects.isEmpty())
        page.lastId = textOf(page.objects.last(), "id");
    page.date = answer.date;
    page.requestId = answer.requestId;
    page.version = answer.version;
    return page;
}

Failure brokenList(const Answer &answer, const char *why)
{
    Failure failure;
    failure.error = {core::Error::Kind::Internal,
                     Words::tr("Stripe sent a list that cannot be read to its end."),
                     QStringLiteral("%1 %2").arg(QLatin1StringView(why), answer.requestId),
                     {}};
    failure.outcome = Outcome::NoEffect;
    failure.httpStatus = answer.httpStatus;
    failure.requestId = answer.requestId;
    failure.attempts = answer.attempts;
    return failure;
}

/// Why the next page cannot be asked for, or nothing.
const char *faultOf(const Answer &answer, const Page &page, const QString &previousId)
{
    if (textOf(answer.body, "object") != QLatin1StringView("list"))
        return "not a list";
    if (page.hasMore && page.lastId.isEmpty())
        return "has_more without a last id";
    if (page.hasMore && page.lastId == previousId)
        return "the same page again";
    return nullptr;
}

} // namespace

QCoro::Task<tl::expected<Listing, Failure>> readPages(Client &client, Call first,
                                                      PageHandler onPage)
{
    const QByteArray form = baseForm(first.form);
    Listing listing;
    Call next = std::move(first);
    if (!next.form.contains(cursorName))
        next.form = form;
    for (;;) {
        const Reply reply = co_await client.send(next);
        if (!reply)
            co_return tl::unexpected(reply.error());
        Page page = pageFrom(*reply);
        if (const char *fault = faultOf(*reply, page, listing.lastId))
            co_return tl::unexpected(brokenList(*reply, fault));
        const bool hasMore = page.hasMore;
        ++listing.pages;
        listing.objects += page.objects.size();
        listing.lastId = page.lastId;
        const bool goesOn = co_await onPage(std::move(page));
        listing.isComplete = !hasMore;
        if (!hasMore || !goesOn)
            co_return listing;
        next.form = form + '&' + cursorName + QUrl::toPercentEncoding(listing.lastId);
    }
}

} // namespace stripe
