package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Histories;
import org.yijitong.organization.History;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.organization.Tree;
import org.yijitong.organization.Trees;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Tags;

/** Reading organizations, on any day, as known now or then. */
@RestController
@RequestMapping("/api/v1/units/{unit}/organizations")
@Tag(name = "organizations")
class ApiOrganizationsController {
    private final Trees trees;
    private final Profiles profiles;
    private final Histories histories;
    private final Asked asked;
    private final Tags tags;

    ApiOrganizationsController(Trees trees, Profiles profiles, Histories histories, Asked asked, Tags tags) {
        this.trees = trees;
        this.profiles = profiles;
        this.histories = histories;
        this.asked = asked;
        this.tags = tags;
    }

    @GetMapping
    @Operation(summary = "A tree of the unit, superiors before those below them")
    ResponseEntity<OrganizationView.TreeView> tree(
            Scope scope,
            @RequestParam(defaultValue = "party") String tree,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = asked.asOf(on, as);
        Tree chosen = Query.choice("tree", tree, Tree.class);
        return tags.answer(new OrganizationView.TreeView(
                asOf.on(),
                trees.asOf(scope, chosen, asOf).stream()
                        .map(OrganizationView.Node::of)
                        .toList()));
    }

    @GetMapping("/{organization}")
    @Operation(summary = "One organization with its people counted, its posts and what should be seen to")
    ResponseEntity<OrganizationView> one(
            Scope scope,
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = asked.asOf(on, as);
        return tags.answer(profiles.of(scope, new OrganizationId(organization), asOf)
                .map(profile -> OrganizationView.of(profile, asOf.on()))
                .orElseThrow(NotFound::new));
    }

    @GetMapping("/{organization}/history")
    @Operation(summary = "What was done to it and to those it came from, the latest day first")
    ResponseEntity<OrganizationView.HistoryView> history(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "now") String as,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int size) {
        History history =
                histories.of(scope, new OrganizationId(organization), asked.asOf(on, as), after, Query.size(size));
        String next = history.next() == null ? null : Query.next(request, "after", history.next());
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            headers.set(HttpHeaders.LINK, Query.link(next));
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(new OrganizationView.HistoryView(
                        history.entries().stream()
                                .map(OrganizationView.ChangeView::of)
                                .toList(),
                        history.names(),
                        next));
    }
}
