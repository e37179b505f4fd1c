// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/driftwording.h"

#include "models/statustext.h"
#include "models/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace models {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DriftWords)
};

struct KindRow
{
    QLatin1StringView wire;
    const char *one;
    const char *many;
};
constexpr std::array kinds{
    KindRow{"customer"_L1, QT_TRANSLATE_NOOP("DriftWords", "Customer"),
            QT_TRANSLATE_NOOP("DriftWords", "Customers")},
    KindRow{"product"_L1, QT_TRANSLATE_NOOP("DriftWords", "Product"),
            QT_TRANSLATE_NOOP("DriftWords", "Products")},
    KindRow{"price"_L1, QT_TRANSLATE_NOOP("DriftWords", "Price"),
            QT_TRANSLATE_NOOP("DriftWords", "Prices")},
    KindRow{"subscription"_L1, QT_TRANSLATE_NOOP("DriftWords", "Subscription"),
            QT_TRANSLATE_NOOP("DriftWords", "Subscriptions")},
    KindRow{"invoice"_L1, QT_TRANSLATE_NOOP("DriftWords", "Invoice"),
            QT_TRANSLATE_NOOP("DriftWords", "Invoices")},
    KindRow{"payment_intent"_L1, QT_TRANSLATE_NOOP("DriftWords", "Payment"),
            QT_TRANSLATE_NOOP("DriftWords", "Payments")},
    KindRow{"refund"_L1, QT_TRANSLATE_NOOP("DriftWords", "Refund"),
            QT_TRANSLATE_NOOP("DriftWords", "Refunds")},
    KindRow{"credit_note"_L1, QT_TRANSLATE_NOOP("DriftWords", "Credit note"),
            QT_TRANSLATE_NOOP("DriftWords", "Credit notes")},
    KindRow{"dispute"_L1, QT_TRANSLATE_NOOP("DriftWords", "Dispute"),
            QT_TRANSLATE_NOOP("DriftWords", "Disputes")},
    KindRow{"charge"_L1, QT_TRANSLATE_NOOP("DriftWords", "Charge"),
            QT_TRANSLATE_NOOP("DriftWords", "Charges")},
    KindRow{"discount"_L1, QT_TRANSLATE_NOOP("DriftWords", "Discount"),
            QT_TRANSLATE_NOOP("DriftWords", "Discounts")},
    KindRow{"payment_method"_L1, QT_TRANSLATE_NOOP("DriftWords", "Payment method"),
            QT_TRANSLATE_NOOP("DriftWords", "Payment methods")},
    KindRow{"repair"_L1, QT_TRANSLATE_NOOP("DriftWords", "Repair"),
            QT_TRANSLATE_NOOP("DriftWords", "Repairs")},
};

struct FieldRow
{
    QLatin1StringView wire;
    const char *words;
};
constexpr std::array fields{
    FieldRow{"status"_L1, QT_TRANSLATE_NOOP("DriftWords", "Status")},
    FieldRow{"email"_L1, QT_TRANSLATE_NOOP("DriftWords", "E-mail")},
    FieldRow{"name"_L1, QT_TRANSLATE_NOOP("DriftWords", "Name")},
    FieldRow{"phone"_L1, QT_TRANSLATE_NOOP("DriftWords", "Phone")},
    FieldRow{"address"_L1, QT_TRANSLATE_NOOP("DriftWords", "Address")},
    FieldRow{"balance"_L1, QT_TRANSLATE_NOOP("DriftWords", "Balance")},
    FieldRow{"metadata"_L1, QT_TRANSLATE_NOOP("DriftWords", "Notes at Stripe (metadata)")},
    FieldRow{"description"_L1, QT_TRANSLATE_NOOP("DriftWords", "Description")},
    FieldRow{"currency"_L1, QT_TRANSLATE_NOOP("DriftWords", "Currency")},
    FieldRow{"quantity"_L1, QT_TRANSLATE_NOOP("DriftWords", "Quantity")},
    FieldRow{"unit_amount"_L1, QT_TRANSLATE_NOOP("DriftWords", "Price per unit")},
    FieldRow{"stripe_price_id"_L1, QT_TRANSLATE_NOOP("DriftWords", "Price")},
    FieldRow{"stripe_customer_id"_L1, QT_TRANSLATE_NOOP("DriftWords", "Customer")},
    FieldRow{"amount"_L1, QT_TRANSLATE_NOOP("DriftWords", "Amount")},
    FieldRow{"amount_due"_L1, QT_TRANSLATE_NOOP("DriftWords", "Amount due")},
    FieldRow{"amount_paid"_L1, QT_TRANSLATE_NOOP("DriftWords", "Amount paid")},
    FieldRow{"amount_remaining"_L1, QT_TRANSLATE_NOOP("DriftWords", "Amount remaining")},
    FieldRow{"amount_received"_L1, QT_TRANSLATE_NOOP("DriftWords", "Amount received")},
    FieldRow{"subtotal"_L1, QT_TRANSLATE_NOOP("DriftWords", "Total before tax")},
    FieldRow{"tax"_L1, QT_TRANSLATE_NOOP("DriftWords", "Tax")},
    FieldRow{"total"_L1, QT_TRANSLATE_NOOP("DriftWords", "Total")},
    FieldRow{"number"_L1, QT_TRANSLATE_NOOP("DriftWords", "Number")},
    FieldRow{"attempt_count"_L1, QT_TRANSLATE_NOOP("DriftWords", "Payment attempts")},
    FieldRow{"next_payment_attempt"_L1, QT_TRANSLATE_NOOP("DriftWords", "Next payment attempt")},
    FieldRow{"due_date"_L1, QT_TRANSLATE_NOOP("DriftWords", "Due")},
    FieldRow{"paid_at"_L1, QT_TRANSLATE_NOOP("DriftWords", "Paid on")},
    FieldRow{"finalized_at"_L1, QT_TRANSLATE_NOOP("DriftWords", "Finalized on")},
    FieldRow{"voided_at"_L1, QT_TRANSLATE_NOOP("DriftWords", "Voided on")},
    FieldRow{"period_start"_L1, QT_TRANSLATE_NOOP("DriftWords", "Period from")},
    FieldRow{"period_end"_L1, QT_TRANSLATE_NOOP("DriftWords", "Period to")},
    FieldRow{"current_period_start"_L1, QT_TRANSLATE_NOOP("DriftWords", "Period from")},
    FieldRow{"current_period_end"_L1, QT_TRANSLATE_NOOP("DriftWords", "Period to")},
    FieldRow{"trial_end"_L1, QT_TRANSLATE_NOOP("DriftWords", "Trial ends")},
    FieldRow{"cancel_at_period_end"_L1,
             QT_TRANSLATE_NOOP("DriftWords", "Cancels at the end of the period")},
    FieldRow{"cancel_at"_L1, QT_TRANSLATE_NOOP("DriftWords", "Cancels on")},
    FieldRow{"canceled_at"_L1, QT_TRANSLATE_NOOP("DriftWords", "Cancellation asked for on")},
    FieldRow{"ended_at"_L1, QT_TRANSLATE_NOOP("DriftWords", "Ended on")},
    FieldRow{"collection_method"_L1, QT_TRANSLATE_NOOP("DriftWords", "Collected by")},
    FieldRow{"default_payment_method"_L1, QT_TRANSLATE_NOOP("DriftWords", "Payment method")},
    FieldRow{"latest_invoice_id"_L1, QT_TRANSLATE_NOOP("DriftWords", "Latest invoice")},
    FieldRow{"discounts"_L1, QT_TRANSLATE_NOOP("DriftWords", "Discounts")},
    FieldRow{"is_active"_L1, QT_TRANSLATE_NOOP("DriftWords", "In use")},
    FieldRow{"is_deleted"_L1, QT_TRANSLATE_NOOP("DriftWords", "Deleted")},
    FieldRow{"last_error_code"_L1, QT_TRANSLATE_NOOP("DriftWords", "Reason of the failure")},
    FieldRow{"reason"_L1, QT_TRANSLATE_NOOP("DriftWords", "Reason")},
    FieldRow{"stripe_charge_id"_L1, QT_TRANSLATE_NOOP("DriftWords", "Charge")},
    FieldRow{"stripe_payment_intent_id"_L1, QT_TRANSLATE_NOOP("DriftWords", "Payment")},
    FieldRow{"stripe_invoice_id"_L1, QT_TRANSLATE_NOOP("DriftWords", "Invoice")},
};

const KindRow *kindRow(const QString &wire)
{
    const auto row = std::ranges::find(kinds, wire, &KindRow::wire);
    return row == kinds.end() ? nullptr : &*row;
}

QString plainField(const QString &wire)
{
    const auto row = std::ranges::find(fields, wire, &FieldRow::wire);
    if (row != fields.end())
        return QCoreApplication::translate("DriftWords", row->words);
    return QString(wire).replace(u'_', u' ');
}

} // namespace

QString objectKindText(const QString &wire)
{
    const KindRow *row = kindRow(wire);
    return row ? QCoreApplication::translate("DriftWords", row->one) : wire;
}

QString objectKindsText(const QString &wire)
{
    const KindRow *row = kindRow(wire);
    return row ? QCoreApplication::translate("DriftWords", row->many) : wire;
}

QString driftFieldText(const QString &wire)
{
    if (wire.isEmpty())
        return Words::tr("All of it", "the whole object is missing");
    const QStringList parts = wire.split(u'.');
    if (parts.first() != "items"_L1)
        return plainField(wire);
    return parts.size() < 3 ? Words::tr("An item")
                            : Words::tr("Item: %1").arg(plainField(parts.last()));
}

QString driftValueText(const QString &wire)
{
    if (wire.startsWith("money "_L1)) {
        const QStringList parts = wire.split(u' ');
        return moneyText({parts.value(1).toLongLong(), parts.value(2)});
    }
    if (wire == "true"_L1)
        return Words::tr("Yes");
    if (wire == "false"_L1)
        return Words::tr("No");
    if (const StatusFace face = statusFace(wire); face.word != wire)
        return face.word;
    if (wire.size() >= 19 && wire.at(4) == u'-' && wire.at(10) == u'T') {
        const QDateTime time = QDateTime::fromString(wire, Qt::ISODate);
        if (time.isValid())
            return exactTime(time.toUTC());
    }
    return wire;
}

QString eventStateText(const QString &wire)
{
    if (wire.isEmpty())
        return Words::tr("never received");
    if (wire == "waiting"_L1)
        return Words::tr("received, still waiting");
    if (wire == "refused"_L1)
        return Words::tr("received, but refused");
    if (wire == "ignored"_L1)
        return Words::tr("received, but of a type that is not handled");
    return Words::tr("received, but could not be applied");
}

} // namespace models
