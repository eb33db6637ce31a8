package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;

/** Kinds and states of members, as people write them. */
class KindsTests {

    @ParameterizedTest
    @CsvSource({
        "正式党员,FULL",
        "正式,FULL",
        "中共党员,FULL",
        "党员,FULL",
        "在职党员,FULL",
        "正式党员（离退休）,FULL",
        "中共预备党员,PROBATIONARY",
        "预备,PROBATIONARY",
        "发展对象,PROSPECT",
        "入党积极分子,ACTIVIST",
        "积极分子,ACTIVIST",
        "入党申请人,APPLICANT",
        "群众,NONE",
        "非党员,NONE",
        "流动党员,",
        "停止党籍,",
        "已故,",
        "在职,",
        "否,",
        "'',"
    })
    void a_kind_is_read(String written, @Nullable MemberKind kind) {
        Kinds.Reading reading = Kinds.parse(written);
        assertThat(reading.kind().orElse(null)).isEqualTo(kind);
        assertThat(reading.understood()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "流动党员,FLOATING",
        "正式党员、流动,FLOATING",
        "离退休党员,RETIRED",
        "退休,RETIRED",
        "停止党籍,SUSPENDED",
        "失联党员,LOST_CONTACT"
    })
    void a_state_is_read(String written, MemberState state) {
        assertThat(Kinds.parse(written).states()).containsExactly(state);
    }

    @Test
    void death_is_no_state_and_the_unknown_is_said_to_be_unknown() {
        assertThat(Kinds.parse("正式党员（已故）").deceased()).isTrue();
        assertThat(Kinds.parse("已去世").understood()).isFalse();
        assertThat(Kinds.parse("已去世").deceased()).isTrue();
        assertThat(Kinds.parse("留党察看").understood()).isFalse();
    }
}
