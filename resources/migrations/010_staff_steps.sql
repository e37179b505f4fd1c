-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person may do to a step that stopped: go on with it, or give up its group. Staff have no
-- UPDATE on `operations`, so that nobody writes a state or a key by hand.

-- A refused step becomes planned again, with corrected input merged in, and a planned one is
-- confirmed; so are the steps after it. It goes out under a new key, unless Stripe has done it
-- already (error.acted): then the same request under the old key gives the answer again. False
-- when the step has moved on.
CREATE FUNCTION resume_operation(operation uuid, new_key text, correction jsonb) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    was operations%ROWTYPE;
    is_new boolean;
BEGIN
    SELECT o.* INTO was FROM operations o WHERE o.id = operation FOR UPDATE;
    IF NOT FOUND OR was.state NOT IN ('planned', 'refused') THEN
        RETURN false;
    END IF;
    is_new := was.state = 'refused' AND NOT coalesce((was.error ->> 'acted')::boolean, false);
    UPDATE operations o
       SET idempotency_key = CASE WHEN is_new THEN new_key ELSE o.idempotency_key END,
           request_method = CASE WHEN is_new THEN NULL ELSE o.request_method END,
           first_sent_at = CASE WHEN is_new THEN NULL ELSE o.first_sent_at END,
           attempts = CASE WHEN is_new THEN 0 ELSE o.attempts END,
           state = 'planned', input = o.input || correction, error = NULL, finished_at = NULL,
           confirmed_at = now(), next_attempt_at = now()
     WHERE o.id = operation;
    UPDATE operations o SET confirmed_at = now()
     WHERE o.group_id = was.group_id AND o.step > was.step AND o.state = 'planned';
    INSERT INTO audit_log (action, entity, entity_id, tenant_id, before, after, operation_id)
    VALUES ('operation.resume', 'operation', operation::text, was.tenant_id,
            jsonb_build_object('state', was.state, 'message', was.error ->> 'message'),
            jsonb_build_object('state', 'planned', 'corrected',
                               (SELECT coalesce(jsonb_agg(k ORDER BY k), '[]')
                                  FROM jsonb_object_keys(correction) AS k)),
            operation);
    RETURN true;
END
$$;

-- Gives up the group's steps that were not sent; the number of them.
CREATE FUNCTION withdraw_operations(of_group uuid) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH given_up AS (
        UPDATE operations o SET state = 'withdrawn', finished_at = now()
         WHERE o.group_id = of_group AND o.state IN ('planned', 'refused', 'awaiting_approval')
        RETURNING o.id, o.tenant_id, o.kind
    ), told AS (
        INSERT INTO audit_log (action, entity, entity_id, tenant_id, after, operation_id)
        SELECT 'operation.withdraw', 'operation', g.id::text, g.tenant_id,
               jsonb_build_object('kind', g.kind), g.id
          FROM given_up g
         ORDER BY g.id
        RETURNING 1
    )
    SELECT count(*) FROM told
$$;

REVOKE ALL ON FUNCTION resume_operation(uuid, text, jsonb), withdraw_operations(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION resume_operation(uuid, text, jsonb), withdraw_operations(uuid)
    TO oms_service, oms_operator;
