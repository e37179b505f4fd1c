// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/expand.h"

#include "sandbox/fields.h"

#include <algorithm>
#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Reference
{
    QLatin1StringView field;
    Kind kind;
};
constexpr std::array references{
    Reference{"customer"_L1, Kind::Customer},
    Reference{"latest_invoice"_L1, Kind::Invoice},
    Reference{"invoice"_L1, Kind::Invoice},
    Reference{"subscription"_L1, Kind::Subscription},
    Reference{"payment_intent"_L1, Kind::PaymentIntent},
    Reference{"payment_method"_L1, Kind::PaymentMethod},
    Reference{"default_payment_method"_L1, Kind::PaymentMethod},
    Reference{"product"_L1, Kind::Product},
    Reference{"default_price"_L1, Kind::Price},
    Reference{"refund"_L1, Kind::Refund},
};
/// Expandable at Stripe, but empty or complete here in any case.
constexpr std::array inertFields{"discount"_L1,    "discounts"_L1,    "default_source"_L1,
                                 "test_clock"_L1,  "schedule"_L1,     "pending_setup_intent"_L1,
                                 "application"_L1, "on_behalf_of"_L1, "price"_L1,
                                 "quote"_L1};

class Expander
{
public:
    explicit Expander(Context &context)
        : m_context(context)
    {
    }

    /// False when some segment names nothing that can be expanded.
    bool apply(QJsonValue &value, QStringList segments)
    {
        if (value.isArray())
            return applyToAll(value, segments);
        if (segments.isEmpty() || !value.isObject())
            return segments.isEmpty() || value.isNull();
        const QByteArray name = segments.takeFirst().toLatin1();
        const QLatin1StringView field(name);
        QJsonObject object = value.toObject();
        if (field == "subscriptions"_L1 && text(object, "object"_L1) == "customer"_L1) {
            object.insert(field, subscriptionsOf(text(object, "id"_L1)));
        } else if (field == "tiers"_L1 && text(object, "object"_L1) == "price"_L1) {
            return true; // there already, where a price has them
        } else if (!object.contains(field)) {
            return false;
        }
        QJsonValue inner = object.value(field);
        if (inner.isString() && !resolve(field, inner))
            return std::ranges::find(inertFields, field) != inertFields.end();
        if (!apply(inner, segments))
            return false;
        object.insert(field, inner);
        value = object;
        return true;
    }

private:
    bool applyToAll(QJsonValue &value, const QStringList &segments)
    {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            QJsonValue entry = array.at(i);
            if (!apply(entry, segments))
                return false;
            array.replace(i, entry);
        }
        value = array;
        return true;
    }

    bool resolve(QLatin1StringView field, QJsonValue &value)
    {
        const auto it = std::ranges::find(references, field, &Reference::field);
        if (it == references.end())
            return false;
        const QJsonObject object = m_context.store.find(it->kind, value.toString());
        if (!object.isEmpty())
            value = object;
        return true;
    }

    QJsonObject subscriptionsOf(const QString &customerId)
    {
        QJsonArray data;
        for (const QJsonObject &one : m_context.store.ofCustomer(Kind::Subscription, customerId)) {
            const QString status = text(one, "status"_L1);
            if (status != "canceled"_L1 && status != "incomplete_expired"_L1)
                data.prepend(one);
        }
        return demo::listJson(u"/v1/customers/"_s + customerId + u"/subscriptions"_s, data, false);
    }

    Context &m_context;
};

} // namespace

Answer expanded(Context &context, const QJsonObject &answer, const QStringList &paths)
{
    QJsonValue value = answer;
    for (const QString &path : paths) {
        const QStringList segments = path.split(u'.');
        const qsizetype depth = segments.size() - (segments.first() == "data"_L1 ? 1 : 0);
        if (depth > 4) {
            return tl::unexpected(invalid(u"You cannot expand more than 4 levels of a property. "
                                          "Property: "_s
                                              + path,
                                          u"expand"_s));
        }
        // A page without entries cannot tell whether its entries could be expanded.
        if (!Expander(context).apply(value, segments)) {
            return tl::unexpected(
                invalid(u"This property cannot be expanded (%1)."_s.arg(path), u"expand"_s));
        }
    }
    return value.toObject();
}

} // namespace sandbox
