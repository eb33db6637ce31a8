package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.web.MatterPage.Asked;
import org.yijitong.shared.Invalid;

/**
 * The form of the door.
 *
 * @param units to whom something may be said; empty when that is plain
 * @param abouts what a complaint may be about; empty when that is not asked
 * @param from the kind of page it is asked from; empty when none
 * @param signedIn whether whoever asks may be known
 * @param known whether whoever is signed in stands on the roster
 */
public record DoorPage(
        DoorKind kind,
        Map<String, String> units,
        Map<String, String> abouts,
        List<Asked> asked,
        String from,
        boolean signedIn,
        boolean known,
        Map<String, String> typed,
        Map<String, Invalid.Fault> faults) {
    /** Whether a name and a telephone may be left. */
    public boolean contact() {
        return !kind.inside();
    }

    /** Whether anybody may know what became of what was raised. */
    public boolean figures() {
        return kind == DoorKind.HOTLINE;
    }

    /** Whether it may be raised without a name. */
    public boolean unnamed() {
        return signedIn && kind != DoorKind.CORRECTION;
    }

    /** Whether whoever is signed in has to stand on the roster first. */
    public boolean lacking() {
        return kind == DoorKind.CORRECTION && !known;
    }

    /** Where the form is sent to. */
    public String action() {
        return address(kind);
    }

    static String address(DoorKind kind) {
        return switch (kind) {
            case HOTLINE -> "/hotline";
            case COMPLAINT -> "/complaint";
            case CORRECTION -> "/correction";
            case IDEA -> "/idea";
        };
    }

    /** What was typed for a field. */
    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
