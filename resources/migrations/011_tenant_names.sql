-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists of invoices and subscriptions show their tenant's name and are found by name and e-mail.
-- A tenant's row changes with every figure of his; another name is told of by itself, so that
-- these lists need not look again at each payment.
CREATE FUNCTION note_changed_tenants() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('oms.bulk_load', true), '') <> 'on' THEN
        INSERT INTO changes (entity, id, tenant_id)
        SELECT 'tenant', n.id, n.id FROM fresh n
        UNION ALL
        SELECT 'tenant_name', n.id, n.id FROM fresh n JOIN stale o USING (id)
         WHERE (n.name, n.email) IS DISTINCT FROM (o.name, o.email);
    END IF;
    RETURN NULL;
END
$$;

DROP TRIGGER tenants_feed_update ON tenants;
CREATE TRIGGER tenants_feed_update AFTER UPDATE ON tenants
    REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION note_changed_tenants();
