package org.yijitong.personal.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.personal.Contact;
import org.yijitong.personal.NoticeChanges.Changed;
import org.yijitong.personal.NoticeChanges.Line;
import org.yijitong.personal.PersonalColumn;
import org.yijitong.personal.PersonalTable;
import org.yijitong.personal.Register;
import org.yijitong.personal.RegisterWords;
import org.yijitong.shared.Page;

/**
 * What people are told about what is held on them.
 *
 * @param unit who handles it; empty on a server without units
 * @param contact whom they turn to there; null as long as nobody wrote it down
 * @param units the units to choose from, by id; empty for whoever is signed in, who reads the notice of their own
 * @param chosen the id of the unit
 * @param changed what changed last; null as long as nothing did
 * @param edits whether whoever looks may write the contact
 */
public record NoticePage(
        String unit,
        @Nullable Contact contact,
        Map<String, String> units,
        String chosen,
        boolean edits,
        Register register,
        RegisterWords words,
        @Nullable Changed changed) {
    /** What changed last, in a line each. */
    public List<String> changes(Page page) {
        Changed last = changed;
        return last == null
                ? List.of()
                : Stream.of(
                                lines(page, "personal.notice.changed.fresh", last.fresh()),
                                lines(page, "personal.notice.changed.altered", last.altered()),
                                lines(page, "personal.notice.changed.gone", last.gone()))
                        .flatMap(List::stream)
                        .toList();
    }

    private List<String> lines(Page page, String key, List<Line> lines) {
        return lines.stream()
                .map(line -> page.t(
                        key,
                        say(page, line.means()),
                        say(page, line.purpose()),
                        say(page, line.keep()),
                        say(page, line.basis())))
                .toList();
    }

    /** The tables of a group. */
    public List<PersonalTable> in(String group) {
        return register.in(group);
    }

    /** Words of the register in the language of the page. */
    public String say(Page page, String chinese) {
        return words.in(page.words().language(), chinese);
    }

    /** The sensitive columns of a table, as one text; empty for none. */
    public String sensitive(Page page, PersonalTable table) {
        return table.sensitive().stream()
                .map(PersonalColumn::means)
                .distinct()
                .map(means -> say(page, means))
                .collect(Collectors.joining(page.t("personal.register.between")));
    }
}
