-- SPDX-License-Identifier: GPL-3.0-or-later
-- Group roles. They belong to the server, not to the database, so they may exist already.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['oms_service', 'oms_viewer', 'oms_operator', 'oms_admin'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL; -- another database of this server made it
        END;
    END LOOP;
END
$$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE stripe_customer_status AS ENUM ('active', 'inactive', 'suspended', 'terminated');
CREATE TYPE stripe_subscription_status AS ENUM
    ('active', 'canceled', 'past_due', 'unpaid', 'trialing', 'incomplete', 'incomplete_expired',
     'paused');
CREATE TYPE stripe_plan_tier AS ENUM ('basic', 'professional', 'enterprise', 'custom');
CREATE TYPE stripe_usage_type AS ENUM ('metered', 'licensed');
