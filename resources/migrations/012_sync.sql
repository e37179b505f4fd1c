-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reading all of Stripe's objects (a run, its place in every list), and what they differ in.

CREATE TABLE sync_runs (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    mode text NOT NULL CHECK (mode IN ('backfill', 'reconcile', 'report')),
    state text NOT NULL DEFAULT 'running'
        CHECK (state IN ('running', 'paused', 'canceled', 'done', 'failed')),
    requested_by text NOT NULL DEFAULT session_user,
    started_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    claimed_by text,
    lease_until timestamptz,
    problem text -- what it waits for or failed of, for people; null while all is well
);
-- One at a time: a second one would read the same lists.
CREATE UNIQUE INDEX sync_runs_one_open ON sync_runs ((true)) WHERE state IN ('running', 'paused');

-- One list of Stripe's in one run. The cursor commits with the page it stands behind.
CREATE TABLE sync_cursors (
    run_id uuid NOT NULL REFERENCES sync_runs (id),
    kind text NOT NULL,
    place integer NOT NULL, -- the order they are read in
    phase text NOT NULL DEFAULT 'list' CHECK (phase IN ('list', 'gone', 'done')),
    cursor text NOT NULL DEFAULT '',
    cursor_created timestamptz, -- of the object the cursor names: it may be deleted meanwhile
    pages bigint NOT NULL DEFAULT 0,
    objects bigint NOT NULL DEFAULT 0,
    estimate bigint NOT NULL DEFAULT 0, -- as many as the mirror had; Stripe tells no number
    written bigint NOT NULL DEFAULT 0,
    differing bigint NOT NULL DEFAULT 0,
    unreadable bigint NOT NULL DEFAULT 0,
    problem text, -- why this list was left out
    PRIMARY KEY (run_id, kind)
);

-- What a run saw, to find what Stripe has no more; emptied when the run ends.
CREATE TABLE sync_seen (
    run_id uuid NOT NULL REFERENCES sync_runs (id),
    kind text NOT NULL,
    stripe_id text NOT NULL,
    PRIMARY KEY (run_id, kind, stripe_id)
);

-- One field of one object that is not what Stripe says.
CREATE TABLE drift (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    run_id uuid NOT NULL REFERENCES sync_runs (id), -- the last that saw it
    kind text NOT NULL,
    stripe_id text NOT NULL,
    stripe_customer_id text,
    tenant_id uuid REFERENCES tenants (id),
    what text NOT NULL CHECK (what IN ('differs', 'missing_here', 'missing_there')),
    field text NOT NULL, -- '' where the whole object is missing
    here text,
    there text,
    stake bigint, -- minor units; null where no money hangs on it
    currency char(3),
    stake_order bigint NOT NULL DEFAULT 0, -- the same in thousandths of the currency's unit
    event_id text, -- what would have told us, where it can be told
    event_type text,
    event_created timestamptz,
    event_state text, -- null: never received
    as_of timestamptz NOT NULL, -- when Stripe said so
    found_at timestamptz NOT NULL DEFAULT now(),
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'adopting', 'adopted', 'settled')),
    adopted_by text,
    closed_at timestamptz,
    problem text
);
CREATE UNIQUE INDEX drift_one_open ON drift (kind, stripe_id, field)
    WHERE state IN ('open', 'adopting');
CREATE INDEX drift_by_stake ON drift (stake_order, id) WHERE state IN ('open', 'adopting');
CREATE INDEX drift_by_found ON drift (found_at, id) WHERE state IN ('open', 'adopting');
CREATE INDEX drift_by_run ON drift (run_id, state);

-- Events that Stripe had forgotten before they were read: only reading everything closes it.
ALTER TABLE stripe_account ADD COLUMN events_gap_from timestamptz,
                           ADD COLUMN events_gap_noticed_at timestamptz;

CREATE TRIGGER sync_runs_feed_insert AFTER INSERT ON sync_runs REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION note_changes_without_tenant('sync');
CREATE TRIGGER sync_runs_feed_update AFTER UPDATE ON sync_runs REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION note_changes_without_tenant('sync');
CREATE TRIGGER drift_feed_insert AFTER INSERT ON drift REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION note_changes('drift');
CREATE TRIGGER drift_feed_update AFTER UPDATE ON drift REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION note_changes('drift');

-- Staff have no right to write these tables: they ask, the engine does.
CREATE FUNCTION request_sync(wanted text) RETURNS uuid
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH run AS (
        INSERT INTO sync_runs (mode, requested_by) VALUES (wanted, session_user) RETURNING id
    ), told AS (
        INSERT INTO audit_log (action, entity, entity_id, after)
        SELECT 'sync.start', 'sync', r.id::text, jsonb_build_object('mode', wanted) FROM run r
    )
    SELECT r.id FROM run r
$$;

-- False when the run has moved on.
CREATE FUNCTION steer_sync(run uuid, wanted text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    was text;
BEGIN
    SELECT r.state INTO was FROM sync_runs r WHERE r.id = run FOR UPDATE;
    IF NOT (wanted, was) IN (('paused', 'running'), ('running', 'paused'), ('canceled', 'running'),
                             ('canceled', 'paused')) THEN
        RETURN false;
    END IF;
    UPDATE sync_runs r
       SET state = wanted, changed_at = now(), problem = NULL, claimed_by = NULL, lease_until = NULL,
           finished_at = CASE WHEN wanted = 'canceled' THEN now() END
     WHERE r.id = run;
    IF wanted = 'canceled' THEN
        DELETE FROM sync_seen s WHERE s.run_id = run;
    END IF;
    INSERT INTO audit_log (action, entity, entity_id, before, after)
    VALUES (CASE wanted WHEN 'paused' THEN 'sync.pause' WHEN 'running' THEN 'sync.resume'
                        ELSE 'sync.cancel' END,
            'sync', run::text, jsonb_build_object('state', was), jsonb_build_object('state', wanted));
    RETURN true;
END
$$;

-- Marks the objects of these rows to take Stripe's values, all fields of each; without ids, every
-- object that differs. The number of objects.
CREATE FUNCTION adopt_drift(wanted uuid[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH marked AS (
        UPDATE drift d SET state = 'adopting', adopted_by = session_user, problem = NULL
         WHERE d.state = 'open'
           AND (wanted IS NULL OR (d.kind, d.stripe_id) IN
                (SELECT w.kind, w.stripe_id FROM drift w WHERE w.id = ANY (wanted)))
        RETURNING d.kind, d.stripe_id
    )
    SELECT count(DISTINCT (m.kind, m.stripe_id)) FROM marked m
$$;

-- Asks the engine to read Stripe's list of events now: it hears of it by the feed.
CREATE FUNCTION request_event_poll() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO changes (entity) VALUES ('event_poll')
$$;

REVOKE ALL ON FUNCTION request_sync(text), steer_sync(uuid, text), adopt_drift(uuid[]),
    request_event_poll() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_sync(text), steer_sync(uuid, text), adopt_drift(uuid[]),
    request_event_poll() TO oms_service, oms_operator;
GRANT SELECT, INSERT, UPDATE ON sync_runs, sync_cursors, sync_seen, drift TO oms_service;
GRANT DELETE ON sync_seen TO oms_service;
GRANT SELECT ON sync_runs, sync_cursors, drift TO oms_viewer;
GRANT SELECT (events_gap_from, events_gap_noticed_at) ON stripe_account TO oms_viewer;
