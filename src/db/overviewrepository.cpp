// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/overviewrepository.h"

#include "db/detailvalues.h"
#include "db/overviewmoney.h"
#include "db/session.h"
#include "db/webhookfigures.h"

using namespace Qt::StringLiterals;

namespace db {
namespace {

// The kept figures, so that these counts are those of the list of tenants filtered by them. A
// tenant that is gone exceeds nothing.
const QString limitCounts = uR"(
    SELECT count(*), count(*) FILTER (WHERE f.peak_limit > 1)
      FROM tenant_figures f
     WHERE f.peak_limit IS NOT NULL AND f.status <> 'terminated')"_s;

const QString breaches = uR"(
    SELECT f.tenant_id, t.name, f.plan_tier, f.peak_metric, l.used::double precision,
           l.allowed::double precision, f.peak_limit,
           (SELECT count(*) FROM tenant_limits o WHERE o.tenant_id = f.tenant_id AND o.ratio > 1)
      FROM tenant_figures f
      JOIN tenants t ON t.id = f.tenant_id
      LEFT JOIN tenant_limits l ON l.tenant_id = f.tenant_id AND l.metric = f.peak_metric
     WHERE f.peak_limit > 1 AND f.status <> 'terminated'
     ORDER BY f.peak_limit DESC, f.tenant_id DESC
     LIMIT :most)"_s;

const QString renewals = uR"(
    SELECT s.id, s.tenant_id, coalesce(t.name, s.stripe_customer_id), s.current_period_end,
           s.amount, s.currency,
           s.cancel_at_period_end OR coalesce(s.cancel_at <= s.current_period_end, false)
      FROM stripe_subscriptions s
      LEFT JOIN tenants t ON t.id = s.tenant_id
     WHERE s.current_period_end >= :at
       AND s.current_period_end < CAST(:at AS timestamptz) + interval '7 days'
       AND s.status IN ('active', 'trialing', 'past_due')
     ORDER BY s.current_period_end, s.id
     LIMIT :most)"_s;

// An attempt that succeeds is the last one. Retried invoices count in the month they were made.
const QString attempts = uR"(
    SELECT width_bucket(i.created, CAST(:starts AS timestamptz[])) AS month,
           sum(i.attempt_count)::bigint,
           sum(i.attempt_count - CASE i.status WHEN 'paid' THEN 1 ELSE 0 END)::bigint
      FROM stripe_invoices i
     WHERE i.created >= :from AND i.created <= :at
       AND i.attempt_count > 0 AND i.collection_method = 'charge_automatically'
     GROUP BY month
     ORDER BY month)"_s;

const QString declines = uR"(
    SELECT p.last_error_code, count(*)
      FROM stripe_payment_intents p
     WHERE p.created >= CAST(:at AS timestamptz) - interval '30 days' AND p.created <= :at
       AND p.last_error_code <> ''
     GROUP BY p.last_error_code
     ORDER BY count(*) DESC, p.last_error_code
     LIMIT 20)"_s;

const QString navigation = uR"(
    SELECT (SELECT count(*) FROM tenants),
           (SELECT count(*) FROM stripe_invoices i
             WHERE i.status = 'open'
               AND (i.due_date < now()
                    OR (i.attempt_count > 0 AND i.next_payment_attempt IS NULL
                        AND i.collection_method = 'charge_automatically'))),
           (SELECT count(*) FROM stripe_subscriptions s
             WHERE s.current_period_end >= now()
               AND s.current_period_end < now() + interval '7 days'
               AND s.status IN ('active', 'trialing', 'past_due')
               AND NOT s.cancel_at_period_end
               AND (s.cancel_at IS NULL OR s.cancel_at > s.current_period_end)),
           (SELECT count(*) FROM stripe_webhook_events e WHERE e.state = 'failed')
           + (SELECT count(*) FROM stripe_webhook_events e WHERE e.state = 'dead'),
           (SELECT count(*) FROM open_drift))"_s;

core::Result<QDateTime> databaseTime(Session &session)
{
    auto row = session.run(u"SELECT now()"_s);
    if (!row)
        return core::passOn(row);
    row->next();
    return row->value(0).toDateTime().toUTC();
}

QList<QDate> lastMonths(const QDateTime &at, int count)
{
    const QDate running(at.date().year(), at.date().month(), 1);
    QList<QDate> months;
    for (int back = count - 1; back >= 0; --back)
        months += running.addMonths(-back);
    return months;
}

core::Result<> readLimits(Session &session, core::Overview &overview)
{
    auto counted = session.run(limitCounts);
    if (!counted)
        return core::passOn(counted);
    counted->next();
    overview.limitedTenants = counted->value(0).toLongLong();
    overview.counts.exceeding = counted->value(1).toLongLong();

    auto row = session.run(breaches, {{u"most"_s, core::Overview::maxBreaches}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        overview.breaches +=
            core::LimitBreach{.tenantId = row->value(0).toUuid(),
                              .name = row->value(1).toString(),
                              .tier = core::planTierFromText(row->value(2).toString()),
                              .metric = row->value(3).toString(),
                              .used = row->value(4).toDouble(),
                              .allowed = row->value(5).toDouble(),
                              .ratio = row->value(6).toDouble(),
                              .metricsOver = std::max(1, row->value(7).toInt())};
    }
    return {};
}

core::Result<> readRenewals(Session &session, core::Overview &overview)
{
    auto row =
        session.run(renewals, {{u"at"_s, overview.at}, {u"most"_s, core::Overview::maxRenewals}});
    if (!row)
        return core::passOn(row);
    while (row->next()) {
        core::Renewal renewal{.subscriptionId = row->value(0).toUuid(),
                              .tenantId = row->value(1).toUuid(),
                              .name = row->value(2).toString(),
                              .at = row->value(3).toDateTime().toUTC(),
                              .amount = std::nullopt,
                              .endsThen = row->value(6).toBool()};
        if (!row->value(4).isNull() && !row->value(5).isNull())
            renewal.amount = core::Money{row->value(4).toLongLong(), row->value(5).toString()};
        overview.renewals += renewal;
    }
    return {};
}

core::Result<> readAttempts(Session &session, core::Overview &overview)
{
    overview.attempts.fill({}, overview.months.size());
    const QDateTime from(overview.months.constFirst(), QTime(0, 0), Qt::UTC);
    auto row = session.run(
        attempts,
        {{u"from"_s, from}, {u"at"_s, overview.at}, {u"starts"_s, monthStarts(overview.months)}});
    if (!row)
        return core::passOn(row);
    while (row->next())
        overview.attempts[row->value(0).toInt() - 1] = {row->value(1).toLongLong(),
                                                        row->value(2).toLongLong()};

    auto decline = session.run(declines, {{u"at"_s, overview.at}});
    if (!decline)
        return core::passOn(decline);
    while (decline->next())
        overview.declines += {decline->value(0).toString(), decline->value(1).toLongLong()};
    return {};
}

core::Result<> readWebhooks(Session &session, core::Overview &overview)
{
    const core::Result<core::WebhookFigures> figures = readWebhookFigures(session, overview.at);
    if (!figures)
        return core::passOn(figures);
    overview.webhooks = *figures;
    return {};
}

core::Result<> readNavigation(Session &session, core::NavigationCounts &counts)
{
    auto row = session.run(navigation);
    if (!row)
        return core::passOn(row);
    row->next();
    counts.tenants = row->value(0).toLongLong();
    counts.invoicesToWork = row->value(1).toLongLong();
    counts.renewalsThisWeek = row->value(2).toLongLong();
    counts.eventsToWork = row->value(3).toLongLong();
    counts.drift = row->value(4).toLongLong();
    return {};
}

} // namespace

core::Result<core::Overview> OverviewRepository::overview(int months, const QDateTime &at) const
{
    if (const core::Result<> begun = m_session.begin(); !begun)
        return core::passOn(begun);
    const core::Result<QDateTime> now = at.isValid() ? at.toUTC() : databaseTime(m_session);
    if (!now)
        return core::passOn(now);
    core::Overview overview;
    overview.at = *now;
    overview.months = lastMonths(*now, std::clamp(months, 1, 60));
    OverviewMoney money(m_session, overview.months, *now);
    if (const core::Result<> done = money.read(); !done)
        return core::passOn(done);
    overview.currencies = money.figures();
    for (const auto step : {readLimits, readRenewals, readAttempts, readWebhooks}) {
        if (const core::Result<> done = step(m_session, overview); !done)
            return core::passOn(done);
    }
    if (const core::Result<> done = readNavigation(m_session, overview.counts); !done)
        return core::passOn(done);
    if (const core::Result<> ended = m_session.commit(); !ended)
        return core::passOn(ended);
    return overview;
}

core::Result<core::NavigationCounts> OverviewRepository::counts() const
{
    core::NavigationCounts counts;
    if (const core::Result<> done = readNavigation(m_session, counts); !done)
        return core::passOn(done);
    auto limits = m_session.run(limitCounts);
    if (!limits)
        return core::passOn(limits);
    limits->next();
    counts.exceeding = limits->value(1).toLongLong();
    return counts;
}

} // namespace db
