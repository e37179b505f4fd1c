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
core::Result<db::MirrorCopy> copyAs(const QJsonObject &json, const core::Snapshot &origin)
{
    const auto parsed = parse(json, origin);
    if (!parsed)
        return core::passOn(parsed);
    return db::copyOf(*parsed);
}

bool movesAlways(const db::MirrorOutcome &)
{
    return true;
}

bool movesNever(const db::MirrorOutcome &)
{
    return false;
}

/// Figures are made of what is open.
bool movesOpen(const db::MirrorOutcome &outcome)
{
    return outcome.before["status"_L1] == "open"_L1 || outcome.after["status"_L1] == "open"_L1;
}

struct MirroredType
{
    QLatin1StringView object; ///< Stripe's `object` member.
    QLatin1StringView path;
    core::Result<db::MirrorCopy> (*copy)(const QJsonObject &, const core::Snapshot &);
    bool (*movesFigures)(const db::MirrorOutcome &);
};

constexpr std::array mirroredTypes{
    MirroredType{"customer"_L1, "/v1/customers/"_L1, copyAs<stripe::customerFromJson>, movesAlways},
    MirroredType{"product"_L1, "/v1/products/"_L1, copyAs<stripe::productFromJson>, movesNever},
    MirroredType{"price"_L1, "/v1/prices/"_L1, copyAs<stripe::priceFromJson>, movesNever},
    MirroredType{"subscription"_L1, "/v1/subscriptions/"_L1, copyAs<stripe::subscriptionFromJson>,
                 movesAlways},
    MirroredType{"invoice"_L1, "/v1/invoices/"_L1, copyAs<stripe::invoiceFromJson>, movesOpen},
    MirroredType{"payment_intent"_L1, "/v1/payment_intents/"_L1,
                 copyAs<stripe::paymentIntentFromJson>, movesNever},
    MirroredType{"refund"_L1, "/v1/refunds/"_L1, copyAs<stripe::refundFromJson>, movesNever},
    MirroredType{"credit_note"_L1, "/v1/credit_notes/"_L1, copyAs<stripe::creditNoteFromJson>,
                 movesNever},
    MirroredType{"dispute"_L1, "/v1/disputes/"_L1, copyAs<stripe::disputeFromJson>, movesNever},
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

core::Result<db::MirrorCopy> mirrorCopyOf(const QJsonObject &object, const core::Snapshot &origin)
{
    const QString objectType = object[u"object"_s].toString();
    const MirroredType *type = find(objectType);
    if (type == nullptr)
        return core::fail(
            core::Error::Kind::Invalid,
            QCoreApplication::translate("MirrorWriter", "Objects of this kind are not kept."),
            objectType);
    return type->copy(object, origin);
}

core::Result<db::MirrorOutcome> writeToMirror(db::Session &session, const QJsonObject &object,
                                              const core::Snapshot &origin)
{
    const auto copy = mirrorCopyOf(object, origin);
    if (!copy)
        return core::passOn(copy);
    return db::MirrorRepository(session).write(*copy);
}

int mirrorPlaceOf(QStringView objectType)
{
    return int(find(objectType) - mirroredTypes.data());
}

bool movesFigures(const db::MirrorCopy &copy, const db::MirrorOutcome &outcome)
{
    const MirroredType *type = find(copy.snapshot.raw["object"_L1].toString());
    return type != nullptr && type->movesFigures(outcome);
}

QString pathOf(QStringView objectType, const QString &id)
{
    const MirroredType *type = find(objectType);
    return type == nullptr ? QString() : type->path + id;
}

} // namespace services
