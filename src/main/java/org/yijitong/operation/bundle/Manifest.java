package org.yijitong.operation.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.operation.archive.ArchiveFile;
import tools.jackson.databind.JsonNode;

/**
 * What a bundle says of itself, in its last file.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format: {@link #VERSION}
 * @param schema the last migration of the server it comes from
 * @param above the units above, the nearest first, as they stood when the bundle was made
 * @param documents mechanisms that the rows name; their text lies beside
 * @param flows in one version each, that the matters follow; their text lies beside, too
 * @param numbers how identity numbers are sealed; null when they were left out
 * @param files all other files, in the order they were written
 * @param leftOut tables that stay behind, each with the reason
 */
record Manifest(
        String format,
        int version,
        String schema,
        Instant madeAt,
        Unit unit,
        List<Unit> above,
        List<Document> documents,
        List<NamedDuty> duties,
        List<Rule> rules,
        List<Flow> flows,
        @Nullable Terms numbers,
        List<ArchiveFile> files,
        Map<String, String> leftOut) {
    static final String NAME = "manifest.json";
    static final String FORMAT = "yijitong-bundle";
    static final int VERSION = 1;

    Manifest {
        above = List.copyOf(above);
        documents = List.copyOf(documents);
        duties = List.copyOf(duties);
        rules = List.copyOf(rules);
        flows = List.copyOf(flows);
        files = List.copyOf(files);
        leftOut = Map.copyOf(leftOut);
    }

    record Unit(UUID unitId, String code, String name) {}

    /** A mechanism in one version; its text is the file {@code mechanisms/NAME-NUMBER.yaml}. */
    record Document(String mechanism, int number, String pack) {
        String file() {
            return "mechanisms/" + mechanism + "-" + number + ".yaml";
        }
    }

    /** A duty by its author's name, {@code mechanism/duty}, and by the id it has in the rows. */
    record NamedDuty(String duty, UUID dutyId) {}

    /**
     * A duty in one version of its mechanism, by the id it has in the rows.
     *
     * @param rule what it demands, as the ledger understands it
     */
    record Rule(String duty, int number, UUID dutyVersionId, JsonNode rule) {}

    /**
     * A flow in one version, by the id it has in the rows; its text is the file {@code flows/NAME-NUMBER.yaml}.
     *
     * @param sha256 of the text in UTF-8
     */
    record Flow(String flow, int number, String pack, UUID versionId, String sha256) {
        String file() {
            return "flows/" + flow + "-" + number + ".yaml";
        }
    }

    /**
     * How a key follows from the passphrase, and a known word sealed with it. Salt and word in Base64.
     *
     * @param memory in KiB
     */
    record Terms(String kdf, int memory, int passes, int lanes, String salt, String word) {}
}
