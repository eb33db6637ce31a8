package org.yijitong.mechanism.reading;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.yaml.DocumentFault;
import org.yijitong.yaml.Source;
import org.yijitong.yaml.SourceFiles;

/** A document that is right, facts it speaks of, and ways to spoil it. */
final class Sample {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static final FactKind MEETING = new FactKind(
            "activity",
            List.of(
                    FactField.choices(
                            "kinds", List.of("general_meeting", "committee_meeting", "lesson", "reading", "pledge")),
                    FactField.flag("study"),
                    FactField.text("theme"),
                    FactField.number("present"),
                    FactField.number("partners"),
                    FactField.number("hours"),
                    FactField.choice("lecturer", List.of("secretary", "expert"))));

    static final String TEXT = """
            mechanism: three-meetings
            version: 1
            name: {zh-Hans: 三会一课, en: Three meetings}
            in-force: {since: 2018-10-28, until: 2028-12-31, published: 2018-10-28}
            sources: [{regulation: 支部工作条例, article: 第十一条}]
            duties:
              - duty: general-meeting
                name: {zh-Hans: 支部党员大会, en: General meeting}
                basis: {regulation: 支部工作条例, article: 第十一条}
                owed-by: {organizations: [branch, joint_branch], members: {least: 3}}
                every: quarter
                need: 1
                counts:
                  fact: activity
                  where:
                    - {field: kinds, contains: general_meeting}
                    - {field: present, min: 3}
                grace: {working-days: 5}
                excuses: [not_applicable, merged]
                visible: direct
                advice: {zh-Hans: 补开一次, en: Hold it late}
            """;

    static final RedLines RED_LINES = new RedLines(new DocumentFiles(new SourceFiles("data")));

    private static final DocumentReader READER =
            new DocumentReader(new Vocabulary(List.of(MEETING)), RED_LINES, () -> java.util.Set.of("LH-SZ", "LH-GH"));

    private Sample() {}

    static DocumentReader.Read read(String text) {
        return READER.read(new Source("三会一课.yaml", Source.OWN, text), TODAY);
    }

    /** The sample with one part replaced; the part must be there. */
    static String with(String part, String other) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("not in the sample: " + part);
        }
        return TEXT.replace(part, other);
    }

    /** Each fault as {@code line:column key}. */
    static List<String> faults(String text) {
        return read(text).faults().stream().map(Sample::brief).toList();
    }

    private static String brief(DocumentFault fault) {
        return fault.line() + ":" + fault.column() + " "
                + fault.messageKey().replaceFirst("^(mechanism|yaml)\\.fault\\.", "");
    }
}
