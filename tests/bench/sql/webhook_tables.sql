-- SPDX-License-Identifier: GPL-3.0-or-later
-- The baseline's own tables: what one transaction an event needs at least, the event as jsonb, as
-- is usual, and nothing but the keys indexed.
CREATE SCHEMA bench;
CREATE TABLE bench.events (
    id text PRIMARY KEY,
    type text NOT NULL,
    created timestamptz NOT NULL,
    payload jsonb NOT NULL
);
CREATE TABLE bench.objects (
    id text PRIMARY KEY,
    as_of timestamptz NOT NULL,
    raw jsonb NOT NULL
);
GRANT USAGE ON SCHEMA bench TO oms_service;
GRANT SELECT, INSERT, UPDATE ON bench.events, bench.objects TO oms_service;
