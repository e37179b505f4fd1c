-- SPDX-License-Identifier: GPL-3.0-or-later
-- Baseline of the export: the same columns of the same rows in the same order, as the server has
-- them, the way \copy does it. -v file=…
\timing on
COPY (SELECT number, tenant, status, attempts, total, currency, remaining, currency, due, paid, invoice, created FROM bench.invoice_list ORDER BY created DESC NULLS LAST, id DESC) TO STDOUT (FORMAT csv) \g :file
