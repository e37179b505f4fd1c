-- SPDX-License-Identifier: GPL-3.0-or-later
-- Charges that an event told to be refunded without telling the refunds (so since 2022-11-15):
-- Stripe is to be asked for the list of them. Charges themselves are not mirrored.
CREATE TABLE stripe_refunds_to_list (
    stripe_charge_id text PRIMARY KEY,
    as_of timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON stripe_refunds_to_list TO oms_service;
GRANT SELECT ON stripe_refunds_to_list TO oms_viewer;
