package org.yijitong.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over API tokens. */
@Component
class TokenStore {
    private final Db db;

    TokenStore(Db db) {
        this.db = db;
    }

    void add(byte[] hash, UUID account, UUID grant, Tokens.Purpose purpose, Tokens.Token token) {
        db.global("""
                INSERT INTO access.api_tokens (token_hash, token_id, account_id, grant_id, purpose, name, created_at,
                    expires_at)
                VALUES (:hash, :token, :account, :grant, :purpose, :name, :created, :expires)
                """)
                .bind("hash", hash)
                .bind("token", token.tokenId())
                .bind("account", account)
                .bind("grant", grant)
                .bind("purpose", purpose.word())
                .bind("name", token.name())
                .bind("created", token.createdAt())
                .bind("expires", token.expiresAt())
                .run();
    }

    List<Tokens.Token> list(UUID account, Instant now) {
        return db.global("""
                SELECT token_id, name, created_at, expires_at FROM access.api_tokens
                WHERE account_id = :account AND revoked_at IS NULL AND expires_at > :now
                ORDER BY created_at DESC, token_id LIMIT 100
                """).bind("account", account).bind("now", now).list(Tokens.Token.class);
    }

    boolean revoke(UUID account, UUID token, Instant now) {
        return db.global("""
                        UPDATE access.api_tokens SET revoked_at = :now
                        WHERE account_id = :account AND token_id = :token AND revoked_at IS NULL
                        """)
                        .bind("account", account)
                        .bind("token", token)
                        .bind("now", now)
                        .run()
                == 1;
    }

    /**
     * Who is behind a token. One of a post that asks for a second step counts only if its holder had set that step up, and
     * still has it.
     *
     * @param guarded the roles that ask for it
     */
    Optional<SessionStore.Holder> find(
            byte[] hash, Tokens.Purpose purpose, LocalDate today, Instant now, Collection<String> guarded) {
        return db.global("""
                SELECT NULL::uuid AS session_id, a.account_id, a.display_name, false AS awaits_code, a.must_change,
                    false AS lacks_factor, g.role, g.unit_id,
                    g.organization_id, g.place, false AS stale
                FROM access.api_tokens t
                JOIN access.accounts a ON a.account_id = t.account_id AND a.disabled_at IS NULL
                JOIN access.grants g ON g.account_id = t.account_id AND g.grant_id = t.grant_id
                    AND g.valid_from <= :today AND g.valid_to > :today
                WHERE t.token_hash = :hash AND t.purpose = :purpose AND t.revoked_at IS NULL AND t.expires_at > :now
                  AND (g.role <> ALL(:guarded) OR EXISTS (SELECT FROM access.factors f
                       WHERE f.account_id = t.account_id AND f.set_at <= t.created_at))
                """)
                .bind("hash", hash)
                .bind("guarded", guarded)
                .bind("purpose", purpose.word())
                .bind("today", today)
                .bind("now", now)
                .first(SessionStore.Holder.class);
    }
}
