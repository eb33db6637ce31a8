package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Segment;
import org.yijitong.organization.Timeline;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreePlans;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Days;

/** Looks at the trees as all rows together would make them, and puts what cannot stand on the rows that cause it. */
final class TreeCheck {
    /** As deep as the closure of the tree reaches. */
    private static final int DEEPEST = 20;

    private final KnownTrees known;
    private final LocalDate on;
    private final Map<OrganizationId, Wanted> wanted = new LinkedHashMap<>();
    private final Map<OrganizationId, Timeline<OrganizationState>> lives = new HashMap<>();

    TreeCheck(KnownTrees known, LocalDate on, List<Wanted> some) {
        this.known = known;
        this.on = on;
        known.all().forEach((id, each) -> lives.put(id, each.life()));
        for (Wanted each : some) {
            wanted.put(each.id(), each);
            if (each.after() != null) {
                lives.put(each.id(), life(each, each.after()));
            }
        }
    }

    private Timeline<OrganizationState> life(Wanted each, OrganizationState after) {
        return each.founds()
                ? Timeline.<OrganizationState>empty().put(each.from(), Days.FOREVER, after)
                : TreePlans.altered(known.standing(each.id()).life(), on, after);
    }

    void check() {
        wanted.values().stream().filter(Wanted::moves).forEach(this::superiorFits);
        Set<LocalDate> days = new TreeSet<>(Set.of(on));
        lives.values()
                .forEach(life -> life.segments().stream()
                        .map(Segment::from)
                        .filter(on::isBefore)
                        .forEach(days::add));
        days.forEach(this::shape);
        siblings();
    }

    /** It stands in the same tree, and is there on all days on which something shall stand under it. */
    private void superiorFits(Wanted each) {
        OrganizationState after = Objects.requireNonNull(each.after());
        OrganizationId superior = Objects.requireNonNull(after.superior());
        Timeline<OrganizationState> above = lives.getOrDefault(superior, Timeline.empty());
        OrganizationState its =
                above.segments().isEmpty() ? null : above.segments().getLast().value();
        if (its != null
                && its.superior() != null
                && its.kind().tree() != after.kind().tree()) {
            each.row().fault(ChartField.SUPERIOR, "otherTree", its.display());
            return;
        }
        for (Segment<OrganizationState> part :
                lives.getOrDefault(each.id(), Timeline.empty()).segments()) {
            LocalDate start = part.from().isBefore(each.from()) ? each.from() : part.from();
            LocalDate missing = superior.equals(part.value().superior()) && start.isBefore(part.to())
                    ? missing(above, start, part.to())
                    : null;
            if (missing != null && its != null) {
                each.row()
                        .fault(
                                each.founds() ? ChartField.FOUNDED_ON : ChartField.SUPERIOR,
                                "superiorMissing",
                                its.display(),
                                missing.toString());
                return;
            }
        }
    }

    /** The first day between two on which a life is not; null when there is none. */
    private static @Nullable LocalDate missing(Timeline<OrganizationState> life, LocalDate from, LocalDate to) {
        LocalDate reached = from;
        for (Segment<OrganizationState> each : life.segments()) {
            if (!each.from().isAfter(reached) && each.to().isAfter(reached)) {
                reached = each.to();
            }
        }
        return reached.isBefore(to) ? reached : null;
    }

    /** On one day: nothing stands below itself, nothing too deep. */
    private void shape(LocalDate day) {
        Map<OrganizationId, OrganizationId> above = new HashMap<>();
        lives.forEach((id, life) -> life.at(day)
                .flatMap(state -> java.util.Optional.ofNullable(state.superior()))
                .ifPresent(superior -> above.put(id, superior)));
        above.keySet().forEach(id -> climb(id, above));
    }

    private void climb(OrganizationId id, Map<OrganizationId, OrganizationId> above) {
        Set<OrganizationId> passed = new HashSet<>();
        OrganizationId reached = id;
        while (reached != null && passed.add(reached)) {
            reached = above.get(reached);
        }
        if (id.equals(reached)) {
            blame(id, "cycle");
        } else if (reached == null && passed.size() > DEEPEST + 1) {
            OrganizationId cause = id;
            while (cause != null && !movesHere(cause)) {
                cause = above.get(cause);
            }
            if (cause != null) {
                blame(cause, "tooDeep");
            }
        }
    }

    private boolean movesHere(OrganizationId id) {
        Wanted each = wanted.get(id);
        return each != null && each.moves();
    }

    private void blame(OrganizationId id, String key) {
        Wanted each = wanted.get(id);
        if (each != null
                && each.moves()
                && each.row().faults().stream().noneMatch(fault -> fault.key().endsWith("." + key))) {
            each.row().fault(ChartField.SUPERIOR, key);
        }
    }

    private record Place(OrganizationId superior, String name, Tree tree) {}

    /** Under one superior nothing new, moved or renamed bears a name that is borne already. */
    private void siblings() {
        Map<Place, OrganizationId> borne = new HashMap<>();
        known.present().forEach((id, state) -> {
            Wanted each = wanted.get(id);
            if (each == null || each.after() == null || !(each.moves() || each.renames())) {
                place(state, id, borne);
            }
        });
        for (Wanted each : wanted.values()) {
            if (each.after() != null && (each.moves() || each.renames())) {
                OrganizationId other = place(each.after(), each.id(), borne);
                if (other != null) {
                    twice(each, other);
                }
            }
        }
    }

    private static @Nullable OrganizationId place(
            OrganizationState state, OrganizationId id, Map<Place, OrganizationId> borne) {
        return state.superior() == null
                ? null
                : borne.putIfAbsent(
                        new Place(
                                state.superior(),
                                ChartText.key(state.name()),
                                state.kind().tree()),
                        id);
    }

    private void twice(Wanted each, OrganizationId other) {
        Wanted twin = wanted.get(other);
        if (twin != null) {
            each.row().fault(ChartField.NAME, "nameTwice", twin.row());
        } else {
            String code = known.standing(other).code();
            each.row()
                    .fault(
                            ChartField.NAME,
                            code == null ? "nameTaken" : "nameTakenBy",
                            Objects.requireNonNull(each.after()).name(),
                            code == null ? "" : code);
        }
    }
}
