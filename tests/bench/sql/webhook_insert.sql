-- SPDX-License-Identifier: GPL-3.0-or-later
-- pgbench: the event alone, once. -D i=0 -D event=…
\set i :i + 1
\set n 100000000 + :client_id * 1000000 + :i
INSERT INTO bench.events VALUES ('evt_bench_' || :n, 'invoice.payment_succeeded', now(), :event::jsonb) ON CONFLICT (id) DO NOTHING;
