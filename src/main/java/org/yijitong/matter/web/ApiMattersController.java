package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Board;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.MatterFilter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.MatterLine;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Overtaken;
import org.yijitong.matter.Sources;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Cursor;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Query;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Matters: begun, moved on step by step, and how they stand. */
@RestController
@RequestMapping("/api/v1/units/{unit}")
@Tag(name = "matters")
class ApiMattersController {
    private static final int MOST = 200;

    private final Matters matters;
    private final Board board;
    private final Sources sources;
    private final Posting posting;

    ApiMattersController(Matters matters, Board board, Sources sources, Posting posting) {
        this.matters = matters;
        this.board = board;
        this.sources = sources;
        this.posting = posting;
    }

    /** A matter in a list. {@code day}: when it is due, or was closed. */
    record MatterItem(
            UUID id,
            String flow,
            String title,
            String state,
            boolean closed,
            LocalDate day,
            @Nullable String owner,
            boolean vacant,
            boolean late) {
        static MatterItem of(MatterLine line) {
            return new MatterItem(
                    line.matterId().value(),
                    line.flow(),
                    line.title(),
                    line.state(),
                    line.closed(),
                    line.day(),
                    line.owner(),
                    line.vacant(),
                    line.late());
        }
    }

    /** Something that happened. */
    record MatterEventView(
            String kind, String step, String state, Map<String, String> answers, Instant at, boolean late) {
        static MatterEventView of(MatterEvent event) {
            return new MatterEventView(
                    event.kind().name().toLowerCase(java.util.Locale.ROOT),
                    event.step(),
                    event.state(),
                    event.answers(),
                    event.recordedAt(),
                    event.late());
        }
    }

    /**
     * A matter as it stands, with its history, the latest event first.
     *
     * @param outside what parties are called that are not here; the answer {@code PARTY-outside} names one
     */
    record MatterView(
            UUID id,
            String flow,
            String title,
            int revision,
            String state,
            boolean closed,
            @Nullable UUID owner,
            boolean vacant,
            @Nullable LocalDate due,
            boolean provisional,
            int reopened,
            Map<String, UUID> parties,
            Map<String, String> outside,
            List<MatterEventView> events) {
        static MatterView of(Matter matter, List<MatterEvent> events) {
            OrganizationId owner = matter.owner();
            return new MatterView(
                    matter.matterId().value(),
                    matter.flow(),
                    matter.title(),
                    matter.revision(),
                    matter.state(),
                    matter.closed(),
                    owner == null ? null : owner.value(),
                    matter.vacant(),
                    matter.dueOn(),
                    matter.provisional(),
                    matter.reopened(),
                    matter.known().parties(),
                    matter.known().outside(),
                    events.stream().map(MatterEventView::of).toList());
        }
    }

    /** What a matter is begun with. {@code record}: what it comes from, {@code decision}: which decision, from 1. */
    record BeginningBody(
            @Nullable String flow,
            @Nullable String title,
            @Nullable String origin,
            @Nullable Map<String, String> answers,
            @Nullable Map<String, UUID> parties,
            @Nullable UUID record,
            @Nullable Integer decision) {
        Beginning beginning() {
            return new Beginning(
                    Objects.requireNonNullElse(flow, ""),
                    Objects.requireNonNullElse(title, ""),
                    origin,
                    Objects.requireNonNullElse(answers, Map.of()),
                    named(parties));
        }
    }

    /** A step. {@code revision}: the one that was read. */
    record StepBody(
            @Nullable Integer revision,
            @Nullable String step,
            @Nullable Map<String, String> answers,
            @Nullable Map<String, UUID> parties) {
        Act act(String key) {
            return new Act(
                    Objects.requireNonNullElse(revision, 0),
                    Objects.requireNonNullElse(step, ""),
                    Objects.requireNonNullElse(answers, Map.of()),
                    named(parties),
                    key);
        }
    }

    private static Map<String, OrganizationId> named(@Nullable Map<String, UUID> parties) {
        return Objects.requireNonNullElse(parties, Map.<String, UUID>of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new OrganizationId(each.getValue())));
    }

    @GetMapping("/matters")
    @Operation(
            summary = "Matters within reach by the day they are due",
            description = "200 at a time; the header Link leads to the next ones. text: words of title and answers")
    ResponseEntity<List<MatterItem>> list(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam(required = false) @Nullable String flow,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after) {
        MatterFilter filter = new MatterFilter(
                mine,
                settled,
                late,
                flow,
                state,
                owner,
                text,
                Cursor.read(after).orElse(null));
        Board.Shelf shelf = board.page(scope, filter, MOST);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (!shelf.next().isEmpty()) {
            answer.header(HttpHeaders.LINK, Query.link(Query.next(request, "after", shelf.next())));
        }
        return answer.body(shelf.lines().stream().map(MatterItem::of).toList());
    }

    @GetMapping("/matters/{matter}")
    @Operation(summary = "One matter with its history")
    MatterView one(Scope scope, @PathVariable UUID matter) {
        Matter found = matters.find(scope, new MatterId(matter));
        return MatterView.of(found, board.history(scope, found));
    }

    @PostMapping("/organizations/{organization}/matters")
    @Operation(summary = "Begin a matter under the version of its flow that is in force")
    ResponseEntity<Done> begin(
            Scope scope, HttpServletRequest request, @PathVariable UUID organization, @RequestBody BeginningBody body) {
        return posting.made(
                scope, request, body, () -> href(scope, begun(scope, new OrganizationId(organization), body)));
    }

    private MatterId begun(Scope scope, OrganizationId host, BeginningBody body) {
        MatterId id = matters.begin(scope, host, body.beginning());
        if (body.record() != null) {
            sources.begun(
                    scope, id, sources.decided(scope, body.record(), Objects.requireNonNullElse(body.decision(), 0)));
        }
        return id;
    }

    @PostMapping("/matters/{matter}/steps")
    @Operation(
            summary = "Take the next step of a matter",
            description =
                    "409 when somebody took a step since the revision that was read, or it is somebody else’s turn")
    ResponseEntity<Done> step(
            Scope scope, HttpServletRequest request, @PathVariable UUID matter, @RequestBody StepBody body) {
        MatterId id = new MatterId(matter);
        try {
            Act act = body.act(Objects.requireNonNullElse(request.getHeader(Posting.KEY), ""));
            return posting.changed(scope, request, body, href(scope, id), () -> matters.step(scope, id, act));
        } catch (Overtaken _) {
            Matter found = matters.find(scope, id);
            List<MatterEvent> history = board.history(scope, found);
            MatterEvent latest = history.stream()
                    .filter(event -> !event.step().isEmpty())
                    .findFirst()
                    .orElseGet(history::getFirst);
            throw new Refused(
                    "matter.refused.after",
                    latest.step(),
                    found.state(),
                    latest.recordedAt().toString());
        }
    }

    private static String href(Scope scope, MatterId matter) {
        return "/api/v1/units/" + scope.unit() + "/matters/" + matter;
    }
}
