-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work in progress: events received, operations sent to Stripe, the feed of changes.

CREATE TABLE stripe_webhook_events (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    stripe_event_id text NOT NULL,
    event_type text NOT NULL,
    api_version text,
    created timestamptz NOT NULL,
    livemode boolean NOT NULL,
    pending_webhooks integer,
    request_id text,
    request_idempotency_key text,
    object_id text,
    object_type text,
    payload bytea COMPRESSION lz4 NOT NULL, -- the signed bytes, untouched
    state text NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'done', 'ignored', 'failed', 'dead', 'refused')),
    processed boolean GENERATED ALWAYS AS (state NOT IN ('waiting', 'failed')) STORED,
    processed_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    last_error text,
    received_at timestamptz NOT NULL DEFAULT now(),
    via text NOT NULL DEFAULT 'webhook' CHECK (via IN ('webhook', 'poll')),
    PRIMARY KEY (stripe_event_id, created)
) PARTITION BY RANGE (created);
CREATE TABLE stripe_webhook_events_default PARTITION OF stripe_webhook_events DEFAULT;
CREATE INDEX stripe_webhook_events_work ON stripe_webhook_events (next_attempt_at)
    WHERE state IN ('waiting', 'failed');
-- What failed is counted with every refresh of the navigation, among all that ever came.
CREATE INDEX stripe_webhook_events_failed ON stripe_webhook_events (state, received_at)
    WHERE state IN ('failed', 'dead');
CREATE INDEX stripe_webhook_events_by_object ON stripe_webhook_events (object_id, created);
CREATE INDEX stripe_webhook_events_by_received ON stripe_webhook_events (received_at);
CREATE INDEX stripe_webhook_events_by_id ON stripe_webhook_events (id);

-- The event's `data` as jsonb, read from the signed bytes: `SELECT e.data FROM
-- stripe_webhook_events e`. Null for what jsonb cannot hold (an escaped NUL, a lone surrogate).
CREATE FUNCTION data(event stripe_webhook_events) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN convert_from(event.payload, 'UTF8')::jsonb -> 'data';
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END
$$;

CREATE TABLE operations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    group_id uuid NOT NULL, -- rows that follow each other share it
    step integer NOT NULL DEFAULT 1 CHECK (step >= 1),
    kind text NOT NULL,
    object_key text NOT NULL, -- what it acts on, for example tenant:<uuid>
    tenant_id uuid, -- no foreign key: a provision names its tenant before the row exists
    input jsonb NOT NULL, -- what was asked, without secrets
    request_method text,
    request_path text,
    request_body bytea, -- byte for byte what is sent, also when it is sent again
    stripe_version text,
    stripe_account_id text,
    livemode boolean,
    idempotency_key text NOT NULL UNIQUE,
    actor text NOT NULL DEFAULT session_user,
    reason text NOT NULL DEFAULT '',
    state text NOT NULL DEFAULT 'planned'
        CHECK (state IN ('awaiting_approval', 'planned', 'sent', 'done', 'refused', 'unknown',
                         'withdrawn')),
    claimed_by text,
    lease_until timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz NOT NULL DEFAULT now(), -- when a person last said "go on"
    first_sent_at timestamptz,
    finished_at timestamptz,
    result jsonb,
    error jsonb, -- {kind, message, code, field, request_id}
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (group_id, step)
);
-- Two desks pressing at once make one.
CREATE UNIQUE INDEX operations_one_open ON operations (object_key, kind)
    WHERE state IN ('awaiting_approval', 'planned', 'sent', 'unknown');
CREATE INDEX operations_work ON operations (next_attempt_at, seq)
    WHERE state IN ('planned', 'sent', 'unknown');
CREATE INDEX operations_by_tenant ON operations (tenant_id, seq);

CREATE TABLE changes (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    entity text NOT NULL, -- tenant, subscription, invoice, …; '*' with a null id: read all again
    id uuid,
    tenant_id uuid,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX changes_by_xid ON changes (xid, seq);
CREATE INDEX changes_by_age ON changes (at);
