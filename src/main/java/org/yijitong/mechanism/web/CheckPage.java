package org.yijitong.mechanism.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.DutyInWords;
import org.yijitong.mechanism.Publications;
import org.yijitong.shared.Words;

/**
 * A document being tried.
 *
 * @param text as it was typed
 * @param tried whether anything was tried yet
 * @param faults what is wrong, each with its place
 * @param duties what it says
 */
public record CheckPage(String text, boolean tried, List<String> faults, List<DutyInWords> duties) {
    static CheckPage of(Words words, String text, Publications.@Nullable Checked checked) {
        if (checked == null) {
            return new CheckPage(text, false, List.of(), List.of());
        }
        return new CheckPage(
                text,
                true,
                checked.faults().stream().map(fault -> fault.sentence(words)).toList(),
                checked.duties().stream()
                        .map(duty -> new DutyInWords(duty, words))
                        .toList());
    }
}
