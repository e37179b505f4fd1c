-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit trail, the revenue ledger, and staff.

CREATE TABLE audit_log (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL DEFAULT session_user,
    recorded_by text NOT NULL DEFAULT session_user,
    action text NOT NULL CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
    entity text NOT NULL,
    entity_id text NOT NULL,
    tenant_id uuid,
    before jsonb,
    after jsonb,
    reason text NOT NULL DEFAULT '',
    operation_id uuid,
    stripe_event_id text,
    request_id text,
    salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()),
    content_hash bytea NOT NULL DEFAULT ''
);
CREATE INDEX audit_log_by_tenant ON audit_log (tenant_id, seq);
CREATE INDEX audit_log_by_entity ON audit_log (entity, entity_id, seq);
CREATE INDEX audit_log_by_action ON audit_log (action, seq);

CREATE TABLE audit_seals (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    from_seq bigint NOT NULL UNIQUE,
    to_seq bigint NOT NULL UNIQUE,
    root bytea NOT NULL,
    prev bytea NOT NULL,
    sealed_at timestamptz NOT NULL DEFAULT now(),
    CHECK (from_seq <= to_seq)
);

-- session_user cannot be chosen by the client; only the engine may name another actor.
CREATE FUNCTION audit_log_fill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.recorded_by := session_user;
    IF NOT pg_has_role(session_user, 'oms_service', 'MEMBER') THEN
        NEW.actor := session_user;
    END IF;
    NEW.content_hash := sha256(NEW.salt || convert_to(
        jsonb_build_array(NEW.actor, NEW.recorded_by, NEW.action, NEW.entity, NEW.entity_id,
                          NEW.tenant_id, NEW.before, NEW.after, NEW.reason, NEW.operation_id,
                          NEW.stripe_event_id, NEW.request_id, NEW.at)::text, 'UTF8'));
    RETURN NEW;
END
$$;
CREATE TRIGGER audit_log_fill BEFORE INSERT ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_fill();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'table % only grows: rows are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE mrr_movements (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    tenant_id uuid NOT NULL REFERENCES tenants (id),
    cause text NOT NULL, -- event id, operation id, or seed
    kind text NOT NULL
        CHECK (kind IN ('new', 'expansion', 'contraction', 'churn', 'reactivation')),
    delta bigint NOT NULL CHECK (delta <> 0), -- minor units a month
    currency char(3) NOT NULL,
    effective_at timestamptz NOT NULL,
    definition_version integer NOT NULL DEFAULT 1,
    recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX mrr_movements_by_tenant ON mrr_movements (tenant_id, currency, effective_at);
CREATE INDEX mrr_movements_by_time ON mrr_movements (effective_at) INCLUDE (currency, kind, delta);
CREATE TRIGGER mrr_movements_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mrr_movements
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE staff (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    login_name text NOT NULL UNIQUE,
    display_name text NOT NULL DEFAULT '',
    role text NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    tenant_scope uuid[], -- null: every tenant
    is_disabled boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    row_version bigint NOT NULL DEFAULT 1
);

CREATE TABLE api_tokens (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    prefix text NOT NULL UNIQUE,
    token_hash bytea NOT NULL, -- SHA-256
    role text NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    tenant_scope uuid[],
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    last_used_at timestamptz,
    created_by text NOT NULL DEFAULT session_user,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE alerts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind text NOT NULL,
    tenant_id uuid REFERENCES tenants (id),
    severity text NOT NULL DEFAULT 'warning' CHECK (severity IN ('information', 'warning', 'error')),
    message text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    raised_at timestamptz NOT NULL DEFAULT now(),
    acknowledged_at timestamptz,
    acknowledged_by text,
    cleared_at timestamptz
);
CREATE INDEX alerts_open ON alerts (raised_at) WHERE cleared_at IS NULL;

CREATE TABLE saved_views (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    owner text NOT NULL DEFAULT session_user,
    list text NOT NULL,
    name text NOT NULL,
    query jsonb NOT NULL,
    is_shared boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    row_version bigint NOT NULL DEFAULT 1,
    UNIQUE (owner, list, name)
);

CREATE TABLE exchange_rates (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    day date NOT NULL,
    base char(3) NOT NULL,
    quote char(3) NOT NULL,
    rate numeric NOT NULL CHECK (rate > 0),
    source text NOT NULL,
    UNIQUE (day, base, quote)
);

CREATE TABLE retention_policies (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject text NOT NULL UNIQUE,
    keep_months integer NOT NULL CHECK (keep_months > 0),
    updated_by text NOT NULL DEFAULT session_user,
    updated_at timestamptz NOT NULL DEFAULT now()
);
