package org.yijitong.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.AtOnce;

/** Several servers carry messages at once, and one falls over: each message arrives, and none of a matter overtakes another. */
class HookServersTests extends HookDesk {
    @Test
    void whatAKilledServerWasSendingIsSentByAnother() {
        MatterId matter = assigned();
        at(Duration.ofSeconds(2), () -> assertThat(postman.take(unit)).hasSize(1));
        assertThat(sent(Duration.ofSeconds(30))).as("it may still be sending").isZero();
        assertThat(sent(Duration.ofMinutes(3))).isEqualTo(1);
        assertThat(sent(Duration.ofMinutes(3))).isEqualTo(1);
        assertThat(receiver.got()).extracting(HookReceiver.Got::id).containsExactly(matter + "_1", matter + "_2");
    }

    @Test
    void twoServersAtOnceSendEachMessageOnce() {
        List<MatterId> some = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            some.add(assigned());
        }
        List<Callable<Integer>> servers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            servers.add(() -> sent(Duration.ofSeconds(2)) + sent(Duration.ofSeconds(3)));
        }
        AtOnce.all(servers);
        while (sent(Duration.ofSeconds(4)) > 0) {
            assertThat(receiver.got()).hasSizeLessThanOrEqualTo(24);
        }
        assertThat(receiver.got()).hasSize(24);
        for (MatterId each : some) {
            assertThat(receiver.got())
                    .extracting(HookReceiver.Got::id)
                    .containsSubsequence(each + "_1", each + "_2")
                    .containsOnlyOnce(each + "_1", each + "_2");
        }
    }
}
