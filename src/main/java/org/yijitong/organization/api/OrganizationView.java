package org.yijitong.organization.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Census;
import org.yijitong.organization.ChangeKind;
import org.yijitong.organization.History;
import org.yijitong.organization.Holding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Post;
import org.yijitong.organization.Profile;
import org.yijitong.organization.Superior;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.Warning;
import org.yijitong.shared.Days;

/**
 * One organization on a day, as programs see it.
 *
 * @param since the first day of this state
 * @param above its superiors, the highest first; without an id where they are out of the caller's reach
 * @param people its own and those of everything below it
 */
record OrganizationView(
        UUID id,
        LocalDate on,
        String name,
        @Nullable String shortName,
        OrganizationKind kind,
        @Nullable UUID superior,
        int position,
        @Nullable String approvalNumber,
        LocalDate since,
        LocalDate founded,
        List<Above> above,
        List<Node> below,
        Census people,
        List<PostView> posts,
        @Nullable TermView term,
        List<WarningView> warnings) {

    /** An organization above. */
    record Above(@Nullable UUID id, String name) {
        static Above of(Superior superior) {
            return new Above(superior.within() ? superior.organizationId().value() : null, superior.name());
        }
    }

    /** A place in a tree. */
    record Node(
            UUID id,
            String name,
            @Nullable String shortName,
            OrganizationKind kind,
            @Nullable UUID superior,
            int depth,
            int position,
            LocalDate since) {
        static Node of(TreeRow row) {
            return new Node(
                    row.organizationId().value(),
                    row.name(),
                    row.shortName(),
                    row.kind(),
                    OrganizationView.id(row.superiorId()),
                    row.depth(),
                    row.position(),
                    row.since());
        }
    }

    /** Someone in a post. */
    record PostView(
            Post post,
            UUID person,
            String name,
            boolean deputy,
            LocalDate from,
            @Nullable LocalDate to) {
        static PostView of(Holding holding) {
            return new PostView(
                    holding.post(),
                    holding.personId().value(),
                    holding.name(),
                    holding.deputy(),
                    holding.validFrom(),
                    end(holding.validTo()));
        }
    }

    /** A term of office. */
    record TermView(
            LocalDate begins, LocalDate due, @Nullable String electedBy) {}

    /** Something to be seen to. */
    record WarningView(Warning.Kind kind, boolean late, List<Object> arguments, String article) {}

    /** One tree. */
    record TreeView(LocalDate on, List<Node> organizations) {}

    /** A part of a history. */
    record HistoryView(
            List<ChangeView> changes,
            Map<String, String> names,
            @Nullable String next) {}

    /** One change. */
    record ChangeView(
            UUID id,
            UUID organization,
            ChangeKind kind,
            LocalDate on,
            Instant recorded,
            @Nullable String reason,
            @Nullable String documentNumber,
            Map<String, String> detail) {
        static ChangeView of(History.Entry entry) {
            return new ChangeView(
                    entry.change(),
                    entry.organization().value(),
                    entry.kind(),
                    entry.on(),
                    entry.recorded(),
                    entry.reason(),
                    entry.documentNumber(),
                    entry.detail());
        }
    }

    static OrganizationView of(Profile profile, LocalDate on) {
        OrganizationState state = profile.state();
        return new OrganizationView(
                profile.organizationId().value(),
                on,
                state.name(),
                state.shortName(),
                state.kind(),
                profile.above().stream()
                                .anyMatch(each ->
                                        each.within() && each.organizationId().equals(state.superior()))
                        ? id(state.superior())
                        : null,
                state.position(),
                state.approvalNumber(),
                profile.since(),
                profile.founded(),
                profile.above().stream().map(Above::of).toList(),
                profile.below().stream().map(Node::of).toList(),
                profile.census(),
                profile.held().stream().map(PostView::of).toList(),
                term(profile),
                profile.warnings().stream().map(OrganizationView::warning).toList());
    }

    private static @Nullable TermView term(Profile profile) {
        return profile.term() == null
                ? null
                : new TermView(
                        profile.term().beginsOn(),
                        profile.term().dueOn(),
                        profile.term().electedBy());
    }

    private static WarningView warning(Warning warning) {
        return new WarningView(warning.kind(), warning.late(), warning.arguments(), warning.article());
    }

    static @Nullable UUID id(@Nullable OrganizationId id) {
        return id == null ? null : id.value();
    }

    static @Nullable LocalDate end(LocalDate day) {
        return day.equals(Days.FOREVER) ? null : day;
    }
}
