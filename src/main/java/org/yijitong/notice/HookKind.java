package org.yijitong.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can happen to a matter that other systems are told of; the words of matter events, and a trial. */
public enum HookKind {
    BEGUN,
    STEP,
    /** Another organization has it. */
    HANDED,
    /** It is due on another day. */
    MOVED,
    MIGRATED,
    /** It was closed for another one about the same to go on. */
    MERGED,
    /** Nothing happened: somebody tries whether it arrives. */
    TEST;

    /** Those that can be asked for. */
    public static final List<HookKind> CHOICES =
            Arrays.stream(values()).filter(each -> each != TEST).toList();

    /** What a message says it is about, such as {@code matter.step}. */
    String type() {
        return (this == TEST ? "hook." : "matter.") + name().toLowerCase(Locale.ROOT);
    }
}
