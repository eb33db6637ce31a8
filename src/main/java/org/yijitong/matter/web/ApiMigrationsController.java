package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Migrations;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Moving running matters to another version of their flow, for programs: with the same two persons. */
@RestController
@RequestMapping("/api/v1/units/{unit}/migrations")
@Tag(name = "matters")
class ApiMigrationsController {
    private final Migrations migrations;
    private final Posting posting;

    ApiMigrationsController(Migrations migrations, Posting posting) {
        this.migrations = migrations;
        this.posting = posting;
    }

    /** Which flow, from which version to which, and states that are called otherwise there. */
    record MigrationBody(
            @Nullable String flow,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Map<String, String> states) {
        Migration migration() {
            return new Migration(
                    Objects.requireNonNullElse(flow, ""),
                    Objects.requireNonNullElse(from, 0),
                    Objects.requireNonNullElse(to, 0),
                    Objects.requireNonNullElse(states, Map.of()));
        }
    }

    /** One matter. {@code to} is null where it stays, and {@code why} says for which reason. */
    record MoveView(
            UUID matter,
            String from,
            @Nullable String to,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            String why,
            String what) {
        static MoveView of(Migration.Line line) {
            return new MoveView(
                    line.matter().value(),
                    line.from(),
                    line.to(),
                    line.before(),
                    line.after(),
                    line.why(),
                    line.what());
        }
    }

    @PostMapping("/preview")
    @Operation(summary = "What moving would come to; nothing is stored")
    List<MoveView> preview(Scope scope, @RequestBody MigrationBody body) {
        Migration.Preview preview = migrations.preview(scope, body.migration());
        return Stream.concat(preview.moved().stream(), preview.stayed().stream())
                .map(MoveView::of)
                .toList();
    }

    @PostMapping
    @Operation(summary = "Put it before a second person")
    ResponseEntity<Done> propose(Scope scope, HttpServletRequest request, @RequestBody MigrationBody body) {
        return posting.made(scope, request, body, () -> href(scope, migrations.propose(scope, body.migration())));
    }

    @GetMapping("/{migration}")
    @Operation(summary = "A proposal, and what came of it")
    Migration.Proposed one(Scope scope, @PathVariable UUID migration) {
        return migrations.find(scope, migration);
    }

    @PostMapping("/{migration}/approval")
    @Operation(summary = "Approve it, which moves the matters; not for whoever proposed it")
    ResponseEntity<Done> approve(Scope scope, HttpServletRequest request, @PathVariable UUID migration) {
        return posting.changed(scope, request, "", () -> {
            migrations.end(scope, migration, true);
            return href(scope, migration);
        });
    }

    @PostMapping("/{migration}/dropping")
    @Operation(summary = "Let it be")
    ResponseEntity<Done> drop(Scope scope, HttpServletRequest request, @PathVariable UUID migration) {
        return posting.changed(scope, request, "", () -> {
            migrations.end(scope, migration, false);
            return href(scope, migration);
        });
    }

    private static String href(Scope scope, UUID migration) {
        return "/api/v1/units/" + scope.unit() + "/migrations/" + migration;
    }
}
