package org.yijitong.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.view.RedirectView;
import org.yijitong.ProductTest;

/** A form sent twice is one deed; another text under its key is refused, however alike the two are. */
@ProductTest
class DeedsTests {
    @Autowired
    Deeds deeds;

    final AtomicInteger ran = new AtomicInteger();
    final Scope scope = new Scope(UUID.randomUUID(), new UnitId(UUID.randomUUID()), UUID.randomUUID());

    @Test
    void theSameTextAgainLeadsToWhatWasMade() {
        assertThat(sent(Map.of("text", List.of("Aa"), "_csrf", List.of("1")))).isEqualTo("/things/1");
        assertThat(sent(Map.of("text", List.of("Aa"), "_csrf", List.of("2")))).isEqualTo("/things/1");
    }

    @Test
    void anotherTextUnderTheKeyIsRefused() {
        sent(Map.of("text", List.of("Aa")));
        assertThatThrownBy(() -> sent(Map.of("text", List.of("BB")))).isInstanceOf(Refused.class);
    }

    @Test
    void whereAFieldEndsCounts() {
        sent(Map.of("people", List.of("a, b")));
        assertThatThrownBy(() -> sent(Map.of("people", List.of("a", "b")))).isInstanceOf(Refused.class);
    }

    @Test
    void aFormWithoutAKeyIsAFault() {
        assertThatThrownBy(() -> deeds.run(scope, "/things", Map.of(), this::work))
                .isInstanceOf(Invalid.class);
    }

    private String sent(Map<String, List<String>> fields) {
        Map<String, List<String>> keyed = new HashMap<>(fields);
        keyed.put("key", List.of("k"));
        return Objects.requireNonNull(((RedirectView) deeds.run(scope, "/things", keyed, this::work)).getUrl());
    }

    private String work() {
        return "/things/" + ran.incrementAndGet();
    }
}
