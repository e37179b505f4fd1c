// SPDX-License-Identifier: GPL-3.0-or-later
#include "invoicedice.h"

using namespace Qt::StringLiterals;
using core::FilterOperator;

namespace {

struct PlainColumn
{
    QString id;
    QByteArray key;
};

const QList<PlainColumn> sortedColumns{
    {u"number"_s, "i.number"},
    {u"tenant"_s, "t.name COLLATE \"und-x-icu\""},
    {u"attempts"_s, "i.attempt_count"},
    {u"total"_s, "i.total"},
    {u"remaining"_s, "i.amount_remaining"},
    {u"due"_s, "i.due_date"},
    {u"paid"_s, "i.paid_at"},
    {u"invoice"_s, "i.stripe_invoice_id"},
    {u"created"_s, "i.created"},
};

struct PlainFilter
{
    core::Filter filter;
    QByteArray condition;
};

const QList<PlainFilter> someFilters{
    {{u"total"_s, FilterOperator::AtLeast, qint64(500)}, "i.total >= 500"},
    {{u"status"_s, FilterOperator::Equals, u"paid"_s}, "i.status = 'paid'"},
    {{u"tenant"_s, FilterOperator::Contains, u"a"_s}, "t.name ILIKE '%a%'"},
    {{u"attempts"_s, FilterOperator::AtMost, qint64(2)}, "i.attempt_count <= 2"},
    {{u"due"_s, FilterOperator::IsSet, true}, "i.due_date IS NOT NULL"},
};

} // namespace

InvoiceDice::InvoiceDice(const BillingRows &rows)
    : m_rows(rows)
{
    bool isGiven = false;
    m_seed = qEnvironmentVariable("OMS_SEED").toUInt(&isGiven);
    if (!isGiven)
        m_seed = QRandomGenerator::system()->generate();
    m_random.seed(m_seed);
    qInfo("OMS_SEED=%u", m_seed);
    for (const QString &name : {u"Äpfel"_s, u"acme"_s, u"Zürcher"_s, u"Łódź"_s, u"東京"_s})
        m_tenants += m_rows.tenant(name, name + u"@example.com"_s);
}

void InvoiceDice::fill(int invoices)
{
    for (int invoice = 0; invoice < invoices; ++invoice)
        m_rows.run(insertion());
}

void InvoiceDice::multiply(int copies)
{
    m_rows.run("INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, amount_due,"
               " amount_paid, amount_remaining, subtotal, total, currency, status, attempt_count,"
               " due_date, paid_at, created, livemode, raw, as_of, source)"
               " SELECT tenant_id, 'in_' || gen_random_uuid(), number, amount_due, amount_paid,"
               " amount_remaining, subtotal, total, currency, status, attempt_count, due_date,"
               " paid_at, created, livemode, raw, as_of, source"
               " FROM stripe_invoices, generate_series(1, "
               + QByteArray::number(copies) + ')');
    m_count *= 1 + copies;
}

void InvoiceDice::change()
{
    m_rows.run(below(7) == 0 ? insertion() : alteration());
}

QByteArray InvoiceDice::time()
{
    return below(4) == 0 ? QByteArray("NULL") : "now() - interval '" + number(50) + " days'";
}

QByteArray InvoiceDice::anyTenant()
{
    return '\''
        + m_tenants.at(below(static_cast<int>(m_tenants.size()))).toByteArray(QUuid::WithoutBraces)
        + '\'';
}

QByteArray InvoiceDice::insertion()
{
    ++m_count;
    return "INSERT INTO stripe_invoices (tenant_id, stripe_invoice_id, number, amount_due,"
           " amount_paid, amount_remaining, subtotal, total, currency, status, attempt_count,"
           " due_date, paid_at, created, livemode, raw, as_of, source) VALUES ("
        + anyTenant() + ", 'in_' || gen_random_uuid(), "
        + (below(9) == 0 ? "NULL" : "'N-" + number(90) + '\'') + ", 1, 0, " + number(9) + ", 1, "
        + number(1000) + ", 'eur', 'paid', " + number(5) + ", " + time() + ", " + time() + ", "
        + time() + ", false, '{}', now(), 'seed')";
}

QByteArray InvoiceDice::alteration()
{
    const QByteArray anyRow =
        "(SELECT id FROM stripe_invoices OFFSET " + number(std::max(1, m_count)) + " LIMIT 1)";
    switch (below(6)) {
    case 0:
        return "UPDATE stripe_invoices SET total = " + number(1000) + " WHERE id = " + anyRow;
    case 1:
        return "UPDATE stripe_invoices SET attempt_count = " + number(5)
            + ", status = (ARRAY['paid', 'void'])[1 + " + number(2) + "] WHERE id = " + anyRow;
    case 2:
        return "UPDATE stripe_invoices SET due_date = " + time() + ", paid_at = " + time()
            + " WHERE id = " + anyRow;
    case 3:
        return "UPDATE stripe_invoices SET number = 'N-" + number(90) + "', created = " + time()
            + ", amount_remaining = " + number(9) + " WHERE id = " + anyRow;
    case 4:
        return "UPDATE tenants SET name = chr(65 + " + number(50)
            + ") || left(name, 20)"
              " WHERE id = "
            + anyTenant();
    default:
        return "UPDATE stripe_invoices SET tenant_id = " + anyTenant() + " WHERE id = " + anyRow;
    }
}

/// Half of the rows there are, or all that are and will be but these.
QByteArray InvoiceDice::selection(core::RowSelection &selection)
{
    using Kind = core::RowSelection::Kind;
    selection.kind = below(2) == 0 ? Kind::Only : Kind::AllBut;
    QByteArrayList literals;
    for (const QString &id : m_rows.column("SELECT id FROM stripe_invoices ORDER BY id")) {
        if (below(2) == 0)
            continue;
        selection.ids += QUuid(id);
        literals += '\'' + id.toLatin1() + '\'';
    }
    return (selection.kind == Kind::Only ? "i.id IN (" : "i.id NOT IN (") + literals.join(',')
        + ')';
}

Asked InvoiceDice::question()
{
    Asked asked;
    asked.query.list = core::ListId::Invoices;
    QByteArray order;
    const int keys = 1 + below(2);
    for (int key = 0; key < keys; ++key) {
        const PlainColumn &column = sortedColumns.at(below(static_cast<int>(sortedColumns.size())));
        const bool isDescending = below(2) == 0;
        asked.query.sort += {column.id, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder};
        order += column.key + (isDescending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
    }
    const bool isFirstDescending = asked.query.sort.constFirst().order == Qt::DescendingOrder;
    QByteArray condition = "true";
    for (int filter = below(3); filter > 0; --filter) {
        const PlainFilter &chosen = someFilters.at(below(static_cast<int>(someFilters.size())));
        asked.query.filters += chosen.filter;
        condition += " AND " + chosen.condition;
    }
    if (below(4) == 0) {
        asked.query.search = u"a"_s;
        condition += " AND (i.number ILIKE '%a%' OR i.stripe_invoice_id ILIKE '%a%'"
                     " OR t.name ILIKE '%a%' OR t.email ILIKE '%a%')";
    }
    if (below(4) == 0)
        condition += " AND " + selection(asked.query.selection);
    asked.plain = "SELECT i.id FROM stripe_invoices i LEFT JOIN tenants t ON t.id = i.tenant_id"
                  " WHERE "
        + condition + " ORDER BY " + order + "i.id" + (isFirstDescending ? " DESC" : "");
    return asked;
}
