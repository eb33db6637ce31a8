package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yijitong.shared.NotFound;
import org.yijitong.yaml.DocumentFault;

/**
 * The duties published, each in all its versions; held in memory, since every page asks for them. What another server
 * published is known within seconds. Whatever writes by them compares {@link #stored} with {@code v_published}, or asks
 * for a version.
 */
@Component
public class Mechanisms {
    /** What is held, all of one moment. */
    record Held(int stored, Map<UUID, Duty> duties, Map<UUID, Integer> places) {
        static Held of(int stored, List<Duty> published) {
            Map<UUID, Integer> order = new LinkedHashMap<>();
            published.forEach(duty -> order.putIfAbsent(duty.dutyId(), order.size()));
            return new Held(
                    stored,
                    published.stream()
                            .collect(Collectors.toMap(
                                    Duty::dutyVersionId, Function.identity(), (one, other) -> one, LinkedHashMap::new)),
                    order);
        }
    }

    private final MechanismStore store;
    private final Library library;
    private volatile Held held = new Held(0, Map.of(), Map.of());
    private volatile List<DocumentFault> faults = List.of();

    Mechanisms(MechanismStore store, Library library) {
        this.store = store;
        this.library = library;
    }

    /** Every duty in every version, in the order of packs and documents. */
    public List<Duty> all() {
        return List.copyOf(held.duties().values());
    }

    /** @throws NotFound when no version has this identifier */
    public Duty version(UUID dutyVersionId) {
        Duty duty = held.duties().get(dutyVersionId);
        if (duty == null && catchUp()) {
            duty = held.duties().get(dutyVersionId);
        }
        if (duty == null) {
            throw new NotFound();
        }
        return duty;
    }

    /** The duties whose version judges what happened on a day. */
    public List<Duty> inForce(LocalDate day) {
        return held.duties().values().stream()
                .filter(duty -> !day.isBefore(duty.mechanism().since())
                        && !day.isAfter(duty.mechanism().until()))
                .toList();
    }

    /** Where a duty stands among all; for sorting what counts in the order of the documents. */
    public int place(UUID dutyId) {
        return held.places().getOrDefault(dutyId, Integer.MAX_VALUE);
    }

    /** What is wrong with documents and calendars that users put into the data folder; they are left out. */
    public List<DocumentFault> faults() {
        return faults;
    }

    void blame(List<DocumentFault> found) {
        faults = List.copyOf(found);
    }

    /** How many versions of documents are known here; compare with {@code mechanism.v_published}. */
    public int stored() {
        return held.stored();
    }

    boolean behind() {
        return store.count() != held.stored();
    }

    /** Whether another server had published something, which is read now. */
    boolean catchUp() {
        boolean behind = behind();
        if (behind) {
            List<MechanismStore.Version> versions = store.versions();
            held = Held.of(
                    versions.size(), library.open(versions, store.duties()).duties());
        }
        return behind;
    }

    Held held() {
        return held;
    }

    void replace(Held other) {
        held = other;
    }
}
