package org.yijitong.operation.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.archive.Passphrase;
import org.yijitong.operation.postgres.StartRefused;
import tools.jackson.databind.json.JsonMapper;

/** Writes everything a server has into one sealed file, as of one moment, while it goes on serving. */
public final class Backup {
    /** The variable of the passphrase under which backups are sealed. */
    public static final String PASSPHRASE = "YIJITONG_BACKUP_PASSPHRASE";

    /** Folders of the data folder that hold what somebody put there or must be able to show. */
    static final List<String> FOLDERS = List.of("audit", "mechanisms", "calendar", "flows");

    /** Not the passwords of the database's roles: on another machine they open nothing, and here they would. */
    static final String KEYS = "[a-z0-9-]+\\.key";

    /** Names that are safe to write on any machine. */
    static final String NAMES = "(audit|mechanisms|calendar|flows)(/[\\p{L}\\p{Nd}_][\\p{L}\\p{Nd} ._-]*)+";

    private final Place place;
    private final Consumer<String> progress;

    /** @param progress is told each table, with how many rows it gave */
    public Backup(Place place, Consumer<String> progress) {
        this.place = place;
        this.progress = progress;
    }

    /** What was written. */
    public record Made(int tables, long rows, int files) {}

    /**
     * The passphrase of an environment.
     *
     * @throws StartRefused when there is none, or it is shorter than 10 characters
     */
    public static String passphrase(Map<String, String> environment) {
        String given = environment.getOrDefault(PASSPHRASE, "");
        if (given.length() < Passphrase.SHORTEST) {
            throw new StartRefused("set " + PASSPHRASE + " to a passphrase of " + Passphrase.SHORTEST
                    + " characters or more; whoever has it and the file has everything, keys included");
        }
        return given;
    }

    /** @throws StartRefused when the database cannot be read, or holds a table that its owner may not read */
    public Made write(OutputStream to, String passphrase, Instant now) throws IOException {
        try (OwnerTables tables = OwnerTables.of(place.database());
                SealedOutput sealed = new SealedOutput(to, passphrase);
                ArchiveZip zip = new ArchiveZip(sealed)) {
            String schema = tables.schema();
            require(!schema.isEmpty(), "the database holds nothing yet: start ./run on it once");
            zip.file(Head.NAME, json(new Head(Head.VERSION, schema, now)));
            for (Path file : folders()) {
                put(zip, "files/" + name(file), file);
            }
            tables.freeze();
            require(tables.schema().equals(schema), "the product was upgraded meanwhile: begin again");
            List<Contents.Table> written = tables(tables, zip);
            for (Path key : keys()) {
                put(zip, "keys/" + key.getFileName(), key);
            }
            zip.last(Contents.NAME, json(new Contents(written, zip.files())));
            zip.finish();
            sealed.finish();
            int files = (int) zip.files().stream()
                    .filter(each ->
                            each.name().startsWith("files/") || each.name().startsWith("keys/"))
                    .count();
            return new Made(
                    written.size(),
                    written.stream().mapToLong(Contents.Table::rows).sum(),
                    files);
        } catch (SQLException e) {
            throw new StartRefused("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Contents.Table> tables(OwnerTables tables, ArchiveZip zip) throws SQLException, IOException {
        List<Contents.Table> written = new ArrayList<>();
        List<OwnerTables.Table> all = tables.all();
        for (OwnerTables.Table table : all) {
            require(table.open(), table.name() + " has no policy that lets a backup read it");
            try {
                zip.file("tables/" + table.name(), out -> {
                    out.write((table.columns() + "\n").getBytes(StandardCharsets.UTF_8));
                    try {
                        written.add(tables.copy(table, out));
                    } catch (SQLException e) {
                        throw new StartRefused("the table " + table.name() + " cannot be read: " + e.getMessage(), e);
                    }
                    return written.getLast().rows();
                });
            } finally {
                progress.accept(table.name() + " (" + written.size() + " of " + all.size() + ")");
            }
        }
        return written;
    }

    private static void put(ArchiveZip zip, String name, Path file) throws IOException {
        zip.file(name, out -> {
            Files.copy(file, out);
            return null;
        });
    }

    private String name(Path file) {
        String name = place.data().relativize(file).toString();
        require(name.matches(NAMES), "the file " + file + " has a name that not every machine can write: rename it");
        return name;
    }

    private List<Path> folders() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path path = place.data().resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> all = Files.walk(path)) {
                    // What is being written takes its name at its end.
                    files.addAll(listed(all, "(?!.*\\.new$).*"));
                }
            }
        }
        return files;
    }

    private List<Path> keys() throws IOException {
        try (Stream<Path> all = Files.list(place.secrets())) {
            return listed(all, KEYS);
        }
    }

    /** Links are not followed: what lies elsewhere is not ours. */
    private static List<Path> listed(Stream<Path> paths, String names) {
        return paths.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .filter(file -> file.getFileName().toString().matches(names))
                .sorted()
                .toList();
    }

    private static byte[] json(Object value) {
        return JsonMapper.shared().writeValueAsBytes(value);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StartRefused(otherwise);
        }
    }
}
