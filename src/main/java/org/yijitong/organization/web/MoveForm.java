package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Life;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PlaceToBe;

/**
 * Where somebody belongs from a day on, as typed.
 *
 * @param place a branch or a Party group
 * @param because why, in words
 */
public record MoveForm(
        @Nullable String place,
        @Nullable String kind,
        @Nullable List<String> states,
        @Nullable String on,
        @Nullable String because) {

    public MoveForm {
        states = states == null ? List.of() : List.copyOf(states);
    }

    static MoveForm of(Life.@Nullable Stay stay, LocalDate today) {
        if (stay == null) {
            return new MoveForm("", MemberKind.FULL.name(), List.of(), today.toString(), "");
        }
        OrganizationId place = stay.groupId() == null ? stay.organizationId() : stay.groupId();
        return new MoveForm(
                place.toString(),
                stay.kind().name(),
                stay.states().stream().map(Enum::name).toList(),
                today.toString(),
                "");
    }

    /** Whether a state is ticked. */
    public boolean has(MemberState state) {
        return states != null && states.contains(state.name());
    }

    /** Where it says, if that is one of the places. */
    @Nullable
    Belonging belonging(PersonTyped typed, List<PlaceToBe> places) {
        PlaceToBe chosen = places.stream()
                .filter(each -> each.id().toString().equals(place))
                .findFirst()
                .orElse(null);
        MemberKind as = typed.choice("kind", kind, MemberKind.class);
        List<MemberState> ticked = new ArrayList<>();
        for (String each : states == null ? List.<String>of() : states) {
            MemberState state = typed.choice("states", each, MemberState.class);
            if (state != null) {
                ticked.add(state);
            }
        }
        if (chosen == null) {
            typed.fault("place", "people.invalid.place");
        }
        if (as == null) {
            typed.fault("kind", "people.invalid.choice");
        }
        return chosen == null || as == null ? null : chosen.as(as, ticked);
    }

    /** The day, needed, at most a year ahead. */
    LocalDate day(PersonTyped typed, LocalDate today) {
        LocalDate day = typed.day("on", on, today.plusYears(1));
        if (day == null) {
            typed.fault("on", "people.invalid.day");
        }
        return day == null ? today : day;
    }
}
