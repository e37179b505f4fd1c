// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tenants/timelinetext.h"

#include "models/wording.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Row
{
    QLatin1StringView action;
    const char *text; ///< %1: the plan or the amount, where there is one.
    QLatin1StringView icon;
    StatusColor status;
};
constexpr std::array rows{
    Row{"tenant.create"_L1, QT_TRANSLATE_NOOP("Timeline", "Tenant created, %1"), "user-plus"_L1,
        StatusColor::Blue},
    Row{"tenant.plan_change"_L1, QT_TRANSLATE_NOOP("Timeline", "Plan changed to %1"),
        "arrow-down-up"_L1, StatusColor::Blue},
    Row{"subscription.create"_L1, QT_TRANSLATE_NOOP("Timeline", "Subscription created"), "plus"_L1,
        StatusColor::Blue},
    Row{"subscription.cancel"_L1, QT_TRANSLATE_NOOP("Timeline", "Subscription canceled"), "ban"_L1,
        StatusColor::Amber},
    Row{"subscription.created"_L1,
        QT_TRANSLATE_NOOP("Timeline", "Subscription confirmed by Stripe"), "refresh-cw"_L1,
        StatusColor::Grey},
    Row{"subscription.updated"_L1, QT_TRANSLATE_NOOP("Timeline", "Subscription updated"),
        "refresh-cw"_L1, StatusColor::Grey},
    Row{"subscription.ended"_L1, QT_TRANSLATE_NOOP("Timeline", "Subscription ended"), "ban"_L1,
        StatusColor::Grey},
    Row{"invoice.created"_L1, QT_TRANSLATE_NOOP("Timeline", "Invoice created, %1"),
        "receipt-text"_L1, StatusColor::Grey},
    Row{"invoice.updated"_L1, QT_TRANSLATE_NOOP("Timeline", "Invoice updated, %1"),
        "receipt-text"_L1, StatusColor::Grey},
    Row{"invoice.payment_succeeded"_L1, QT_TRANSLATE_NOOP("Timeline", "Invoice paid, %1"),
        "circle-check"_L1, StatusColor::Green},
    Row{"invoice.payment_failed"_L1, QT_TRANSLATE_NOOP("Timeline", "Payment failed, %1"),
        "circle-x"_L1, StatusColor::Red},
    Row{"payment_intent.succeeded"_L1, QT_TRANSLATE_NOOP("Timeline", "Payment received, %1"),
        "circle-check"_L1, StatusColor::Green},
    Row{"payment_intent.payment_failed"_L1, QT_TRANSLATE_NOOP("Timeline", "Payment declined, %1"),
        "circle-x"_L1, StatusColor::Red},
    Row{"event.reorder"_L1, QT_TRANSLATE_NOOP("Timeline", "Events of one second put in order"),
        "refresh-cw"_L1, StatusColor::Grey},
    Row{"operation.refuse"_L1, QT_TRANSLATE_NOOP("Timeline", "Stripe refused: %1"), "circle-x"_L1,
        StatusColor::Red},
};

/// The plan, the amount or the sentence that the row's after-image holds.
QString subjectOf(const QJsonObject &after)
{
    if (after.contains(u"plan_tier"_s))
        return models::tierText(after[u"plan_tier"_s].toString());
    if (after.contains(u"message"_s))
        return after[u"message"_s].toString();
    const QString currency = after[u"currency"_s].toString();
    for (const QString &amount : {u"amount_due"_s, u"amount"_s}) {
        if (after.contains(amount) && !currency.isEmpty())
            return models::moneyText({after[amount].toInteger(), currency});
    }
    return {};
}

} // namespace

TimelineFace timelineFace(const core::TimelineEntry &entry)
{
    const auto row = std::ranges::find_if(
        rows, [&](const Row &candidate) { return candidate.action == entry.action; });
    if (row == rows.end())
        return {entry.action, "circle-dot"_L1, StatusColor::Grey};
    QString text = QCoreApplication::translate("Timeline", row->text);
    if (text.contains(u"%1"_s)) {
        const QString subject = subjectOf(entry.after);
        text = subject.isEmpty() ? text.left(text.indexOf(u"%1"_s)).trimmed() : text.arg(subject);
        if (text.endsWith(u','))
            text.chop(1);
    }
    return {text, row->icon, row->status};
}

} // namespace ui
