package org.yijitong.operation.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.bundle.Travel.Numbers;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One bundle being written: files first, then the rows that name them, then what it says of itself. */
final class Packing {
    private final BundleStore store;
    private final IdentityVault vault;
    private final Manifest.Unit unit;
    private final UnitId id;
    private final ArchiveZip zip;
    /** Files by the hash they have in the database; sealed anew they have another. */
    private final Map<String, String> names = new HashMap<>();

    private Seal.@Nullable Fresh seal;
    private long rows;

    Packing(BundleStore store, IdentityVault vault, Manifest.Unit unit, ArchiveZip zip) {
        this.store = store;
        this.vault = vault;
        this.unit = unit;
        this.id = new UnitId(unit.unitId());
        this.zip = zip;
    }

    void seal(@Nullable String passphrase) {
        seal = passphrase == null ? null : Seal.fresh(passphrase, unit.unitId());
    }

    long rows() {
        return rows;
    }

    void all(Consumer<String> progress) throws IOException {
        for (BundleStore.Text document : store.documents(id)) {
            zip.file(named(document).file(), document.content().getBytes(UTF_8));
        }
        for (BundleStore.FlowText flow : store.flows(id)) {
            zip.file(flow.named().file(), flow.content().getBytes(UTF_8));
        }
        for (String table : store.tables()) {
            if (!Travel.STAYS.containsKey(table)) {
                files(table);
                zip.file("tables/" + table + ".jsonl", out -> table(table, out, progress));
            }
        }
    }

    void manifest(Instant now) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                store.schema(),
                now,
                unit,
                store.above(id),
                store.documents(id).stream().map(Packing::named).toList(),
                store.duties(id),
                store.rules(id).stream().map(BundleStore.Ruled::named).toList(),
                store.flows(id).stream().map(BundleStore.FlowText::named).toList(),
                seal == null ? null : seal.terms(),
                zip.files(),
                Travel.STAYS);
        zip.last(Manifest.NAME, Json.readable(manifest));
    }

    private static Manifest.Document named(BundleStore.Text document) {
        return new Manifest.Document(document.mechanism(), document.number(), document.pack());
    }

    private long table(String table, OutputStream out, Consumer<String> progress) throws IOException {
        if (seal == null && table.equals(Travel.ONLY_NUMBERS)) {
            progress.accept(table + ": left out");
            return 0;
        }
        long written = 0;
        try (Stream<String> lines = store.rows(id, table)) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); written++) {
                out.write(travelling(table, each.next()).getBytes(UTF_8));
                out.write('\n');
            }
        }
        rows += written;
        progress.accept(table + ": " + written);
        return written;
    }

    /** A row without what only this server can open. */
    private String travelling(String table, String line) {
        Numbers numbers = Travel.NUMBERS.get(table);
        String file = Travel.FILES.get(table);
        if (numbers == null && file == null) {
            return line;
        }
        ObjectNode row = Json.row(line);
        if (numbers != null) {
            resealed(row, numbers);
        }
        if (file != null && row.path(file).isString()) {
            String name = names.get(row.path(file).stringValue());
            row.put(file, name);
            if (name == null) {
                // What waited for a word cannot be put in without its workbook.
                row.put("state", "cancelled");
                row.set("finished_at", row.path("created_at"));
            }
        }
        return Json.MAPPER.writeValueAsString(row);
    }

    private void resealed(ObjectNode row, Numbers numbers) {
        JsonNode sealed = row.path(numbers.sealed());
        Seal.Fresh under = seal;
        row.putNull(numbers.hash());
        if (under == null || !sealed.isString()) {
            row.putNull(numbers.sealed());
            return;
        }
        byte[] kept = HexFormat.of()
                .parseHex(sealed.stringValue().substring(numbers.prefix().length()));
        row.put(
                numbers.sealed(),
                Base64.getEncoder().encodeToString(under.seal().close(opened(kept))));
    }

    /** Each file once. */
    private void files(String table) throws IOException {
        String column = Travel.FILES.get(table);
        boolean sealed = Travel.SEALED_FILES.contains(table);
        if (column == null || (sealed && seal == null)) {
            return;
        }
        try (Stream<String> lines = store.rows(id, table)) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                JsonNode hash = Json.row(line).path(column);
                if (hash.isString() && !names.containsKey(hash.stringValue())) {
                    byte[] content = store.file(id, table, line);
                    names.put(hash.stringValue(), put(sealed ? resealed(content) : content));
                }
            }
        }
    }

    private byte[] resealed(byte[] content) {
        return java.util.Objects.requireNonNull(seal).seal().close(opened(content));
    }

    private String put(byte[] content) throws IOException {
        String name = HexFormat.of().formatHex(ArchiveZip.sha256().digest(content));
        zip.file("files/" + name, content);
        return name;
    }

    private byte[] opened(byte[] kept) {
        try {
            return vault.openBytes(kept);
        } catch (IllegalStateException e) {
            throw new BundleRefused(
                    "the key of this server does not open its identity numbers: is it the right secrets" + " folder?",
                    e);
        }
    }
}
