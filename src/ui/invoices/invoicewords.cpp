// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/invoices/invoicewords.h"

#include "models/wording.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(InvoiceWords)
};

struct Decline
{
    QLatin1StringView code;
    const char *text;
};
// Lost and stolen cards are only "declined": telling more would warn a thief (NOTES §7).
constexpr std::array declines{
    Decline{"insufficient_funds"_L1, QT_TRANSLATE_NOOP("InvoiceWords", "insufficient funds")},
    Decline{"expired_card"_L1, QT_TRANSLATE_NOOP("InvoiceWords", "the card has expired")},
    Decline{"incorrect_cvc"_L1, QT_TRANSLATE_NOOP("InvoiceWords", "wrong security code")},
    Decline{"authentication_required"_L1,
            QT_TRANSLATE_NOOP("InvoiceWords", "the bank asks the customer to confirm")},
    Decline{"do_not_honor"_L1, QT_TRANSLATE_NOOP("InvoiceWords", "the bank gave no reason")},
    Decline{"generic_decline"_L1, QT_TRANSLATE_NOOP("InvoiceWords", "the bank gave no reason")},
    Decline{"call_issuer"_L1, QT_TRANSLATE_NOOP("InvoiceWords", "the customer must call the bank")},
    Decline{"processing_error"_L1,
            QT_TRANSLATE_NOOP("InvoiceWords", "a passing fault at the bank")},
    Decline{"card_velocity_exceeded"_L1,
            QT_TRANSLATE_NOOP("InvoiceWords", "the card's limit was reached")},
};

QString nextStep(const core::InvoiceDetail &invoice, const QDateTime &now)
{
    if (invoice.nextAttempt.isValid())
        return Text::tr("Stripe tries again on %1. To be paid sooner or by transfer, send the "
                        "invoice link.")
            .arg(models::shortDate(invoice.nextAttempt, now));
    return Text::tr("Stripe does not try again. Send the invoice link, or ask for another card.");
}

} // namespace

QString declineText(const QString &code)
{
    const auto row = std::ranges::find_if(
        declines, [&](const Decline &decline) { return decline.code == code; });
    return row == declines.end() ? Text::tr("declined by the bank")
                                 : QCoreApplication::translate("InvoiceWords", row->text);
}

InvoiceAdvice adviceFor(const core::InvoiceDetail &invoice, const QDateTime &now)
{
    const QString remaining = models::moneyText(invoice.remaining);
    if (invoice.status == "failed"_L1 || invoice.status == "retrying"_L1)
        return {Text::tr("Payment declined: %1").arg(declineText(invoice.declineCode)),
                Text::tr("%1 could not be collected.").arg(remaining) + u' '
                    + nextStep(invoice, now),
                "circle-x"_L1, StatusColor::Red};
    if (invoice.status == "overdue"_L1)
        return {Text::tr("Overdue since %1").arg(models::shortDate(invoice.dueDate, now)),
                Text::tr("%1 has not been paid. Remind them with the invoice link.").arg(remaining),
                "clock-alert"_L1, StatusColor::Amber};
    if (invoice.status == "uncollectible"_L1)
        return {Text::tr("Written off"),
                Text::tr("%1 is not expected any more. It can still be paid.").arg(remaining),
                "archive-x"_L1, StatusColor::Grey};
    return {};
}

} // namespace ui
