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
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Who holds which post: appointing, relieving, deputies, and the handover after a re-election (换届). */
@Component
@Transactional
public class Posts {
    private final TreeChange tree;
    private final AppointmentStore store;
    private final MembershipStore memberships;
    private final Audit audit;
    private final Uuid7 ids;

    public Posts(TreeChange tree, AppointmentStore store, MembershipStore memberships, Audit audit, Uuid7 ids) {
        this.tree = tree;
        this.store = store;
        this.memberships = memberships;
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
        requireOrder("due", from, due);
        requireReached(scope, List.of(holder));
        store.add(scope.unit(), List.of(version(organization, holder, deputy, from, due)), recorded);
        tree.bearersChanged(scope.unit(), from);
        note(scope, organization, ChangeKind.APPOINTED, from, recorded, holder, deputy);
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
        tree.bearersChanged(scope.unit(), on);
        note(
                scope,
                organization,
                ChangeKind.RELIEVED,
                on,
                recorded,
                holder,
                ending.getFirst().deputy());
        audit.record(
                scope,
                "post.relieved",
                "organization",
                organization.value(),
                Map.of("post", holder.post(), "person", holder.person().value(), "on", on.toString()));
    }

    /**
     * Corrects the first day of a post that was recorded wrongly. What we knew before stays readable.
     *
     * @param from the first day as it was recorded
     * @param newFrom the true first day
     * @throws Refused when the holder does not hold the post from that day
     */
    public void correct(
            Scope scope, OrganizationId organization, Holder holder, LocalDate from, LocalDate newFrom, String reason) {
        Instant recorded = tree.begin(scope, List.of(organization));
        Version wrong = store.from(scope.unit(), organization, from).stream()
                .filter(version -> version.post() == holder.post()
                        && version.personId().equals(holder.person())
                        && version.validFrom().equals(from)
                        && newFrom.isBefore(version.validTo()))
                .findFirst()
                .orElseThrow(() -> new Refused("organization.refused.holdsNot"));
        store.close(scope.unit(), List.of(wrong.appointmentId()), recorded);
        store.add(scope.unit(), List.of(wrong.beginning(ids.next(), newFrom)), recorded);
        tree.bearersChanged(scope.unit(), newFrom.isBefore(from) ? newFrom : from);
        Map<String, String> detail = Map.of(
                "post", holder.post().name(),
                "person", holder.person().toString(),
                "from.before", from.toString(),
                "from.after", newFrom.toString());
        tree.note(scope, organization, ChangeKind.CORRECTED, new Because(newFrom, reason, null), recorded, detail);
        audit.record(scope, "post.corrected", "organization", organization.value(), detail);
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
        requireOrder("due", begins, due);
        requireReached(scope, elected);
        if (store.termsFrom(scope.unit(), organization, begins) > 0) {
            throw new Refused("organization.refused.laterTerm", begins);
        }
        store.endAll(scope.unit(), organization, begins, recorded);
        store.addTerm(scope.unit(), ids.next(), organization, begins, due, electedBy, recorded);
        store.add(
                scope.unit(),
                elected.stream()
                        .distinct()
                        .map(holder -> version(organization, holder, false, begins, due))
                        .toList(),
                recorded);
        tree.bearersChanged(scope.unit(), begins);
        Because because = new Because(begins, electedBy, null);
        long people = elected.stream().map(Holder::person).distinct().count();
        Map<String, String> detail = Map.of("people", Long.toString(people), "due", due.toString());
        tree.note(scope, organization, ChangeKind.HANDED_OVER, because, recorded, detail);
        audit.record(
                scope,
                "post.handedOver",
                "organization",
                organization.value(),
                Map.of("begins", begins.toString(), "due", due.toString(), "posts", elected.size()));
    }

    private void note(
            Scope scope,
            OrganizationId organization,
            ChangeKind kind,
            LocalDate on,
            Instant recorded,
            Holder holder,
            boolean deputy) {
        tree.note(
                scope,
                organization,
                kind,
                Because.on(on),
                recorded,
                Map.of(
                        "post", holder.post().name(),
                        "person", holder.person().toString(),
                        "deputy", Boolean.toString(deputy)));
    }

    private void requireReached(Scope scope, List<Holder> holders) {
        if (!memberships.reachesAll(
                scope, holders.stream().map(Holder::person).distinct().toList())) {
            throw new NotFound();
        }
    }

    private static void requireOrder(String field, LocalDate from, @Nullable LocalDate due) {
        if (due != null && !due.isAfter(from)) {
            throw new Invalid(field, "organization.invalid.dueBeforeBegin");
        }
    }

    private Version version(
            OrganizationId organization, Holder holder, boolean deputy, LocalDate from, @Nullable LocalDate due) {
        return new Version(ids.next(), organization, holder.post(), holder.person(), deputy, from, Days.FOREVER, due);
    }
}
