package org.yijitong.mechanism;

import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.reading.RedLines;
import org.yijitong.mechanism.reading.UnitCodes;
import org.yijitong.yaml.Faults;

/** What no document may ask for, whatever it is a document of. */
@Component
public class Law {
    private final RedLines redLines;
    private final UnitCodes codes;

    Law(RedLines redLines, UnitCodes codes) {
        this.redLines = redLines;
        this.codes = codes;
    }

    /** Notes every place of a document where a red line is touched. */
    public void check(Node root, Faults faults) {
        redLines.check(root, faults);
    }

    /** Notes every unit that a document names and that is not there. */
    public void checkUnits(Node root, Faults faults) {
        codes.check(root, faults);
    }
}
