package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.ProductTest;

/** What is said in lines and lists. */
@ProductTest
class WordsTests {
    @Autowired
    MessageSource messages;

    @Test
    void daysOfTwoYearsBothSayTheirYear() {
        Words words = new Words(messages, Language.ZH_HANS);
        LocalDate pledged = LocalDate.of(2025, 1, 13);
        assertThat(words.period(pledged, pledged.plusYears(1), 2026)).isEqualTo("2025年1月13日至2026年1月13日");
        assertThat(words.period(pledged, pledged.plusDays(4), 2025)).isEqualTo("1月13日至1月17日");
    }

    @Test
    void aNameThatComesAgainIsSaidOnceWithHowOften() {
        Words words = new Words(messages, Language.ZH_HANS);
        assertThat(words.once(List.of("党课", "主题党日", "党课"))).containsExactly("党课 × 2", "主题党日");
        assertThat(words.once(List.of())).isEmpty();
    }
}
