package org.yijitong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.mechanism.OtherServer;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;

/** What is told on one server sets off what another one published, though this one did not hear of it yet. */
@ProductTest
@Import({SampleUnit.class, OtherServer.class})
@Transactional
class PublishedElsewhereTests {
    private static final String TEXT = """
            mechanism: elsewhere
            version: 1
            name: {zh-Hans: 读书会, en: Reading club}
            in-force: {since: 2025-01-15, until: 2027-12-31, published: 2025-02-01}
            sources: [{regulation: 本单位办法}]
            duties:
              - duty: answer
                name: {zh-Hans: 读书会, en: Reading club}
                basis: {regulation: 本单位办法}
                owed-by: {organizations: [branch]}
                after: {fact: probe, where: {field: tags, contains: one}, within: {days: 20}}
                need: 1
                counts: {fact: probe, where: {field: tags, contains: two}}
            """;

    @Autowired
    SampleUnit sample;

    @Autowired
    OtherServer elsewhere;

    @Autowired
    Ledger ledger;

    @Autowired
    Openings openings;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    Days days;

    @Autowired
    Db db;

    private Made made;

    @BeforeEach
    void make() {
        made = sample.make();
        openings.open(made.scope().unit());
    }

    @Test
    void aFactOpensWhatIsOwedByIt() {
        elsewhere.publish(TEXT);
        assertThat(mechanisms.all())
                .as("this server does not know it yet")
                .noneMatch(duty -> duty.mechanism().id().equals("elsewhere"));
        ledger.restate(
                made.scope(),
                new Source("probe", UUID.randomUUID()),
                List.of(new Fact("probe", made.third(), days.today(), Map.of("tags", List.of("one")), Set.of())));
        assertThat(db.in(made.scope().unit(), """
                        SELECT o.organization_id FROM ledger.obligations o
                        JOIN mechanism.v_duties d ON d.duty_version_id = o.duty_version_id
                        WHERE o.unit_id = :unit AND d.mechanism = 'elsewhere'
                        """).list(UUID.class))
                .containsExactly(made.third().value());
    }
}
