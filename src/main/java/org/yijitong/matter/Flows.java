package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.shared.NotFound;
import org.yijitong.yaml.DocumentFault;

/**
 * The flows published, each in all its versions; held in memory, since every step asks for one. What another server
 * published is known within seconds, and at once to whatever writes by it: {@link #asPublished}, {@link #version} and
 * {@link #numbered} look.
 */
@Component
public class Flows {
    /**
     * What is held, all of one moment.
     *
     * @param faults of what was stored
     */
    private record Held(int stored, Map<UUID, FlowVersion> versions, List<DocumentFault> faults) {}

    private final FlowLibrary library;
    private volatile Held held = new Held(0, Map.of(), List.of());
    /** Of what lies in the data folder. */
    private volatile List<DocumentFault> blamed = List.of();

    Flows(FlowLibrary library) {
        this.library = library;
    }

    /** Those under which matters begin on a day, each in its newest version. */
    public List<FlowVersion> inForce(LocalDate day) {
        Map<String, FlowVersion> newest = new LinkedHashMap<>();
        held.versions().values().stream()
                .filter(each -> !day.isBefore(each.flow().head().since())
                        && !day.isAfter(each.flow().head().until()))
                .forEach(each -> newest.merge(
                        each.flow().head().id(),
                        each,
                        (one, other) -> one.flow().head().version()
                                        > other.flow().head().version()
                                ? one
                                : other));
        return List.copyOf(newest.values());
    }

    /** The newest version of a flow in which matters begin on a day. */
    public Optional<FlowVersion> inForce(String flow, LocalDate day) {
        return inForce(day).stream()
                .filter(each -> each.flow().head().id().equals(flow))
                .findFirst();
    }

    /**
     * The same for what is to be begun under it, and so as it is in the database at this moment, whichever server
     * published it. Needs a transaction.
     */
    public Optional<FlowVersion> asPublished(String flow, LocalDate day) {
        catchUp();
        return inForce(flow, day);
    }

    /** The newest version of a flow that has begun, in force or not. */
    public Optional<FlowVersion> newest(String flow, LocalDate day) {
        return held.versions().values().stream()
                .filter(each -> each.flow().head().id().equals(flow))
                .filter(each -> !day.isBefore(each.flow().head().since()))
                .max(Comparator.comparingInt(each -> each.flow().head().version()));
    }

    /** Every version of a flow. */
    public List<FlowVersion> versions(String flow) {
        return held.versions().values().stream()
                .filter(each -> each.flow().head().id().equals(flow))
                .toList();
    }

    /** A version of a flow by its number. */
    public Optional<FlowVersion> numbered(String flow, int number) {
        return found(flow, number).or(() -> catchUp() ? found(flow, number) : Optional.empty());
    }

    private Optional<FlowVersion> found(String flow, int number) {
        return versions(flow).stream()
                .filter(each -> each.flow().head().version() == number)
                .findFirst();
    }

    /** @throws NotFound when no version has this identifier */
    public Flow version(UUID versionId) {
        FlowVersion version = held.versions().get(versionId);
        if (version == null && catchUp()) {
            version = held.versions().get(versionId);
        }
        if (version == null) {
            throw new NotFound();
        }
        return version.flow();
    }

    /** What is wrong with flows that users put into the data folder; they are left out. */
    public List<DocumentFault> faults() {
        return Stream.concat(blamed.stream(), held.faults().stream()).toList();
    }

    /** Whether another server had published something, which is read now. */
    boolean catchUp() {
        boolean behind = library.stored() != held.stored();
        if (behind) {
            replace(library.open());
        }
        return behind;
    }

    void blame(List<DocumentFault> found) {
        blamed = List.copyOf(found);
    }

    void replace(FlowLibrary.Opened opened) {
        Map<UUID, FlowVersion> versions = opened.flows().stream()
                .collect(Collectors.toMap(
                        FlowVersion::versionId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        held = new Held(opened.stored(), versions, List.copyOf(opened.faults()));
    }
}
