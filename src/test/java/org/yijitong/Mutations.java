package org.yijitong;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Files as someone who wants to break a reader makes them: a good one with a few changes, the same on every run. What runs
 * for hours with a look at the code that was reached is Jazzer's part ({@code bin/fuzz}).
 */
public final class Mutations {
    private static final List<String> PIECES = List.of(
            "\0",
            "\"",
            "'",
            "<",
            "&",
            "{",
            "}",
            "[",
            "]",
            ": ",
            "- ",
            ",",
            ";",
            "\t",
            "\r\n",
            "-1",
            "0",
            "1e999",
            "99999999999999999999",
            "9999-12-31",
            "0000-00-00",
            "NaN",
            "&#0;",
            "<!DOCTYPE a [<!ENTITY b \"b\">]>",
            "]]>",
            "\ud83d\ude00",
            "\u202e",
            "\ufeff",
            "\u2028",
            "%s%n",
            "*a",
            "&a",
            "!!java.net.URL",
            "..",
            "/");
    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_CUT = 40;

    private Mutations() {}

    /**
     * Hands changed files to a reader, which refuses them in its own words or takes them.
     *
     * @return how many it was handed
     */
    public static int of(byte[] good, int count, Consumer<byte[]> reader) {
        for (int seed = 0; seed < count; seed++) {
            byte[] changed = changed(good, new Random(seed));
            try {
                reader.accept(changed);
            } catch (RuntimeException | Error fault) {
                throw new AssertionError(
                        "change " + seed + ": " + Base64.getEncoder().encodeToString(changed), fault);
            }
        }
        return count;
    }

    public static int of(String good, int count, Consumer<byte[]> reader) {
        return of(good.getBytes(StandardCharsets.UTF_8), count, reader);
    }

    private static byte[] changed(byte[] good, Random random) {
        byte[] now = good;
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            int from = random.nextInt(now.length + 1);
            int to = Math.min(now.length, from + random.nextInt(LONGEST_CUT));
            byte[] piece = Arrays.copyOfRange(now, from, to);
            String other = PIECES.get(random.nextInt(PIECES.size()));
            now = switch (random.nextInt(6)) {
                case 0 -> joined(now, from, new byte[0], to);
                case 1 -> joined(now, from, other.getBytes(StandardCharsets.UTF_8), from);
                case 2 -> joined(now, from, other.getBytes(StandardCharsets.UTF_8), to);
                case 3 -> joined(now, to, piece, to);
                case 4 -> flipped(now, from, random.nextInt(8));
                default -> random.nextInt(4) == 0 ? Arrays.copyOf(now, from) : flipped(now, to, 7);
            };
        }
        return now;
    }

    private static byte[] joined(byte[] now, int from, byte[] piece, int to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(now, 0, from);
        all.write(piece, 0, piece.length);
        all.write(now, to, now.length - to);
        return all.toByteArray();
    }

    private static byte[] flipped(byte[] now, int at, int bit) {
        byte[] flipped = now.clone();
        if (at < now.length) {
            flipped[at] ^= (byte) (1 << bit);
        }
        return flipped;
    }

    /** A zip with one of its parts replaced, or put in: so that the changes reach what reads the part. */
    public static byte[] with(byte[] zip, String part, byte[] content) {
        Map<String, byte[]> parts = new TreeMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts(zip, parts::put);
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            parts.put(part, content);
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
                out.closeEntry();
            }
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A part of a zip. */
    public static byte[] part(byte[] zip, String name) {
        Map<String, byte[]> parts = new TreeMap<>();
        parts(zip, parts::put);
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** By its directory, since some writers tell the sizes of parts there only. */
    private static void parts(byte[] zip, BiConsumer<String, byte[]> each) {
        try (ZipFile file = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
                each.accept(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
