package org.yijitong.matter.door;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow;
import org.yijitong.matter.door.DoorStore.Above;
import org.yijitong.matter.door.DoorStore.Head;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/**
 * To whom something goes that is raised at the door. A complaint goes to the next organization above the one it is about
 * that may take one, in the unit above if need be, so that nobody judges a complaint about themselves; the committee above
 * which there is nobody in this system has its own to do, by posts that the flow names.
 */
@Component
class Routing {
    private final DoorStore store;
    private final Days days;

    Routing(DoorStore store, Days days) {
        this.store = store;
        this.days = days;
    }

    /**
     * Where it goes.
     *
     * @param root the topmost organization of that unit
     * @param host the organization that has it
     * @param about the name of the organization it is about
     */
    record Place(UnitId unit, OrganizationId root, OrganizationId host, String about) {}

    /** The organization at which a user works and those above it. */
    List<Above> line(CurrentUser user) {
        return store.line(user.unit(), new OrganizationId(user.top()), days.today());
    }

    /** @throws Invalid on {@code unit} or {@code about} */
    Place of(Asking asking, Flow flow) {
        Head unit = store.unit(asking.unit()).orElseThrow(() -> new Invalid("unit", "door.invalid.unit"));
        List<Above> line = store.line(unit.unitId(), from(asking, unit), days.today());
        if (line.isEmpty()) {
            throw new Invalid("about", "door.invalid.unit");
        }
        boolean complaint = asking.kind() == DoorKind.COMPLAINT;
        Optional<OrganizationId> host = line.stream()
                .filter(each -> !complaint || each.depth() > 0)
                .filter(each -> flow.hosts().contains(each.kind()))
                .findFirst()
                .map(Above::organizationId);
        String about = line.getFirst().name();
        return host.map(found -> new Place(unit.unitId(), unit.rootId(), found, about))
                .or(() -> complaint ? above(unit, about) : Optional.empty())
                .orElseGet(() -> new Place(unit.unitId(), unit.rootId(), unit.rootId(), about));
    }

    private Optional<Place> above(Head unit, String about) {
        return store.above(unit.unitId())
                .map(superior -> new Place(superior.unitId(), superior.rootId(), superior.rootId(), about));
    }

    /** A stranger speaks of the unit; whoever is signed in of an organization in their own line. */
    private OrganizationId from(Asking asking, Head unit) {
        CurrentUser user = asking.user();
        @Nullable OrganizationId about = asking.about();
        if (about != null) {
            return about;
        }
        return user == null || !asking.kind().inside() ? unit.rootId() : new OrganizationId(user.top());
    }
}
