package org.yijitong.operation.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Takes a bundle in: the whole unit, or nothing of it. */
@Component
@Transactional
public class Arrivals {
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
     * @throws BundleRefused when it is damaged, comes from another schema, asks for mechanisms or flows that are not the same here,
     *     or its unit is here already
     */
    public Unpacked unpack(Path file, @Nullable String passphrase, Consumer<String> progress) {
        Bundles.requireReady(bundles);
        try (BundleFile bundle = BundleFile.open(file)) {
            Manifest manifest = bundle.manifest();
            require(manifest);
            Seal seal = seal(manifest, passphrase);
            Placement placement = Placement.of(bundle, store);
            long rows = new Unpacking(store, vault, bundle, new Naming(bundles, store, manifest).all(), placement, seal)
                    .all(tables(), progress);
            UnitId unit = new UnitId(manifest.unit().unitId());
            store.log(unit);
            Bundles.note(
                    audit,
                    new Scope(Bundles.CONSOLE, unit, unit.value()),
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
}
