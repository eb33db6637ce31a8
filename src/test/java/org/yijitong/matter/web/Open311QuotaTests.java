package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yijitong.access.web.Browser.status;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.matter.door.Readings;
import org.yijitong.matter.door.Threshold;
import org.yijitong.matter.open311.Open311;
import org.yijitong.shared.Unmet;

/** Reading and handing in are bounded, and nobody uses up what another program may do. */
class Open311QuotaTests extends Open311Desk {
    @Autowired
    Readings readings;

    @Autowired
    Threshold threshold;

    @Autowired
    Open311 open311;

    private MvcTestResult from(MockMvcRequestBuilder request, String address, String... fields) {
        request.with(raw -> {
            raw.setRemoteAddr(address);
            return raw;
        });
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult read(String address, String key) {
        return from(
                mvc.get().uri(URI.create(V2 + "services.json?jurisdiction_id=" + jurisdiction() + "&api_key=" + key)),
                address);
    }

    private MvcTestResult raise(String address, String key) {
        return from(
                mvc.post().uri(URI.create(V2 + "requests.xml")),
                address,
                "api_key",
                key,
                "jurisdiction_id",
                jurisdiction(),
                "service_code",
                "hotline",
                "description",
                "路灯不亮");
    }

    private static void exhaust(Runnable one) {
        Unmet unmet = null;
        for (int i = 0; unmet == null && i < 100_000; i++) {
            unmet = catchThrowableOfType(Unmet.class, one::run);
        }
        assertThat(unmet).isNotNull();
    }

    private static void tooMany(MvcTestResult answer) {
        assertThat(status(answer)).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(answer.getResponse().getHeader("Retry-After"))))
                .isBetween(1, 901);
    }

    @Test
    void readingsAreCountedByNetworkAndByKey() {
        String key = key("读数的程序");
        assertThat(status(read("192.0.2.1", ""))).isEqualTo(200);
        exhaust(() -> readings.network("192.0.2.77"));
        tooMany(read("192.0.2.1", ""));
        tooMany(read("192.0.2.1", "no-key-of-ours"));
        assertThat(status(read("192.0.3.1", ""))).as("another network").isEqualTo(200);
        assertThat(status(read("192.0.2.1", key)))
                .as("with a key, from the same network")
                .isEqualTo(200);
        UUID program = open311.known(jurisdiction(), key).orElseThrow();
        exhaust(() -> readings.program(program));
        tooMany(read("192.0.4.1", key));
        assertThat(status(read("192.0.4.1", ""))).isEqualTo(200);
    }

    @Test
    void whoHasNoKeyDoesNotUseUpWhatAGatewayMayHandIn() {
        String key = key("网关");
        exhaust(() -> threshold.pass(Threshold.Kind.ASK, "192.0.5.9"));
        MvcTestResult refused = raise("192.0.5.1", "");
        tooMany(refused);
        assertThat(first(xml(refused), "code")).isEqualTo("429");
        tooMany(raise("192.0.5.1", "no-key-of-ours"));
        assertThat(status(raise("192.0.5.1", key))).isEqualTo(200);
    }

    @Test
    void aGatewayIsBoundedWhateverNetworkItComesFrom() {
        String key = key("很忙的网关");
        UUID program = open311.known(jurisdiction(), key).orElseThrow();
        exhaust(() -> threshold.pass(program));
        tooMany(raise("192.0.6.1", key));
        tooMany(raise("192.0.7.1", key));
        assertThat(status(raise("192.0.7.1", "")))
                .as("not let in, but not counted with it")
                .isEqualTo(403);
    }
}
