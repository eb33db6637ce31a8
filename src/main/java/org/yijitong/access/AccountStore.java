package org.yijitong.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The statements over accounts and one-time codes. */
@Component
class AccountStore {
    /** What signing in compares with. */
    record Credential(UUID accountId, @Nullable String passwordHash, boolean disabled) {}

    /** What changing a password compares with. */
    record Own(String name, @Nullable String passwordHash, boolean mustChange) {}

    private final Db db;

    AccountStore(Db db) {
        this.db = db;
    }

    Optional<Credential> credential(String nameKey) {
        return db.global("""
                SELECT account_id, password_hash, disabled_at IS NOT NULL AS disabled
                FROM access.accounts WHERE name_key = :name
                """).bind("name", nameKey).first(Credential.class);
    }

    record Named(UUID accountId, String displayName) {}

    List<Named> names(Collection<UUID> accounts) {
        return db.global("""
                SELECT account_id, display_name FROM access.accounts WHERE account_id = ANY(:ids::uuid[])
                """).bind("ids", accounts).list(Named.class);
    }

    Optional<Own> own(UUID account) {
        return db.global("""
                SELECT name, password_hash, must_change FROM access.accounts
                WHERE account_id = :account AND disabled_at IS NULL
                """).bind("account", account).first(Own.class);
    }

    /** Adds an account; false if its name is taken. */
    boolean add(UUID account, NewAccount made, UnitId home, @Nullable String hash, boolean mustChange, Instant now) {
        return db.global("""
                        INSERT INTO access.accounts (account_id, name, name_key, display_name, home_unit_id,
                            password_hash, must_change, created_at)
                        VALUES (:account, :name, :key, :displayName, :home, :hash::text, :mustChange, :now)
                        ON CONFLICT (name_key) DO NOTHING
                        """)
                        .bind("account", account)
                        .bind("name", made.name())
                        .bind("key", SignIn.key(made.name()))
                        .bind("displayName", made.displayName())
                        .bind("home", home)
                        .bind("hash", hash)
                        .bind("mustChange", mustChange)
                        .bind("now", now)
                        .run()
                == 1;
    }

    /** An account that is opened from a roster, with the hash of its one-time code in hexadecimal. */
    record Fresh(UUID accountId, String name, String nameKey, String displayName, String codeHash) {}

    /** Names that exist, of those that are these with or without a number behind. */
    List<String> taken(Collection<String> stems) {
        return db.global("""
                SELECT name_key FROM access.accounts WHERE rtrim(name_key, '0123456789') = ANY(:stems)
                """).bind("stems", stems).list(String.class);
    }

    /** Adds accounts whose holders have still to choose a password; how many names were free. */
    int addAll(UnitId home, List<Fresh> fresh, Instant now) {
        return db.global("""
                        INSERT INTO access.accounts (account_id, name, name_key, display_name, home_unit_id, must_change,
                            created_at)
                        SELECT account_id, name, name_key, display_name, :home, true, :now
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(account_id uuid, name text, name_key text,
                            display_name text)
                        ON CONFLICT (name_key) DO NOTHING
                        """)
                .rows("rows", fresh)
                .bind("home", home)
                .bind("now", now)
                .run();
    }

    void addCodes(List<Fresh> fresh, UUID issuedBy, Instant now, Instant expires) {
        db.global("""
                INSERT INTO access.reset_codes (code_hash, account_id, issued_by, issued_at, expires_at)
                SELECT decode(code_hash, 'hex'), account_id, :by, :now, :expires
                FROM jsonb_to_recordset(:rows::jsonb) AS r(account_id uuid, code_hash text)
                """)
                .rows("rows", fresh)
                .bind("by", issuedBy)
                .bind("now", now)
                .bind("expires", expires)
                .run();
    }

    void setPassword(UUID account, String hash) {
        db.global("""
                UPDATE access.accounts SET password_hash = :hash, must_change = false WHERE account_id = :account
                """).bind("account", account).bind("hash", hash).run();
    }

    void requireChange(UUID account) {
        db.global("""
                UPDATE access.accounts SET must_change = true WHERE account_id = :account
                """).bind("account", account).run();
    }

    /** Suspends (a moment) or reinstates (null) an account of a unit; false if there is none to change. */
    boolean setDisabled(UnitId home, UUID account, @Nullable Instant when) {
        return db.global("""
                        UPDATE access.accounts SET disabled_at = :when::timestamptz
                        WHERE account_id = :account AND home_unit_id = :home
                          AND (disabled_at IS NULL) = (:when::timestamptz IS NOT NULL)
                        """)
                        .bind("account", account)
                        .bind("home", home)
                        .bind("when", when)
                        .run()
                == 1;
    }

    /** Uses up a code, if it is this account's, fresh and not used; of two at once one succeeds. */
    boolean useCode(UUID account, byte[] codeHash, Instant now) {
        return db.global("""
                        UPDATE access.reset_codes SET used_at = :now
                        WHERE account_id = :account AND code_hash = :code AND used_at IS NULL AND expires_at > :now
                        """)
                        .bind("account", account)
                        .bind("code", codeHash)
                        .bind("now", now)
                        .run()
                == 1;
    }

    void addCode(byte[] codeHash, UUID account, UUID issuedBy, Instant now, Instant expires) {
        db.global("""
                INSERT INTO access.reset_codes (code_hash, account_id, issued_by, issued_at, expires_at)
                VALUES (:code, :account, :by, :now, :expires)
                """)
                .bind("code", codeHash)
                .bind("account", account)
                .bind("by", issuedBy)
                .bind("now", now)
                .bind("expires", expires)
                .run();
    }

    /** Whether one account gave another a one-time code, as long as that is kept. */
    boolean coded(UUID by, UUID account) {
        return db.global("""
                SELECT EXISTS (SELECT FROM access.reset_codes WHERE account_id = :account AND issued_by = :by)
                """).bind("account", account).bind("by", by).one(Boolean.class);
    }

    /** Makes every code of an account that is still open useless. */
    void voidCodes(UUID account, Instant now) {
        db.global("""
                UPDATE access.reset_codes SET used_at = :now WHERE account_id = :account AND used_at IS NULL
                """).bind("account", account).bind("now", now).run();
    }

    /** An account a unit looks after, with its posts there. */
    private static final String SHOWN = """
            SELECT a.account_id, a.name, a.display_name, a.disabled_at, a.password_hash IS NULL AS fresh,
                EXISTS (SELECT FROM access.factors f WHERE f.account_id = a.account_id) AS factor,
                (SELECT i.connected_at FROM access.outside_identities i WHERE i.account_id = a.account_id)
                    AS connected_at,
                coalesce((SELECT array_agg(g.role ORDER BY g.valid_from, g.grant_id) FROM access.grants g
                    WHERE g.account_id = a.account_id AND g.unit_id = :home
                      AND g.valid_from <= :today AND g.valid_to > :today), '{}') AS roles
            FROM access.accounts a
            """;

    /** Those a unit looks after, by name. */
    List<Account> list(UnitId home, LocalDate today, String after, int limit) {
        return db.global(SHOWN + """
                WHERE a.home_unit_id = :home AND a.name_key > :after
                ORDER BY a.name_key LIMIT :limit
                """)
                .bind("home", home)
                .bind("today", today)
                .bind("after", after)
                .bind("limit", limit)
                .list(Account.class);
    }

    /** One of them. */
    Optional<Account> one(UnitId home, LocalDate today, UUID account) {
        return db.global(SHOWN + """
                WHERE a.home_unit_id = :home AND a.account_id = :account
                """)
                .bind("home", home)
                .bind("today", today)
                .bind("account", account)
                .first(Account.class);
    }

    /** Holds an account until the transaction ends, so that of two who give it posts each sees what the other gave. */
    void lock(UUID account) {
        db.global("SELECT account_id FROM access.accounts WHERE account_id = :account FOR UPDATE")
                .bind("account", account)
                .one(UUID.class);
    }

    /** Whether a unit looks after an account. */
    boolean cared(UnitId home, UUID account) {
        return db.global("""
                        SELECT count(*) FROM access.accounts WHERE account_id = :account AND home_unit_id = :home
                        """).bind("account", account).bind("home", home).one(Long.class) == 1;
    }

    /** Makes every code that is still open useless. */
    void voidCodes(Instant now) {
        db.global("UPDATE access.reset_codes SET used_at = :now WHERE used_at IS NULL")
                .bind("now", now)
                .run();
    }

    /** Of two who open the first account of a unit, one waits for the other. */
    void lockUnit(UnitId unit) {
        db.global("SELECT pg_advisory_xact_lock(hashtextextended('first administrator ' || :unit::text, 0))::text")
                .bind("unit", unit)
                .one(String.class);
    }

    /** The account of a unit with that name whose holder has never chosen a password. */
    Optional<UUID> awaiting(UnitId home, String nameKey) {
        return db.global("""
                SELECT account_id FROM access.accounts
                WHERE name_key = :name AND home_unit_id = :home AND password_hash IS NULL
                """).bind("name", nameKey).bind("home", home).first(UUID.class);
    }
}
