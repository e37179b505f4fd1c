-- SPDX-License-Identifier: GPL-3.0-or-later
-- The list of events: whose each is, what the window is told of them, and trying them again.

-- Whose it is, as soon as that is known; links are soft as everywhere in the mirror.
ALTER TABLE stripe_webhook_events ADD COLUMN tenant_id uuid;
GRANT SELECT (tenant_id) ON stripe_webhook_events TO oms_viewer;

-- Staff may not write the inbox: they ask, the engine does. Few events are told one by one, many as
-- one row without an id: who shows them then reads anew. What is on its way already stays as it
-- is. Gives the number of events that will be tried.
CREATE FUNCTION replay_events(wanted uuid[]) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH chosen AS MATERIALIZED (
        SELECT e.id, e.stripe_event_id, e.created, e.event_type, e.state, e.attempts, e.tenant_id
          FROM stripe_webhook_events e
         WHERE e.id = ANY (wanted) AND e.state <> 'waiting'
         ORDER BY e.stripe_event_id
           FOR UPDATE
    ), marked AS (
        UPDATE stripe_webhook_events e
           SET state = 'waiting', attempts = 0, next_attempt_at = now(), last_error = NULL,
               processed_at = NULL
          FROM chosen c
         WHERE e.stripe_event_id = c.stripe_event_id AND e.created = c.created
    ), told AS (
        INSERT INTO audit_log (action, entity, entity_id, tenant_id, before, after,
                               stripe_event_id)
        SELECT 'event.replay', 'event', c.stripe_event_id, c.tenant_id,
               jsonb_build_object('state', c.state, 'attempts', c.attempts),
               jsonb_build_object('state', 'waiting', 'type', c.event_type), c.stripe_event_id
          FROM chosen c
         ORDER BY c.stripe_event_id
    ), asked AS (
        INSERT INTO changes (entity, id, tenant_id)
        SELECT 'event_replay', NULL, NULL WHERE EXISTS (SELECT FROM chosen)
        UNION ALL
        SELECT 'event', c.id, c.tenant_id FROM chosen c WHERE (SELECT count(*) FROM chosen) <= 32
        UNION ALL
        SELECT 'event', NULL, NULL WHERE (SELECT count(*) FROM chosen) > 32
    )
    SELECT count(*) FROM chosen
$$;
REVOKE ALL ON FUNCTION replay_events(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION replay_events(uuid[]) TO oms_service, oms_operator;
