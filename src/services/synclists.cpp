// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/synclists.h"

#include "db/mirrorrepository.h"
#include "stripe/objects/parse.h"
#include "stripe/requests/common.h"

#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

template <auto parse>
core::Result<db::MirrorCopy> copyAs(const QJsonObject &json, const core::Snapshot &origin)
{
    const auto parsed = parse(json, origin);
    if (!parsed)
        return core::passOn(parsed);
    return db::copyOf(*parsed);
}

constexpr std::array sources{
    SyncSource{
        "customer"_L1, "/v1/customers"_L1, {}, "customer.*"_L1, copyAs<stripe::customerFromJson>},
    SyncSource{
        "product"_L1, "/v1/products"_L1, {}, "product.*"_L1, copyAs<stripe::productFromJson>},
    SyncSource{"price"_L1, "/v1/prices"_L1, {}, "price.*"_L1, copyAs<stripe::priceFromJson>},
    SyncSource{"subscription"_L1, "/v1/subscriptions"_L1, "status=all",
               "customer.subscription.*"_L1, copyAs<stripe::subscriptionFromJson>},
    SyncSource{
        "invoice"_L1, "/v1/invoices"_L1, {}, "invoice.*"_L1, copyAs<stripe::invoiceFromJson>},
    SyncSource{"payment_intent"_L1,
               "/v1/payment_intents"_L1,
               {},
               "payment_intent.*"_L1,
               copyAs<stripe::paymentIntentFromJson>},
    SyncSource{"refund"_L1, "/v1/refunds"_L1, {}, "refund.*"_L1, copyAs<stripe::refundFromJson>},
    SyncSource{"credit_note"_L1,
               "/v1/credit_notes"_L1,
               {},
               "credit_note.*"_L1,
               copyAs<stripe::creditNoteFromJson>},
};

} // namespace

const SyncSource *syncSourceOf(QStringView kind)
{
    const auto it =
        std::ranges::find_if(sources, [&](const SyncSource &row) { return row.kind == kind; });
    return it == sources.end() ? nullptr : &*it;
}

stripe::Call listCall(const SyncSource &source, const QString &cursor,
                      const QDateTime &createdUntil)
{
    stripe::ListPage page;
    page.startingAfter = cursor;
    page.createdUntil = createdUntil;
    stripe::Call call = stripe::listCall(source.list, page, {});
    if (!source.filter.isEmpty())
        call.form += '&' + source.filter.toByteArray();
    call.priority = stripe::Priority::Background;
    return call;
}

stripe::Call objectCall(const SyncSource &source, const QString &id)
{
    stripe::Call call = stripe::getCall(source.list + u'/' + id);
    call.priority = stripe::Priority::Background;
    return call;
}

} // namespace services
