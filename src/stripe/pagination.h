// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stripe/client.h"

#include <QJsonObject>
#include <QList>

#include <functional>

namespace stripe {

/// One page of a list, in Stripe's order (newest first).
struct Page
{
    QList<QJsonObject> objects;
    bool hasMore = false;
    QString lastId; ///< The cursor to continue after this page; save it to resume.
    QDateTime date; ///< When Stripe answered, UTC.
    QString requestId;
    QByteArray version;
};

/// How a list ended: read to its end, or stopped by the page handler.
struct Listing
{
    int pages = 0;
    qint64 objects = 0;
    bool isComplete = false;
    QString lastId;
};

/// Called with each page before the next is asked for; true to go on.
using PageHandler = std::function<QCoro::Task<bool>(Page)>;

/// Reads a list page by page, 100 at a time unless `first` says otherwise. `first` may hold a
/// `starting_after` to resume. Nothing is kept of earlier pages. `client` and what `onPage`
/// captures must live until it ends; a client that is destroyed ends it with Canceled.
/// @return Failures: those of the client; isCursorMissing() tells that the object to continue
///         after was deleted meanwhile. A list that repeats itself is Error::Kind::Internal.
QCoro::Task<tl::expected<Listing, Failure>> readPages(Client &client, Call first,
                                                      PageHandler onPage);

} // namespace stripe
