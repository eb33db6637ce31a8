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
 * @param year on which it may be rehearsed; null for those who may not
 */
public record CheckPage(
        String text,
        boolean tried,
        List<String> faults,
        List<DutyInWords> duties,
        @Nullable Integer year) {
    static CheckPage of(Words words, String text, Publications.@Nullable Checked checked, @Nullable Integer year) {
        if (checked == null) {
            return new CheckPage(text, false, List.of(), List.of(), year);
        }
        return new CheckPage(
                text,
                true,
                checked.faults().stream().map(fault -> fault.sentence(words)).toList(),
                checked.duties().stream()
                        .map(duty -> new DutyInWords(duty, words))
                        .toList(),
                year);
    }

    /** Whether there is something that may be rehearsed. */
    public boolean rehearsable() {
        return year != null && !duties.isEmpty();
    }
}
