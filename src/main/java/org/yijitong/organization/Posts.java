package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.AppointmentStore.Version;
import org.yijitong.shared.Days;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Who holds which post: appointing, relieving, deputies, and the handover after a re-election (换届). */
@Component
@Transactional
public class Posts {
    private final TreeChange tree;
    private final AppointmentStore store;
    private final Audit audit;
    private final Uuid7 ids;

    public Posts(TreeChange tree, AppointmentStore store, Audit audit, Uuid7 ids) {
        this.tree = tree;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
    }

    /** A post and who is to hold it. */
    public record Holder(Post post, PersonId person) {}

    /**
     * Appoints someone to a post from a day on. Several may hold one post (two deputy secretaries); the end of the term
     * is when the post must be filled anew.
     *
     * @param deputy stands in for the holder instead of holding the post
     */
    public void appoint(
            Scope scope,
            OrganizationId organization,
            Holder holder,
            boolean deputy,
            LocalDate from,
            @Nullable LocalDate due) {
        Instant recorded = tree.begin(scope, List.of(organization));
        TreeChange.present(tree.timeline(scope.unit(), organization), from);
        boolean holdsAlready = store.from(scope.unit(), organization, from).stream()
                .anyMatch(version ->
                        version.post() == holder.post() && version.personId().equals(holder.person()));
        if (holdsAlready) {
            throw new Refused("organization.refused.holdsAlready");
        }
        store.add(scope.unit(), List.of(version(organization, holder, deputy, from, due)), recorded);
        audit.record(
                scope,
                "post.appointed",
                "organization",
                organization.value(),
                Map.of("post", holder.post(), "person", holder.person().value(), "from", from.toString()));
    }

    /** Someone's post ends on a day. */
    public void relieve(Scope scope, OrganizationId organization, Holder holder, LocalDate on) {
        Instant recorded = tree.begin(scope, List.of(organization));
        List<Version> ending = store.from(scope.unit(), organization, on).stream()
                .filter(version ->
                        version.post() == holder.post() && version.personId().equals(holder.person()))
                .toList();
        if (ending.isEmpty()) {
            throw new Refused("organization.refused.holdsNot");
        }
        store.end(scope.unit(), ending, on, recorded);
        audit.record(
                scope,
                "post.relieved",
                "organization",
                organization.value(),
                Map.of("post", holder.post(), "person", holder.person().value(), "on", on.toString()));
    }

    /**
     * A newly elected committee takes over: all posts of the old one end, the new term begins.
     *
     * @param begins the day of the election
     * @param due the end of the term (总支、支部 3 years, 机关党委 5 years: 条例 §5–9)
     */
    public void handOver(
            Scope scope,
            OrganizationId organization,
            List<Holder> elected,
            LocalDate begins,
            LocalDate due,
            @Nullable String electedBy) {
        Instant recorded = tree.begin(scope, List.of(organization));
        TreeChange.present(tree.timeline(scope.unit(), organization), begins);
        store.endAll(scope.unit(), organization, begins, recorded);
        store.addTerm(scope.unit(), ids.next(), organization, begins, due, electedBy);
        store.add(
                scope.unit(),
                elected.stream()
                        .distinct()
                        .map(holder -> version(organization, holder, false, begins, due))
                        .toList(),
                recorded);
        audit.record(
                scope,
                "post.handedOver",
                "organization",
                organization.value(),
                Map.of("begins", begins.toString(), "due", due.toString(), "posts", elected.size()));
    }

    private Version version(
            OrganizationId organization, Holder holder, boolean deputy, LocalDate from, @Nullable LocalDate due) {
        return new Version(ids.next(), organization, holder.post(), holder.person(), deputy, from, Days.FOREVER, due);
    }
}
