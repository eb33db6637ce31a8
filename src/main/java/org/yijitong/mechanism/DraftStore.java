package org.yijitong.mechanism;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over drafts. */
@Component
class DraftStore {
    private static final String COLUMNS = """
            SELECT draft_id, kind, revision, state, title, content, changed_at, written_by, submitted_by, approved_by
            FROM mechanism.drafts WHERE unit_id = :unit
            """;

    private final Db db;

    DraftStore(Db db) {
        this.db = db;
    }

    Optional<DocumentDraft> find(UnitId unit, String kind, DraftId draft) {
        return db.in(unit, COLUMNS + " AND draft_id = :draft AND kind = :kind")
                .bind("draft", draft)
                .bind("kind", kind)
                .first(DocumentDraft.class);
    }

    /** Those of a kind, or of all, that wait first, then the latest. */
    List<DocumentDraft> list(UnitId unit, @Nullable String kind, int limit) {
        return db.in(unit, COLUMNS + """
                         AND (:kind::text IS NULL OR kind = :kind)
                        ORDER BY state = 'submitted' DESC, changed_at DESC, draft_id LIMIT :limit
                        """)
                .bind("kind", kind)
                .bind("limit", limit)
                .list(DocumentDraft.class);
    }

    List<DocumentDraft.Step> steps(UnitId unit, DraftId draft) {
        return db.in(unit, """
                        SELECT revision, step, note, recorded_at, account_id
                        FROM mechanism.draft_steps WHERE unit_id = :unit AND draft_id = :draft
                        ORDER BY revision DESC LIMIT 100
                        """).bind("draft", draft).list(DocumentDraft.Step.class);
    }

    void add(Scope scope, String kind, DraftId draft, String title, String content, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO mechanism.drafts (unit_id, draft_id, kind, state, title, content, changed_at,
                            written_by)
                        VALUES (:unit, :draft, :kind, 'open', :title, :content, :now, :account)
                        """)
                .bind("draft", draft)
                .bind("kind", kind)
                .bind("title", title)
                .bind("content", content)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** Another text, if it is open and still the revision that was read; whether it was. */
    boolean write(Scope scope, DraftId draft, int revision, String title, String content, Instant now) {
        return db.in(scope.unit(), """
                        UPDATE mechanism.drafts
                        SET revision = revision + 1, title = :title, content = :content, changed_at = :now,
                            written_by = :account
                        WHERE unit_id = :unit AND draft_id = :draft AND revision = :revision AND state = 'open'
                        """)
                        .bind("draft", draft)
                        .bind("revision", revision)
                        .bind("title", title)
                        .bind("content", content)
                        .bind("now", now)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }

    /** Goes from one state to another, if it is in the first and still the revision that was read; whether it was. */
    boolean go(
            Scope scope, DraftId draft, int revision, DocumentDraft.State from, DocumentDraft.State to, Instant now) {
        return db.in(scope.unit(), """
                        UPDATE mechanism.drafts
                        SET revision = revision + 1, state = :to, changed_at = :now,
                            submitted_by = CASE :to WHEN 'submitted' THEN :account::uuid WHEN 'open' THEN NULL
                                           ELSE submitted_by END,
                            approved_by = CASE :to WHEN 'published' THEN :account::uuid ELSE approved_by END
                        WHERE unit_id = :unit AND draft_id = :draft AND revision = :revision AND state = :from
                        """)
                        .bind("draft", draft)
                        .bind("revision", revision)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("now", now)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }

    /** Notes the step that led to the present revision. */
    void note(Scope scope, DraftId draft, DocumentDraft.Step.Kind step, @Nullable String note, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO mechanism.draft_steps (unit_id, draft_id, revision, step, content, note, recorded_at,
                            account_id)
                        SELECT unit_id, draft_id, revision, :step, content, coalesce(:note, ''), :now, :account
                        FROM mechanism.drafts WHERE unit_id = :unit AND draft_id = :draft
                        """)
                .bind("draft", draft)
                .bind("step", step)
                .bind("note", note)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }
}
