package org.yijitong.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yijitong.shared.Language;

/** What the register says is said in every language, and nothing else is. */
class RegisterWordsTests {
    @ParameterizedTest
    @EnumSource(names = {"EN", "ZH_HANT"})
    void everyWordOfTheRegisterIsTranslated(Language language) {
        var said = RegisterWords.said(RegisterFile.shipped());
        assertThat(said).hasSizeGreaterThan(150);
        assertThat(RegisterWords.shipped().all(language)).containsOnlyKeys(said);
    }

    @ParameterizedTest
    @EnumSource(names = {"EN"})
    void englishIsEnglish(Language language) {
        assertThat(RegisterWords.shipped().all(language).values())
                .allSatisfy(words -> assertThat(words).doesNotContainPattern("\\p{IsHan}"));
    }
}
