package org.yijitong.notice.web;

import java.util.List;
import java.util.UUID;
import org.yijitong.notice.HookKind;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;

/** What forms and programs say of hooks, read. */
final class HookWords {
    private static final int LONGEST_PLACE = 9;

    private HookWords() {}

    /** The name of a message in its parts. */
    record Message(UUID subject, int place) {}

    /** Kinds by their names, in any case; those nobody knows are none. */
    static List<HookKind> kinds(List<String> names) {
        return HookKind.CHOICES.stream()
                .filter(kind -> names.stream().anyMatch(name -> kind.name().equalsIgnoreCase(name)))
                .toList();
    }

    /** @throws Invalid on {@code kinds} when one is unknown */
    static List<HookKind> exactly(List<String> names) {
        List<HookKind> kinds = kinds(names);
        if (!names.stream()
                .allMatch(name -> kinds.stream().anyMatch(kind -> kind.name().equalsIgnoreCase(name)))) {
            throw new Invalid("kinds", "notice.invalid.hook.kinds");
        }
        return kinds;
    }

    /** @throws NotFound when it is no such name */
    static Message message(String name) {
        int line = name.indexOf('_');
        String place = name.substring(line + 1);
        if (line < 0 || place.length() > LONGEST_PLACE || !place.matches("[0-9]+")) {
            throw new NotFound();
        }
        return new Message(Ids.inAddress(name.substring(0, line)), Integer.parseInt(place));
    }
}
