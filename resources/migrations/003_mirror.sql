-- SPDX-License-Identifier: GPL-3.0-or-later
-- The mirror of Stripe's objects. Links between mirrored objects are Stripe ids without foreign
-- keys, because children arrive before parents. `as_of`, `is_terminal` and `source_id` decide which
-- of two copies wins; `needs_fetch` marks a row that the events alone could not settle.

CREATE TABLE stripe_customers (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_customer_id text NOT NULL UNIQUE,
    status stripe_customer_status NOT NULL DEFAULT 'active',
    email text,
    name text,
    phone text,
    address jsonb,
    tax_exempt text,
    shipping jsonb,
    preferred_locales text[] NOT NULL DEFAULT '{}',
    invoice_settings jsonb,
    discount jsonb,
    default_payment_method text,
    currency char(3),
    balance bigint NOT NULL DEFAULT 0,
    metadata jsonb NOT NULL DEFAULT '{}',
    is_deleted boolean NOT NULL DEFAULT false,
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_customers_by_tenant ON stripe_customers (tenant_id);
CREATE INDEX stripe_customers_search ON stripe_customers USING gin (stripe_customer_id gin_trgm_ops);

CREATE TABLE stripe_products (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    stripe_product_id text NOT NULL UNIQUE,
    name text NOT NULL,
    description text,
    is_active boolean NOT NULL DEFAULT true,
    is_deleted boolean NOT NULL DEFAULT false,
    metadata jsonb NOT NULL DEFAULT '{}',
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);

CREATE TABLE stripe_prices (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    stripe_price_id text NOT NULL UNIQUE,
    stripe_product_id text NOT NULL,
    nickname text,
    is_active boolean NOT NULL DEFAULT true,
    is_deleted boolean NOT NULL DEFAULT false,
    currency char(3) NOT NULL,
    unit_amount bigint,
    unit_amount_decimal numeric,
    billing_scheme text NOT NULL DEFAULT 'per_unit',
    recurring_interval text CHECK (recurring_interval IN ('day', 'week', 'month', 'year')),
    recurring_interval_count integer,
    usage_type stripe_usage_type NOT NULL DEFAULT 'licensed',
    metadata jsonb NOT NULL DEFAULT '{}',
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_prices_by_product ON stripe_prices (stripe_product_id);

CREATE TABLE stripe_subscriptions (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_subscription_id text NOT NULL UNIQUE,
    stripe_customer_id text NOT NULL,
    status stripe_subscription_status NOT NULL,
    currency char(3),
    current_period_start timestamptz,
    current_period_end timestamptz,
    trial_start timestamptz,
    trial_end timestamptz,
    start_date timestamptz,
    cancel_at_period_end boolean NOT NULL DEFAULT false,
    cancel_at timestamptz,
    canceled_at timestamptz,
    ended_at timestamptz,
    collection_method text,
    default_payment_method text,
    latest_invoice_id text,
    discounts jsonb NOT NULL DEFAULT '[]',
    metadata jsonb NOT NULL DEFAULT '{}',
    -- Derived from the items when the row is written, so that lists sort by them.
    amount bigint, -- one period's, licensed items
    description text NOT NULL DEFAULT '',
    mrr numeric NOT NULL DEFAULT 0, -- exact minor units a month; 0 unless active or past_due
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_subscriptions_by_tenant ON stripe_subscriptions (tenant_id, created);
CREATE INDEX stripe_subscriptions_by_customer ON stripe_subscriptions (stripe_customer_id);
CREATE INDEX stripe_subscriptions_by_created ON stripe_subscriptions (created, id);
CREATE INDEX stripe_subscriptions_by_status ON stripe_subscriptions (status, created, id);
CREATE INDEX stripe_subscriptions_by_period_end ON stripe_subscriptions (current_period_end, id);
CREATE INDEX stripe_subscriptions_unassigned ON stripe_subscriptions (stripe_customer_id)
    WHERE tenant_id IS NULL;
CREATE INDEX stripe_subscriptions_to_fetch ON stripe_subscriptions (as_of) WHERE needs_fetch;
CREATE INDEX stripe_subscriptions_search ON stripe_subscriptions
    USING gin (stripe_subscription_id gin_trgm_ops);

CREATE TABLE stripe_subscription_items (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subscription_id uuid NOT NULL REFERENCES stripe_subscriptions (id),
    stripe_subscription_item_id text NOT NULL UNIQUE,
    stripe_price_id text NOT NULL,
    stripe_product_id text,
    quantity bigint,
    usage_type stripe_usage_type NOT NULL DEFAULT 'licensed',
    unit_amount bigint,
    unit_amount_decimal numeric,
    billing_scheme text NOT NULL DEFAULT 'per_unit',
    currency char(3) NOT NULL,
    recurring_interval text NOT NULL,
    recurring_interval_count integer NOT NULL DEFAULT 1,
    period_start timestamptz,
    period_end timestamptz,
    metadata jsonb NOT NULL DEFAULT '{}',
    is_deleted boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_subscription_items_of ON stripe_subscription_items (subscription_id);
CREATE INDEX stripe_subscription_items_by_price ON stripe_subscription_items (stripe_price_id);

CREATE TABLE stripe_invoices (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_invoice_id text NOT NULL UNIQUE,
    number text,
    stripe_customer_id text,
    stripe_subscription_id text,
    stripe_payment_intent_id text,
    amount_due bigint NOT NULL,
    amount_paid bigint NOT NULL,
    amount_remaining bigint NOT NULL,
    subtotal bigint NOT NULL,
    tax bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL,
    currency char(3) NOT NULL,
    status text NOT NULL CHECK (status IN ('draft', 'open', 'paid', 'uncollectible', 'void',
                                           'deleted', 'unknown')),
    billing_reason text,
    collection_method text,
    attempt_count integer NOT NULL DEFAULT 0,
    next_payment_attempt timestamptz,
    due_date timestamptz,
    finalized_at timestamptz,
    paid_at timestamptz,
    voided_at timestamptz,
    period_start timestamptz,
    period_end timestamptz,
    hosted_invoice_url text,
    invoice_pdf text,
    metadata jsonb NOT NULL DEFAULT '{}',
    plan_tier stripe_plan_tier, -- the tenant's when it was paid: revenue by tier reads it
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_invoices_by_tenant ON stripe_invoices (tenant_id, created);
CREATE INDEX stripe_invoices_by_customer ON stripe_invoices (stripe_customer_id);
CREATE INDEX stripe_invoices_by_subscription ON stripe_invoices (stripe_subscription_id);
-- With what sorts and filters without an index of their own read: this index is a fifth of the table.
CREATE INDEX stripe_invoices_by_created ON stripe_invoices (created, id)
    INCLUDE (status, attempt_count, next_payment_attempt, collection_method, due_date, tenant_id);
CREATE INDEX stripe_invoices_by_number ON stripe_invoices (number, id);
CREATE INDEX stripe_invoices_by_total ON stripe_invoices (total, id);
CREATE INDEX stripe_invoices_by_remaining ON stripe_invoices (amount_remaining, id)
    INCLUDE (currency); -- the footer's sums
CREATE INDEX stripe_invoices_by_due ON stripe_invoices (due_date, id);
CREATE INDEX stripe_invoices_open ON stripe_invoices (due_date, tenant_id) WHERE status = 'open';
CREATE INDEX stripe_invoices_paid ON stripe_invoices (paid_at, id)
    INCLUDE (plan_tier, currency, amount_paid) WHERE paid_at IS NOT NULL;
CREATE INDEX stripe_invoices_to_fetch ON stripe_invoices (as_of) WHERE needs_fetch;
CREATE INDEX stripe_invoices_search ON stripe_invoices
    USING gin (number gin_trgm_ops, stripe_invoice_id gin_trgm_ops);

CREATE TABLE stripe_payment_intents (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid REFERENCES tenants (id),
    stripe_payment_intent_id text NOT NULL UNIQUE,
    stripe_customer_id text,
    stripe_invoice_id text,
    amount bigint NOT NULL,
    amount_received bigint NOT NULL DEFAULT 0,
    currency char(3) NOT NULL,
    status text NOT NULL,
    payment_method_types text[] NOT NULL DEFAULT '{}',
    latest_charge text,
    last_error_code text,
    last_error_message text,
    metadata jsonb NOT NULL DEFAULT '{}',
    created timestamptz,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL,
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    is_terminal boolean NOT NULL DEFAULT false,
    terminal_rank smallint NOT NULL DEFAULT 0,
    needs_fetch boolean NOT NULL DEFAULT false
);
CREATE INDEX stripe_payment_intents_by_tenant ON stripe_payment_intents (tenant_id, created);
CREATE INDEX stripe_payment_intents_by_customer ON stripe_payment_intents (stripe_customer_id);
CREATE INDEX stripe_payment_intents_by_invoice ON stripe_payment_intents (stripe_invoice_id);
CREATE INDEX stripe_payment_intents_to_fetch ON stripe_payment_intents (as_of) WHERE needs_fetch;

CREATE TABLE stripe_usage_records (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    subscription_item_id uuid NOT NULL REFERENCES stripe_subscription_items (id),
    stripe_usage_record_id text,
    quantity bigint NOT NULL,
    timestamp timestamptz NOT NULL,
    action text NOT NULL CHECK (action IN ('increment', 'set')),
    identifier text NOT NULL,
    livemode boolean NOT NULL,
    api_version text,
    raw jsonb NOT NULL DEFAULT '{}',
    as_of timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('event', 'fetch', 'seed')),
    source_id text NOT NULL DEFAULT '',
    PRIMARY KEY (id, timestamp),
    UNIQUE (identifier, timestamp)
) PARTITION BY RANGE (timestamp);
CREATE TABLE stripe_usage_records_default PARTITION OF stripe_usage_records DEFAULT;
CREATE INDEX stripe_usage_records_of ON stripe_usage_records (subscription_item_id, timestamp);
