// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot.h"

#include <QStringList>

namespace core {

struct Customer
{
    QString id;
    bool deleted = false;
    QString email;
    QString name;
    QString phone;
    QString taxExempt;
    QString currency;
    QString defaultPaymentMethod;
    qint64 balance = 0; ///< Minor units; negative is credit.
    QJsonObject address;
    QJsonObject shipping;
    QStringList preferredLocales;
    QJsonObject invoiceSettings;
    QJsonObject discount;
    QJsonObject metadata;
    QDateTime created;
    Snapshot snapshot;
};

} // namespace core
