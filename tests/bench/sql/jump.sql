-- SPDX-License-Identifier: GPL-3.0-or-later
-- Baseline of a jump: a page of the list's columns, counted up to. -v column=… -v row=… -v filter=…
\timing on
\o /dev/null
SELECT number, tenant, status, attempts, total, remaining, currency, due, paid, invoice, created
  FROM bench.invoice_list
 WHERE :filter
 ORDER BY :column DESC NULLS LAST, id DESC
 LIMIT 100 OFFSET :row;
