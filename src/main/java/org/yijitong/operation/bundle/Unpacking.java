package org.yijitong.operation.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.yijitong.operation.bundle.Travel.Numbers;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.UnitId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** One bundle being taken in, table by table, those that others stand on first. */
final class Unpacking {
    private final ArrivalStore store;
    private final IdentityVault vault;
    private final BundleFile bundle;
    private final UnitId unit;
    private final Map<String, String> renamed;
    private final Placement placement;

    @Nullable
    private final Seal seal;

    private long rows;

    Unpacking(
            ArrivalStore store,
            IdentityVault vault,
            BundleFile bundle,
            Map<String, String> renamed,
            Placement placement,
            @Nullable Seal seal) {
        this.store = store;
        this.vault = vault;
        this.bundle = bundle;
        this.unit = new UnitId(bundle.manifest().unit().unitId());
        this.renamed = renamed;
        this.placement = placement;
        this.seal = seal;
    }

    /** Takes in all rows; how many. */
    long all(List<String> tables, Consumer<String> progress) throws IOException {
        if (!new TreeSet<>(tables).equals(new TreeSet<>(bundle.tables()))) {
            throw new BundleRefused("the bundle does not hold the tables that a unit has here");
        }
        store.begin();
        for (String table : tables) {
            try {
                long taken = table(table);
                rows += taken;
                if (taken > 0) {
                    progress.accept(table + ": " + taken);
                }
            } catch (DuplicateKeyException e) {
                throw new BundleRefused(
                        table.equals(Travel.ONLY_NUMBERS)
                                ? "an identity number of the bundle is held in another unit here"
                                : "something of " + table + " in the bundle is here already",
                        e);
            } catch (DataAccessException e) {
                throw new BundleRefused("rows of " + table + " in the bundle are not taken here: " + reason(e), e);
            } catch (JacksonException e) {
                throw new BundleRefused("a row of " + table + " in the bundle is no JSON", e);
            }
        }
        return rows;
    }

    /** Without the details, in which values stand. */
    private static String reason(DataAccessException refused) {
        return String.valueOf(refused.getMostSpecificCause().getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "");
    }

    private long table(String table) throws IOException {
        long staged = 0;
        try (BundleLines lines = bundle.lines(table)) {
            for (List<String> some = lines.next(); !some.isEmpty(); some = lines.next()) {
                staged += Travel.FILES.containsKey(table) ? withFiles(table, some) : plain(table, some);
            }
        }
        long taken = store.take(unit, table, renamed);
        if (taken != staged) {
            throw new BundleRefused(table + " took " + taken + " of " + staged + " rows");
        }
        return taken;
    }

    private int plain(String table, List<String> lines) {
        List<String> arriving = new ArrayList<>(lines);
        if (Travel.NUMBERS.containsKey(table)) {
            arriving.replaceAll(line -> resealed(line, Objects.requireNonNull(Travel.NUMBERS.get(table))));
        } else {
            arriving = placement.rows(table, lines);
        }
        store.stage(arriving);
        return arriving.size();
    }

    private int withFiles(String table, List<String> lines) throws IOException {
        String column = Objects.requireNonNull(Travel.FILES.get(table));
        for (String line : lines) {
            ObjectNode row = Json.row(line);
            byte[] file =
                    row.path(column).isString() ? bundle.file(row.path(column).stringValue()) : null;
            boolean sealed = Travel.SEALED_FILES.contains(table);
            row.putNull(column);
            store.stage(Json.MAPPER.writeValueAsString(row), file == null || !sealed ? file : resealed(file));
        }
        return lines.size();
    }

    private String resealed(String line, Numbers numbers) {
        ObjectNode row = Json.row(line);
        if (row.path(numbers.sealed()).isString()) {
            byte[] plain = seal().open(base64(row.path(numbers.sealed()).stringValue()));
            String number = new String(plain, StandardCharsets.US_ASCII);
            row.put(numbers.sealed(), numbers.prefix() + HexFormat.of().formatHex(vault.sealBytes(plain)));
            row.put(numbers.hash(), numbers.prefix() + HexFormat.of().formatHex(vault.hash(number)));
        }
        return Json.MAPPER.writeValueAsString(row);
    }

    private byte[] resealed(byte[] file) {
        return vault.sealBytes(seal().open(file));
    }

    private Seal seal() {
        if (seal == null) {
            throw new BundleRefused("something in the bundle is sealed, but its manifest does not say how");
        }
        return seal;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BundleRefused("something sealed in the bundle is damaged", e);
        }
    }
}
