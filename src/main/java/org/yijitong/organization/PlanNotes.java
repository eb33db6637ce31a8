package org.yijitong.organization;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yijitong.organization.TreePlan.Altered;

/**
 * What the histories will tell of a plan: for each organization what it would if it had been done alone, and from which
 * workbook it came.
 */
record PlanNotes(
        TreePlan plan,
        Map<OrganizationId, Timeline<OrganizationState>> before,
        Map<OrganizationId, Timeline<OrganizationState>> known) {

    /** One change of one organization. */
    record Note(OrganizationId organization, ChangeKind kind, LocalDate on, Map<String, String> detail) {}

    List<Note> notes() {
        return Stream.concat(
                        plan.founded().stream()
                                .map(each -> note(
                                        each.id(),
                                        ChangeKind.FOUNDED,
                                        each.from(),
                                        Map.of("name", each.state().display()))),
                        plan.altered().stream().flatMap(this::altered))
                .toList();
    }

    private Stream<Note> altered(Altered each) {
        OrganizationState was = TreeChange.present(before.getOrDefault(each.id(), Timeline.empty()), plan.on());
        OrganizationState is = each.state();
        Stream.Builder<Note> notes = Stream.builder();
        if (!was.named(is.name(), is.shortName()).equals(was)) {
            notes.add(note(
                    each.id(), ChangeKind.RENAMED, plan.on(), Map.of("before", was.display(), "after", is.display())));
        }
        if (is.superior() != null && !Objects.equals(was.superior(), is.superior())) {
            notes.add(note(
                    each.id(),
                    ChangeKind.MOVED,
                    plan.on(),
                    Map.of("name", was.display(), "after", display(is.superior()))));
        }
        Map<String, String> amended = new LinkedHashMap<>(Corrections.between(
                was, plan.on(), was.amended(is.kind(), is.position(), is.approvalNumber()), plan.on()));
        if (each.code() != null) {
            amended.put("code.before", "");
            amended.put("code.after", each.code());
        }
        if (!amended.isEmpty()) {
            notes.add(note(each.id(), ChangeKind.AMENDED, plan.on(), amended));
        }
        return notes.build();
    }

    private String display(OrganizationId id) {
        return TreeChange.present(known.getOrDefault(id, Timeline.empty()), plan.on())
                .display();
    }

    private Note note(OrganizationId id, ChangeKind kind, LocalDate on, Map<String, String> detail) {
        Map<String, String> told = new LinkedHashMap<>(detail);
        told.put("file", plan.file());
        return new Note(id, kind, on, told);
    }
}
