package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.roster.ChartField;

/** Works out what each row wants, for itself: blanks leave what is held. */
final class RowWishes {
    private final KnownTrees known;
    private final ChartSuperiors superiors;
    private final LocalDate on;
    private final Map<OrganizationId, Integer> listed = new HashMap<>();

    RowWishes(KnownTrees known, ChartSuperiors superiors, LocalDate on) {
        this.known = known;
        this.superiors = superiors;
        this.on = on;
    }

    Wanted of(ChartRow row, OrganizationId id) {
        OrganizationState before = known.present().get(id);
        return before == null ? founded(row, id) : altered(row, id, before);
    }

    private Wanted founded(ChartRow row, OrganizationId id) {
        need(row, ChartField.NAME, row.name(), "noName");
        need(row, ChartField.KIND, row.kind(), "noKind");
        need(row, ChartField.SUPERIOR, row.superior(), "noSuperior");
        if (row.foundedOn().month() != null) {
            row.fault(
                    ChartField.FOUNDED_ON, "monthOnly", row.foundedOn().month().toString());
        }
        OrganizationId superior = superiors.of(row);
        LocalDate from = Objects.requireNonNullElse(row.foundedOn().day(), on);
        int place = superior == null ? 0 : listed.merge(superior, 1, Integer::sum);
        String name = row.name();
        OrganizationKind kind = row.kind();
        OrganizationState after = name == null || kind == null || superior == null
                ? null
                : new OrganizationState(
                        name,
                        row.shortName(),
                        kind,
                        superior,
                        Objects.requireNonNullElse(row.position(), place),
                        row.approvalNumber());
        return new Wanted(row, id, null, after, from, null);
    }

    private static void need(ChartRow row, ChartField field, @Nullable Object value, String key) {
        boolean said = row.faults().stream().anyMatch(fault -> fault.field() == field);
        if (value == null && !said) {
            row.fault(field, key);
        }
    }

    private Wanted altered(ChartRow row, OrganizationId id, OrganizationState before) {
        if (row.kind() != null && row.kind().tree() != before.kind().tree()) {
            row.fault(ChartField.KIND, "otherTreeKind");
        }
        LocalDate first = known.standing(id).life().segments().getFirst().from();
        if (row.foundedOn().differs(first)) {
            row.fault(ChartField.FOUNDED_ON, "foundedDiffers", first.toString());
        }
        OrganizationId superior = superior(row, before);
        if (superior != null) {
            listed.merge(superior, 1, Integer::sum);
        }
        OrganizationState after = new OrganizationState(
                name(row, before),
                row.shortName() == null || alike(row.shortName(), before.shortName())
                        ? before.shortName()
                        : row.shortName(),
                Objects.requireNonNullElse(row.kind(), before.kind()),
                superior,
                Objects.requireNonNullElse(row.position(), before.position()),
                row.approvalNumber() == null || ChartText.same(row.approvalNumber(), before.approvalNumber())
                        ? before.approvalNumber()
                        : row.approvalNumber());
        boolean uncoded = known.standing(id).code() == null;
        return new Wanted(row, id, before, after, on, uncoded ? row.code() : null);
    }

    /** What is written by its short name is not renamed by that. */
    private static String name(ChartRow row, OrganizationState before) {
        String name = row.name();
        return name == null || alike(name, before.name()) || alike(name, before.shortName()) ? before.name() : name;
    }

    /** Whether two texts differ in nothing but spaces and the width of their characters. */
    private static boolean alike(String written, @Nullable String held) {
        return held != null && ChartText.key(written).equals(ChartText.key(held));
    }

    /** The top of the unit has none here; what a chart writes there is mostly the unit above. */
    private @Nullable OrganizationId superior(ChartRow row, OrganizationState before) {
        if (row.superior() == null) {
            return before.superior();
        }
        if (before.superior() == null) {
            if (superiors.knows(row.superior())) {
                row.fault(ChartField.SUPERIOR, "topHasNone");
            }
            return null;
        }
        OrganizationId found = superiors.of(row);
        return found == null ? before.superior() : found;
    }
}
