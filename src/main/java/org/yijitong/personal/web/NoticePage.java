package org.yijitong.personal.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.personal.Contact;
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
 * @param edits whether whoever looks may write the contact
 */
public record NoticePage(
        String unit,
        @Nullable Contact contact,
        Map<String, String> units,
        String chosen,
        boolean edits,
        Register register,
        RegisterWords words) {
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
