-- SPDX-License-Identifier: GPL-3.0-or-later
-- Refunds, credit notes and disputes. A refund and a dispute name no customer: their tenant is that
-- of the payment intent.
CREATE TABLE stripe_refunds (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_refund_id text NOT NULL UNIQUE,
    stripe_charge_id text,
    stripe_payment_intent_id text,
    amount bigint NOT NULL,
    currency char(3) NOT NULL,
    status text,
    reason text,
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb COMPRESSION lz4 NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_refunds_by_intent ON stripe_refunds (stripe_payment_intent_id);
CREATE INDEX stripe_refunds_by_tenant ON stripe_refunds (tenant_id, created);
CREATE INDEX stripe_refunds_to_fetch ON stripe_refunds (as_of) WHERE needs_fetch;

CREATE TABLE stripe_credit_notes (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_credit_note_id text NOT NULL UNIQUE,
    stripe_customer_id text,
    stripe_invoice_id text,
    number text,
    amount bigint NOT NULL,
    currency char(3) NOT NULL,
    status text,
    reason text,
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb COMPRESSION lz4 NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_credit_notes_by_invoice ON stripe_credit_notes (stripe_invoice_id);
CREATE INDEX stripe_credit_notes_by_customer ON stripe_credit_notes (stripe_customer_id);
CREATE INDEX stripe_credit_notes_by_tenant ON stripe_credit_notes (tenant_id, created);
CREATE INDEX stripe_credit_notes_to_fetch ON stripe_credit_notes (as_of) WHERE needs_fetch;

CREATE TABLE stripe_disputes (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_dispute_id text NOT NULL UNIQUE,
    stripe_charge_id text,
    stripe_payment_intent_id text,
    amount bigint NOT NULL,
    currency char(3) NOT NULL,
    status text,
    reason text,
    evidence_due_by timestamptz,
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb COMPRESSION lz4 NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_disputes_by_intent ON stripe_disputes (stripe_payment_intent_id);
CREATE INDEX stripe_disputes_by_tenant ON stripe_disputes (tenant_id, created);
CREATE INDEX stripe_disputes_to_fetch ON stripe_disputes (as_of) WHERE needs_fetch;

CREATE INDEX stripe_customers_to_fetch ON stripe_customers (as_of) WHERE needs_fetch;

DO $$
DECLARE
    fact record;
    verb text;
    columns text;
BEGIN
    FOR fact IN SELECT * FROM (VALUES
        ('stripe_refunds', 'refund'),
        ('stripe_credit_notes', 'credit_note'),
        ('stripe_disputes', 'dispute')) AS f (tbl, entity)
    LOOP
        FOREACH verb IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
            EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING NEW TABLE AS fresh '
                           'FOR EACH STATEMENT EXECUTE FUNCTION note_changes(%L)',
                           fact.tbl || '_feed_' || lower(verb), verb, fact.tbl, fact.entity);
        END LOOP;
        EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO oms_service', fact.tbl);
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns
          FROM pg_attribute a
         WHERE a.attrelid = fact.tbl::regclass AND a.attnum > 0 AND NOT a.attisdropped
           AND a.attname <> 'raw';
        EXECUTE format('GRANT SELECT (%s) ON %I TO oms_viewer', columns, fact.tbl);
        EXECUTE format('GRANT SELECT ON %I TO oms_admin', fact.tbl);
    END LOOP;
END
$$;
