package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Drafts;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.Records;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** A step that demands evidence is not taken without it, and evidence is what whoever acts may show. */
class EvidenceTests extends MatterDesk {
    private static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.UTF_8);

    @Autowired
    FlowPublications publications;

    @Autowired
    Evidence evidence;

    @Autowired
    Records records;

    private MatterId id;

    @BeforeEach
    void begin() {
        assertThat(ShownWork.publish(publications, today)).isEmpty();
        id = matters.begin(
                office, top, new Beginning("shown-work", "建台账", null, Map.of(), Map.of("doer", made.third())));
    }

    private Map<String, String> answers(Object file, Object record) {
        return Map.of("result", "建好了", "spent", "120.50", "scan", file.toString(), "met", record.toString());
    }

    private RecordId record(Scope scope) {
        return records.record(
                scope,
                new org.yijitong.organization.OrganizationId(scope.top()),
                Drafts.of(today, ActivityKind.COMMITTEE_MEETING));
    }

    private void refused(Map<String, String> answers, String... fields) {
        assertThatThrownBy(() -> act(secretary, id, "report", answers, Map.of()))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsOnlyKeys(fields));
        assertThat(matters.find(office, id).revision()).isEqualTo(1);
    }

    @Test
    void withoutItTheStepIsRefused() {
        refused(Map.of(), "result", "spent", "scan", "met");
        refused(answers("x", "y"), "scan", "met");
        Map<String, String> negative = new HashMap<>(answers(UUID.randomUUID(), UUID.randomUUID()));
        negative.put("spent", "-1");
        refused(negative, "spent");
    }

    @Test
    void whatIsNotOnesOwnToShowIsRefused() {
        UUID mine = evidence.put(secretary, id, "签字页.pdf", PDF);
        UUID theirs = evidence.put(office, id, "别人放的.pdf", PDF);
        RecordId ours = record(secretary);
        RecordId far =
                record(new Scope(office.account(), office.unit(), made.other().value()));
        refused(answers(theirs, ours), "scan");
        refused(answers(mine, far), "met");
        refused(answers(UUID.randomUUID(), UUID.randomUUID()), "scan", "met");
        records.withdraw(secretary, ours, 1, "记错了");
        refused(answers(mine, ours), "met");
        MatterId other = matters.begin(
                office, top, new Beginning("shown-work", "另一件", null, Map.of(), Map.of("doer", made.third())));
        UUID elsewhere = evidence.put(secretary, other, "签字页.pdf", PDF);
        refused(answers(elsewhere, record(secretary)), "scan");
    }

    @Test
    void whoeverSeesTheMatterHasItsFilesOnceTheyShowSomething() {
        UUID file = evidence.put(secretary, id, "签字页.pdf", PDF);
        assertThat(evidence.put(secretary, id, "签字页.pdf", PDF)).isEqualTo(file);
        assertThat(evidence.open(secretary, id, file).answer().getBody()).isEqualTo(PDF);
        assertThatThrownBy(() -> evidence.open(office, id, file)).isInstanceOf(NotFound.class);
        act(secretary, id, "report", answers(file, record(secretary)), Map.of());
        assertThat(evidence.open(office, id, file)
                        .answer()
                        .getHeaders()
                        .getContentDisposition()
                        .isAttachment())
                .isTrue();
        Scope far = new Scope(UUID.randomUUID(), office.unit(), made.other().value());
        assertThatThrownBy(() -> evidence.open(far, id, file)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> evidence.put(far, id, "x.pdf", PDF)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> evidence.put(secretary, id, "x.pdf", PDF)).isInstanceOf(Refused.class);
    }

    @Test
    void aMatterIsFoundByTheNamesOfTheFilesThatShowedSomething() {
        UUID file = evidence.put(secretary, id, "整改照片汇总 Photo2026.pdf", PDF);
        evidence.put(secretary, id, "草稿备忘.pdf", PDF);
        assertThat(found("照片")).isEmpty();
        act(secretary, id, "report", answers(file, record(secretary)), Map.of());
        for (String text : List.of("照片", "汇总", "片汇", "整改照片", "photo2026", "Photo", "台账", "建好")) {
            assertThat(found(text)).as(text).hasSize(text.equals("Photo") ? 0 : 1);
        }
        assertThat(found("备忘")).as("what showed nothing").isEmpty();
        assertThat(found("照片 草稿")).isEmpty();
    }

    private List<MatterLine> found(String text) {
        return board.lines(office, new MatterFilter(false, false, false, null, null, null, text, null), 10);
    }

    @Test
    void aFileIsWhatItsBytesSay() {
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> evidence.put(secretary, id, "a.pdf", page)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> evidence.put(secretary, id, "a.pdf", new byte[0]))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void filesOfOthersThatShowedNothingTakeNobodysPlace() {
        for (int i = 0; i < Evidence.MOST; i++) {
            evidence.put(office, id, "第" + i + "份.pdf", PDF);
        }
        assertThatThrownBy(() -> evidence.put(office, id, "多一份.pdf", PDF)).isInstanceOf(Invalid.class);
        UUID mine = evidence.put(secretary, id, "签字页.pdf", PDF);
        act(secretary, id, "report", answers(mine, record(secretary)), Map.of());
    }

    @Test
    void nothingIsKeptForAStepThatIsNotOnesOwnToTake() {
        Scope far = new Scope(UUID.randomUUID(), office.unit(), made.other().value());
        Act act = new Act(1, "report", Map.of(), Map.of(), "k");
        assertThatThrownBy(() -> matters.requireStep(far, id, act)).isInstanceOf(NotFound.class);
        Act unknown = new Act(1, "nothing", Map.of(), Map.of(), "k");
        assertThatThrownBy(() -> matters.requireStep(secretary, id, unknown)).isInstanceOf(NotFound.class);
        matters.requireStep(secretary, id, act);
    }
}
