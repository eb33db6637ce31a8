-- Entries as the product writes them, without their deeds.
\set ON_ERROR_STOP on
INSERT INTO audit.entries (unit_id, entry_id, recorded_at, account_id, action, subject_kind, subject_id, detail, salt,
    detail_hash)
SELECT md5('audit unit ' || i % 100)::uuid,
    (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - :entries + i), 12, '0') || '7'
        || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
    now() - (:entries - i) * interval '1 ms', md5('account ' || i % 1000)::uuid, 'record.written', 'record',
    md5('record ' || i)::uuid, d.detail, d.salt, audit.detail_hash(d.salt, d.detail)
FROM generate_series(1, :entries) AS i,
    LATERAL (SELECT jsonb_build_object('kinds', '["GENERAL_MEETING"]'::jsonb, 'day', '2026-11-28', 'people', i % 40) AS detail,
        uuid_send(gen_random_uuid()) AS salt) AS d;
INSERT INTO audit.waiting (unit_id, entry_id, leaf)
SELECT unit_id, entry_id, audit.leaf(audit.line(entry_id, unit_id, recorded_at, account_id, action, subject_kind, subject_id,
    detail_hash))
FROM audit.entries;
