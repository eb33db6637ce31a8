package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.notice.HookKind;
import org.yijitong.notice.HookReceiver;
import org.yijitong.notice.Hooks;
import org.yijitong.notice.Mailboxes;
import org.yijitong.notice.SmallMailServer;
import org.yijitong.operation.ProductProcess;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.api.Program;

/**
 * SIGKILL at some moment while matters are written, another system is being told and a mail is on its way. What was answered
 * is there; what was not is done once when it is asked again; the other system is told of all of it, in order; the mail, of
 * which nobody knows whether it arrived, is not sent again (SMTP has no name by which a server would know it twice: RFC 5321,
 * 4.5.4.1 and 6.1).
 */
@Tag("long")
@Timeout(300)
class KilledLoadTests extends KilledDesk {
    private static final int WRITERS = 3;

    @Autowired
    Accounts accounts;

    @Autowired
    Hooks hooks;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Reminding reminding;

    private final HookReceiver receiver = new HookReceiver();
    private final SmallMailServer mail = new SmallMailServer();
    private final Queue<Wish> asked = new ConcurrentLinkedQueue<>();
    private final Queue<String> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Wish> open = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() throws Exception {
        receiver.close();
        mail.close();
    }

    private Map<String, String> carriers() {
        Map<String, String> carriers = new HashMap<>();
        carriers.put("SPRING_MAIL_HOST", "127.0.0.1");
        carriers.put("SPRING_MAIL_PORT", Integer.toString(mail.port()));
        carriers.put("YIJITONG_MAIL_FROM", "yijitong@example.gov.cn");
        carriers.put("YIJITONG_MAIL_PAUSE", "PT0.3S");
        carriers.put("YIJITONG_HOOK_NETWORKS", "127.0.0.0/8");
        carriers.put("YIJITONG_HOOKS_PAUSE", "PT0.3S");
        carriers.put("YIJITONG_HOOKS_PATIENCE", "60s");
        return carriers;
    }

    /** Somebody of a unit whose branch has a matter that is due on the next day, with a mail that waits. */
    private void reminded(Made of, String address) {
        at(Duration.ZERO, () -> {
            UUID account = accounts.create(
                    "mail" + UUID.randomUUID().toString().substring(0, 12),
                    "林若川",
                    World.PASSWORD,
                    List.of(new Grant(
                            "secretary", of.unit().unitId(), of.third().value())));
            mailboxes.set(account, address);
            matters.begin(
                    of.branch(),
                    of.third(),
                    new Beginning(
                            "first-item-measures",
                            "提醒一件",
                            null,
                            Map.of(
                                    "studied",
                                    "讲话",
                                    "measure",
                                    "调研",
                                    "due",
                                    day().plusDays(1).toString()),
                            Map.of("responsible", of.third())));
            reminding.remind(of.unit().unitId());
        });
    }

    private long mails(String address) {
        return mail.messages().stream()
                .filter(message -> message.contains("To: " + address))
                .count();
    }

    /** Begins matters and assigns them, until the product goes away. */
    private void write(Program officer, String address) {
        String unit = "/api/v1/units/" + office.unit();
        while (true) {
            Wish begin = Wish.of(officer, unit + "/organizations/" + top + "/matters", """
                    {"flow": "rectification", "title": "一件接一件", "origin": "assessment", "answers": {"problem": "少了"}}""");
            String matter = said(begin, address);
            if (matter.isEmpty()) {
                return;
            }
            Wish assign = Wish.of(officer, matter + "/steps", """
                    {"revision": 1, "step": "assign", "answers": {"measures": "补上", "due": "%s"},
                     "parties": {"responsible": "%s"}}""".formatted(day().plusDays(9), made.third()));
            if (said(assign, address).isEmpty()) {
                return;
            }
        }
    }

    /** What it made or changed; empty when there was no answer. */
    private String said(Wish wish, String address) {
        asked.add(wish);
        String href = wish.ask(address)
                .map(answer -> {
                    if (answer.statusCode() / 100 != 2) {
                        refused.add(answer.body());
                    }
                    return answer.body().replaceFirst("(?s).*\"href\":\"([^\"]+)\".*", "$1");
                })
                .orElse("");
        if (href.isEmpty()) {
            open.add(wish);
        } else {
            answered.add(wish.key());
        }
        return href;
    }

    @Test
    void whatWasAnsweredIsThereAndNobodyIsToldTwice() throws Exception {
        UUID[] hook = new UUID[1];
        at(Duration.ZERO, () -> hook[0] = hooks.set(office, receiver.address("/in"), HookKind.CHOICES));
        reminded(made, "first@example.gov.cn");
        mail.mood(SmallMailServer.Mood.HANGS);
        killedUnderLoad();
        assertThat(keys()).as("what was answered").containsAll(answered);
        assertThat(open).isNotEmpty();
        receiver.falls(false);
        mail.mood(SmallMailServer.Mood.TAKES);
        reminded(sample.make(), "second@example.gov.cn");
        try (ProductProcess second = start(Duration.ofMinutes(10), carriers())) {
            String address = second.address();
            for (Wish wish : open) {
                assertThat(wish.ask(address).orElseThrow().statusCode()).isBetween(200, 201);
            }
            await().atMost(60, TimeUnit.SECONDS).until(() -> mails("second@") == 1);
            reminded(sample.make(), "third@example.gov.cn");
            await().atMost(60, TimeUnit.SECONDS).until(() -> mails("third@") == 1);
            await().atMost(90, TimeUnit.SECONDS).until(() -> hooks.waiting(office, hook[0]) == 0);
        }
        assertThat(mails("first@")).as("a whole round of mail went by").isEqualTo(1);
        assertThat(keys()).hasSize(asked.size());
        assertThat(halfDone()).isEmpty();
        everythingWasToldInOrder();
    }

    private void killedUnderLoad() throws Exception {
        Program officer = program("officer", top);
        List<Thread> writers = new ArrayList<>();
        try (ProductProcess first = start(Duration.ofMinutes(1), carriers())) {
            String address = first.address();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(Thread.ofVirtual().start(() -> write(officer, address)));
            }
            await().atMost(90, TimeUnit.SECONDS).untilAsserted(() -> {
                assertThat(refused).isEmpty();
                assertThat(answered).hasSizeGreaterThan(60);
                assertThat(receiver.got()).hasSizeGreaterThan(20);
                assertThat(mails("first@")).isEqualTo(1);
            });
            receiver.falls(true);
            int before = receiver.got().size();
            await().atMost(30, TimeUnit.SECONDS).until(() -> receiver.got().size() > before);
            first.kill();
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** The keys of all requests that are stored. */
    private Set<String> keys() throws SQLException {
        try (Connection connection = administrator()) {
            return new HashSet<>(ask(connection, "SELECT key FROM shared.once_keys WHERE unit_id = :unit"));
        }
    }

    private void everythingWasToldInOrder() throws SQLException {
        Map<String, Integer> reached = new HashMap<>();
        Map<String, String> bodies = new HashMap<>();
        for (HookReceiver.Got got : receiver.got()) {
            int line = got.id().indexOf('_');
            String matter = got.id().substring(0, line);
            int place = Integer.parseInt(got.id().substring(line + 1));
            int before = reached.getOrDefault(matter, 0);
            assertThat(place).as("%s after %s", got.id(), before).isLessThanOrEqualTo(before + 1);
            reached.put(matter, Math.max(before, place));
            assertThat(bodies.getOrDefault(got.id(), got.body())).isEqualTo(got.body());
            bodies.put(got.id(), got.body());
        }
        try (Connection connection = administrator()) {
            assertThat(bodies.keySet())
                    .containsExactlyInAnyOrderElementsOf(ask(
                            connection,
                            "SELECT subject_id || '_' || place FROM notice.deliveries WHERE unit_id = :unit"));
        }
        assertThat(bodies).hasSizeGreaterThan(40);
    }
}
