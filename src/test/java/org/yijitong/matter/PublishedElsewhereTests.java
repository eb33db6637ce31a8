package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.annotation.Transactional;

/**
 * A flow that another server on the same database published. It is published in the transaction of the test, so that the
 * memory of this server does not hear of it.
 */
@Transactional
class PublishedElsewhereTests extends MatterDesk {
    @Autowired
    FlowPublications publications;

    @Autowired
    FlowLibrary library;

    @Autowired
    Flows flows;

    @BeforeEach
    void publishElsewhere() throws IOException {
        String second = new ClassPathResource("flows/guangdong/rectification.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("(?m)^version: 1$", "version: 2");
        assertThat(publications.publish("elsewhere.yaml", second)).isEmpty();
        assertThat(known()).as("held in memory, and nobody looked").isEqualTo(1);
    }

    @AfterTransaction
    void forget() {
        flows.catchUp();
    }

    @Test
    void aMatterBeginsUnderWhatIsPublishedNow() {
        MatterId id = begun();
        assertThat(flows.version(matters.find(office, id).versionId()).head().version())
                .isEqualTo(2);
    }

    @Test
    void aVersionThatIsAskedForIsFoundAtOnce() {
        MatterId id = begun();
        Flows other = new Flows(library);
        assertThat(other.version(matters.find(office, id).versionId()).head().version())
                .isEqualTo(2);
        assertThat(new Flows(library).numbered("rectification", 2)).isPresent();
    }

    @Test
    void theNextLookFindsIt() {
        publications.keepUp();
        assertThat(known()).isEqualTo(2);
    }

    private int known() {
        return flows.newest("rectification", today).orElseThrow().flow().head().version();
    }
}
