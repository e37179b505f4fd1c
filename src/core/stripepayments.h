// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

namespace core {

/// Money that went back; amounts in minor units.
struct Refund
{
    QString id;
    QString chargeId;
    QString paymentIntentId;
    QString status;
    QString reason;
    QString currency;
    qint64 amount = 0;
    QDateTime created;
    Snapshot snapshot;
};

struct CreditNote
{
    QString id;
    QString number;
    QString customerId;
    QString invoiceId;
    QString status; ///< issued or void.
    QString reason;
    QString currency;
    qint64 amount = 0; ///< With tax.
    QDateTime created;
    Snapshot snapshot;
};

/// A charge that the customer's bank takes back.
struct Dispute
{
    QString id;
    QString chargeId;
    QString paymentIntentId;
    QString status;
    QString reason;
    QString currency;
    qint64 amount = 0;
    QDateTime evidenceDueBy;
    QDateTime created;
    Snapshot snapshot;
};

} // namespace core
