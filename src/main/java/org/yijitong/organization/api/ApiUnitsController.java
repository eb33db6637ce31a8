package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.Units;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** The units that may be read. */
@RestController
@Tag(name = "units")
class ApiUnitsController {
    private final Units units;
    private final Permitted permitted;

    ApiUnitsController(Units units, Permitted permitted) {
        this.units = units;
        this.permitted = permitted;
    }

    /** A unit and the organization at its top. */
    record UnitView(
            UUID id,
            String code,
            String name,
            UUID root,
            @Nullable UUID superior) {}

    /** All units. */
    record UnitsView(List<UnitView> units) {}

    @GetMapping("/api/v1/units")
    @Operation(summary = "The caller's unit and, for staff of a working committee, the units below it; at most 1,000")
    UnitsView list(Scope scope, CurrentUser user) {
        boolean below = permitted.permits(user, "unit.sums");
        return new UnitsView(units.atOrBelow(scope.unit()).stream()
                .filter(unit -> below || unit.unitId().equals(scope.unit()))
                .map(unit -> new UnitView(
                        unit.unitId().value(),
                        unit.code(),
                        unit.name(),
                        unit.rootId().value(),
                        unit.superiorId() == null || unit.unitId().equals(scope.unit())
                                ? null
                                : unit.superiorId().value()))
                .toList());
    }
}
