package org.yijitong.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Keeps the templates of units. */
@Component
class FormTemplateStore {
    private final Db db;

    FormTemplateStore(Db db) {
        this.db = db;
    }

    /** The one in place of ours. */
    Optional<byte[]> content(UnitId unit, String form) {
        return db.in(unit, """
                        SELECT content FROM paper.templates
                        WHERE unit_id = :unit AND form = :form AND removed_at IS NULL
                        """).bind("form", form).first(byte[].class);
    }

    List<FormTemplate> list(UnitId unit) {
        return db.in(unit, """
                        SELECT form, file_name, recorded_at FROM paper.templates
                        WHERE unit_id = :unit AND removed_at IS NULL
                        ORDER BY form
                        LIMIT 200
                        """).list(FormTemplate.class);
    }

    /** Takes the present one away; whether there was one. */
    boolean remove(UnitId unit, String form, Instant at) {
        return db.in(unit, """
                        UPDATE paper.templates SET removed_at = :at
                        WHERE unit_id = :unit AND form = :form AND removed_at IS NULL
                        """).bind("form", form).bind("at", at).run() == 1;
    }

    void add(Scope scope, UUID template, String form, String name, byte[] content, Instant at) {
        db.in(scope.unit(), """
                        INSERT INTO paper.templates (unit_id, template_id, form, file_name, content, recorded_at,
                            account_id)
                        VALUES (:unit, :template, :form, :name, :content, :at, :account)
                        """)
                .bind("template", template)
                .bind("form", form)
                .bind("name", name)
                .bind("content", content)
                .bind("at", at)
                .bind("account", scope.account())
                .run();
    }
}
