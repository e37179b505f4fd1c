// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/eventwording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace models {
namespace {

struct WordRow
{
    QLatin1StringView wire;
    const char *words;
};

constexpr std::array types{
    WordRow{"charge.dispute.closed"_L1, QT_TRANSLATE_NOOP("EventWords", "Dispute closed")},
    WordRow{"charge.dispute.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Dispute opened")},
    WordRow{"charge.dispute.funds_reinstated"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Disputed money came back")},
    WordRow{"charge.dispute.funds_withdrawn"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Disputed money was taken")},
    WordRow{"charge.dispute.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Dispute changed")},
    WordRow{"charge.refund.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Refund changed")},
    WordRow{"charge.refunded"_L1, QT_TRANSLATE_NOOP("EventWords", "Charge refunded")},
    WordRow{"credit_note.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Credit note created")},
    WordRow{"credit_note.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Credit note changed")},
    WordRow{"credit_note.voided"_L1, QT_TRANSLATE_NOOP("EventWords", "Credit note voided")},
    WordRow{"customer.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Customer created")},
    WordRow{"customer.deleted"_L1, QT_TRANSLATE_NOOP("EventWords", "Customer deleted")},
    WordRow{"customer.discount.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Discount given")},
    WordRow{"customer.discount.deleted"_L1, QT_TRANSLATE_NOOP("EventWords", "Discount ended")},
    WordRow{"customer.discount.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Discount changed")},
    WordRow{"customer.subscription.created"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Subscription created")},
    WordRow{"customer.subscription.deleted"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Subscription ended")},
    WordRow{"customer.subscription.paused"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Subscription paused")},
    WordRow{"customer.subscription.resumed"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Subscription resumed")},
    WordRow{"customer.subscription.trial_will_end"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Trial ends soon")},
    WordRow{"customer.subscription.updated"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Subscription changed")},
    WordRow{"customer.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Customer changed")},
    WordRow{"invoice.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice created")},
    WordRow{"invoice.deleted"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice deleted")},
    WordRow{"invoice.finalized"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice finalized")},
    WordRow{"invoice.marked_uncollectible"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Invoice written off")},
    WordRow{"invoice.paid"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice paid")},
    WordRow{"invoice.payment_failed"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Payment of an invoice failed")},
    WordRow{"invoice.payment_succeeded"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Payment of an invoice succeeded")},
    WordRow{"invoice.upcoming"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice is coming up")},
    WordRow{"invoice.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice changed")},
    WordRow{"invoice.voided"_L1, QT_TRANSLATE_NOOP("EventWords", "Invoice voided")},
    WordRow{"payment_intent.canceled"_L1, QT_TRANSLATE_NOOP("EventWords", "Payment canceled")},
    WordRow{"payment_intent.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Payment begun")},
    WordRow{"payment_intent.payment_failed"_L1, QT_TRANSLATE_NOOP("EventWords", "Payment failed")},
    WordRow{"payment_intent.processing"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Payment is under way")},
    WordRow{"payment_intent.requires_action"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Payment waits for the customer")},
    WordRow{"payment_intent.succeeded"_L1, QT_TRANSLATE_NOOP("EventWords", "Payment succeeded")},
    WordRow{"payment_method.attached"_L1, QT_TRANSLATE_NOOP("EventWords", "Payment method added")},
    WordRow{"payment_method.automatically_updated"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Payment method renewed by its bank")},
    WordRow{"payment_method.detached"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Payment method removed")},
    WordRow{"payment_method.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Payment method changed")},
    WordRow{"price.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Price created")},
    WordRow{"price.deleted"_L1, QT_TRANSLATE_NOOP("EventWords", "Price deleted")},
    WordRow{"price.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Price changed")},
    WordRow{"product.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Product created")},
    WordRow{"product.deleted"_L1, QT_TRANSLATE_NOOP("EventWords", "Product deleted")},
    WordRow{"product.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Product changed")},
    WordRow{"refund.created"_L1, QT_TRANSLATE_NOOP("EventWords", "Refund created")},
    WordRow{"refund.failed"_L1, QT_TRANSLATE_NOOP("EventWords", "Refund failed")},
    WordRow{"refund.updated"_L1, QT_TRANSLATE_NOOP("EventWords", "Refund changed")},
};

constexpr std::array ways{
    WordRow{"webhook"_L1, QT_TRANSLATE_NOOP("EventWords", "Delivered")},
    WordRow{"poll"_L1, QT_TRANSLATE_NOOP("EventWords", "Read from Stripe's list")},
};

constexpr std::array rejections{
    WordRow{"missing_header"_L1,
            QT_TRANSLATE_NOOP("EventWords", "It was not signed: not from Stripe.")},
    WordRow{"no_timestamp"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Its signature has no time: not from Stripe.")},
    WordRow{"no_signature"_L1,
            QT_TRANSLATE_NOOP("EventWords", "Its signature is of another kind: not from Stripe.")},
    WordRow{"no_match"_L1,
            QT_TRANSLATE_NOOP("EventWords",
                              "It was signed with another secret. Check the signing secret in "
                              "Settings against that of the endpoint at Stripe.")},
    WordRow{"too_old"_L1,
            QT_TRANSLATE_NOOP("EventWords",
                              "It was signed more than five minutes ago. Check this computer's "
                              "clock; or somebody sent it again.")},
    WordRow{"too_new"_L1,
            QT_TRANSLATE_NOOP("EventWords",
                              "It was signed in the future. Check this computer's clock.")},
    WordRow{"unreadable"_L1,
            QT_TRANSLATE_NOOP("EventWords",
                              "It is from Stripe, but could not be read. It is kept in the list "
                              "of events.")},
};

constexpr std::array peers{
    WordRow{"loopback"_L1, QT_TRANSLATE_NOOP("EventWords", "This computer")},
    WordRow{"private"_L1, QT_TRANSLATE_NOOP("EventWords", "Own network")},
    WordRow{"public"_L1, QT_TRANSLATE_NOOP("EventWords", "The internet")},
};

QString wordsOf(std::span<const WordRow> rows, const QString &wire)
{
    const auto row = std::ranges::find(rows, wire, &WordRow::wire);
    return row == rows.end() ? QString() : QCoreApplication::translate("EventWords", row->words);
}

QString orWire(const QString &words, const QString &wire)
{
    return words.isEmpty() ? wire : words;
}

} // namespace

QString eventTypeText(const QString &type)
{
    const QString words = wordsOf(types, type);
    if (!words.isEmpty())
        return words;
    QString plain = type;
    plain.replace(u'.', u' ').replace(u'_', u' ');
    if (!plain.isEmpty())
        plain[0] = plain.at(0).toUpper();
    return plain;
}

QString eventWayText(const QString &wire)
{
    return orWire(wordsOf(ways, wire), wire);
}

QString rejectionText(const QString &wire)
{
    return orWire(wordsOf(rejections, wire), wire);
}

QString peerText(const QString &wire)
{
    return orWire(wordsOf(peers, wire), wire);
}

} // namespace models
