package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.organization.roster.BranchMatch.Known;
import org.yijitong.organization.roster.BranchMatch.Result.Found;
import org.yijitong.organization.roster.BranchMatch.Result.Several;
import org.yijitong.organization.roster.BranchMatch.Result.Similar;
import org.yijitong.organization.roster.BranchMatch.Result.Unknown;

/** A branch is found however its name is written, and never guessed. */
class BranchMatchTests {

    private static final BranchMatch<String> KNOWN = new BranchMatch<>(List.of(
            new Known<>("3", "中共岭海省数据局机关第三支部委员会", List.of("第三党支部")),
            new Known<>("4", "第四党支部", List.of()),
            new Known<>("13", "第十三党支部", List.of()),
            new Known<>("office", "办公室党支部", List.of("秘书处党支部")),
            new Known<>("old", "离退休干部第一党支部", List.of("老干支部")),
            new Known<>("old2", "离退休干部第二党支部", List.of("老干支部")),
            new Known<>("policy", "政策法规处党支部", List.of())));

    @ParameterizedTest
    @CsvSource({
        "第三党支部,3", "三支部,3", "第3支部,3", "第３党支部,3", " 第 三 支 部 ,3", "第三支部委员会,3", "岭海省数据局机关第三党支部,3",
        "四支部,4", "中共第四党支部,4", "13支部,13", "十三支部,13", "办公室支部,office", "秘书处党支部,office", "第四党支部（12人）,4"
    })
    void the_same_name_written_otherwise_is_found(String written, String id) {
        assertThat(KNOWN.match(written)).isEqualTo(new Found<>(id));
    }

    @Test
    void a_name_borne_by_two_is_left_to_a_person() {
        assertThat(KNOWN.match("老干支部")).isEqualTo(new Several<>(List.of("old", "old2")));
    }

    @ParameterizedTest
    @CsvSource({"机关第三支部,3", "政策法规支部,policy", "政策法规处,policy", "政策法归处党支部,policy", "数据局第四支部,4"})
    void a_similar_name_is_suggested_only(String written, String first) {
        assertThat(KNOWN.match(written))
                .isInstanceOfSatisfying(
                        Similar.class,
                        similar -> assertThat(similar.ids().getFirst()).isEqualTo(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"第五党支部", "财务处", "", "工会"})
    void another_number_or_name_is_unknown(String written) {
        assertThat(KNOWN.match(written)).isEqualTo(new Unknown<>());
    }
}
