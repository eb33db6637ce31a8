package org.yijitong.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yijitong.TestDatabase;
import org.yijitong.shared.Sha256;

/** One-time codes through the interface: told once, kept nowhere as they are told. */
class ApiCodesTests extends AccountsDesk {
    @Test
    void theSameRequestAgainMakesNothingAndHearsNoCode() {
        String body = "{\"name\":\"%s\",\"displayName\":\"贺长风\"}".formatted(name());
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int again = 0; again < 2; again++) {
            answers.add(administrator.send("POST", accounts, body, "Idempotency-Key", "opening"));
        }
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(201, 201);
        assertThat(read(answers.get(0), "$.code")).hasSize(19);
        assertThat(answers.get(1).body()).contains("\"code\":null").contains(read(answers.get(0), "$.href"));
        String codes = read(answers.get(0), "$.href") + "/codes";
        String first =
                administrator.send("POST", codes, "", "Idempotency-Key", "code").body();
        assertThat(first).doesNotContain("null");
        assertThat(administrator
                        .send("POST", codes, "", "Idempotency-Key", "code")
                        .body())
                .contains("\"code\":null");
        assertThat(administrator
                        .send("POST", accounts, body.replace("贺", "何"), "Idempotency-Key", "opening")
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator.send("POST", accounts, body).statusCode())
                .as("no key")
                .isEqualTo(400);
    }

    /** Neither as it was told nor as it is compared; what is kept for seven days is an address. */
    @Test
    void nothingOfACodeIsKeptBesideTheKeyOfARequest() throws SQLException {
        String url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
        HttpResponse<String> answer = administrator.send(
                "POST",
                opened("member") + "/codes",
                "",
                "Idempotency-Key",
                "kept-" + made.unit().unitId());
        String code = read(answer, "$.code");
        try (Connection connection =
                        TestDatabase.administrator(url.replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
                PreparedStatement kept =
                        connection.prepareStatement("SELECT k::text FROM shared.once_keys k WHERE key = ?")) {
            kept.setString(1, "kept-" + made.unit().unitId());
            try (ResultSet rows = kept.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1))
                        .contains(read(answer, "$.href"))
                        .doesNotContain(code, code.replace("-", ""), Sha256.hex(code.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
