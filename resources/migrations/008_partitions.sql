-- SPDX-License-Identifier: GPL-3.0-or-later
-- Monthly partitions 13 months back and 3 ahead. The engine is not the owner, so the function
-- runs with the owner's rights. Rows that already lie in the DEFAULT partition stop the attaching
-- of their month: they are moved over.
CREATE FUNCTION ensure_partitions(today date DEFAULT (now() AT TIME ZONE 'UTC')::date)
    RETURNS TABLE (created_partition text, rows_moved bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    fact record;
    month date;
    part text;
    moved bigint;
    from_at timestamptz;
    to_at timestamptz;
    columns text; -- but the generated ones
BEGIN
    PERFORM pg_advisory_xact_lock(60110008);
    FOR fact IN SELECT * FROM (VALUES
        ('stripe_webhook_events', 'created'),
        ('stripe_usage_records', 'timestamp')) AS f (tbl, key)
    LOOP
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
          FROM pg_attribute
         WHERE attrelid = fact.tbl::regclass AND attnum > 0 AND NOT attisdropped
           AND attgenerated = '';
        FOR offset_months IN -13..3 LOOP
            month := (date_trunc('month', today) + make_interval(months => offset_months))::date;
            part := fact.tbl || '_' || to_char(month, 'YYYY_MM');
            CONTINUE WHEN to_regclass(part) IS NOT NULL;
            from_at := month::timestamp AT TIME ZONE 'UTC';
            to_at := (month + interval '1 month')::timestamp AT TIME ZONE 'UTC';
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, fact.tbl);
            EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM %I WHERE %I >= $1 AND %I < $2',
                           part, columns, columns, fact.tbl || '_default', fact.key, fact.key)
                USING from_at, to_at;
            GET DIAGNOSTICS moved = ROW_COUNT;
            EXECUTE format('DELETE FROM %I WHERE %I >= $1 AND %I < $2',
                           fact.tbl || '_default', fact.key, fact.key) USING from_at, to_at;
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                           fact.tbl, part, from_at, to_at);
            created_partition := part;
            rows_moved := moved;
            RETURN NEXT;
        END LOOP;
    END LOOP;
END
$$;
REVOKE ALL ON FUNCTION ensure_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_partitions(date) TO oms_service;

SELECT count(*) FROM ensure_partitions();
