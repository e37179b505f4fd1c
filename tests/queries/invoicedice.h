// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billingrows.h"
#include "core/listquery.h"

#include <QRandomGenerator>

/// A query of the list of invoices, and the same said by plain SQL.
struct Asked
{
    core::ListQuery query;
    QByteArray plain; ///< Gives the ids in order.
};

/// Makes invoices and changes them at random, and asks for them in random sorts and filters. The
/// seed is printed; OMS_SEED repeats it.
class InvoiceDice
{
public:
    explicit InvoiceDice(const BillingRows &rows);

    void fill(int invoices);
    void multiply(int copies); ///< Of every invoice so many more, with other ids.
    void change();             ///< One row is made or changed, or a tenant renamed.
    [[nodiscard]] Asked question();
    [[nodiscard]] int below(int limit) { return m_random.bounded(limit); }
    [[nodiscard]] quint32 seed() const { return m_seed; }

private:
    [[nodiscard]] QByteArray insertion();
    [[nodiscard]] QByteArray alteration();
    [[nodiscard]] QByteArray number(int limit) { return QByteArray::number(below(limit)); }
    [[nodiscard]] QByteArray time();
    [[nodiscard]] QByteArray anyTenant();
    [[nodiscard]] QByteArray selection(core::RowSelection &selection);

    const BillingRows &m_rows;
    QList<QUuid> m_tenants;
    quint32 m_seed = 0;
    QRandomGenerator m_random;
    int m_count = 0;
};
