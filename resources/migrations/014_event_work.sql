-- SPDX-License-Identifier: GPL-3.0-or-later
-- Events are worked off in batches: one statement for many objects, many tenants, many events.

-- The key of an object's advisory lock, the same for every program.
CREATE FUNCTION mirror_lock(stripe_id text) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT hashtextextended(stripe_id, 6013) $$;

-- What failed, attempt by attempt. What went well at once leaves no row here.
CREATE TABLE stripe_event_attempts (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stripe_event_id text NOT NULL,
    event_created timestamptz NOT NULL,
    attempt integer NOT NULL,
    state text NOT NULL, -- what the event was after it
    error text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stripe_event_attempts_of ON stripe_event_attempts (stripe_event_id, seq);
GRANT SELECT, INSERT ON stripe_event_attempts TO oms_service;
GRANT SELECT ON stripe_event_attempts TO oms_viewer;

-- The objects that an event has changed: 'invoice:in_1'.
ALTER TABLE stripe_webhook_events ADD COLUMN touched text[] NOT NULL DEFAULT '{}';
GRANT SELECT (touched) ON stripe_webhook_events TO oms_viewer;

-- Compressing by pglz took longer than all else about a row.
DO $$
DECLARE
    tbl text;
BEGIN
    FOREACH tbl IN ARRAY ARRAY['stripe_customers', 'stripe_products', 'stripe_prices',
                               'stripe_subscriptions', 'stripe_invoices',
                               'stripe_payment_intents'] LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN raw SET COMPRESSION lz4', tbl);
    END LOOP;
END
$$;

-- As before, with a cause and a time for each tenant.
CREATE FUNCTION record_mrr_movements(tenants uuid[], causes text[], times timestamptz[])
    RETURNS void LANGUAGE sql AS $$
    WITH given AS (
        SELECT DISTINCT ON (g.tenant_id) g.tenant_id, g.cause, g.at
          FROM unnest(tenants, causes, times) AS g (tenant_id, cause, at)
         ORDER BY g.tenant_id, g.at DESC, g.cause DESC
    ), now_paid AS (
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
    SELECT m.tenant_id, g.cause,
           CASE WHEN NOT EXISTS (SELECT FROM ledger l WHERE l.tenant_id = m.tenant_id) THEN 'new'
                WHEN NOT EXISTS (SELECT FROM ledger l
                                  WHERE l.tenant_id = m.tenant_id AND l.amount <> 0)
                THEN 'reactivation'
                WHEN NOT EXISTS (SELECT FROM now_paid n WHERE n.tenant_id = m.tenant_id)
                THEN 'churn'
                WHEN m.now_amount > m.had THEN 'expansion'
                ELSE 'contraction' END,
           m.now_amount - m.had, m.currency, g.at
      FROM moved m
      JOIN given g ON g.tenant_id = m.tenant_id
     WHERE m.now_amount <> m.had
     ORDER BY m.tenant_id, m.currency
$$;

CREATE OR REPLACE FUNCTION record_mrr_movements(tenants uuid[], cause text, at timestamptz)
    RETURNS void LANGUAGE sql AS $$
    SELECT record_mrr_movements(tenants, array_fill(cause, ARRAY[cardinality(tenants)]),
                                array_fill(at, ARRAY[cardinality(tenants)]))
$$;

CREATE FUNCTION settle_tenants(tenants uuid[], causes text[], times timestamptz[]) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(t::text, 6011))
       FROM (SELECT DISTINCT t FROM unnest(tenants) AS t ORDER BY t) AS ordered;
    PERFORM record_mrr_movements(tenants, causes, times);
    PERFORM refresh_tenant_figures((SELECT array_agg(DISTINCT t) FROM unnest(tenants) AS t));
END
$$;
