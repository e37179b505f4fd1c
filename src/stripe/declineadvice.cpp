// SPDX-License-Identifier: GPL-3.0-or-later
#include "stripe/declineadvice.h"

#include <QCoreApplication>

#include <algorithm>

namespace stripe {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(stripe::DeclineAdvice)
};

struct Advice
{
    QLatin1StringView code;
    const char *sentence;
};

constexpr char otherCard[] =
    QT_TRANSLATE_NOOP("stripe::DeclineAdvice", "Try again later, or ask for another card.");
constexpr char updateCard[] =
    QT_TRANSLATE_NOOP("stripe::DeclineAdvice", "Ask the customer to update the card.");
constexpr char confirm[] =
    QT_TRANSLATE_NOOP("stripe::DeclineAdvice",
                      "The customer must confirm this payment: send the link to the invoice.");
constexpr char callBank[] =
    QT_TRANSLATE_NOOP("stripe::DeclineAdvice", "Ask the customer to call their bank.");
// The reason must not reach a thief.
constexpr char onlyDeclined[] =
    QT_TRANSLATE_NOOP("stripe::DeclineAdvice",
                      "Tell the customer only that the card was declined. Do not try it again.");
constexpr char retryLater[] = QT_TRANSLATE_NOOP("stripe::DeclineAdvice", "Try again later.");

constexpr Advice advices[] = {
    {QLatin1StringView("insufficient_funds"), otherCard},
    {QLatin1StringView("card_velocity_exceeded"), otherCard},
    {QLatin1StringView("expired_card"), updateCard},
    {QLatin1StringView("incorrect_cvc"), updateCard},
    {QLatin1StringView("incorrect_number"), updateCard},
    {QLatin1StringView("incorrect_zip"), updateCard},
    {QLatin1StringView("authentication_required"), confirm},
    {QLatin1StringView("invoice_payment_intent_requires_action"), confirm},
    {QLatin1StringView("payment_intent_action_required"), confirm},
    {QLatin1StringView("payment_intent_authentication_failure"), confirm},
    {QLatin1StringView("do_not_honor"), callBank},
    {QLatin1StringView("generic_decline"), callBank},
    {QLatin1StringView("call_issuer"), callBank},
    {QLatin1StringView("lost_card"), onlyDeclined},
    {QLatin1StringView("stolen_card"), onlyDeclined},
    {QLatin1StringView("pickup_card"), onlyDeclined},
    {QLatin1StringView("fraudulent"), onlyDeclined},
    {QLatin1StringView("try_again_later"), retryLater},
    {QLatin1StringView("processing_error"), retryLater},
    {QLatin1StringView("issuer_not_available"), retryLater},
};

} // namespace

QString declineAdvice(const QString &code)
{
    const auto it = std::ranges::find_if(advices, [&](const Advice &a) { return code == a.code; });
    return it == std::end(advices) ? QString() : Words::tr(it->sentence);
}

} // namespace stripe
