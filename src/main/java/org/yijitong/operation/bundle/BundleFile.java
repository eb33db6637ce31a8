package org.yijitong.operation.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.yijitong.operation.archive.ArchiveFile;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.shared.Cut;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A bundle that somebody brought. It is read to its end and compared with its manifest before anything in it is believed;
 * nothing in it is ever written to the disk under a name of its own.
 */
final class BundleFile implements AutoCloseable {
    private static final Pattern NAMES = Pattern.compile(
            "manifest\\.json|tables/[a-z_]+\\.[a-z_0-9]+\\.jsonl|files/[0-9a-f]{64}|(mechanisms|flows)/[a-z0-9-]+\\.yaml");

    private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;
    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    /** Rows become ten times smaller, at most thirty; what claims more is made to fill the memory. */
    private static final long MOST_TIMES = 200;

    private static final long SMALL = 64L * 1024 * 1024;

    private final ZipFile zip;
    private final Manifest manifest;
    private final Map<String, ArchiveFile> files = new HashMap<>();

    private BundleFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
        manifest.files().forEach(file -> files.put(file.name(), file));
    }

    /**
     * Opens and checks it.
     *
     * @throws BundleRefused when it is no bundle, or damaged, or would fill memory or disk
     */
    static BundleFile open(Path path) {
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            names(zip);
            BundleFile file = new BundleFile(zip, manifest(zip));
            file.check(Files.size(path));
            return file;
        } catch (IOException e) {
            close(zip);
            throw new BundleRefused(path + " is no bundle, or damaged: " + e.getMessage(), e);
        } catch (BundleRefused e) {
            close(zip);
            throw e;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ZipFile zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException e) {
            throw new BundleRefused("the bundle cannot be closed: " + e.getMessage(), e);
        }
    }

    private static void names(ZipFile zip) {
        List<String> seen = new ArrayList<>();
        zip.stream().forEach(entry -> seen.add(entry.getName()));
        for (String name : seen) {
            if (!NAMES.matcher(name).matches()) {
                throw new BundleRefused("a bundle holds no file named " + shown(name));
            }
        }
        if (seen.stream().distinct().count() < seen.size()) {
            throw new BundleRefused("the bundle holds a file twice");
        }
        if (!seen.contains(Manifest.NAME)) {
            throw new BundleRefused("this is no bundle: it has no " + Manifest.NAME);
        }
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}./_-]", "?");
        return Cut.at(80, plain);
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        byte[] bytes = all(zip, Manifest.NAME, LARGEST_MANIFEST);
        try {
            JsonNode read = Json.MAPPER.readTree(bytes);
            if (!read.path("format").asString("").equals(Manifest.FORMAT)) {
                throw new BundleRefused("this is no bundle: its manifest does not say format " + Manifest.FORMAT);
            }
            if (read.path("version").asInt(0) != Manifest.VERSION) {
                throw new BundleRefused("the bundle has format version "
                        + shown(read.path("version").asString("?")) + ", known here is " + Manifest.VERSION);
            }
            return Json.MAPPER.treeToValue(read, Manifest.class);
        } catch (JacksonException e) {
            throw new BundleRefused("the manifest of the bundle cannot be understood", e);
        }
    }

    /** Every file is there, once, as long as the manifest says, and with its checksum. */
    private void check(long length) throws IOException {
        long whole = manifest.files().stream().mapToLong(ArchiveFile::bytes).sum();
        if (whole < 0 || whole > MOST_TIMES * length + SMALL) {
            throw new BundleRefused("the bundle would grow to " + whole + " bytes, which no honest one does");
        }
        if (files.size() != manifest.files().size() || zip.size() != files.size() + 1) {
            throw new BundleRefused("the bundle does not hold the files that its manifest names");
        }
        for (ArchiveFile file : manifest.files()) {
            if (file.name().startsWith("files/") && file.bytes() > LARGEST_FILE) {
                throw new BundleRefused(file.name() + " is larger than any file may be");
            }
            check(file);
        }
    }

    private void check(ArchiveFile file) throws IOException {
        var digest = ArchiveZip.sha256();
        long bytes = 0;
        long lines = 0;
        byte[] some = new byte[64 * 1024];
        try (InputStream in = new DigestInputStream(stream(zip, file.name()), digest)) {
            for (int read = in.read(some); read >= 0 && bytes <= file.bytes(); read = in.read(some)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += some[i] == '\n' ? 1 : 0;
                }
            }
        }
        String sum = HexFormat.of().formatHex(digest.digest());
        boolean named = !file.name().startsWith("files/") || file.name().equals("files/" + sum);
        boolean counted = file.rows() == null ? !file.name().startsWith("tables/") : file.rows() == lines;
        if (bytes != file.bytes() || !sum.equals(file.sha256()) || !named || !counted) {
            throw new BundleRefused(file.name() + " is damaged: it is not what the manifest says");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** The tables it holds. */
    List<String> tables() {
        return manifest.files().stream()
                .map(ArchiveFile::name)
                .filter(name -> name.startsWith("tables/"))
                .map(name -> name.substring("tables/".length(), name.length() - ".jsonl".length()))
                .toList();
    }

    /** The rows of a table; to be closed by the caller. */
    BundleLines lines(String table) throws IOException {
        return new BundleLines(new BufferedInputStream(stream(zip, "tables/" + table + ".jsonl")));
    }

    byte[] file(String name) throws IOException {
        if (!files.containsKey("files/" + name)) {
            throw new BundleRefused("a row of the bundle names a file that is not in it");
        }
        return all(zip, "files/" + name, LARGEST_FILE);
    }

    private static byte[] all(ZipFile zip, String name, int most) throws IOException {
        try (InputStream in = stream(zip, name)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BundleRefused(name + " is larger than any bundle has it");
            }
            return bytes;
        }
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(name));
        return Objects.requireNonNull(
                zip.getInputStream(entry.orElseThrow(() -> new BundleRefused("the bundle lacks " + shown(name)))));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
