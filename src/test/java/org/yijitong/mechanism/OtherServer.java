package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.yijitong.shared.Days;
import org.yijitong.shared.Uuid7;

/** Another server on the same database, with a memory of its own. It publishes in the transaction of the test. */
@TestComponent
public class OtherServer {
    private final Publications publications;

    OtherServer(
            MechanismStore store,
            Library library,
            Ahead ahead,
            ApplicationEventPublisher events,
            Days days,
            Clock clock,
            Uuid7 ids,
            MessageSource messages) {
        publications = new Publications(
                store, new Mechanisms(store, library), library, ahead, events, days, clock, ids, messages);
    }

    public void publish(String text) {
        assertThat(publications.publish("elsewhere.yaml", text)).isEmpty();
    }
}
