-- SPDX-License-Identifier: GPL-3.0-or-later
-- What lists and charts show about a tenant, kept beside it so that a list sorts by it, and
-- refreshed in the transaction that changes what it is made of.

CREATE TABLE tenant_figures (
    tenant_id uuid PRIMARY KEY REFERENCES tenants (id),
    status text NOT NULL, -- the tenant's own unless active, else its gravest subscription's
    plan_tier stripe_plan_tier,
    stripe_customer_id text,
    currency char(3),
    mrr bigint NOT NULL DEFAULT 0, -- minor units a month
    overdue bigint NOT NULL DEFAULT 0, -- open balance past its due date, minor units
    overdue_since timestamptz,
    next_due_at timestamptz, -- when the overdue figure changes next without any event
    peak_limit double precision, -- 1.0 = at the limit; null without limits
    peak_metric text,
    renews_at timestamptz,
    refreshed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tenant_figures_by_status ON tenant_figures (status, tenant_id);
CREATE INDEX tenant_figures_by_mrr ON tenant_figures (mrr, tenant_id);
CREATE INDEX tenant_figures_by_overdue ON tenant_figures (overdue, tenant_id);
CREATE INDEX tenant_figures_by_peak ON tenant_figures (peak_limit, tenant_id);
CREATE INDEX tenant_figures_by_renewal ON tenant_figures (renews_at, tenant_id);
CREATE INDEX tenant_figures_due ON tenant_figures (next_due_at) WHERE next_due_at IS NOT NULL;

-- The tenant's tier at that time. Stripe's times are whole seconds: a payment counts for a plan
-- that began within its second.
CREATE FUNCTION tier_at(tenant uuid, at timestamptz) RETURNS stripe_plan_tier
    LANGUAGE sql STABLE AS $$
    SELECT p.plan_tier
      FROM tenant_plans p
     WHERE p.tenant_id = tenant AND p.started_at < at + interval '1 second'
       AND (p.ended_at IS NULL OR p.ended_at > at)
     ORDER BY p.started_at DESC, p.id
     LIMIT 1
$$;

-- An amount per interval as an amount per month, exactly (analytics: year / 12, quarter / 3,
-- week * 52 / 12, day * 365 / 12). The division comes last, so that whole results stay whole.
CREATE FUNCTION monthly_amount(amount numeric, recurring_interval text, interval_count integer)
    RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT amount * CASE recurring_interval
                        WHEN 'month' THEN 12
                        WHEN 'year' THEN 1
                        WHEN 'week' THEN 52
                        WHEN 'day' THEN 365
                    END / (12 * interval_count)
$$;

-- Minor units, half away from zero. A third and two thirds have no end as decimals: what their
-- sum lacks in the sixteenth place must not decide about a half.
CREATE FUNCTION whole_units(amount numeric) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT round(round(amount, 6))::bigint $$;

-- Exact MRR of one subscription's items after the recurring discounts that never end.
CREATE FUNCTION subscription_mrr(subscription uuid) RETURNS numeric LANGUAGE sql STABLE AS $$
    WITH gross AS (
        SELECT coalesce(sum(monthly_amount(i.unit_amount::numeric * coalesce(i.quantity, 1),
                                           i.recurring_interval, i.recurring_interval_count)), 0)
                   AS amount,
               min(i.recurring_interval) AS recurring_interval,
               min(i.recurring_interval_count) AS interval_count
          FROM stripe_subscription_items i
         WHERE i.subscription_id = subscription
           AND NOT i.is_deleted
           AND i.usage_type = 'licensed'
           AND i.billing_scheme = 'per_unit'
           AND i.unit_amount IS NOT NULL -- sub-cent prices are excluded
    ), forever AS (
        SELECT coalesce(sum((d ->> 'percent_off')::numeric), 0) AS percent,
               coalesce(sum((d ->> 'amount_off')::numeric), 0) AS amount
          FROM stripe_subscriptions s
         CROSS JOIN LATERAL jsonb_array_elements(s.discounts) AS d
         WHERE s.id = subscription AND d ->> 'duration' = 'forever'
    )
    SELECT CASE WHEN s.status IN ('active', 'past_due')
                THEN greatest(0, gross.amount * (100 - least(100, forever.percent)) / 100
                                 - coalesce(monthly_amount(forever.amount, gross.recurring_interval,
                                                           gross.interval_count), 0))
                ELSE 0 END
      FROM stripe_subscriptions s, gross, forever
     WHERE s.id = subscription
$$;

-- Writes what changed in the tenants' MRR to the ledger. Call under the tenants' locks. New, churn
-- and reactivation are the tenant's, whatever the currency; all between is expansion and
-- contraction.
CREATE FUNCTION record_mrr_movements(tenants uuid[], cause text, at timestamptz) RETURNS void
    LANGUAGE sql AS $$
    WITH now_paid AS (
        SELECT s.tenant_id, s.currency, whole_units(sum(s.mrr)) AS amount
          FROM stripe_subscriptions s
         WHERE s.tenant_id = ANY (tenants) AND s.currency IS NOT NULL AND s.mrr <> 0
         GROUP BY s.tenant_id, s.currency
        HAVING whole_units(sum(s.mrr)) <> 0
    ), ledger AS (
        SELECT m.tenant_id, m.currency, sum(m.delta)::bigint AS amount
          FROM mrr_movements m
         WHERE m.tenant_id = ANY (tenants)
         GROUP BY m.tenant_id, m.currency
    ), moved AS (
        SELECT coalesce(n.tenant_id, l.tenant_id) AS tenant_id,
               coalesce(n.currency, l.currency) AS currency,
               coalesce(n.amount, 0) AS now_amount,
               coalesce(l.amount, 0) AS had
          FROM now_paid n
          FULL JOIN ledger l ON l.tenant_id = n.tenant_id AND l.currency = n.currency
    )
    INSERT INTO mrr_movements (tenant_id, cause, kind, delta, currency, effective_at)
    SELECT m.tenant_id, cause,
           CASE WHEN NOT EXISTS (SELECT FROM ledger l WHERE l.tenant_id = m.tenant_id) THEN 'new'
                WHEN NOT EXISTS (SELECT FROM ledger l
                                  WHERE l.tenant_id = m.tenant_id AND l.amount <> 0)
                THEN 'reactivation'
                WHEN NOT EXISTS (SELECT FROM now_paid n WHERE n.tenant_id = m.tenant_id)
                THEN 'churn'
                WHEN m.now_amount > m.had THEN 'expansion'
                ELSE 'contraction' END,
           m.now_amount - m.had, m.currency, at
      FROM moved m
     WHERE m.now_amount <> m.had
     ORDER BY m.tenant_id, m.currency
$$;

-- The month's use against the active plan's limits, one row a tenant and metric.
CREATE VIEW tenant_limits WITH (security_invoker = true) AS
    SELECT p.tenant_id, m.metric, m.allowed, m.used,
           CASE WHEN m.allowed > 0 THEN (m.used / m.allowed)::double precision
                WHEN m.used > 0 THEN 'Infinity'::double precision
                ELSE 0::double precision END AS ratio
      FROM tenant_plans p
      JOIN tenant_usage u
        ON u.tenant_id = p.tenant_id
       AND u.period_start = date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
     CROSS JOIN LATERAL (VALUES
           ('max_orders_per_month', p.max_orders_per_month::numeric, u.orders_count::numeric),
           ('max_active_drivers', p.max_active_drivers::numeric, u.active_drivers_count::numeric),
           ('max_storage_gb', p.max_storage_gb::numeric, u.storage_used_gb),
           ('api_rate_limit_per_minute', p.api_rate_limit_per_minute::numeric,
            greatest(u.api_calls_peak_per_minute::numeric,
                     u.api_calls_count
                         / greatest(1, floor(extract(epoch FROM now() - u.period_start) / 60)))))
           AS m (metric, allowed, used)
     WHERE p.is_active AND m.allowed IS NOT NULL;

-- A tenant's figures are in one currency, the one that most of its MRR is in: sums across
-- currencies exist only with a rate.
CREATE FUNCTION refresh_tenant_figures(tenants uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO tenant_figures (tenant_id, status, plan_tier, stripe_customer_id, currency, mrr,
                                overdue, overdue_since, next_due_at, peak_limit, peak_metric,
                                renews_at, refreshed_at)
    SELECT t.id,
           CASE WHEN t.status <> 'active' THEN t.status::text
                ELSE coalesce(s.gravest, 'active') END,
           p.plan_tier, c.stripe_customer_id, money.code,
           coalesce(s.mrr, 0), coalesce(o.overdue, 0), o.overdue_since, o.next_due_at,
           l.ratio, l.metric, s.renews_at, now()
      FROM tenants t
      LEFT JOIN tenant_plans p ON p.tenant_id = t.id AND p.is_active
      LEFT JOIN LATERAL (
           SELECT x.stripe_customer_id, x.currency FROM stripe_customers x
            WHERE x.tenant_id = t.id AND NOT x.is_deleted
            ORDER BY x.created DESC NULLS LAST, x.id LIMIT 1) c ON true
      LEFT JOIN LATERAL (
           SELECT coalesce(
                  (SELECT x.currency FROM stripe_subscriptions x
                    WHERE x.tenant_id = t.id AND x.currency IS NOT NULL
                    GROUP BY x.currency ORDER BY sum(x.mrr) DESC, x.currency LIMIT 1),
                  (SELECT min(x.currency) FROM stripe_invoices x
                    WHERE x.tenant_id = t.id AND x.status = 'open'),
                  c.currency) AS code) money ON true
      LEFT JOIN LATERAL (
           SELECT whole_units(sum(x.mrr) FILTER (WHERE x.currency = money.code)) AS mrr,
                  min(coalesce((SELECT min(i.period_end) FROM stripe_subscription_items i
                                 WHERE i.subscription_id = x.id AND NOT i.is_deleted),
                               x.current_period_end)) FILTER
                      (WHERE x.status IN ('active', 'trialing', 'past_due')) AS renews_at,
                  (array_agg(x.status::text ORDER BY array_position(
                      ARRAY['unpaid', 'past_due', 'incomplete', 'active', 'trialing', 'paused',
                            'canceled', 'incomplete_expired'], x.status::text),
                      x.id))[1] AS gravest
             FROM stripe_subscriptions x WHERE x.tenant_id = t.id) s ON true
      LEFT JOIN LATERAL (
           SELECT sum(x.amount_remaining) FILTER (WHERE x.due_date < now())::bigint AS overdue,
                  min(x.due_date) FILTER (WHERE x.due_date < now()) AS overdue_since,
                  min(x.due_date) FILTER (WHERE x.due_date >= now()) AS next_due_at
             FROM stripe_invoices x
            WHERE x.tenant_id = t.id AND x.status = 'open' AND x.currency = money.code) o ON true
      LEFT JOIN LATERAL (
           SELECT x.ratio, x.metric FROM tenant_limits x WHERE x.tenant_id = t.id
            ORDER BY x.ratio DESC, x.metric LIMIT 1) l ON true
     WHERE t.id = ANY (tenants)
     ORDER BY t.id
    ON CONFLICT (tenant_id) DO UPDATE SET
        status = excluded.status, plan_tier = excluded.plan_tier,
        stripe_customer_id = excluded.stripe_customer_id, currency = excluded.currency,
        mrr = excluded.mrr, overdue = excluded.overdue, overdue_since = excluded.overdue_since,
        next_due_at = excluded.next_due_at, peak_limit = excluded.peak_limit,
        peak_metric = excluded.peak_metric, renews_at = excluded.renews_at,
        refreshed_at = excluded.refreshed_at
$$;

-- Brings everything derived from a tenant's subscriptions, invoices, plan and usage up to date.
-- The rows are locked first and read afterwards, by a later snapshot: of two transactions that
-- touch one tenant the second sees what the first has done.
CREATE FUNCTION settle_tenants(tenants uuid[], cause text, at timestamptz) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(t::text, 6011))
       FROM (SELECT DISTINCT t FROM unnest(tenants) AS t ORDER BY t) AS ordered;
    PERFORM record_mrr_movements(tenants, cause, at);
    PERFORM refresh_tenant_figures(tenants);
END
$$;
