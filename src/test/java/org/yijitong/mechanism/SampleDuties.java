package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.yijitong.shared.Days;

/** A mechanism of the tests' own: a committee meeting each month, a lesson each quarter, and one private duty. */
@TestComponent
public class SampleDuties {
    public static final String MECHANISM = "sample-rules";
    private static final String TEXT = """
            mechanism: sample-rules
            version: 1
            name: {zh-Hans: 样例规定, en: Sample rules}
            in-force: {since: SINCE, until: UNTIL, published: SINCE}
            sources: [{regulation: 中国共产党支部工作条例（试行）}]
            duties:
              - duty: committee-meeting
                name: {zh-Hans: 样例支委会, en: Sample committee meeting}
                basis: {regulation: 中国共产党支部工作条例（试行）, article: 第十一条}
                owed-by: {organizations: [branch]}
                every: month
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: committee_meeting}]}
                excuses: [not_applicable]
                advice: {zh-Hans: 补开一次，记上就算。, en: Hold one and record it.}
              - duty: lesson
                name: {zh-Hans: 样例党课, en: Sample lesson}
                basis: {regulation: 中国共产党支部工作条例（试行）, article: 第十一条}
                owed-by: {organizations: [branch]}
                every: quarter
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: lesson}]}
              - duty: heart-talk
                name: {zh-Hans: 样例谈心, en: Sample talk}
                basis: {regulation: 中国共产党支部工作条例（试行）, article: 第十五条}
                owed-by: {organizations: [branch]}
                every: month
                need: 1
                counts: {fact: activity, where: [{field: kinds, contains: heart_talk}]}
                visible: private
            """;

    @Autowired
    Publications publications;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    Days days;

    /** Publishes it, unless that was done before. */
    public void publish() {
        LocalDate since = LocalDate.of(days.today().getYear() - 2, 1, 1);
        assertThat(publications.publish(
                        "sample.yaml",
                        TEXT.replace("SINCE", since.toString())
                                .replace("UNTIL", since.plusYears(5).toString())))
                .isEmpty();
    }

    /** The committee meeting. */
    public UUID meeting() {
        return mechanisms.all().stream()
                .filter(duty ->
                        duty.mechanism().id().equals(MECHANISM) && duty.id().equals("committee-meeting"))
                .findFirst()
                .orElseThrow()
                .dutyId();
    }
}
