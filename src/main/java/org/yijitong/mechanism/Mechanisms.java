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

/** The duties published, each in all its versions; held in memory, since every page asks for them. */
@Component
public class Mechanisms {
    private volatile Map<UUID, Duty> duties = Map.of();
    private volatile Map<UUID, Integer> places = Map.of();
    private volatile List<DocumentFault> faults = List.of();

    /** Every duty in every version, in the order of packs and documents. */
    public List<Duty> all() {
        return List.copyOf(duties.values());
    }

    /** @throws NotFound when no version has this identifier */
    public Duty version(UUID dutyVersionId) {
        Duty duty = duties.get(dutyVersionId);
        if (duty == null) {
            throw new NotFound();
        }
        return duty;
    }

    /** The duties whose version judges what happened on a day. */
    public List<Duty> inForce(LocalDate day) {
        return duties.values().stream()
                .filter(duty -> !day.isBefore(duty.mechanism().since())
                        && !day.isAfter(duty.mechanism().until()))
                .toList();
    }

    /** Where a duty stands among all; for sorting what counts in the order of the documents. */
    public int place(UUID dutyId) {
        return places.getOrDefault(dutyId, Integer.MAX_VALUE);
    }

    /** What is wrong with documents and calendars that users put into the data folder; they are left out. */
    public List<DocumentFault> faults() {
        return faults;
    }

    void blame(List<DocumentFault> found) {
        faults = List.copyOf(found);
    }

    void replace(List<Duty> published) {
        duties = published.stream()
                .collect(Collectors.toMap(
                        Duty::dutyVersionId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Map<UUID, Integer> order = new LinkedHashMap<>();
        published.forEach(duty -> order.putIfAbsent(duty.dutyId(), order.size()));
        places = order;
    }
}
