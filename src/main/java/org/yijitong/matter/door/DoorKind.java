package org.yijitong.matter.door;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be raised at the door; each goes the way of one flow. */
public enum DoorKind {
    /** 民声热线: whoever has something to say to a department. */
    HOTLINE("hotline"),
    /** 投诉建议: a burden or a fault; it goes to whoever is above those it is about. */
    COMPLAINT("complaint"),
    /** 更正个人信息 (《个人信息保护法》第四十六条): about one's own record, by whoever is signed in. */
    CORRECTION("personal-data-correction"),
    /** 金点子: by whoever is signed in, named or unnamed. */
    IDEA("bright-ideas");

    private final String flow;

    DoorKind(String flow) {
        this.flow = flow;
    }

    /** Whether only those signed in may raise it. */
    public boolean inside() {
        return this == CORRECTION || this == IDEA;
    }

    /** The flow that it goes. */
    public String flow() {
        return flow;
    }

    /** The kind whose flow this is, if matters of that flow are raised at the door. */
    public static Optional<DoorKind> of(String flow) {
        return Stream.of(values()).filter(kind -> kind.flow.equals(flow)).findFirst();
    }
}
