-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may do what. Staff read everything but raw objects, payloads and secrets; writing to Stripe
-- goes through `operations`; only the engine writes the mirror.

GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO oms_service;
REVOKE UPDATE ON audit_log, audit_seals, mrr_movements, schema_migrations FROM oms_service;
REVOKE INSERT ON schema_migrations FROM oms_service;
GRANT DELETE ON changes TO oms_service;

DO $$
DECLARE
    tbl record;
    columns text;
BEGIN
    FOR tbl IN
        SELECT c.oid, c.relname FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v')
           AND NOT c.relispartition
    LOOP
        SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns
          FROM pg_attribute a
         WHERE a.attrelid = tbl.oid AND a.attnum > 0 AND NOT a.attisdropped
           AND a.attname NOT IN ('raw', 'payload', 'token_hash', 'salt', 'request_body',
                                 'configuration');
        EXECUTE format('GRANT SELECT (%s) ON %I TO oms_viewer', columns, tbl.relname);
    END LOOP;
END
$$;
GRANT oms_viewer TO oms_operator;
GRANT oms_operator TO oms_admin;

GRANT INSERT (id, group_id, step, kind, object_key, tenant_id, input, idempotency_key, reason)
    ON operations TO oms_operator;
GRANT INSERT, UPDATE, DELETE ON saved_views TO oms_viewer;
GRANT UPDATE (acknowledged_at, acknowledged_by) ON alerts TO oms_operator;
GRANT UPDATE (notes, tags) ON tenants TO oms_operator;
GRANT INSERT, UPDATE ON plan_catalogue, exchange_rates, retention_policies, staff TO oms_admin;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO oms_admin;
