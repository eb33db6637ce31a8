package org.yijitong.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The statements over sessions. */
@Component
class SessionStore {
    /** A session with its account and the post in use, if that is still in force. */
    record Holder(
            @Nullable UUID sessionId,
            UUID accountId,
            String displayName,
            boolean awaitsCode,
            boolean mustChange,
            boolean lacksFactor,
            @Nullable String role,
            @Nullable UnitId unitId,
            @Nullable UUID organizationId,
            String place,
            boolean stale) {
        SignedIn signedIn() {
            CurrentUser user = role == null || unitId == null || organizationId == null
                    ? null
                    : new CurrentUser(accountId, displayName, role, unitId, organizationId, place);
            return new SignedIn(accountId, displayName, due(), sessionId, user);
        }

        private SignedIn.Due due() {
            return awaitsCode
                    ? SignedIn.Due.CODE
                    : mustChange ? SignedIn.Due.PASSWORD : lacksFactor ? SignedIn.Due.FACTOR : SignedIn.Due.NOTHING;
        }
    }

    /**
     * From when on sessions count.
     *
     * @param idle last used
     * @param longest opened
     * @param fresh last used, as it is noted
     * @param half opened, where the second step has not been taken
     */
    record Since(Instant idle, Instant longest, Instant fresh, Instant half) {}

    /** What a removed session was. */
    record Device(String device, Instant createdAt, Session.Way way) {}

    private final Db db;

    SessionStore(Db db) {
        this.db = db;
    }

    /**
     * A session and its holder.
     *
     * @param guarded the roles that ask for a second step
     */
    Optional<Holder> find(byte[] hash, LocalDate today, Since since, Collection<String> guarded) {
        return db.global("""
                SELECT s.session_id, a.account_id, a.display_name, s.awaits_code, a.must_change,
                    EXISTS (SELECT FROM access.grants h
                        WHERE h.account_id = s.account_id AND h.role = ANY(:guarded)
                          AND h.valid_from <= :today AND h.valid_to > :today)
                    AND NOT EXISTS (SELECT FROM access.factors f WHERE f.account_id = s.account_id) AS lacks_factor,
                    g.role, g.unit_id, g.organization_id, s.place, s.seen_at < :fresh AS stale
                FROM access.sessions s
                JOIN access.accounts a ON a.account_id = s.account_id AND a.disabled_at IS NULL
                LEFT JOIN access.grants g ON g.account_id = s.account_id AND g.grant_id = s.grant_id
                    AND g.valid_from <= :today AND g.valid_to > :today
                WHERE s.token_hash = :hash AND s.seen_at > :idle AND s.created_at > :longest
                  AND (NOT s.awaits_code OR s.created_at > :half)
                """)
                .bind("hash", hash)
                .bind("today", today)
                .bind("guarded", guarded)
                .bind("idle", since.idle())
                .bind("longest", since.longest())
                .bind("fresh", since.fresh())
                .bind("half", since.half())
                .first(Holder.class);
    }

    void seen(byte[] hash, Instant now) {
        db.global("""
                UPDATE access.sessions SET seen_at = :now WHERE token_hash = :hash AND seen_at < :now
                """).bind("hash", hash).bind("now", now).run();
    }

    Optional<UUID> lastGrant(UUID account) {
        return db.global("""
                SELECT grant_id FROM access.sessions
                WHERE account_id = :account AND grant_id IS NOT NULL
                ORDER BY seen_at DESC, session_id DESC LIMIT 1
                """).bind("account", account).first(UUID.class);
    }

    void add(
            byte[] hash,
            UUID session,
            UUID account,
            Optional<HeldGrant> post,
            Device device,
            boolean awaitsCode,
            Instant now) {
        db.global("""
                INSERT INTO access.sessions (token_hash, session_id, account_id, grant_id, place, created_at, seen_at,
                    device, awaits_code, way)
                VALUES (:hash, :session, :account, :grant::uuid, :place, :since, :now, :device, :awaitsCode, :way)
                """)
                .bind("hash", hash)
                .bind("session", session)
                .bind("account", account)
                .bind("grant", post.map(HeldGrant::grantId).orElse(null))
                .bind("place", post.map(HeldGrant::place).orElse(""))
                .bind("since", device.createdAt())
                .bind("now", now)
                .bind("device", device.device())
                .bind("awaitsCode", awaitsCode)
                .bind("way", device.way().word())
                .run();
    }

    /** When one was used is kept to five minutes, so it may lie before the sign-in; that is not told. */
    List<Session> list(UUID account, Instant idle, Instant longest) {
        return db.global("""
                SELECT session_id, place, created_at, greatest(seen_at, created_at) AS seen_at, device, way
                FROM access.sessions
                WHERE account_id = :account AND seen_at > :idle AND created_at > :longest AND NOT awaits_code
                ORDER BY seen_at DESC, session_id DESC LIMIT 100
                """)
                .bind("account", account)
                .bind("idle", idle)
                .bind("longest", longest)
                .list(Session.class);
    }

    Optional<Device> remove(UUID account, UUID session) {
        return db.global("""
                DELETE FROM access.sessions WHERE account_id = :account AND session_id = :session
                RETURNING device, created_at, way
                """).bind("account", account).bind("session", session).first(Device.class);
    }

    void removeOthers(UUID account, @Nullable UUID spared) {
        db.global("""
                DELETE FROM access.sessions
                WHERE account_id = :account AND session_id IS DISTINCT FROM :spared::uuid
                """).bind("account", account).bind("spared", spared).run();
    }

    void purge(Instant idle, Instant longest) {
        db.global("""
                DELETE FROM access.sessions WHERE seen_at < :idle OR created_at < :longest
                """).bind("idle", idle).bind("longest", longest).run();
    }

    void removeAll() {
        db.global("DELETE FROM access.sessions").run();
    }
}
