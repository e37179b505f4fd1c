-- SPDX-License-Identifier: GPL-3.0-or-later
-- Deliveries that were not taken: without their body, which anybody may have written, and without
-- the address they came from. The newest thousand are kept; while many come, only some are listed.
CREATE TABLE stripe_webhook_rejections (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    reason text NOT NULL
        CHECK (reason IN ('missing_header', 'no_timestamp', 'no_signature', 'no_match', 'too_old',
                          'too_new', 'unreadable')),
    peer text NOT NULL CHECK (peer IN ('loopback', 'private', 'public')),
    signed_at timestamptz, -- as its header claims; not to be trusted
    body_size bigint NOT NULL CHECK (body_size >= 0),
    unlisted bigint NOT NULL DEFAULT 0 -- further ones since the row before
);
GRANT SELECT, INSERT, DELETE ON stripe_webhook_rejections TO oms_service;
GRANT SELECT ON stripe_webhook_rejections TO oms_viewer;
