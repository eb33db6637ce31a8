package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Posts;
import org.yijitong.organization.api.OrganizationRequests.AppointmentRequest;
import org.yijitong.organization.api.OrganizationRequests.HandoverRequest;
import org.yijitong.organization.api.OrganizationRequests.HolderRequest;
import org.yijitong.organization.api.OrganizationRequests.ReliefRequest;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** Appointing, relieving, and the handover after a re-election. */
@RestController
@RequestMapping("/api/v1/units/{unit}/organizations/{organization}")
@Tag(name = "posts")
class ApiPostsController {
    private final Posts posts;
    private final Posting posting;

    ApiPostsController(Posts posts, Posting posting) {
        this.posts = posts;
        this.posting = posting;
    }

    @PostMapping("/appointments")
    @Operation(summary = "Appoint someone to a post, or as a deputy in it")
    ResponseEntity<Done> appoint(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody AppointmentRequest body) {
        Given given = new Given();
        Posts.Holder holder = new HolderRequest(body.post(), body.person()).read(given);
        LocalDate on = given.day("on", body.on());
        LocalDate due = given.optionalDay("due", body.due());
        boolean deputy = Boolean.TRUE.equals(body.deputy());
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> posts.appoint(scope, id, holder, deputy, on, due));
    }

    @PostMapping("/reliefs")
    @Operation(summary = "End someone's post on a day")
    ResponseEntity<Done> relieve(
            Scope scope, HttpServletRequest request, @PathVariable UUID organization, @RequestBody ReliefRequest body) {
        Given given = new Given();
        Posts.Holder holder = new HolderRequest(body.post(), body.person()).read(given);
        LocalDate on = given.day("on", body.on());
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> posts.relieve(scope, id, holder, on));
    }

    @PostMapping("/handovers")
    @Operation(summary = "A newly elected committee takes over; all posts of the old one end")
    ResponseEntity<Done> handOver(
            Scope scope,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody HandoverRequest body) {
        Given given = new Given();
        List<Posts.Holder> elected = given.some("elected", body.elected()).stream()
                .map(holder -> holder.read(given))
                .toList();
        LocalDate begins = given.day("begins", body.begins());
        LocalDate due = given.day("due", body.due());
        String electedBy = given.optional("electedBy", body.electedBy(), 200);
        given.check();
        OrganizationId id = new OrganizationId(organization);
        return changed(scope, request, body, id, () -> posts.handOver(scope, id, elected, begins, due, electedBy));
    }

    private ResponseEntity<Done> changed(
            Scope scope, HttpServletRequest request, Object body, OrganizationId id, Runnable work) {
        return posting.changed(scope, request, body, () -> {
            work.run();
            return Asked.organization(scope, id);
        });
    }
}
