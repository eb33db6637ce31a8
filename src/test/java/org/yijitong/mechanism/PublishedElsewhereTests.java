package org.yijitong.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.shared.Db;

/** What another server on the same database published. */
@ProductTest
@Import(OtherServer.class)
@Transactional
class PublishedElsewhereTests {
    @Autowired
    OtherServer elsewhere;

    @Autowired
    Publications publications;

    @Autowired
    Mechanisms mechanisms;

    @Autowired
    Db db;

    @AfterTransaction
    void forget() {
        mechanisms.catchUp();
    }

    @Test
    void theNextLookFindsIt() {
        elsewhere.publish(PublicationsTests.TEXT);
        assertThat(known()).as("held in memory, and nobody looked").isFalse();
        publications.look();
        assertThat(known()).isTrue();
    }

    @Test
    void aVersionThatIsAskedForIsFoundAtOnce() {
        elsewhere.publish(PublicationsTests.TEXT);
        UUID version = db.global("""
                        SELECT duty_version_id FROM mechanism.v_duties WHERE mechanism = 'reading-club'
                        """).one(UUID.class);
        assertThat(mechanisms.version(version).mechanism().id()).isEqualTo("reading-club");
    }

    @Test
    void aCircleWithItIsRefusedAtOnce() {
        elsewhere.publish(PublicationsTests.ring("ring-a", "one", "two"));
        assertThat(publications.publish("b.yaml", PublicationsTests.ring("ring-b", "two", "one")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.messageKey()).isEqualTo("mechanism.fault.cycle.of"));
    }

    private boolean known() {
        return mechanisms.all().stream().anyMatch(duty -> duty.mechanism().id().equals("reading-club"));
    }
}
