package org.yijitong.operation.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ids that duties and flows have here, by those they have in a bundle: both servers know them by their names. */
final class Naming {
    private static final int SHOWN = 10;

    private final BundleStore bundles;
    private final ArrivalStore store;
    private final Manifest manifest;
    private final Map<String, String> renamed = new HashMap<>();

    Naming(BundleStore bundles, ArrivalStore store, Manifest manifest) {
        this.bundles = bundles;
        this.store = store;
        this.manifest = manifest;
    }

    /** @throws BundleRefused naming every duty and every flow that is not here, or is another one here */
    Map<String, String> all() {
        Set<String> missing = new TreeSet<>();
        duties(missing);
        rules(missing);
        if (!missing.isEmpty()) {
            throw new BundleRefused("rows of the bundle follow duties that are not here, or are not the same here: "
                    + listed(missing) + "; their mechanisms lie in its folder mechanisms");
        }
        flows();
        return renamed;
    }

    private void duties(Set<String> missing) {
        List<String> names =
                manifest.duties().stream().map(Manifest.NamedDuty::duty).toList();
        Map<String, UUID> duties = store.duties(names).stream()
                .collect(Collectors.toMap(Manifest.NamedDuty::duty, Manifest.NamedDuty::dutyId));
        manifest.duties().forEach(duty -> {
            UUID here = duties.get(duty.duty());
            if (here == null) {
                missing.add(duty.duty());
            } else {
                renamed.put(duty.dutyId().toString(), here.toString());
            }
        });
    }

    private void rules(Set<String> missing) {
        Set<String> names = manifest.rules().stream().map(Manifest.Rule::duty).collect(Collectors.toSet());
        Map<String, Manifest.Rule> rules = bundles.rules(names).stream()
                .map(BundleStore.Ruled::named)
                .collect(Collectors.toMap(Naming::called, Function.identity()));
        manifest.rules().forEach(rule -> {
            Manifest.Rule here = rules.get(called(rule));
            if (here == null || !here.rule().equals(rule.rule())) {
                missing.add(called(rule));
            } else {
                renamed.put(
                        rule.dutyVersionId().toString(), here.dutyVersionId().toString());
            }
        });
    }

    private void flows() {
        Set<String> missing = new TreeSet<>();
        Set<String> other = new TreeSet<>();
        Set<String> names = manifest.flows().stream().map(Manifest.Flow::flow).collect(Collectors.toSet());
        Map<String, Manifest.Flow> flows =
                store.flows(names).stream().collect(Collectors.toMap(Naming::called, Function.identity()));
        manifest.flows().forEach(flow -> {
            Manifest.Flow here = flows.get(called(flow));
            if (here == null) {
                missing.add(called(flow));
            } else if (!here.sha256().equals(flow.sha256())) {
                other.add(called(flow));
            } else {
                renamed.put(flow.versionId().toString(), here.versionId().toString());
            }
        });
        if (!missing.isEmpty() || !other.isEmpty()) {
            throw new BundleRefused("matters of the bundle follow flows "
                    + (missing.isEmpty() ? "" : "that are not here: " + listed(missing))
                    + (missing.isEmpty() || other.isEmpty() ? "" : "; and flows ")
                    + (other.isEmpty() ? "" : "that have another text here: " + listed(other))
                    + "; their documents lie in its folder flows");
        }
    }

    private static String listed(Set<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    private static String called(Manifest.Rule rule) {
        return rule.duty() + " version " + rule.number();
    }

    private static String called(Manifest.Flow flow) {
        return flow.flow() + " version " + flow.number();
    }
}
