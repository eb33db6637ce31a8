package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yijitong.ProductTest;
import org.yijitong.ledger.Openings;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.Posts;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;

/** A unit with its office and the secretary of its third branch, and matters that have come so far. */
@ProductTest
@Import({SampleUnit.class, MatterProbe.class})
abstract class MatterDesk {
    @Autowired
    SampleUnit sample;

    @Autowired
    MatterProbe probe;

    @Autowired
    Matters matters;

    @Autowired
    Board board;

    @Autowired
    Handovers handovers;

    @Autowired
    Posts posts;

    @Autowired
    Organizations organizations;

    @Autowired
    Openings openings;

    @Autowired
    Days days;

    Made made;
    Scope office;
    Scope secretary;
    OrganizationId top;
    LocalDate today;

    @BeforeEach
    void make() {
        made = sample.make();
        office = made.scope();
        top = new OrganizationId(office.top());
        secretary = new Scope(UUID.randomUUID(), office.unit(), made.third().value());
        probe.holds(secretary, made.person("林若川"));
        today = days.today();
        openings.open(office.unit());
    }

    MatterId begun() {
        return matters.begin(
                office,
                top,
                new Beginning("rectification", "学习记录不全", "assessment", Map.of("problem", "三月少一次"), Map.of()));
    }

    void act(Scope scope, MatterId id, String step, Map<String, String> answers, Map<String, OrganizationId> parties) {
        int revision = matters.find(scope, id).revision();
        matters.step(
                scope,
                id,
                new Act(revision, step, answers, parties, UUID.randomUUID().toString()));
    }

    MatterId assigned() {
        MatterId id = begun();
        act(
                office,
                id,
                "assign",
                Map.of("measures", "补学", "due", today.plusDays(9).toString()),
                Map.of("responsible", made.third()));
        return id;
    }

    MatterId reported() {
        MatterId id = assigned();
        act(secretary, id, "report", Map.of("result", "已补学"), Map.of());
        return id;
    }

    void reopen(MatterId id) {
        act(
                office,
                id,
                "reopen",
                Map.of("relapse", "又缺了", "due", today.plusDays(9).toString()),
                Map.of());
        act(secretary, id, "report", Map.of("result", "又补了"), Map.of());
    }

    void accept(MatterId id) {
        act(office, id, "accept", Map.of("verified", "查了记录"), Map.of());
    }
}
