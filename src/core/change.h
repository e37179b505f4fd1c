// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUuid>

namespace core {

/// One row of the change feed: this object is different now. entity is tenant, tenant_name (a
/// tenant whose name or e-mail is another), subscription, invoice, payment_intent, customer,
/// operation, plan, price, product, refund, credit_note, dispute, event, alert or staff. A null id
/// tells of many of them; '*' means that everything may have changed.
struct Change
{
    QString entity;
    QUuid id;
    QUuid tenantId;
};

} // namespace core

Q_DECLARE_METATYPE(QList<core::Change>)
