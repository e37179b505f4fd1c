// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/termschoice.h"

#include "ui/operations/billingwords.h"

#include <QStandardItemModel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

bool isSame(const core::Collection &a, const core::Collection &b)
{
    if (a.method != b.method)
        return false;
    return a.method == core::Collection::Method::SendInvoice ? a.daysUntilDue == b.daysUntilDue
                                                             : a.paymentMethod == b.paymentMethod;
}

core::Collection invoice(int days)
{
    return {core::Collection::Method::SendInvoice, days, {}};
}

core::Collection charge(const QString &paymentMethod)
{
    return {core::Collection::Method::ChargeAutomatically, 0, paymentMethod};
}

} // namespace

TrialChoice::TrialChoice(const QDateTime &now, QWidget *parent)
    : QComboBox(parent)
    , m_now(now)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addItem(tr("No trial"), 0);
    for (const int days : {7, 14, 30})
        addDays(days);
}

void TrialChoice::addDays(int days)
{
    addItem(tr("%n day(s), until %1", nullptr, days).arg(longDate(m_now.addDays(days))), days);
}

void TrialChoice::setDays(int days)
{
    if (findData(days) < 0)
        addDays(days);
    setCurrentIndex(findData(days));
}

PaymentChoice::PaymentChoice(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const int days : {14, 30}) {
        m_rows.append(invoice(days));
        addItem(tr("Invoice, %n day(s)", nullptr, days));
    }
}

void PaymentChoice::addTestCards()
{
    m_rows.append(charge(u"pm_card_visa"_s));
    addItem(tr("Test card that works"));
    m_rows.append(charge(u"pm_card_chargeCustomerFail"_s));
    addItem(tr("Test card that fails later"));
}

void PaymentChoice::addOnFile(const QString &name)
{
    m_rows.prepend(charge({}));
    insertItem(0, name);
    setCurrentIndex(0);
}

core::Collection PaymentChoice::collection() const
{
    return m_rows.value(currentIndex(), invoice(14));
}

void PaymentChoice::setCollection(const core::Collection &collection)
{
    const auto row = std::ranges::find_if(
        m_rows, [&](const core::Collection &known) { return isSame(known, collection); });
    if (row != m_rows.end()) {
        setCurrentIndex(static_cast<int>(row - m_rows.begin()));
        return;
    }
    m_rows.append(collection);
    addItem(collection.method == core::Collection::Method::SendInvoice
                ? tr("Invoice, %n day(s)", nullptr, collection.daysUntilDue)
                : tr("Charged automatically"));
    setCurrentIndex(count() - 1);
}

void PaymentChoice::keepOnlyCard(const QString &paymentMethod, const QString &reason)
{
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (int row = 0; items && row < count(); ++row) {
        const core::Collection &known = m_rows.at(row);
        const bool isPossible = known.method == core::Collection::Method::SendInvoice
            || known.paymentMethod == paymentMethod;
        items->item(row)->setEnabled(isPossible);
        items->item(row)->setToolTip(isPossible ? QString() : reason);
    }
}

void PaymentChoice::allowAll()
{
    auto *items = qobject_cast<QStandardItemModel *>(model());
    for (int row = 0; items && row < count(); ++row) {
        items->item(row)->setEnabled(true);
        items->item(row)->setToolTip({});
    }
}

QString paymentMethodText(const core::PaymentMethodSummary &method)
{
    QString brand = method.brand.isEmpty() ? method.type : method.brand;
    if (!brand.isEmpty())
        brand[0] = brand.at(0).toUpper();
    brand.replace(u'_', u' ');
    return method.last4.isEmpty() ? brand
                                  : PaymentChoice::tr("%1 ending in %2").arg(brand, method.last4);
}

} // namespace ui
