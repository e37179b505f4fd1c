// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/pgconnection.h"
#include "testdatabase.h"

#include <QUuid>

/// Writes hand-made rows of the tables that the window reads, past all rights, and reads the
/// answers of plain queries to compare with.
class BillingRows
{
public:
    explicit BillingRows(const support::TestDatabase &database);

    void run(const QByteArray &sql, const QList<db::PgArgument> &arguments = {}) const;
    /// The first column of all rows.
    [[nodiscard]] QStringList column(const QByteArray &sql,
                                     const QList<db::PgArgument> &arguments = {}) const;

    QUuid tenant(const QString &name, const QString &email) const;
    /// A customer of the tenant (a null one: linked to none); `id` is Stripe's.
    void customer(const QUuid &tenant, const QString &id) const;
    /// An active plan with 100 orders, 10 drivers, 10 GB and 60 calls a minute.
    void plan(const QUuid &tenant, const QString &tier) const;

    struct Subscription
    {
        QUuid tenant;
        QString id;
        QString customer = QStringLiteral("cus_any");
        QString status = QStringLiteral("active");
        QString currency = QStringLiteral("eur");
        std::optional<qint64> amount;
        QString description = QStringLiteral("Plan");
        QByteArray periodEnd = "NULL"; ///< An SQL expression, as the other times.
        QByteArray created = "now()";
        QByteArray cancelAt = "NULL";
        bool cancelAtPeriodEnd = false;
        QString interval = QStringLiteral("month");
        int intervalCount = 1;
    };
    QUuid subscription(const Subscription &row) const;

    struct Invoice
    {
        QUuid tenant;
        QString id;
        QString number; ///< Null for none.
        QString status = QStringLiteral("open");
        QString currency = QStringLiteral("eur");
        qint64 total = 1000;
        qint64 paid = 0;
        qint64 remaining = 1000;
        int attempts = 0;
        QByteArray nextAttempt = "NULL"; ///< An SQL expression, as the other times.
        QByteArray due = "NULL";
        QByteArray paidAt = "NULL";
        QByteArray created = "now()";
        QString collection = QStringLiteral("charge_automatically");
        QString tier;
        QByteArray raw = "{}";
        QString customer = QStringLiteral("cus_any");
        QString subscription;
    };
    QUuid invoice(const Invoice &row) const;

    void refreshFigures() const;

private:
    db::PgConnection m_connection;
};
