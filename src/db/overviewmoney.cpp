// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/overviewmoney.h"

#include "db/session.h"

using namespace Qt::StringLiterals;

namespace db {
namespace {

const QString payingTenants = uR"(
    SELECT f.currency, count(*)
      FROM tenant_figures f
     WHERE f.mrr > 0 AND f.currency IS NOT NULL
     GROUP BY f.currency
     ORDER BY f.currency)"_s;

// Months are width_bucket's numbers among their starts, several times quicker than date parts.
// What was before the first month comes as 0: the height the line starts from.
const QString movements = uR"(
    SELECT m.currency, width_bucket(m.effective_at, CAST(:starts AS timestamptz[])) AS month,
           m.kind, sum(m.delta)::bigint
      FROM mrr_movements m
     WHERE m.effective_at <= :at
     GROUP BY m.currency, month, m.kind
     ORDER BY m.currency, month, m.kind)"_s;

// The tier is the one at the time of payment. Where the invoice does not carry it, the plan that
// was active then tells; two branches, because the first is served by an index alone.
const QString collected = uR"(
    WITH paid AS (
        SELECT i.currency, width_bucket(i.paid_at, CAST(:starts AS timestamptz[])) AS month,
               i.plan_tier::text AS tier, sum(i.amount_paid) AS amount
          FROM stripe_invoices i
         WHERE i.paid_at >= :from AND i.paid_at <= :at AND i.plan_tier IS NOT NULL
         GROUP BY i.currency, month, i.plan_tier
         UNION ALL
        SELECT i.currency, width_bucket(i.paid_at, CAST(:starts AS timestamptz[])),
               (SELECT p.plan_tier::text FROM tenant_plans p
                 WHERE p.tenant_id = i.tenant_id AND p.started_at <= i.paid_at
                   AND (p.ended_at IS NULL OR p.ended_at > i.paid_at)
                 ORDER BY p.started_at DESC, p.id LIMIT 1),
               i.amount_paid
          FROM stripe_invoices i
         WHERE i.paid_at >= :from AND i.paid_at <= :at AND i.plan_tier IS NULL
    )
    SELECT p.currency, p.month, p.tier, sum(p.amount)::bigint
      FROM paid p
     GROUP BY p.currency, p.month, p.tier
     ORDER BY p.currency, p.month, p.tier)"_s;

const QString openBalances = uR"(
    SELECT i.currency,
           CASE WHEN i.due_date IS NULL OR i.due_date >= :at THEN 0
                WHEN i.due_date >= CAST(:at AS timestamptz) - interval '30 days' THEN 1
                WHEN i.due_date >= CAST(:at AS timestamptz) - interval '60 days' THEN 2
                WHEN i.due_date >= CAST(:at AS timestamptz) - interval '90 days' THEN 3
                ELSE 4 END AS band,
           count(*), sum(i.amount_remaining)::bigint
      FROM stripe_invoices i
     WHERE i.status = 'open'
     GROUP BY i.currency, band
     ORDER BY i.currency, band)"_s;

// What is cancelled for its period's end does not renew.
const QString renewals = uR"(
    SELECT s.currency, count(*), coalesce(sum(s.amount), 0)::bigint
      FROM stripe_subscriptions s
     WHERE s.current_period_end >= :at
       AND s.current_period_end < CAST(:at AS timestamptz) + interval '7 days'
       AND s.status IN ('active', 'trialing', 'past_due')
       AND NOT s.cancel_at_period_end
       AND (s.cancel_at IS NULL OR s.cancel_at > s.current_period_end)
       AND s.currency IS NOT NULL
     GROUP BY s.currency
     ORDER BY s.currency)"_s;

std::size_t layerOf(const QString &tier)
{
    const std::optional<core::PlanTier> known = core::planTierFromText(tier);
    return known ? static_cast<std::size_t>(*known) : core::unassignedLayer;
}

core::AmountAndCount added(core::AmountAndCount sum, const core::AmountAndCount &further)
{
    return {sum.minor + further.minor, sum.count + further.count};
}

} // namespace

QString monthStarts(const QList<QDate> &months)
{
    QStringList starts;
    for (const QDate &month : months)
        starts += month.toString(Qt::ISODate) + u" 00:00:00+00"_s;
    return u"{\""_s + starts.join(u"\",\""_s) + u"\"}"_s;
}

OverviewMoney::OverviewMoney(Session &session, const QList<QDate> &months, const QDateTime &at)
    : m_session(session)
    , m_months(months.size())
    , m_binds{{u"from"_s, QDateTime(months.constFirst(), QTime(0, 0), Qt::UTC)},
              {u"at"_s, at},
              {u"starts"_s, monthStarts(months)}}
{
}

core::CurrencyFigures &OverviewMoney::of(const QString &currency)
{
    core::CurrencyFigures &figures = m_figures[currency];
    if (figures.currency.isEmpty()) {
        figures.currency = currency;
        figures.mrr.fill(0, m_months);
        figures.movements.fill({}, m_months);
        figures.collected.fill({}, m_months);
    }
    return figures;
}

core::Result<> OverviewMoney::read()
{
    for (const auto step : {&OverviewMoney::readPayingTenants, &OverviewMoney::readMovements,
                            &OverviewMoney::readCollected, &OverviewMoney::readOpenBalances,
                            &OverviewMoney::readRenewals}) {
        if (const core::Result<> done = (this->*step)(); !done)
            return done;
    }
    return {};
}

core::Result<> OverviewMoney::readPayingTenants()
{
    auto row = m_session.run(payingTenants);
    if (!row)
        return core::passOn(row);
    while (row->next())
        of(row->value(0).toString()).payingTenants = row->value(1).toLongLong();
    return {};
}

core::Result<> OverviewMoney::readMovements()
{
    auto row = m_session.run(movements, m_binds);
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        core::CurrencyFigures &figures = of(row->value(0).toString());
        const qint64 delta = row->value(3).toLongLong();
        const int month = row->value(1).toInt();
        for (qsizetype i = std::max(month - 1, 0); i < m_months; ++i)
            figures.mrr[i] += delta;
        const auto kind = core::movementKindFromText(row->value(2).toString());
        if (month != 0 && kind)
            figures.movements[month - 1][static_cast<std::size_t>(*kind)] += delta;
    }
    return {};
}

core::Result<> OverviewMoney::readCollected()
{
    auto row = m_session.run(collected, m_binds);
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        auto &layers = of(row->value(0).toString()).collected[row->value(1).toInt() - 1];
        layers[layerOf(row->value(2).toString())] += row->value(3).toLongLong();
    }
    return {};
}

core::Result<> OverviewMoney::readOpenBalances()
{
    auto row = m_session.run(openBalances, m_binds);
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        core::CurrencyFigures &figures = of(row->value(0).toString());
        const core::AmountAndCount balance{row->value(3).toLongLong(), row->value(2).toLongLong()};
        const std::size_t band = row->value(1).toUInt();
        figures.ageing[band] = balance;
        if (band != static_cast<std::size_t>(core::AgeBand::NotDue))
            figures.overdue = added(figures.overdue, balance);
    }
    return {};
}

core::Result<> OverviewMoney::readRenewals()
{
    auto row = m_session.run(renewals, m_binds);
    if (!row)
        return core::passOn(row);
    while (row->next())
        of(row->value(0).toString()).renewals = {row->value(2).toLongLong(),
                                                 row->value(1).toLongLong()};
    return {};
}

QList<core::CurrencyFigures> OverviewMoney::figures() const
{
    QList<core::CurrencyFigures> figures = m_figures.values();
    std::ranges::stable_sort(figures, std::greater<>(), &core::CurrencyFigures::payingTenants);
    return figures;
}

} // namespace db
