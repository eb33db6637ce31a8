package org.yijitong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTests {
    /** Two surnames and four given names, of which three may not be given. */
    private static final Vocabulary FEW = new Vocabulary(
            "林陈",
            "清望",
            "玄道",
            List.of(),
            "",
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            Set.of("林清玄", "陈望道"));

    @Test
    void nobodyWellKnownAndNobodyOfTheStoryIsNamedAndNobodyTwice() {
        Names names = new Names(FEW, List.of("林望道"), new Random(1));
        Set<String> given = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            given.add(names.next());
        }
        assertThat(given).containsExactlyInAnyOrder("林清道", "林望玄", "陈清玄", "陈清道", "陈望玄");
    }

    @Test
    void theRealListHoldsNamesThatCouldOtherwiseBeMade() {
        Vocabulary words = WorldFile.read("people", Vocabulary.class);
        assertThat(words.avoid())
                .filteredOn(name -> name.length() == 3
                        && words.surnames().indexOf(name.charAt(0)) >= 0
                        && words.first().indexOf(name.charAt(1)) >= 0
                        && words.second().indexOf(name.charAt(2)) >= 0)
                .isNotEmpty();
    }
}
