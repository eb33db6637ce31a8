package org.yijitong.matter;

import org.yijitong.shared.Refused;

/** Somebody took a step meanwhile, so the page that was read no longer holds. Nothing has been stored. */
public class Overtaken extends Refused {
    private final transient MatterId matter;

    Overtaken(MatterId matter) {
        super("matter.refused.meanwhile");
        this.matter = matter;
    }

    /** Whose history says what happened. */
    public MatterId matter() {
        return matter;
    }
}
