package org.yijitong.operation.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.UnitId;

/** Takes a bundle in: the whole unit, or nothing of it. */
@Component
@Transactional
public class Arrivals {
    private static final int SHOWN = 10;

    private final BundleStore bundles;
    private final ArrivalStore store;
    private final IdentityVault vault;
    private final Audit audit;

    Arrivals(BundleStore bundles, ArrivalStore store, IdentityVault vault, Audit audit) {
        this.bundles = bundles;
        this.store = store;
        this.vault = vault;
        this.audit = audit;
    }

    /**
     * What came in.
     *
     * @param top whether the unit stood below others that are not here, and now stands by itself
     * @param numbers whether identity numbers came along
     */
    public record Unpacked(UnitId unit, String name, long rows, boolean top, boolean numbers) {}

    /**
     * Takes in everything a bundle holds, with its ids.
     *
     * @param passphrase the one its identity numbers were sealed with, if they were
     * @param progress is told each table, with how many rows it took
     * @throws BundleRefused when it is damaged, comes from another schema, asks for mechanisms that are not the same here,
     *     or its unit is here already
     */
    public Unpacked unpack(Path file, @Nullable String passphrase, Consumer<String> progress) {
        Bundles.requireReady(bundles);
        try (BundleFile bundle = BundleFile.open(file)) {
            Manifest manifest = bundle.manifest();
            require(manifest);
            Seal seal = seal(manifest, passphrase);
            Placement placement = Placement.of(bundle, store);
            long rows = new Unpacking(store, vault, bundle, renamed(manifest), placement, seal).all(tables(), progress);
            UnitId unit = new UnitId(manifest.unit().unitId());
            store.log(unit);
            Bundles.note(
                    audit,
                    unit,
                    "unit.unbundled",
                    Map.of("packed_at", manifest.madeAt().toString(), "rows", rows, "top", placement.top()));
            return new Unpacked(unit, manifest.unit().name(), rows, placement.top(), seal != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void require(Manifest manifest) {
        String schema = bundles.schema();
        if (!manifest.schema().equals(schema)) {
            throw new BundleRefused("the bundle comes from a server with schema " + manifest.schema()
                    + ", this one has " + schema + ": both must run the same release");
        }
        store.inTheWay(manifest.unit().unitId(), manifest.unit().code()).ifPresent(there -> {
            boolean same = there.unitId().equals(manifest.unit().unitId());
            throw new BundleRefused("the unit " + there.code() + " " + there.name() + " is here already"
                    + (same ? "" : ", with the same code and another id"));
        });
    }

    private static @Nullable Seal seal(Manifest manifest, @Nullable String passphrase) {
        Manifest.Terms terms = manifest.numbers();
        if (terms == null) {
            return null;
        }
        if (passphrase == null) {
            throw new BundleRefused("the identity numbers of the bundle are sealed: set " + Bundles.PASSPHRASE
                    + " to the passphrase it was made with");
        }
        return Seal.of(terms, passphrase, manifest.unit().unitId());
    }

    private List<String> tables() {
        return bundles.tables().stream()
                .filter(table -> !Travel.STAYS.containsKey(table))
                .toList();
    }

    /** The ids that duties and their versions have here, by those they have in the bundle. */
    private Map<String, String> renamed(Manifest manifest) {
        Map<String, String> renamed = new HashMap<>();
        TreeSet<String> missing = new TreeSet<>();
        Map<String, UUID> duties = duties(manifest);
        for (Manifest.NamedDuty duty : manifest.duties()) {
            UUID here = duties.get(duty.duty());
            if (here == null) {
                missing.add(duty.duty());
            } else {
                renamed.put(duty.dutyId().toString(), here.toString());
            }
        }
        Map<String, Manifest.Rule> rules = rules(manifest);
        for (Manifest.Rule rule : manifest.rules()) {
            Manifest.Rule here = rules.get(called(rule));
            if (here == null || !here.rule().equals(rule.rule())) {
                missing.add(called(rule));
            } else {
                renamed.put(
                        rule.dutyVersionId().toString(), here.dutyVersionId().toString());
            }
        }
        if (!missing.isEmpty()) {
            throw new BundleRefused("rows of the bundle follow duties that are not here, or are not the same here: "
                    + missing.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "")
                    + "; their mechanisms lie in its folder mechanisms");
        }
        return renamed;
    }

    private Map<String, UUID> duties(Manifest manifest) {
        List<String> names =
                manifest.duties().stream().map(Manifest.NamedDuty::duty).toList();
        return store.duties(names).stream()
                .collect(Collectors.toMap(Manifest.NamedDuty::duty, Manifest.NamedDuty::dutyId));
    }

    private Map<String, Manifest.Rule> rules(Manifest manifest) {
        Set<String> names = manifest.rules().stream().map(Manifest.Rule::duty).collect(Collectors.toSet());
        return bundles.rules(names).stream()
                .map(BundleStore.Ruled::named)
                .collect(Collectors.toMap(Arrivals::called, Function.identity()));
    }

    private static String called(Manifest.Rule rule) {
        return rule.duty() + " version " + rule.number();
    }
}
