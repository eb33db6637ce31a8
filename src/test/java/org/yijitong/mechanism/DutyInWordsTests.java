package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.ProductTest;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** What ships is told in sentences that need no knowledge of documents. */
@ProductTest
class DutyInWordsTests {
    @Autowired
    Mechanisms mechanisms;

    @Autowired
    Publications publications;

    @Autowired
    MessageSource messages;

    @BeforeEach
    void publish() {
        publications.refresh();
    }

    @Test
    void everyShippedDutyIsToldWithoutAWordOfItsDocument() {
        assertThat(told(Language.ZH_HANS))
                .hasSizeGreaterThan(30)
                .allSatisfy(duty -> assertThat(
                                String.join("", duty.who(), duty.often(), duty.counts(), duty.due(), duty.basis()))
                        .doesNotContainPattern("[A-Za-z_]")
                        .contains("《"));
        assertThat(told(Language.ZH_HANT))
                .allSatisfy(duty ->
                        assertThat(duty.who() + duty.counts() + duty.due()).doesNotContainPattern("[A-Za-z_个党时后]"));
    }

    @Test
    void conditionsBecomeOneSentence() {
        assertThat(told(Language.ZH_HANS).stream().map(DutyInWords::counts))
                .contains(
                        "活动是支委会或党员大会，第一项议题是学习，至少 1 件事定了谁来办、何时办完",
                        "活动是集中培训、党课、集体学习、主题党日或纪律教育",
                        "活动是党课，讲课人是书记或班子成员",
                        "活动是走基层，至少收到 1 个问题");
        assertThat(told(Language.EN).stream().map(DutyInWords::counts))
                .contains("kind of activity: Party lesson, lecturer: Secretary or Member of the leadership");
    }

    @Test
    void whoHowOftenAndByWhen() {
        assertThat(told(Language.ZH_HANS).stream().map(duty -> duty.who() + duty.often()))
                .contains("党支部、联合党支部（党员 7 人以上）每月至少 1 次", "担任书记的正式党员每年合计至少 56 学时")
                .contains("党支部、联合党支部活动是承诺的，从那天起 12 个月内至少 1 次");
        assertThat(told(Language.ZH_HANS).stream().map(DutyInWords::due)).contains("当季最后一天之后 5 个工作日内", "期限的最后一天");
    }

    private List<DutyInWords> told(Language language) {
        return mechanisms.all().stream()
                .filter(duty -> !duty.mechanism().pack().equals("own"))
                .map(duty -> new DutyInWords(duty, new Words(messages, language)))
                .toList();
    }
}
