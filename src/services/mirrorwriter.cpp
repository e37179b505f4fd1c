// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/mirrorwriter.h"

#include "db/mirrorrepository.h"
#include "stripe/objects/parse.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

template <auto parse>
core::Result<db::MirrorOutcome> writeAs(db::Session &session, const QJsonObject &json,
                                        const core::Snapshot &origin)
{
    const auto parsed = parse(json, origin);
    if (!parsed)
        return core::passOn(parsed);
    return db::MirrorRepository(session).write(*parsed);
}

struct MirroredType
{
    QLatin1StringView object; ///< Stripe's `object` member.
    QLatin1StringView path;
    core::Result<db::MirrorOutcome> (*write)(db::Session &, const QJsonObject &,
                                             const core::Snapshot &);
};

constexpr std::array mirroredTypes{
    MirroredType{"customer"_L1, "/v1/customers/"_L1, writeAs<stripe::customerFromJson>},
    MirroredType{"product"_L1, "/v1/products/"_L1, writeAs<stripe::productFromJson>},
    MirroredType{"price"_L1, "/v1/prices/"_L1, writeAs<stripe::priceFromJson>},
    MirroredType{"subscription"_L1, "/v1/subscriptions/"_L1, writeAs<stripe::subscriptionFromJson>},
    MirroredType{"invoice"_L1, "/v1/invoices/"_L1, writeAs<stripe::invoiceFromJson>},
    MirroredType{"payment_intent"_L1, "/v1/payment_intents/"_L1,
                 writeAs<stripe::paymentIntentFromJson>},
};

const MirroredType *find(QStringView objectType)
{
    const auto it = std::ranges::find_if(
        mirroredTypes, [&](const MirroredType &type) { return type.object == objectType; });
    return it == mirroredTypes.end() ? nullptr : &*it;
}

} // namespace

bool isMirrored(QStringView objectType)
{
    return find(objectType) != nullptr;
}

core::Result<db::MirrorOutcome> writeToMirror(db::Session &session, const QJsonObject &object,
                                              const core::Snapshot &origin)
{
    const QString objectType = object[u"object"_s].toString();
    const MirroredType *type = find(objectType);
    if (type == nullptr)
        return core::fail(
            core::Error::Kind::Invalid,
            QCoreApplication::translate("MirrorWriter", "Objects of this kind are not kept."),
            objectType);
    return type->write(session, object, origin);
}

QString pathOf(QStringView objectType, const QString &id)
{
    const MirroredType *type = find(objectType);
    return type == nullptr ? QString() : type->path + id;
}

} // namespace services
