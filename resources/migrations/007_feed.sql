-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every write to what the window shows leaves a row in `changes`, whoever wrote it. A bulk load
-- says SET LOCAL oms.bulk_load = 'on' and leaves one row for all. The functions run with the
-- owner's rights: staff who may submit an operation may not write the feed itself.

CREATE FUNCTION note_changes_of_tenants() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('oms.bulk_load', true), '') <> 'on' THEN
        INSERT INTO changes (entity, id, tenant_id) SELECT 'tenant', n.id, n.id FROM fresh n;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION note_changes_of_children() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('oms.bulk_load', true), '') <> 'on' THEN
        INSERT INTO changes (entity, id, tenant_id)
        SELECT DISTINCT 'tenant', n.tenant_id, n.tenant_id FROM fresh n;
    END IF;
    RETURN NULL;
END
$$;

-- For tables with id and tenant_id; the entity's name is the trigger's argument.
CREATE FUNCTION note_changes() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('oms.bulk_load', true), '') <> 'on' THEN
        INSERT INTO changes (entity, id, tenant_id)
        SELECT TG_ARGV[0], n.id, n.tenant_id FROM fresh n;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION note_changes_without_tenant() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('oms.bulk_load', true), '') <> 'on' THEN
        INSERT INTO changes (entity, id, tenant_id)
        SELECT TG_ARGV[0], n.id, NULL FROM fresh n;
    END IF;
    RETURN NULL;
END
$$;

DO $$
DECLARE
    fact record;
    verb text;
BEGIN
    FOR fact IN SELECT * FROM (VALUES
        ('tenants', 'note_changes_of_tenants', NULL),
        ('tenant_figures', 'note_changes_of_children', NULL),
        ('tenant_plans', 'note_changes_of_children', NULL),
        ('tenant_usage', 'note_changes_of_children', NULL),
        ('stripe_customers', 'note_changes', 'customer'),
        ('stripe_subscriptions', 'note_changes', 'subscription'),
        ('stripe_invoices', 'note_changes', 'invoice'),
        ('stripe_payment_intents', 'note_changes', 'payment_intent'),
        ('operations', 'note_changes', 'operation'),
        ('alerts', 'note_changes', 'alert'),
        ('stripe_prices', 'note_changes_without_tenant', 'price'),
        ('stripe_products', 'note_changes_without_tenant', 'product'),
        ('plan_catalogue', 'note_changes_without_tenant', 'plan'),
        ('staff', 'note_changes_without_tenant', 'staff')) AS f (tbl, fn, entity)
    LOOP
        FOREACH verb IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
            EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING NEW TABLE AS fresh '
                           'FOR EACH STATEMENT EXECUTE FUNCTION %I(%s)',
                           fact.tbl || '_feed_' || lower(verb), verb, fact.tbl, fact.fn,
                           coalesce(quote_literal(fact.entity), ''));
        END LOOP;
    END LOOP;
END
$$;

-- Editable rows: a change made elsewhere since a dialog opened is noticed by row_version.
CREATE FUNCTION next_row_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.row_version := OLD.row_version + 1;
    RETURN NEW;
END
$$;
DO $$
DECLARE
    tbl text;
BEGIN
    FOREACH tbl IN ARRAY ARRAY['tenants', 'plan_catalogue', 'tenant_plans', 'tenant_sso', 'staff',
                               'saved_views'] LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW '
                       'EXECUTE FUNCTION next_row_version()', tbl || '_row_version', tbl);
    END LOOP;
END
$$;
