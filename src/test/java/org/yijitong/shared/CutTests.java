package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No character is halved, wherever a text is cut. */
class CutTests {
    @Test
    void aTextIsCutBetweenCharacters() {
        assertThat(Cut.at(3, "一二三四")).isEqualTo("一二三");
        assertThat(Cut.at(4, "一二三四")).isEqualTo("一二三四");
        assertThat(Cut.at(2, "一𠮷二")).isEqualTo("一");
        assertThat(Cut.at(3, "一𠮷二")).isEqualTo("一𠮷");
        assertThat(Cut.end(2, "一𠮷二")).isEqualTo("二");
        assertThat(Cut.end(3, "一𠮷二")).isEqualTo("𠮷二");
        assertThat(Cut.at(0, "𠮷")).isEmpty();
    }
}
