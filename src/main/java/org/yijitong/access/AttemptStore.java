package org.yijitong.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over attempts to sign in. */
@Component
class AttemptStore {
    private final Db db;

    AttemptStore(Db db) {
        this.db = db;
    }

    void open(UUID attempt, byte[] nameHash, String address, String device, Instant now) {
        db.global("""
                INSERT INTO access.sign_in_attempts (attempt_id, name_hash, address, device, attempted_at, outcome)
                VALUES (:attempt, :name, :address, :device, :now, 'open')
                """)
                .bind("attempt", attempt)
                .bind("name", nameHash)
                .bind("address", address)
                .bind("device", device)
                .bind("now", now)
                .run();
    }

    void addIdentity(UUID attempt, byte[] nameHash, String address, String device, Instant now) {
        db.global("""
                INSERT INTO access.sign_in_attempts (attempt_id, name_hash, address, device, attempted_at, outcome, way)
                VALUES (:attempt, :name, :address, :device, :now, 'succeeded', 'identity')
                """)
                .bind("attempt", attempt)
                .bind("name", nameHash)
                .bind("address", address)
                .bind("device", device)
                .bind("now", now)
                .run();
    }

    void remove(UUID attempt) {
        db.global("DELETE FROM access.sign_in_attempts WHERE attempt_id = :attempt")
                .bind("attempt", attempt)
                .run();
    }

    /** The moment of the attempt that has to leave the window before the next may be made, if the count is full. */
    Optional<Instant> heldSince(UUID attempt, byte[] nameHash, String address, Instant now) {
        return db.global("""
                WITH wrong AS (
                    SELECT attempted_at, name_hash = :name AS same_name, address = :address AS same_address
                    FROM access.sign_in_attempts
                    WHERE (name_hash = :name OR address = :address) AND attempted_at > :since
                      AND attempted_at <= :now AND outcome IN ('open', 'failed') AND attempt_id <> :attempt
                ), held AS (
                    (SELECT attempted_at FROM wrong WHERE same_name AND same_address
                     ORDER BY attempted_at DESC LIMIT 1 OFFSET :pair)
                    UNION ALL
                    (SELECT attempted_at FROM wrong WHERE same_address
                     ORDER BY attempted_at DESC LIMIT 1 OFFSET :byAddress)
                    UNION ALL
                    (SELECT attempted_at FROM wrong WHERE same_name AND NOT EXISTS (
                        SELECT FROM access.sign_in_attempts
                        WHERE name_hash = :name AND address = :address AND outcome = 'succeeded'
                          AND attempted_at > :known)
                     ORDER BY attempted_at DESC LIMIT 1 OFFSET :byName)
                )
                SELECT max(attempted_at) FROM held HAVING count(*) > 0
                """)
                .bind("attempt", attempt)
                .bind("name", nameHash)
                .bind("address", address)
                .bind("now", now)
                .bind("since", now.minus(Throttle.WINDOW))
                .bind("known", now.minus(Throttle.KNOWN))
                .bind("pair", Throttle.PAIR - 1)
                .bind("byAddress", Throttle.ADDRESS - 1)
                .bind("byName", Throttle.NAME - 1)
                .first(Instant.class);
    }

    void close(UUID attempt, String outcome) {
        db.global("""
                UPDATE access.sign_in_attempts SET outcome = :outcome WHERE attempt_id = :attempt
                """).bind("attempt", attempt).bind("outcome", outcome).run();
    }

    /** Wrong attempts within the window count no more; those before it do not any more anyway. */
    void forgive(byte[] nameHash, String address, Instant since) {
        db.global("""
                UPDATE access.sign_in_attempts SET outcome = 'forgiven'
                WHERE name_hash = :name AND address = :address AND attempted_at > :since AND outcome = 'failed'
                """)
                .bind("name", nameHash)
                .bind("address", address)
                .bind("since", since)
                .run();
    }

    /** The attempts with the name of an account, the latest first. */
    List<SignIns.Attempt> of(UUID account, int past, int most) {
        return db.global("""
                SELECT t.attempted_at, t.outcome, t.way, t.device, t.address
                FROM access.accounts a
                JOIN access.sign_in_attempts t ON t.name_hash = sha256(convert_to(a.name_key, 'UTF8'))
                WHERE a.account_id = :account
                ORDER BY t.attempted_at DESC, t.attempt_id DESC OFFSET :past LIMIT :most
                """)
                .bind("account", account)
                .bind("past", past)
                .bind("most", most)
                .list(SignIns.Attempt.class);
    }
}
