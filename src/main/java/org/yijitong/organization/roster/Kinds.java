package org.yijitong.organization.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;

/** What people write as 人员类别 or 党籍状态; the words are in {@code roster/kinds.properties}. */
public final class Kinds {

    private static final String DECEASED = "DECEASED";
    private static final String NOT_SAID = "NOT_SAID";

    private record Word(String text, String meaning) {}

    private static final List<Word> LONGEST_FIRST = words();

    private Kinds() {}

    /**
     * A reading.
     *
     * @param kind empty when the words say nothing of it
     * @param deceased whether the person is said to have died, which ends a membership
     * @param understood whether every part of the text was known; otherwise a person must look
     */
    public record Reading(Optional<MemberKind> kind, Set<MemberState> states, boolean deceased, boolean understood) {

        public Reading {
            states = Set.copyOf(states);
        }
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (Map.Entry<String, String> each : Words.load("kinds.properties").entrySet()) {
            Written.words(each.getValue()).forEach(word -> words.add(new Word(word, each.getKey())));
        }
        words.sort(Comparator.comparingInt((Word word) -> word.text().length())
                .reversed()
                .thenComparing(Word::text));
        return words;
    }

    /** Reads such as 正式党员（离退休）, 预备, 流动党员, 已故. */
    public static Reading parse(String text) {
        String rest = Written.plain(text);
        Optional<MemberKind> kind = Optional.empty();
        Set<MemberState> states = EnumSet.noneOf(MemberState.class);
        boolean deceased = false;
        for (Word word : LONGEST_FIRST) {
            if (!rest.contains(word.text()) || (word.meaning().equals(NOT_SAID) && !rest.equals(word.text()))) {
                continue;
            }
            rest = rest.replace(word.text(), "");
            if (isKind(word)) {
                kind = kind.or(() -> Optional.of(MemberKind.valueOf(word.meaning())));
            } else if (word.meaning().equals(DECEASED)) {
                deceased = true;
            } else if (!word.meaning().equals(NOT_SAID)) {
                states.add(MemberState.valueOf(word.meaning()));
            }
        }
        boolean understood = rest.replaceAll("[(),、/;+|\\-]", "").isEmpty();
        return new Reading(kind, states, deceased, understood);
    }

    private static boolean isKind(Word word) {
        return List.of(MemberKind.values()).stream()
                .anyMatch(each -> each.name().equals(word.meaning()));
    }
}
