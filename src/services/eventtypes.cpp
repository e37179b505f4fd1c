// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventtypes.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace services {
namespace {

constexpr std::array eventTypes{
    EventType{"charge.dispute.closed"_L1, "dispute.closed"_L1, "dispute"_L1},
    EventType{"charge.dispute.created"_L1, "dispute.created"_L1, "dispute"_L1},
    EventType{"charge.dispute.funds_reinstated"_L1, "dispute.funds_reinstated"_L1, "dispute"_L1},
    EventType{"charge.dispute.funds_withdrawn"_L1, "dispute.funds_withdrawn"_L1, "dispute"_L1},
    EventType{"charge.dispute.updated"_L1, "dispute.updated"_L1, "dispute"_L1},
    EventType{"charge.refund.updated"_L1, "refund.updated"_L1, "refund"_L1},
    EventType{"charge.refunded"_L1, "charge.refunded"_L1, "charge"_L1, EventEffect::Refunds},
    EventType{"credit_note.created"_L1, "credit_note.created"_L1, "credit_note"_L1},
    EventType{"credit_note.updated"_L1, "credit_note.updated"_L1, "credit_note"_L1},
    EventType{"credit_note.voided"_L1, "credit_note.voided"_L1, "credit_note"_L1},
    EventType{"customer.created"_L1, "customer.created"_L1, "customer"_L1},
    EventType{"customer.deleted"_L1, "customer.deleted"_L1, "customer"_L1, EventEffect::MirrorGone},
    EventType{"customer.discount.created"_L1, "discount.created"_L1, "discount"_L1,
              EventEffect::AskForParent},
    EventType{"customer.discount.deleted"_L1, "discount.deleted"_L1, "discount"_L1,
              EventEffect::AskForParent},
    EventType{"customer.discount.updated"_L1, "discount.updated"_L1, "discount"_L1,
              EventEffect::AskForParent},
    EventType{"customer.subscription.created"_L1, "subscription.created"_L1, "subscription"_L1},
    EventType{"customer.subscription.deleted"_L1, "subscription.ended"_L1, "subscription"_L1},
    EventType{"customer.subscription.paused"_L1, "subscription.paused"_L1, "subscription"_L1},
    EventType{"customer.subscription.resumed"_L1, "subscription.resumed"_L1, "subscription"_L1},
    EventType{"customer.subscription.trial_will_end"_L1, "subscription.trial_will_end"_L1,
              "subscription"_L1},
    EventType{"customer.subscription.updated"_L1, "subscription.updated"_L1, "subscription"_L1},
    EventType{"customer.updated"_L1, "customer.updated"_L1, "customer"_L1},
    EventType{"invoice.created"_L1, "invoice.created"_L1, "invoice"_L1},
    EventType{"invoice.deleted"_L1, "invoice.deleted"_L1, "invoice"_L1, EventEffect::MirrorGone},
    EventType{"invoice.finalized"_L1, "invoice.finalized"_L1, "invoice"_L1},
    EventType{"invoice.marked_uncollectible"_L1, "invoice.marked_uncollectible"_L1, "invoice"_L1},
    EventType{"invoice.paid"_L1, "invoice.paid"_L1, "invoice"_L1},
    EventType{"invoice.payment_failed"_L1, "invoice.payment_failed"_L1, "invoice"_L1},
    EventType{"invoice.payment_succeeded"_L1, "invoice.payment_succeeded"_L1, "invoice"_L1},
    EventType{"invoice.updated"_L1, "invoice.updated"_L1, "invoice"_L1},
    EventType{"invoice.voided"_L1, "invoice.voided"_L1, "invoice"_L1},
    EventType{"payment_intent.canceled"_L1, "payment_intent.canceled"_L1, "payment_intent"_L1},
    EventType{"payment_intent.created"_L1, "payment_intent.created"_L1, "payment_intent"_L1},
    EventType{"payment_intent.payment_failed"_L1, "payment_intent.payment_failed"_L1,
              "payment_intent"_L1},
    EventType{"payment_intent.processing"_L1, "payment_intent.processing"_L1, "payment_intent"_L1},
    EventType{"payment_intent.requires_action"_L1, "payment_intent.requires_action"_L1,
              "payment_intent"_L1},
    EventType{"payment_intent.succeeded"_L1, "payment_intent.succeeded"_L1, "payment_intent"_L1},
    EventType{"payment_method.attached"_L1, "payment_method.attached"_L1, "payment_method"_L1,
              EventEffect::Note},
    EventType{"payment_method.automatically_updated"_L1, "payment_method.automatically_updated"_L1,
              "payment_method"_L1, EventEffect::Note},
    EventType{"payment_method.detached"_L1, "payment_method.detached"_L1, "payment_method"_L1,
              EventEffect::Note},
    EventType{"payment_method.updated"_L1, "payment_method.updated"_L1, "payment_method"_L1,
              EventEffect::Note},
    EventType{"price.created"_L1, "price.created"_L1, "price"_L1},
    EventType{"price.deleted"_L1, "price.deleted"_L1, "price"_L1, EventEffect::MirrorGone},
    EventType{"price.updated"_L1, "price.updated"_L1, "price"_L1},
    EventType{"product.created"_L1, "product.created"_L1, "product"_L1},
    EventType{"product.deleted"_L1, "product.deleted"_L1, "product"_L1, EventEffect::MirrorGone},
    EventType{"product.updated"_L1, "product.updated"_L1, "product"_L1},
    EventType{"refund.created"_L1, "refund.created"_L1, "refund"_L1},
    EventType{"refund.failed"_L1, "refund.failed"_L1, "refund"_L1, EventEffect::Mirror,
              "2024-10-28"_L1}, // before it, charge.refund.updated tells of it
    EventType{"refund.updated"_L1, "refund.updated"_L1, "refund"_L1},
};

} // namespace

const EventType *eventTypeOf(const QString &type)
{
    static const QHash<QString, const EventType *> byName = [] {
        QHash<QString, const EventType *> rows;
        for (const EventType &row : eventTypes)
            rows.insert(row.type, &row);
        return rows;
    }();
    return byName.value(type);
}

QStringList handledEventTypes()
{
    QStringList types;
    for (const EventType &row : eventTypes)
        types.append(row.type);
    return types;
}

QStringList eventTypesFor(const QString &apiVersion)
{
    QStringList types;
    for (const EventType &row : eventTypes) {
        if (QStringView(apiVersion) >= row.since) // dates in front: they sort as texts
            types.append(row.type);
    }
    return types;
}

} // namespace services
