package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/**
 * The organization a form is about, and what it lets one choose from.
 *
 * @param segments from when it was what, the latest first
 * @param today the day the choices are of
 */
record Subject(
        Scope scope,
        OrganizationId id,
        Map<LocalDate, OrganizationState> segments,
        LocalDate today,
        Profiles profiles) {

    /** What it is in its latest segment. */
    OrganizationState state() {
        return segments.values().iterator().next();
    }

    AsOf now() {
        return AsOf.knownNow(today);
    }

    /** The other organizations of its tree, set in by depth. */
    Map<String, String> organizations() {
        Map<String, String> options = new LinkedHashMap<>();
        profiles.tree(scope, state().kind().tree(), now()).stream()
                .map(Profiles.Line::row)
                .filter(row -> !row.organizationId().equals(id))
                .forEach(row -> options.put(row.organizationId().toString(), row.display()));
        return options;
    }

    Map<String, String> people() {
        Map<String, String> options = new LinkedHashMap<>();
        profiles.people(scope, id, now()).forEach((person, name) -> options.put(person.toString(), name));
        return options;
    }

    /** The kinds it could be, or what stands below it; the top of a unit carries both trees. */
    Map<String, String> kinds(Page page, boolean bothTrees) {
        Map<String, String> options = new LinkedHashMap<>();
        for (OrganizationKind kind : OrganizationKind.values()) {
            if (bothTrees || kind.tree() == state().kind().tree()) {
                options.put(kind.name(), page.t("organization.kind." + kind));
            }
        }
        return options;
    }
}
