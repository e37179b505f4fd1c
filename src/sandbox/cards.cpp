// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/cards.h"

#include <algorithm>
#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

enum class Effect { Succeeds, DeclinesAtAttach, DeclinesAtCharge, NeedsAction };

struct TestCard
{
    QLatin1StringView token;
    QLatin1StringView brand;
    QLatin1StringView last4;
    Effect effect = Effect::Succeeds;
    QLatin1StringView declineCode; ///< Where the card declines.
};

using enum Effect;
constexpr std::array testCards{
    TestCard{"pm_card_visa"_L1, "visa"_L1, "4242"_L1, Succeeds, {}},
    TestCard{"pm_card_mastercard"_L1, "mastercard"_L1, "4444"_L1, Succeeds, {}},
    TestCard{"pm_card_amex"_L1, "amex"_L1, "8431"_L1, Succeeds, {}},
    TestCard{"pm_card_visa_chargeDeclined"_L1, "visa"_L1, "0002"_L1, DeclinesAtAttach,
             "generic_decline"_L1},
    TestCard{"pm_card_chargeDeclined"_L1, "visa"_L1, "0002"_L1, DeclinesAtAttach,
             "generic_decline"_L1},
    TestCard{"pm_card_visa_chargeDeclinedInsufficientFunds"_L1, "visa"_L1, "9995"_L1,
             DeclinesAtAttach, "insufficient_funds"_L1},
    TestCard{"pm_card_visa_chargeDeclinedLostCard"_L1, "visa"_L1, "9987"_L1, DeclinesAtAttach,
             "lost_card"_L1},
    TestCard{"pm_card_visa_chargeDeclinedStolenCard"_L1, "visa"_L1, "9979"_L1, DeclinesAtAttach,
             "stolen_card"_L1},
    TestCard{"pm_card_chargeDeclinedExpiredCard"_L1, "visa"_L1, "0069"_L1, DeclinesAtAttach,
             "expired_card"_L1},
    TestCard{"pm_card_chargeDeclinedIncorrectCvc"_L1, "visa"_L1, "0127"_L1, DeclinesAtAttach,
             "incorrect_cvc"_L1},
    TestCard{"pm_card_chargeDeclinedProcessingError"_L1, "visa"_L1, "0119"_L1, DeclinesAtAttach,
             "processing_error"_L1},
    TestCard{"pm_card_visa_chargeDeclinedVelocityLimitExceeded"_L1, "visa"_L1, "6975"_L1,
             DeclinesAtAttach, "card_velocity_exceeded"_L1},
    TestCard{"pm_card_chargeCustomerFail"_L1, "visa"_L1, "0341"_L1, DeclinesAtCharge,
             "generic_decline"_L1},
    TestCard{"pm_card_authenticationRequired"_L1, "visa"_L1, "3184"_L1, NeedsAction,
             "authentication_required"_L1},
    TestCard{"pm_card_authenticationRequiredOnSetup"_L1, "visa"_L1, "3155"_L1, NeedsAction,
             "authentication_required"_L1},
    TestCard{"pm_card_threeDSecure2Required"_L1, "visa"_L1, "3220"_L1, NeedsAction,
             "authentication_required"_L1},
};

QString messageOf(QLatin1StringView declineCode)
{
    if (declineCode == "insufficient_funds"_L1)
        return u"Your card has insufficient funds."_s;
    if (declineCode == "expired_card"_L1)
        return u"Your card has expired."_s;
    if (declineCode == "incorrect_cvc"_L1)
        return u"Your card's security code is incorrect."_s;
    if (declineCode == "processing_error"_L1)
        return u"An error occurred while processing your card. Try again in a little bit."_s;
    if (declineCode == "card_velocity_exceeded"_L1)
        return u"Your card was declined for making repeated attempts too frequently or exceeding "
               "its amount limit."_s;
    return u"Your card was declined."_s;
}

} // namespace

std::optional<demo::Card> cardFromToken(const QString &token)
{
    const auto it = std::ranges::find(testCards, token, &TestCard::token);
    if (it == testCards.end())
        return std::nullopt;
    demo::Card card;
    card.brand = it->brand;
    card.last4 = it->last4;
    return card;
}

CardBehaviour behaviourOf(const QJsonObject &paymentMethod)
{
    const QString last4 = paymentMethod.value("card"_L1).toObject().value("last4"_L1).toString();
    const auto it = std::ranges::find(testCards, last4, &TestCard::last4);
    if (it == testCards.end() || it->effect == Succeeds)
        return {};
    CardBehaviour behaviour;
    behaviour.charge = it->effect == NeedsAction ? CardBehaviour::Outcome::NeedsAction
                                                 : CardBehaviour::Outcome::Declines;
    behaviour.isRefusedAtAttach = it->effect == DeclinesAtAttach;
    behaviour.declineCode = it->declineCode;
    const bool isCodeItself = it->declineCode == "expired_card"_L1
        || it->declineCode == "incorrect_cvc"_L1 || it->declineCode == "processing_error"_L1
        || it->declineCode == "authentication_required"_L1;
    behaviour.code = isCodeItself ? QString(it->declineCode) : u"card_declined"_s;
    behaviour.message = messageOf(it->declineCode);
    return behaviour;
}

} // namespace sandbox
