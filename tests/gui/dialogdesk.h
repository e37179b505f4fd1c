// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/database.h"
#include "db/operationqueue.h"
#include "services/deskservices.h"
#include "testdatabase.h"

/// A desk on a database of its own with a catalogue and tenants, and a hand that plays the
/// executor's part: it takes operations, and ends them as the test says.
class DialogDesk
{
public:
    DialogDesk();

    [[nodiscard]] services::DeskServices &services() { return m_services; }
    QUuid addTenant(const QString &name, const QString &email, const QString &tier = {});
    /// On the price of that tier, paid until `periodEnd`; gives Stripe's id.
    QString addSubscription(const QUuid &tenant, const QString &tier, const QDateTime &periodEnd);
    void addOpenInvoice(const QUuid &tenant, const QString &number, qint64 minor);
    void addUsage(const QUuid &tenant, qint64 orders);

    [[nodiscard]] QList<core::Operation> operations() const; ///< All of them, oldest first.
    [[nodiscard]] core::Operation operation(core::OperationKind kind) const;
    /// Takes the next one as the executor would and marks it as sent.
    core::Operation send();
    void finish(const core::Operation &operation, const QJsonObject &result);
    void refuse(const core::Operation &operation, const core::Error &error);
    void loseAnswer(const core::Operation &operation);
    void tell();                                 ///< What the change feed would.
    void leaveDatabase() { m_database.close(); } ///< Every question is now answered with an error.
    /// SQL as the superuser.
    QString sql(const QByteArray &statement) const { return m_testDatabase.value(statement); }

private:
    support::TestDatabase m_testDatabase;
    db::Database m_database;
    services::DeskServices m_services;
    int m_made = 0;
};
