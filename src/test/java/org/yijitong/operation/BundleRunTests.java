package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** A bundle that is stopped stops at the next byte, and what is stopped is never made. */
class BundleRunTests {
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

    private final BundleRun run = new BundleRun(
            UUID.randomUUID(),
            new Scope(UUID.randomUUID(), new UnitId(UUID.randomUUID()), UUID.randomUUID()),
            "迁移",
            true,
            NOW,
            2);

    @Test
    void whatIsStoppedWritesNothingMore() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream out = run.stoppable(written);
        out.write(new byte[] {1, 2, 3});
        run.went();
        assertThat(run.cancel()).isTrue();
        assertThat(run.cancel()).isFalse();
        assertThatThrownBy(() -> out.write(new byte[] {4})).isInstanceOf(CancellationException.class);
        assertThatThrownBy(run::went).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> run.made(1, 1, NOW)).isInstanceOf(CancellationException.class);
        assertThat(written.toByteArray()).containsExactly(1, 2, 3);
        assertThat(run.state()).isEqualTo(BundleRun.State.CANCELLED);
        assertThat(run.done()).isOne();
    }

    @Test
    void itIsThereForADaySinceItWasMade() {
        assertThat(run.over(NOW.plus(Duration.ofDays(9)))).isFalse();
        run.made(5, 100, NOW);
        assertThat(run.until()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        assertThat(run.over(NOW.plus(Duration.ofHours(24)))).isFalse();
        assertThat(run.over(NOW.plus(Duration.ofHours(24)).plusSeconds(1))).isTrue();
    }
}
