-- SPDX-License-Identifier: GPL-3.0-or-later
-- The list of invoices as a view, for who reads lists by a table model. In a schema of its own: the
-- product knows nothing of it.
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE VIEW bench.invoice_list AS
SELECT i.id, i.number, t.name AS tenant,
       CASE WHEN i.status <> 'open' THEN i.status
            WHEN i.attempt_count > 0 AND i.next_payment_attempt IS NULL
                 AND i.collection_method = 'charge_automatically' THEN 'failed'
            WHEN i.attempt_count > 0 AND i.next_payment_attempt IS NOT NULL THEN 'retrying'
            WHEN i.due_date < now() THEN 'overdue'
            ELSE 'open' END AS status,
       i.attempt_count AS attempts, i.total, i.amount_remaining AS remaining, i.currency,
       i.due_date AS due, i.paid_at AS paid, i.stripe_invoice_id AS invoice, i.created
  FROM public.stripe_invoices i
  LEFT JOIN public.tenants t ON t.id = i.tenant_id;
