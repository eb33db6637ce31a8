package org.yijitong.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** Which organizations may take part in a matter. */
@Component
class Parties {
    /** Of the name of one that is outside. */
    private static final int LONGEST = 100;

    private final PartyStore store;
    private final SuperiorStore superiors;
    private final FlowTexts texts;

    Parties(PartyStore store, SuperiorStore superiors, FlowTexts texts) {
        this.store = store;
        this.superiors = superiors;
        this.texts = texts;
    }

    /** Whether matters begin under a flow in the unit of a scope. */
    boolean bound(Scope scope, FlowVersion version) {
        return texts.binds(version.flow(), scope.unit());
    }

    /** Those of some organizations that are there today and within reach. */
    List<PartyStore.Place> places(Scope scope, Collection<OrganizationId> organizations) {
        return store.places(scope, organizations);
    }

    /**
     * Who is there.
     *
     * @param kinds of organizations, by their ids
     * @param self the person who asks, if they stand in the roster
     */
    record There(
            Map<UUID, OrganizationKind> kinds, @Nullable UUID self) {}

    /**
     * The kinds of the host and of those that are named, as far as they are there today and within reach. Those above may be
     * named, too: a branch asks its committee.
     */
    There there(Scope scope, OrganizationId host, Map<String, OrganizationId> named) {
        Map<UUID, OrganizationKind> kinds = new HashMap<>();
        List<OrganizationId> asked =
                Stream.concat(Stream.of(host), named.values().stream()).toList();
        List<PartyStore.Place> places = store.places(scope, asked);
        places.forEach(place -> kinds.put(place.organizationId().value(), place.kind()));
        boolean elsewhere = named.values().stream().anyMatch(each -> !kinds.containsKey(each.value()));
        if (elsewhere && kinds.containsKey(host.value())) {
            superiors.above(scope).stream()
                    .filter(each -> named.containsValue(each.organizationId()))
                    .forEach(each -> kinds.put(each.organizationId().value(), each.kind()));
        }
        return new There(kinds, places.isEmpty() ? null : places.getFirst().self());
    }

    /**
     * Who was named.
     *
     * @param parties by party; the host for one that is outside
     * @param outside what those are called that are outside, by party
     */
    record Named(Map<String, UUID> parties, Map<String, String> outside) {
        static final Named NOBODY = new Named(Map.of(), Map.of());
    }

    /**
     * The parties that a step names.
     *
     * @param typed among it the names of those that are outside
     * @throws Invalid with the fault of each party that is not named, not there, of another kind, or named twice
     */
    static Named named(
            Flow flow,
            Step step,
            OrganizationId host,
            Map<String, OrganizationId> named,
            Map<String, String> typed,
            Map<UUID, OrganizationKind> there) {
        Map<String, String> outside = outside(flow, step, named, typed);
        Map<String, Invalid.Fault> faults = new HashMap<>();
        Map<String, UUID> parties = new HashMap<>();
        step.chooses().forEach(party -> {
            if (outside.containsKey(party)) {
                parties.put(party, host.value());
                return;
            }
            OrganizationId organization = named.get(party);
            OrganizationKind kind = organization == null ? null : there.get(organization.value());
            if (organization == null
                    || kind == null
                    || !flow.party(party).orElseThrow().kinds().contains(kind)) {
                faults.put(party, new Invalid.Fault("matter.invalid.party", List.of()));
            } else {
                parties.put(party, organization.value());
            }
        });
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Named(parties, outside);
    }

    /** Those that a step of a matter names, as far as it names any. */
    Named named(Scope scope, Matter matter, Flow flow, Step step, Act act) {
        return step.chooses().isEmpty()
                ? Named.NOBODY
                : named(
                        flow,
                        step,
                        matter.hostId(),
                        act.parties(),
                        act.answers(),
                        there(scope, matter.hostId(), act.parties()).kinds());
    }

    /** Those that were written in words, where the flow lets them. */
    private static Map<String, String> outside(
            Flow flow, Step step, Map<String, OrganizationId> named, Map<String, String> typed) {
        Map<String, String> outside = new HashMap<>();
        step.chooses().stream()
                .flatMap(party -> flow.party(party).stream())
                .filter(party -> !party.outside().isEmpty())
                .forEach(party -> {
                    String words =
                            typed.getOrDefault(party.id() + Outside.WORDS, "").strip();
                    if (!words.isEmpty() && (words.length() > LONGEST || named.containsKey(party.id()))) {
                        throw new Invalid(party.id() + Outside.WORDS, "matter.invalid.outside", LONGEST);
                    }
                    if (!words.isEmpty()) {
                        outside.put(party.id(), words);
                    }
                });
        return outside;
    }
}
