package org.yijitong.mechanism;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.yaml.DocumentFault;

/** Documents of mechanisms, as they are written in the browser. */
@Component
public class MechanismTexts implements DraftKind {
    private final MechanismStore store;
    private final Publications publications;
    private final Mechanisms mechanisms;

    MechanismTexts(MechanismStore store, Publications publications, Mechanisms mechanisms) {
        this.store = store;
        this.publications = publications;
        this.mechanisms = mechanisms;
    }

    @Override
    public String word() {
        return "mechanism";
    }

    @Override
    public Read read(String text) {
        Publications.Checked checked = publications.check(text);
        return new Read(
                checked.faults(),
                checked.duties().stream().findFirst().map(Duty::mechanism).map(MechanismTexts::head));
    }

    private static Head head(Duty.Mechanism head) {
        return new Head(head.id(), head.version(), head.name().chinese(), head.until(), head.units());
    }

    @Override
    public Optional<String> latest(String id) {
        return store.latest(id);
    }

    @Override
    public int newest(String id) {
        return versions(id).mapToInt(Duty.Mechanism::version).max().orElse(0);
    }

    @Override
    public String whole() {
        return "mechanism.draft.refused.whole";
    }

    @Override
    public Stream<Set<String>> bound(String id) {
        return versions(id).map(Duty.Mechanism::units);
    }

    private Stream<Duty.Mechanism> versions(String id) {
        mechanisms.catchUp();
        return mechanisms.all().stream()
                .map(Duty::mechanism)
                .filter(each -> each.id().equals(id));
    }

    @Override
    public List<DocumentFault> publish(String title, String text) {
        return publications.publish(title, text);
    }
}
