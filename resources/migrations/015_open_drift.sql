-- SPDX-License-Identifier: GPL-3.0-or-later
-- What differs now, as the window lists it.
CREATE VIEW open_drift AS
    SELECT d.id, d.run_id, d.kind, d.stripe_id, d.stripe_customer_id, d.tenant_id, d.field, d.stake,
           d.currency, d.stake_order, d.event_id, d.event_type, d.event_created, d.event_state,
           d.as_of, d.found_at, d.problem,
           CASE WHEN d.state = 'adopting' THEN 'adopting' ELSE d.what END AS what,
           -- Amounts say so, with their currency: others format them.
           CASE WHEN d.what = 'differs' AND m.is_money THEN 'money ' || d.here || ' ' || d.currency
                WHEN d.what = 'differs' THEN d.here END AS here,
           CASE WHEN d.what = 'differs' AND m.is_money THEN 'money ' || d.there || ' ' || d.currency
                WHEN d.what = 'differs' THEN d.there END AS there
      FROM drift d
     CROSS JOIN LATERAL (
            SELECT d.currency IS NOT NULL
               AND d.field ~ '^(balance|unit_amount|amount[a-z_]*|subtotal|tax|total|items\.[^.]+\.unit_amount)$'
               AS is_money) m
     WHERE d.state IN ('open', 'adopting');
GRANT SELECT ON open_drift TO oms_service, oms_viewer;
