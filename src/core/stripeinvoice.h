// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QStringList>

namespace core {

struct Invoice
{
    QString id;
    bool deleted = false;
    QString number;
    QString customerId;
    QString subscriptionId;
    QString paymentIntentId;
    bool isPaymentTold = true; ///< False: the object came in a shape that leaves the id out.
    QString status;            ///< Stripe's text.
    QString billingReason;
    QString collectionMethod;
    QString currency;
    qint64 amountDue = 0; ///< Minor units, as all amounts here.
    qint64 amountPaid = 0;
    qint64 amountRemaining = 0;
    qint64 subtotal = 0;
    qint64 tax = 0;
    qint64 total = 0;
    int attemptCount = 0;
    bool attempted = false;
    QDateTime nextPaymentAttempt;
    QDateTime dueDate;
    QDateTime finalizedAt;
    QDateTime paidAt;
    QDateTime voidedAt;
    QDateTime periodStart;
    QDateTime periodEnd;
    QString hostedInvoiceUrl;
    QString invoicePdf;
    QStringList priceIds;      ///< Of the lines that came with the object.
    bool hasMoreLines = false; ///< Only the first page of lines did.
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

struct PaymentIntent
{
    QString id;
    QString customerId;
    QString invoiceId;
    bool isInvoiceTold = true; ///< False: the object came in a shape that leaves the id out.
    QString status;
    QString currency;
    qint64 amount = 0;
    qint64 amountReceived = 0;
    QStringList paymentMethodTypes;
    QString latestCharge;
    QString lastErrorCode; ///< decline_code where there is one, else code.
    QString lastErrorMessage;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

} // namespace core
