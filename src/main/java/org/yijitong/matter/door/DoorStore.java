package org.yijitong.matter.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterId;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Who raised what, and the receipts by which it is found again. */
@Component
class DoorStore {
    private final Db db;

    DoorStore(Db db) {
        this.db = db;
    }

    /** A unit to which something may be said. */
    record Head(UnitId unitId, OrganizationId rootId, String name) {}

    List<Head> units() {
        return db.global("""
                        SELECT unit_id, root_id, name FROM organization.v_unit_heads ORDER BY code LIMIT 500
                        """).list(Head.class);
    }

    Optional<Head> unit(UnitId unit) {
        return db.global("""
                        SELECT unit_id, root_id, name FROM organization.v_unit_heads WHERE unit_id = :unit
                        """).bind("unit", unit).first(Head.class);
    }

    Optional<Head> above(UnitId unit) {
        return db.global("""
                        SELECT h.unit_id, h.root_id, h.name FROM organization.v_unit_heads u
                        JOIN organization.v_unit_heads h ON h.unit_id = u.superior_id
                        WHERE u.unit_id = :unit
                        """).bind("unit", unit).first(Head.class);
    }

    /** An organization and those above it. */
    record Above(OrganizationId organizationId, OrganizationKind kind, String name, int depth) {}

    /** An organization and those above it today, itself first. */
    List<Above> line(UnitId unit, OrganizationId from, LocalDate today) {
        return db.in(unit, """
                        SELECT o.organization_id, o.kind, coalesce(o.short_name, o.name) AS name, p.depth
                        FROM organization.v_paths p
                        JOIN organization.v_organizations o
                            ON o.unit_id = p.unit_id AND o.organization_id = p.ancestor_id
                        WHERE p.unit_id = :unit AND o.unit_id = :unit AND p.descendant_id = :from
                          AND p.valid_from <= :today AND p.valid_to > :today
                          AND o.valid_from <= :today AND o.valid_to > :today
                        ORDER BY p.depth LIMIT 20
                        """).bind("from", from).bind("today", today).list(Above.class);
    }

    void keep(UnitId unit, MatterId matter, @Nullable UUID person, byte @Nullable [] sealed, Instant now) {
        db.in(unit, """
                        INSERT INTO matter.askers (unit_id, matter_id, person_id, sealed, recorded_at)
                        VALUES (:unit, :matter, :person, :sealed, :now)
                        """)
                .bind("matter", matter)
                .bind("person", person)
                .bind("sealed", sealed)
                .bind("now", now)
                .run();
    }

    /** Where a receipt leads. */
    record Receipt(UnitId unitId, MatterId matterId, String flow, Instant recordedAt) {}

    void receipt(byte[] hash, Receipt receipt, @Nullable UUID account) {
        db.global("""
                        INSERT INTO matter.receipts (code_hash, unit_id, matter_id, flow, account_id, recorded_at)
                        VALUES (:hash, :unit, :matter, :flow, :account, :now)
                        """)
                .bind("hash", hash)
                .bind("unit", receipt.unitId())
                .bind("matter", receipt.matterId())
                .bind("flow", receipt.flow())
                .bind("account", account)
                .bind("now", receipt.recordedAt())
                .run();
    }

    /** Which of some receipts there are, in hexadecimal. */
    Set<String> given(List<byte[]> hashes) {
        return Set.copyOf(db.global("""
                        SELECT encode(code_hash, 'hex') FROM matter.receipts
                        WHERE code_hash = ANY(SELECT decode(h, 'hex') FROM unnest(:hashes) AS h)
                        """)
                .bind("hashes", hashes.stream().map(HexFormat.of()::formatHex).toList())
                .list(String.class));
    }

    Optional<Receipt> byHash(byte[] hash) {
        return db.global("""
                        SELECT unit_id, matter_id, flow, recorded_at FROM matter.receipts WHERE code_hash = :hash
                        """).bind("hash", hash).first(Receipt.class);
    }

    List<Receipt> own(UUID account, int limit) {
        return db.global("""
                        SELECT unit_id, matter_id, flow, recorded_at FROM matter.receipts
                        WHERE account_id = :account ORDER BY recorded_at DESC LIMIT :limit
                        """).bind("account", account).bind("limit", limit).list(Receipt.class);
    }

    Optional<Receipt> ofAccount(UUID account, MatterId matter) {
        return db.global("""
                        SELECT unit_id, matter_id, flow, recorded_at FROM matter.receipts
                        WHERE account_id = :account AND matter_id = :matter
                        """).bind("account", account).bind("matter", matter).first(Receipt.class);
    }

    /** What is kept of whoever raised a matter. */
    record Kept(@Nullable UUID personId, @Nullable String sealed) {
        byte @Nullable [] bytes() {
            return sealed == null ? null : Base64.getMimeDecoder().decode(sealed);
        }
    }

    Optional<Kept> kept(UnitId unit, MatterId matter) {
        return db.in(unit, """
                        SELECT person_id, encode(sealed, 'base64') AS sealed FROM matter.askers
                        WHERE unit_id = :unit AND matter_id = :matter
                        """).bind("matter", matter).first(Kept.class);
    }

    /** Notes that something was done at the door; how often it was done since, this time included. */
    int attempt(UUID attempt, String address, Threshold.Kind kind, Instant now, Instant since) {
        db.global("""
                INSERT INTO matter.door_attempts (attempt_id, address, kind, attempted_at)
                VALUES (:attempt, :address, :kind, :now)
                """)
                .bind("attempt", attempt)
                .bind("address", address)
                .bind("kind", kind)
                .bind("now", now)
                .run();
        return db.global("""
                        SELECT count(*)::int FROM matter.door_attempts
                        WHERE address = :address AND kind = :kind AND attempted_at > :since
                        """)
                .bind("address", address)
                .bind("kind", kind)
                .bind("since", since)
                .one(Integer.class);
    }

    void forget(Instant before) {
        db.global("DELETE FROM matter.door_attempts WHERE attempted_at < :before")
                .bind("before", before)
                .run();
    }
}
