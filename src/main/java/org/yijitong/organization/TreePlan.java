package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What shall become of a unit's trees in one go, as a workbook that lists organizations says.
 *
 * @param source the import it comes from
 * @param file the name of the workbook, as each history will tell it
 * @param on the day from which changed organizations are otherwise
 */
public record TreePlan(UUID source, String file, LocalDate on, List<Founded> founded, List<Altered> altered) {

    public TreePlan {
        founded = List.copyOf(founded);
        altered = List.copyOf(altered);
    }

    /**
     * An organization to be founded. Its superior may be another one of the plan.
     *
     * @param id chosen beforehand, so that others of the plan can stand under it
     * @param code null when it has none
     * @param from its first day
     */
    public record Founded(OrganizationId id, @Nullable String code, LocalDate from, OrganizationState state) {}

    /**
     * An organization that is otherwise from the plan's day on.
     *
     * @param state what it shall be
     * @param code the code given to one that had none; null to leave it
     */
    public record Altered(
            OrganizationId id,
            OrganizationState state,
            @Nullable String code) {}

    List<String> codes() {
        return Stream.concat(
                        founded.stream().map(Founded::code), altered.stream().map(Altered::code))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** What is there already and is changed, or is stood under. */
    List<OrganizationId> touched() {
        Set<OrganizationId> fresh = founded.stream().map(Founded::id).collect(Collectors.toSet());
        return Stream.concat(altered.stream().map(Altered::id), superiors().stream())
                .distinct()
                .filter(id -> !fresh.contains(id))
                .toList();
    }

    List<OrganizationId> superiors() {
        return Stream.concat(
                        founded.stream().map(Founded::state), altered.stream().map(Altered::state))
                .flatMap(state -> Stream.ofNullable(state.superior()))
                .distinct()
                .toList();
    }
}
