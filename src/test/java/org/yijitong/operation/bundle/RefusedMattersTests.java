package org.yijitong.operation.bundle;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Matters whose flows are not here, or not the same: refused with their names. */
class RefusedMattersTests extends AlteredBundles {
    @Test
    void flowsThatAreNotHereOrHaveAnotherText() {
        refused(
                saying(manifest -> {
                    ObjectNode unit = (ObjectNode) manifest.path("unit");
                    unit.put("unit_id", other.toString()).put("code", "OTHER");
                    manifest.putNull("numbers");
                    manifest.path("flows").forEach(flow -> {
                        if (flow.path("flow").stringValue().equals("rectification")) {
                            ((ObjectNode) flow).put("sha256", "0".repeat(64));
                        } else {
                            ((ObjectNode) flow).put("number", 99);
                        }
                    });
                }),
                "matters of the bundle follow flows that are not here: sample-rectification version 99; and flows that have"
                        + " another text here: rectification version 1; their documents lie in its folder flows");
    }

    @Test
    void aMatterUnderAFlowThatTheManifestDoesNotName() {
        Path open = world.pack(folder, null);
        refused(
                rewritten(
                        open,
                        "matter.matters",
                        rows -> rows.replaceFirst(
                                "\"version_id\": \"[^\"]*\"", "\"version_id\": \"" + UUID.randomUUID() + "\"")),
                "rows of matter.matters in the bundle are not taken here: rows with other columns, of another unit or of"
                        + " unknown duties or flows: 1");
    }
}
