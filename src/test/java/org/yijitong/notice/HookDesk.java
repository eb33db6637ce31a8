package org.yijitong.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yijitong.ProductTest;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;
import org.yijitong.shared.UnitId;

/** A unit with a hook to a real server, and time that moves as it is told to. */
@ProductTest
@Import(SampleUnit.class)
abstract class HookDesk {
    @Autowired
    SampleUnit sample;

    @Autowired
    Matters matters;

    @Autowired
    Hooks hooks;

    @Autowired
    HookPostman postman;

    @Autowired
    Days days;

    @Autowired
    JdbcClient database;

    final HookReceiver receiver = new HookReceiver();
    private final Instant began = Instant.parse("2027-03-01T02:00:00Z");
    SampleUnit.Made made;
    UnitId unit;
    UUID hook;

    @BeforeEach
    void make() {
        made = sample.make();
        unit = made.unit().unitId();
        var set = new AtomicReference<UUID>();
        at(Duration.ZERO, () -> set.set(hooks.set(made.scope(), receiver.address("/in?from=yjt"), HookKind.CHOICES)));
        hook = Objects.requireNonNull(set.get());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    void at(Duration later, Runnable work) {
        Moment.at(began.plus(later), new Random(UUID.randomUUID().getLeastSignificantBits()), work);
    }

    int sent(Duration later) {
        List<Integer> sent = new ArrayList<>();
        at(later, () -> sent.add(postman.send(unit)));
        return sent.getFirst();
    }

    /** Begun and assigned: two events. */
    MatterId assigned() {
        List<MatterId> one = new ArrayList<>();
        at(Duration.ofSeconds(1), () -> {
            one.add(matters.begin(
                    made.scope(),
                    new OrganizationId(made.scope().top()),
                    new Beginning("rectification", "不该出门的题目", "assessment", Map.of("problem", "三月少一次"), Map.of())));
            String due = days.today().plusDays(9).toString();
            matters.step(
                    made.scope(),
                    one.getFirst(),
                    new Act(
                            matters.find(made.scope(), one.getFirst()).revision(),
                            "assign",
                            Map.of("measures", "补学", "due", due),
                            Map.of("responsible", made.third()),
                            UUID.randomUUID().toString()));
        });
        return one.getFirst();
    }

    Hook found() {
        return hooks.find(made.scope(), hook);
    }
}
