package org.yijitong.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether something failed because no room was left, which programs say in many ways. */
final class DiskFull {
    /** PostgreSQL's {@code disk_full}. */
    private static final String STATE = "53100";

    private static final List<String> WORDS =
            List.of("No space left on device", "File too large", "Disk quota exceeded", "not enough space");

    /** A database that finds less than one segment of its journal, of 16 MiB, stops without saying why. */
    private static final long LEAST = 17L << 20;

    private DiskFull() {}

    /** By what was said of it. */
    static boolean said(Throwable why) {
        for (@Nullable Throwable each = why; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (WORDS.stream().anyMatch(message::contains)
                    || (each instanceof SQLException sql && STATE.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** By what is left where a folder lies. */
    static boolean at(Path folder) throws IOException {
        return Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() < LEAST;
    }
}
