// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/proration.h"

#include "sandbox/amounts.h"
#include "sandbox/fields.h"

#include <QLocale>

namespace sandbox {

using namespace Qt::StringLiterals;

static QJsonObject pendingItem(const QJsonObject &subscription, const QJsonObject &item,
                               qint64 amount, const QString &description, qint64 when)
{
    const QJsonObject price = item.value("price"_L1).toObject();
    return {
        {u"id"_s, newId(Kind::InvoiceItem)},
        {u"object"_s, u"invoiceitem"_s},
        {u"amount"_s, amount},
        {u"currency"_s, subscription.value("currency"_L1)},
        {u"customer"_s, subscription.value("customer"_L1)},
        {u"date"_s, when},
        {u"description"_s, description},
        {u"discountable"_s, false},
        {u"discounts"_s, QJsonArray()},
        {u"invoice"_s, QJsonValue::Null},
        {u"livemode"_s, false},
        {u"metadata"_s, QJsonObject()},
        {u"period"_s,
         QJsonObject{{u"start"_s, when}, {u"end"_s, subscription.value("current_period_end"_L1)}}},
        {u"plan"_s, demo::planJson(price)},
        {u"price"_s, price},
        {u"proration"_s, true},
        {u"quantity"_s, item.value("quantity"_L1)},
        {u"subscription"_s, subscription.value("id"_L1)},
        {u"subscription_item"_s, item.value("id"_L1)},
        {u"tax_rates"_s, QJsonArray()},
        {u"test_clock"_s, QJsonValue::Null},
        {u"unit_amount"_s, amount},
        {u"unit_amount_decimal"_s, QString::number(amount)},
    };
}

void createProrations(Context &context, const QJsonObject &subscription,
                      const QList<ItemDifference> &differences, qint64 when)
{
    const qint64 start = number(subscription, "current_period_start"_L1);
    const qint64 end = number(subscription, "current_period_end"_L1);
    const qint64 rest = std::clamp<qint64>(end - when, 0, end - start);
    const QString day = QLocale::c().toString(QDateTime::fromSecsSinceEpoch(when, Qt::UTC).date(),
                                              u"dd MMM yyyy"_s);
    const auto settle = [&](const QJsonObject &item, qint64 sign, const QString &form) {
        const QJsonObject price = item.value("price"_L1).toObject();
        if (item.isEmpty() || !item.contains("quantity"_L1))
            return; // metered: billed in arrears by what was used
        const qint64 quantity = number(item, "quantity"_L1);
        const QString name =
            text(context.store.find(Kind::Product, text(price, "product"_L1)), "name"_L1);
        const qint64 amount =
            share(sign * amountOf(context.wholePrice(item), quantity), rest, end - start);
        context.create(Kind::InvoiceItem,
                       pendingItem(subscription, item, amount,
                                   form.arg(QString::number(quantity), name, day), when),
                       u"invoiceitem.created"_s);
    };
    for (const ItemDifference &difference : differences) {
        settle(difference.before, -1, u"Unused time on %1 × %2 after %3"_s);
        settle(difference.after, 1, u"Remaining time on %1 × %2 after %3"_s);
    }
}

} // namespace sandbox
