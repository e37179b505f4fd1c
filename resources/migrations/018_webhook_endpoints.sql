-- SPDX-License-Identifier: GPL-3.0-or-later
-- Webhook endpoints decide where all events go and which secret proves them: only administrators,
-- and the engine, ask for a change. The operation is a row like any other, so the right is asked
-- for where the row comes in.

CREATE FUNCTION guard_webhook_endpoint_operations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (pg_has_role(session_user, 'oms_admin', 'MEMBER')
            OR pg_has_role(session_user, 'oms_service', 'MEMBER')) THEN
        RAISE EXCEPTION 'only administrators change webhook endpoints'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER operations_webhook_endpoints
    BEFORE INSERT ON operations
    FOR EACH ROW WHEN (starts_with(NEW.kind, 'webhook_endpoint.'))
    EXECUTE FUNCTION guard_webhook_endpoint_operations();
