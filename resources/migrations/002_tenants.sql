-- SPDX-License-Identifier: GPL-3.0-or-later
-- The platform's own tables: tenants, the plans they may have, what they have used.

-- Which Stripe account and mode this database belongs to: one row, written at the first
-- successful call.
CREATE TABLE stripe_account (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    stripe_account_id text NOT NULL,
    livemode boolean NOT NULL,
    bound_at timestamptz NOT NULL DEFAULT now(),
    events_listed_until timestamptz -- Stripe's own list of events was read up to here
);

CREATE TABLE tenants (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL CHECK (btrim(name) <> ''),
    email text NOT NULL,
    phone text,
    address jsonb,
    status stripe_customer_status NOT NULL DEFAULT 'active',
    tags text[] NOT NULL DEFAULT '{}',
    notes text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    row_version bigint NOT NULL DEFAULT 1
);
-- The same company twice is a mistake; one bookkeeper paying for two companies is not.
CREATE UNIQUE INDEX tenants_one_of_a_kind ON tenants (lower(btrim(name)), lower(email))
    WHERE status <> 'terminated';
CREATE INDEX tenants_by_name ON tenants (name COLLATE "und-x-icu", id);
CREATE INDEX tenants_by_email ON tenants (lower(email));
CREATE INDEX tenants_by_created ON tenants (created_at, id);
CREATE INDEX tenants_search ON tenants USING gin (name gin_trgm_ops, email gin_trgm_ops);

CREATE TABLE plan_catalogue (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    plan_tier stripe_plan_tier NOT NULL,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    max_orders_per_month bigint CHECK (max_orders_per_month >= 0),
    max_active_drivers bigint CHECK (max_active_drivers >= 0),
    max_storage_gb bigint CHECK (max_storage_gb >= 0),
    api_rate_limit_per_minute bigint CHECK (api_rate_limit_per_minute >= 0),
    features text[] NOT NULL DEFAULT '{}',
    stripe_price_id text,
    valid_from timestamptz NOT NULL DEFAULT '-infinity',
    valid_to timestamptz NOT NULL DEFAULT 'infinity',
    row_version bigint NOT NULL DEFAULT 1,
    CHECK (valid_from < valid_to)
);
CREATE UNIQUE INDEX plan_catalogue_current ON plan_catalogue (plan_tier)
    WHERE valid_to = 'infinity';

INSERT INTO plan_catalogue (plan_tier, name, description, max_orders_per_month, max_active_drivers,
                            max_storage_gb, api_rate_limit_per_minute, features, stripe_price_id)
VALUES
    ('basic', 'Basic Plan', 'For a first fleet', 1000, 10, 10, 60,
     '{basic_analytics,email_support}', 'price_basic_monthly'),
    ('professional', 'Professional Plan', 'For a growing fleet', 10000, 50, 100, 300,
     '{advanced_analytics,priority_support,custom_integrations}', 'price_professional_monthly'),
    ('enterprise', 'Enterprise Plan', 'For fleets in several cities', 100000, 500, 1000, 1000,
     '{enterprise_analytics,dedicated_support,custom_development,sla}', 'price_enterprise_monthly'),
    ('custom', 'Custom Plan', 'Limits and price set for each tenant', NULL, NULL, NULL, NULL,
     '{custom_features,dedicated_support,custom_development}', NULL);

CREATE TABLE tenant_plans (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    plan_tier stripe_plan_tier NOT NULL,
    name text NOT NULL,
    description text NOT NULL DEFAULT '',
    max_orders_per_month bigint CHECK (max_orders_per_month >= 0),
    max_active_drivers bigint CHECK (max_active_drivers >= 0),
    max_storage_gb bigint CHECK (max_storage_gb >= 0),
    api_rate_limit_per_minute bigint CHECK (api_rate_limit_per_minute >= 0),
    features text[] NOT NULL DEFAULT '{}',
    stripe_price_id text,
    is_active boolean NOT NULL DEFAULT true,
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    row_version bigint NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX tenant_plans_one_active ON tenant_plans (tenant_id) WHERE is_active;
CREATE INDEX tenant_plans_history ON tenant_plans (tenant_id, started_at);

CREATE TABLE tenant_usage (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    period_start timestamptz NOT NULL,
    period_end timestamptz NOT NULL,
    orders_count bigint NOT NULL DEFAULT 0 CHECK (orders_count >= 0),
    active_drivers_count bigint NOT NULL DEFAULT 0 CHECK (active_drivers_count >= 0),
    storage_used_gb numeric NOT NULL DEFAULT 0 CHECK (storage_used_gb >= 0),
    api_calls_count bigint NOT NULL DEFAULT 0 CHECK (api_calls_count >= 0),
    api_calls_peak_per_minute bigint CHECK (api_calls_peak_per_minute >= 0),
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, period_start),
    CHECK (period_start < period_end)
);
CREATE INDEX tenant_usage_by_month ON tenant_usage (period_start, tenant_id);

CREATE TABLE tenant_sso (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    kind text NOT NULL CHECK (kind IN ('oidc', 'saml')),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'active', 'disabled', 'revoked')),
    configuration jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    row_version bigint NOT NULL DEFAULT 1
);
CREATE INDEX tenant_sso_by_tenant ON tenant_sso (tenant_id);
