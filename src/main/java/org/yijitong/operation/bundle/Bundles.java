package org.yijitong.operation.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.archive.Passphrase;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Packs a unit into a bundle. */
@Component
@Transactional
public class Bundles {
    /** The variable of the passphrase under which identity numbers are sealed on their way. */
    public static final String PASSPHRASE = "YIJITONG_BUNDLE_PASSPHRASE";

    /** Whoever sits at the console of the server has no account. */
    static final UUID CONSOLE = new UUID(0, 0);

    /** The shortest passphrase. */
    public static final int SHORTEST = Passphrase.SHORTEST;

    private final BundleStore store;
    private final IdentityVault vault;
    private final Audit audit;
    private final Clock clock;

    Bundles(BundleStore store, IdentityVault vault, Audit audit, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was packed.
     *
     * @param numbers whether identity numbers went along
     */
    public record Packed(String unit, long rows, int files, boolean numbers) {}

    /**
     * Writes everything of a unit, as it stands at one moment.
     *
     * @param code of the unit
     * @param passphrase under which identity numbers are sealed; without one they are left out
     * @param progress is told each table, with how many rows it gave
     * @throws BundleRefused when there is no such unit, or the passphrase is shorter than 10 characters
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Packed pack(String code, @Nullable String passphrase, OutputStream out, Consumer<String> progress) {
        requireReady(store);
        Manifest.Unit unit = store.unit(code)
                .orElseThrow(() -> new BundleRefused("there is no unit with the code " + code + " here"));
        UnitId id = new UnitId(unit.unitId());
        return pack(new Scope(CONSOLE, id, id.value()), unit, passphrase, out, progress);
    }

    /** The same for the unit of somebody who asks for it; the log names who it was. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Packed pack(Scope scope, @Nullable String passphrase, OutputStream out, Consumer<String> progress) {
        return pack(scope, store.unit(scope.unit()).orElseThrow(NotFound::new), passphrase, out, progress);
    }

    private Packed pack(
            Scope scope, Manifest.Unit unit, @Nullable String passphrase, OutputStream out, Consumer<String> progress) {
        if (passphrase != null && passphrase.length() < SHORTEST) {
            throw new BundleRefused("the passphrase must have at least " + SHORTEST + " characters");
        }
        try (ArchiveZip zip = new ArchiveZip(out)) {
            Packing packing = new Packing(store, vault, unit, zip);
            packing.seal(passphrase);
            packing.all(progress);
            packing.manifest(clock.instant());
            note(audit, scope, "unit.bundled", Map.of("numbers", passphrase != null));
            return new Packed(unit.name(), packing.rows(), zip.files().size(), passphrase != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many tables there are to be packed, each of which the progress is told of. */
    @Transactional(readOnly = true)
    public int tables() {
        return (int) store.tables().stream()
                .filter(table -> !Travel.STAYS.containsKey(table))
                .count();
    }

    /** The passphrase of an environment, if it has one. */
    public static @Nullable String passphrase(Map<String, String> environment) {
        String given = environment.getOrDefault(PASSPHRASE, "");
        return given.isEmpty() ? null : given;
    }

    static void requireReady(BundleStore store) {
        if (!store.ready()) {
            throw new BundleRefused(
                    "the database holds nothing yet, or is of an older release: start ./run on it once");
        }
    }

    static void note(Audit audit, Scope scope, String action, Map<String, ?> detail) {
        audit.record(scope, action, "unit", scope.unit().value(), detail);
    }
}
