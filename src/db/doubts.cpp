// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/doubts.h"

#include "db/pgconnection.h"
#include "db/session.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace db {
namespace {

struct DoubtSource
{
    QLatin1StringView type;
    const char *list; ///< Its objects in doubt.
    const char *drop;
};
constexpr std::array sources{
    DoubtSource{"subscription"_L1,
                "SELECT 'subscription' AS type, stripe_subscription_id AS stripe_id, as_of"
                " FROM stripe_subscriptions WHERE needs_fetch",
                "UPDATE stripe_subscriptions SET needs_fetch = false"
                " WHERE stripe_subscription_id = $1"},
    DoubtSource{"invoice"_L1,
                "SELECT 'invoice', stripe_invoice_id, as_of FROM stripe_invoices WHERE needs_fetch",
                "UPDATE stripe_invoices SET needs_fetch = false WHERE stripe_invoice_id = $1"},
    DoubtSource{"payment_intent"_L1,
                "SELECT 'payment_intent', stripe_payment_intent_id, as_of"
                " FROM stripe_payment_intents WHERE needs_fetch",
                "UPDATE stripe_payment_intents SET needs_fetch = false"
                " WHERE stripe_payment_intent_id = $1"},
    DoubtSource{"customer"_L1,
                "SELECT 'customer', stripe_customer_id, as_of FROM stripe_customers"
                " WHERE needs_fetch",
                "UPDATE stripe_customers SET needs_fetch = false WHERE stripe_customer_id = $1"},
    DoubtSource{"refund"_L1,
                "SELECT 'refund', stripe_refund_id, as_of FROM stripe_refunds WHERE needs_fetch",
                "UPDATE stripe_refunds SET needs_fetch = false WHERE stripe_refund_id = $1"},
    DoubtSource{"credit_note"_L1,
                "SELECT 'credit_note', stripe_credit_note_id, as_of FROM stripe_credit_notes"
                " WHERE needs_fetch",
                "UPDATE stripe_credit_notes SET needs_fetch = false"
                " WHERE stripe_credit_note_id = $1"},
    DoubtSource{"dispute"_L1,
                "SELECT 'dispute', stripe_dispute_id, as_of FROM stripe_disputes WHERE needs_fetch",
                "UPDATE stripe_disputes SET needs_fetch = false WHERE stripe_dispute_id = $1"},
    DoubtSource{"charge"_L1, "SELECT 'charge', stripe_charge_id, as_of FROM stripe_refunds_to_list",
                "DELETE FROM stripe_refunds_to_list WHERE stripe_charge_id = $1"},
};

QByteArray listSql()
{
    QByteArrayList parts;
    for (const DoubtSource &source : sources)
        parts.append(source.list);
    return "SELECT d.type, d.stripe_id FROM (" + parts.join(" UNION ALL ")
        + ") d WHERE NOT (d.stripe_id = ANY ($2::text[])) ORDER BY d.as_of, d.stripe_id LIMIT $1";
}

core::Result<> done(const core::Result<PgRows> &rows)
{
    return rows ? core::Result<>() : core::passOn(rows);
}

} // namespace

core::Result<QList<DoubtfulObject>> Doubts::list(int limit, const QStringList &butFor)
{
    const auto rows = execute(m_session, listSql(), {PgArgument(limit), PgArgument::texts(butFor)});
    if (!rows)
        return core::passOn(rows);
    QList<DoubtfulObject> objects;
    for (int row = 0; row < rows->size(); ++row)
        objects.append({rows->text(row, 0), rows->text(row, 1)});
    return objects;
}

core::Result<> Doubts::drop(const DoubtfulObject &object)
{
    const auto *source = std::ranges::find(sources, object.type, &DoubtSource::type);
    if (source == sources.end())
        return {};
    return done(execute(m_session, source->drop, {PgArgument(object.id)}));
}

core::Result<> Doubts::askForRefunds(const QHash<QString, QDateTime> &charges)
{
    if (charges.isEmpty())
        return {};
    QList<QDateTime> times;
    for (const QString &charge : charges.keys())
        times.append(charges.value(charge));
    return done(execute(m_session, R"(
        INSERT INTO stripe_refunds_to_list AS t (stripe_charge_id, as_of)
        SELECT c.id, c.as_of FROM unnest($1::text[], $2::timestamptz[]) AS c (id, as_of)
         ORDER BY c.id
        ON CONFLICT (stripe_charge_id) DO UPDATE SET as_of = least(t.as_of, excluded.as_of))",
                        {PgArgument::texts(charges.keys()), PgArgument::times(times)}));
}

core::Result<bool> Doubts::tryLock(const QString &stripeId)
{
    const auto rows = execute(m_session, "SELECT pg_try_advisory_xact_lock(mirror_lock($1))",
                              {PgArgument(stripeId)});
    if (!rows)
        return core::passOn(rows);
    return rows->isTrue(0, 0);
}

} // namespace db
