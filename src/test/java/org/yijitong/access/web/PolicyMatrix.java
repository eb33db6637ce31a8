package org.yijitong.access.web;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yijitong.access.Policy;
import org.yijitong.access.Policy.Audience;
import org.yijitong.access.Policy.Reach;
import org.yijitong.access.Route;
import org.yijitong.access.World;
import org.yijitong.organization.Units.Unit;

/** What a policy file lets each role do at each route from each place, worked out apart from the product's gate. */
record PolicyMatrix(World.Tree tree) {
    /** Where the unit that a request names lies, seen from the post of whoever asks. */
    enum Place {
        OWN,
        CHILD,
        PARENT,
        SIBLING,
        OTHER,
        /** The post has been taken away. */
        NONE,
        ANONYMOUS
    }

    /** One question. */
    record Cell(Route route, String role, Place place) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER = Comparator.comparing((Cell cell) -> cell.route)
                .thenComparing(cell -> cell.role)
                .thenComparing(cell -> cell.place);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** The unit of whoever asks; what is asked for is always the department. */
    Unit home(Place place) {
        return switch (place) {
            case OWN, NONE, ANONYMOUS -> tree.department();
            case CHILD -> tree.committee();
            case PARENT -> tree.bureau();
            case SIBLING -> tree.sibling();
            case OTHER -> tree.foreign();
        };
    }

    /** The answer that a policy asks for. */
    String expected(Policy policy, Cell cell) {
        String action = policy.action(cell.route.method(), cell.route.pattern()).orElse("");
        if (action.isEmpty()) {
            return "nothing";
        }
        Audience audience = policy.audience(action);
        if (cell.route.pattern().startsWith("/calendars/{key}/")) {
            // The token in the address alone counts, and the one that is asked with is none.
            return "nothing";
        }
        if (audience == Audience.ANYONE) {
            return "through";
        }
        if (cell.place == Place.ANONYMOUS) {
            return "sign in";
        }
        if (audience == Audience.SIGNED_IN) {
            return "through";
        }
        return cell.place == Place.NONE ? "nothing" : byRole(policy, cell, action);
    }

    private String byRole(Policy policy, Cell cell, String action) {
        Optional<Reach> reach = policy.reach(cell.role, action);
        if (reach.isEmpty()) {
            return cell.route.pattern().equals("/") ? entrance(policy, cell.role) : "nothing";
        }
        if (!cell.route.pattern().contains("{unit}")) {
            return "through " + scope(home(cell.place));
        }
        if (cell.place == Place.OWN) {
            return "through " + scope(tree.department());
        }
        boolean below = cell.place == Place.CHILD && cell.route.method().equals("GET") && reach.get() != Reach.OWN;
        if (!below) {
            return "nothing";
        }
        return reach.get() == Reach.OWN_AND_BELOW ? "through " + scope(tree.department()) : "a reason";
    }

    /** Where those come in who have no home. */
    private static String entrance(Policy policy, String role) {
        if (policy.reach(role, "account.see").isPresent()) {
            return "to /accounts";
        }
        if (policy.reach(role, "log.keep").isPresent()) {
            return "to /log/signatures";
        }
        return policy.reach(role, "matter.own").isPresent() ? "to /matters" : "nothing";
    }

    static String scope(Unit unit) {
        return unit.unitId() + " " + unit.rootId();
    }

    /** Every cell whose answer is not what a policy asks for, with both. */
    Map<Cell, String> mismatches(Policy policy, Map<Cell, String> answers) {
        Map<Cell, String> found = new TreeMap<>();
        answers.forEach((cell, answer) -> {
            String expected = expected(policy, cell);
            if (!expected.equals(answer)) {
                found.put(cell, "expected " + expected + ", got " + answer);
            }
        });
        return found;
    }

    /** How many routes and roles were asked. */
    static String count(Map<Cell, String> answers, int mismatches) {
        int routes = new TreeSet<>(answers.keySet().stream().map(Cell::route).toList()).size();
        int roles = new TreeSet<>(answers.keySet().stream().map(Cell::role).toList()).size();
        return "%d routes × %d roles × %d scopes = %d checks, %d mismatches"
                .formatted(routes, roles, Place.values().length, answers.size(), mismatches);
    }
}
