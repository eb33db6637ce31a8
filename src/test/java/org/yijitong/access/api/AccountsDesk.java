package org.yijitong.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;

/** A new unit for each test, and a program that acts for its administrator. */
@ServedTest
abstract class AccountsDesk {
    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    SampleUnit.Made made;
    Program administrator;
    String unit;
    String accounts;

    @BeforeEach
    void aUnit() {
        made = sample();
        administrator = as("administrator");
        unit = "/api/v1/units/" + made.unit().unitId();
        accounts = unit + "/accounts";
    }

    SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    Program as(String role) {
        return Program.as(context, port, role, made.unit(), made.unit().rootId());
    }

    static String read(HttpResponse<String> answer, String path) {
        return JsonPath.read(answer.body(), path).toString();
    }

    static String name() {
        return "n" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** The address of a new account with a post. */
    String opened(String role) {
        HttpResponse<String> answer = administrator.post(
                accounts, "{\"name\":\"%s\",\"displayName\":\"贺长风\",\"role\":\"%s\"}".formatted(name(), role));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer, "$.href");
    }
}
