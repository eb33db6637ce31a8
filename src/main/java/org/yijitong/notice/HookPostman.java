package org.yijitong.notice;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.notice.DeliveryStore.Due;
import org.yijitong.organization.Units;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries messages to hooks, beside everything else: at least once, those about one matter in their order. What is not taken
 * is tried again, ever later, for about three days; then the hook is put to rest and its messages wait. After a crash what
 * was being sent is sent again, under the same name.
 */
@Component
class HookPostman {
    /** After which attempt it is enough: the waits before it come to some 68 hours. */
    static final int MOST_ATTEMPTS = 14;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 10;
    private static final String GONE = "410";
    /** Much longer than an attempt may take, so that nobody sends what another is still sending. */
    private static final Duration FALLEN_OVER = Duration.ofMinutes(2);

    private final DeliveryStore store;
    private final HookStore hooks;
    private final Hooks verbs;
    private final HookSecrets secrets;
    private final HookCalls calls;
    private final Units units;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    HookPostman(
            DeliveryStore store,
            HookStore hooks,
            Hooks verbs,
            HookSecrets secrets,
            HookCalls calls,
            Units units,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.hooks = hooks;
        this.verbs = verbs;
        this.secrets = secrets;
        this.calls = calls;
        this.units = units;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What is said: which matter, what became of it, when; no name and no text. */
    record Said(String type, Instant timestamp, Matter data) {
        static Said of(UnitId unit, Due due) {
            return new Said(
                    due.kind().type(),
                    due.happenedAt().truncatedTo(ChronoUnit.MILLIS),
                    due.kind() == HookKind.TEST ? Matter.none(unit) : Matter.of(unit, due));
        }
    }

    /** Null of a trial, but for the unit. */
    record Matter(
            UUID unit,
            @Nullable UUID matter,
            @Nullable Integer place,
            @Nullable String flow,
            @Nullable Integer flowVersion,
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean closed) {
        static Matter none(UnitId unit) {
            return new Matter(unit.value(), null, null, null, null, null, null, null);
        }

        static Matter of(UnitId unit, Due due) {
            return new Matter(
                    unit.value(),
                    due.subjectId(),
                    due.place(),
                    due.flow(),
                    due.flowVersion(),
                    due.fromState(),
                    due.toState(),
                    due.closed());
        }
    }

    /**
     * Every few seconds, unless the last round still waits for somebody. Not with a fixed delay: all of those share one
     * thread, on which the log is signed, too.
     */
    @Scheduled(fixedRateString = "${yijitong.hooks.pause:PT5S}", initialDelayString = "${yijitong.hooks.pause:PT5S}")
    void round() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UnitId unit : units.all()) {
                send(unit);
            }
        } finally {
            busy.set(false);
        }
    }

    /** What is due in a unit; how much there was. Returns when every answer is there and noted. */
    int send(UnitId unit) {
        List<Due> taken = take(unit);
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Answer> answers = new ExecutorCompletionService<>(beside);
            taken.forEach(due -> answers.submit(call(unit, due)));
            for (int i = 0; i < taken.size(); i++) {
                Answer answer = answers.take().get();
                leave(unit, answer.to(), answer.said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a hook could not be called", e.getCause());
        }
        return taken.size();
    }

    private record Answer(Due to, String said) {}

    List<Due> take(UnitId unit) {
        Instant now = clock.instant();
        List<Due> taken = transaction.execute(_ -> store.take(unit, now, now.plus(FALLEN_OVER), AT_A_TIME));
        return taken;
    }

    private Callable<Answer> call(UnitId unit, Due due) {
        byte[] body = json.writeValueAsString(Said.of(unit, due)).getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Yijitong");
        headers.put("webhook-id", due.message());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", secrets.signature(due.hookId(), due.message(), now, body));
        return () -> new Answer(due, calls.post(due.address(), headers, body));
    }

    private void leave(UnitId unit, Due due, String answer) {
        boolean taken = answer.matches("2\\d\\d");
        boolean enough = answer.equals(GONE) || due.attempts() >= MOST_ATTEMPTS;
        Instant next = clock.instant().plus(wait(due.attempts()));
        transaction.executeWithoutResult(_ -> {
            store.leave(unit, due, taken ? Delivery.State.DELIVERED : Delivery.State.WAITING, next, answer);
            hooks.took(unit, due.hookId(), taken);
            if (!taken && enough) {
                verbs.rest(unit, due.hookId(), answer);
            }
        });
    }

    /** Twice as long each time, and up to a fifth more or less, so that not all come back at the same moment. */
    static Duration wait(int attempts) {
        Duration plain = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, MOST_ATTEMPTS));
        return plain.multipliedBy(ThreadLocalRandom.current().nextInt(800, 1201))
                .dividedBy(1000);
    }
}
