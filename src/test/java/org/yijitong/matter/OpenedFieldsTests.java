package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What was answered to a few is not opened to everybody by a later version of a flow. */
class OpenedFieldsTests extends MatterDesk {
    private static final String PRIVATE = "{field: why-back, name: {zh-Hans: 理由, en: Reason}}";

    @Autowired
    FlowPublications publications;

    private static String third() throws IOException {
        return new ClassPathResource("flows/guangdong/hotline-2.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceFirst("(?m)^version: 2", "version: 3");
    }

    @Test
    void aFieldThatWasNotPublicDoesNotBecomeSo() throws IOException {
        assertThat(third()).contains(PRIVATE);
        String opened = third().replace(PRIVATE, PRIVATE.replace("}}", "}, public: true}"));
        assertThat(publications.check(opened).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.messageKey()).isEqualTo("matter.fault.opened");
            assertThat(fault.arguments()).containsExactly("why-back");
        });
    }

    @Test
    void whatWasPublicStaysSoAndANewFieldMayBe() throws IOException {
        assertThat(publications.check(third()).faults()).isEmpty();
        String other =
                third().replace(PRIVATE, PRIVATE.replace("why-back", "why-open").replace("}}", "}, public: true}"));
        assertThat(publications.check(other).faults()).isEmpty();
    }
}
