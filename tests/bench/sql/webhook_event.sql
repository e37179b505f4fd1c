-- SPDX-License-Identifier: GPL-3.0-or-later
-- pgbench: one transaction an event, as most do it: the event once, then its object.
-- -D i=0 -D event=… -D object=…
\set i :i + 1
\set n 100000000 + :client_id * 1000000 + :i
BEGIN;
INSERT INTO bench.events VALUES ('evt_bench_' || :n, 'invoice.payment_succeeded', now(), :event::jsonb) ON CONFLICT (id) DO NOTHING;
INSERT INTO bench.objects VALUES ('in_bench_' || :n, now(), :object::jsonb) ON CONFLICT (id) DO UPDATE SET as_of = excluded.as_of, raw = excluded.raw WHERE objects.as_of <= excluded.as_of;
COMMIT;
