package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Sources;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** What matters serve: decisions of records, directives. */
@RestController
@RequestMapping("/api/v1/units/{unit}/matters/{matter}/sources")
@Tag(name = "matters")
class ApiSourcesController {
    private final Matters matters;
    private final Sources sources;
    private final Posting posting;

    ApiSourcesController(Matters matters, Sources sources, Posting posting) {
        this.matters = matters;
        this.sources = sources;
        this.posting = posting;
    }

    /**
     * What a matter serves.
     *
     * @param record null for a directive
     * @param decision which decision of the record, from 1; 0 for the record as a whole
     */
    record SourceView(@Nullable UUID record, int decision, String words) {}

    /** A record with one of its decisions, or the words of a directive. */
    record SourceBody(
            @Nullable UUID record,
            @Nullable Integer decision,
            @Nullable String words) {}

    @GetMapping
    @Operation(summary = "What a matter serves, in the order in which it was linked")
    List<SourceView> list(Scope scope, @PathVariable UUID matter) {
        return sources.of(scope, matters.find(scope, new MatterId(matter))).stream()
                .map(each -> new SourceView(each.record(), each.decision(), each.words()))
                .toList();
    }

    @PostMapping
    @Operation(summary = "Tie a matter to one more of what it serves")
    ResponseEntity<Done> link(
            Scope scope, HttpServletRequest request, @PathVariable UUID matter, @RequestBody SourceBody body) {
        MatterId id = new MatterId(matter);
        return posting.changed(scope, request, body, () -> {
            sources.link(
                    scope,
                    id,
                    body.record() == null
                            ? Sources.directive(Objects.requireNonNullElse(body.words(), ""))
                            : sources.decided(scope, body.record(), Objects.requireNonNullElse(body.decision(), 0)));
            return "/api/v1/units/" + scope.unit() + "/matters/" + id;
        });
    }
}
