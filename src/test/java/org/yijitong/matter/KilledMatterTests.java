package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.operation.ProductProcess;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.api.Program;

/**
 * SIGKILL in the midst of every write of a matter: begun, taken on, a file put in, a part given, a merger agreed to, a
 * migration approved. Nothing of it is there; asked again under the same key each is done, once.
 */
@Timeout(300)
class KilledMatterTests extends KilledDesk {
    @Autowired
    FlowPublications publications;

    @Autowired
    Migrations migrations;

    @Autowired
    Mergers mergers;

    private String unit = "";

    /** Matters ready for each of them. */
    private List<Wish> wishes() {
        Program officer = program("officer", top);
        Program secretary = program("secretary", made.third());
        unit = "/api/v1/units/" + office.unit();
        List<Wish> wishes = new ArrayList<>();
        at(Duration.ZERO, () -> {
            ShownWork.publish(publications, day());
            UUID merger = mergers.ask(office, shown(), shown(), "一回事");
            wishes.add(Wish.of(officer, unit + "/organizations/" + top + "/matters", """
                    {"flow": "shown-work", "title": "新的一件", "parties": {"doer": "%s"}}""".formatted(made.third())));
            wishes.add(accepted(officer, reported()));
            wishes.add(file(secretary, shown()));
            wishes.add(Wish.of(secretary, at(shown()) + "/parts", """
                    {"title": "三月的", "weight": 2, "answers": {"what": "三月", "due": "%s"}, "parties": {"doer": "%s"}}
                    """.formatted(day().plusDays(3), made.third())));
            wishes.add(Wish.of(officer, unit + "/mergers/" + merger + "/consent", ""));
            wishes.add(Wish.of(officer, unit + "/migrations/" + proposed() + "/approval", ""));
        });
        return wishes;
    }

    private Wish accepted(Program who, MatterId matter) {
        int revision = matters.find(office, matter).revision();
        return Wish.of(who, at(matter) + "/steps", """
                {"revision": %d, "step": "accept", "answers": {"verified": "查了记录"}}""".formatted(revision));
    }

    private Wish file(Program who, MatterId matter) {
        return new Wish(
                who,
                at(matter) + "/files",
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                        + "%PDF-1.7 signed\r\n--edge--\r\n",
                "multipart/form-data; boundary=edge",
                UUID.randomUUID().toString());
    }

    private String at(MatterId matter) {
        return unit + "/matters/" + matter;
    }

    private MatterId shown() {
        return matters.begin(
                office, top, new Beginning("shown-work", "建台账", null, Map.of(), Map.of("doer", made.third())));
    }

    private UUID proposed() {
        String flow = "turned-" + UUID.randomUUID().toString().substring(0, 8);
        publications.publish("one.yaml", TurnedFlow.text(flow, 1, day()));
        publications.publish("two.yaml", TurnedFlow.text(flow, 2, day()));
        Map<String, OrganizationId> parties = Map.of("doer", made.third(), "helper", made.other());
        matters.begin(office, top, new Beginning(flow, "建台账", null, Map.of(), parties));
        return migrations.propose(office, new Migration(flow, 2, 1, Map.of("carrying-out", "doing")));
    }

    @Test
    void whatIsStoppedMidwayLeavesNothingAndIsDoneOnceWhenItIsAskedAgain() throws Exception {
        List<Wish> wishes = wishes();
        Map<String, Long> before = rows();
        killedMidway(wishes);
        assertThat(more(before, rows())).as("what is left of it").isEmpty();
        assertThat(halfDone()).isEmpty();
        try (ProductProcess second = start(Duration.ofMinutes(2), Map.of())) {
            String address = second.address();
            allDone(wishes, address);
            Map<String, Long> after = rows();
            assertThat(more(before, after))
                    .containsEntry("matter.matters", 2L)
                    .containsEntry("matter.files", 1L)
                    .containsEntry("matter.parts", 1L)
                    .containsEntry("matter.merger_answers", 1L)
                    .containsEntry("matter.migration_ends", 1L)
                    .containsEntry("ledger.facts", 1L)
                    .containsEntry("shared.once_keys", 6L);
            allDone(wishes, address);
            assertThat(more(after, rows())).as("asked once more").isEmpty();
            assertThat(halfDone()).isEmpty();
        }
    }

    private static void allDone(List<Wish> wishes, String address) {
        for (Wish wish : wishes) {
            var answer = wish.ask(address).orElseThrow();
            assertThat(answer.statusCode()).as(wish.path() + answer.body()).isBetween(200, 201);
        }
    }

    /** All are asked at once, and the product is killed when each has written everything but its entry in the log. */
    private void killedMidway(List<Wish> wishes) throws Exception {
        try (ProductProcess first = start(Duration.ofMinutes(1), Map.of());
                Connection beside = administrator()) {
            String address = first.address();
            beside.setAutoCommit(false);
            beside.createStatement().execute("LOCK TABLE audit.entries IN SHARE MODE");
            wishes.forEach(wish -> Thread.ofVirtual().start(() -> wish.ask(address)));
            await().atMost(90, TimeUnit.SECONDS).until(() -> stopped(beside).size() == wishes.size());
            List<String> midway = stopped(beside);
            first.kill();
            beside.rollback();
            await().atMost(30, TimeUnit.SECONDS).until(() -> alive(beside, midway) == 0);
        }
    }

    /** Those that wait to write to the log, which is the last thing a write does. */
    private List<String> stopped(Connection beside) throws Exception {
        return ask(beside, """
                SELECT DISTINCT pid::text FROM pg_locks
                WHERE NOT granted AND relation = 'audit.entries'::regclass
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """);
    }

    private int alive(Connection beside, List<String> processes) throws Exception {
        beside.rollback();
        List<String> there = ask(beside, "SELECT pid::text FROM pg_stat_activity");
        there.retainAll(processes);
        return there.size();
    }
}
