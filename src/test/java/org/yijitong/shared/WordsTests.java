package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aNameThatComesAgainIsSaidOnceWithHowOften() {
        Words words = new Words(messages, Language.ZH_HANS);
        assertThat(words.once(List.of("党课", "主题党日", "党课"))).containsExactly("党课 × 2", "主题党日");
        assertThat(words.once(List.of())).isEmpty();
    }
}
