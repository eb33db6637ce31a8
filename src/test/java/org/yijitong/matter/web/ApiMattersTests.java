package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.ServedTest;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.ShownWork;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.api.Program;
import org.yijitong.shared.Days;

/** Matters through the interface: parts, files, what they serve, duplicates; nothing for strangers. */
@ServedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiMattersTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    FlowPublications publications;

    @Autowired
    Days days;

    @LocalServerPort
    int port;

    private SampleUnit.Made made;
    private Program officer;
    private Program second;
    private Program secretary;
    private Program stranger;
    private String unit;

    @BeforeAll
    void thoseWhoWrite() {
        ShownWork.publish(publications, days.today());
        made = sample();
        SampleUnit.Made other = sample();
        officer = Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        second = Program.as(context, port, "officer", made.unit(), made.unit().rootId());
        secretary = Program.as(context, port, "secretary", made.unit(), made.third());
        stranger =
                Program.as(context, port, "officer", other.unit(), other.unit().rootId());
        unit = "/api/v1/units/" + made.unit().unitId();
    }

    private SampleUnit.Made sample() {
        return context.getAutowireCapableBeanFactory()
                .createBean(SampleUnit.class)
                .make();
    }

    private String begun(String title) {
        return location(officer.post(
                unit + "/organizations/" + made.unit().rootId() + "/matters", """
                {"flow": "shown-work", "title": "%s", "parties": {"doer": "%s"}}
                """.formatted(title, made.third())));
    }

    private static String location(HttpResponse<String> done) {
        assertThat(done.statusCode()).as(done.body()).isBetween(200, 201);
        return done.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aFileIsPutInAndHandedOut() {
        String matter = begun("建台账");
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                + "%PDF-1.7 signed\r\n--edge--\r\n";
        String[] headers = {
            "Content-Type",
            "multipart/form-data; boundary=edge",
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };
        String file = location(secretary.send("POST", matter + "/files", body, headers));
        assertThat(secretary.get(file).body()).isEqualTo("%PDF-1.7 signed");
        assertThat(officer.get(file).statusCode()).isEqualTo(404);
        assertThat(stranger.get(file).statusCode()).isEqualTo(404);
        assertThat(stranger.send("POST", matter + "/files", body, headers).statusCode())
                .isEqualTo(404);
    }

    @Test
    void partsAreGivenAndLetGo() {
        String matter = begun("分着办");
        String part = location(
                secretary.post(matter + "/parts", """
                {"title": "三月的", "weight": 2, "answers": {"what": "三月", "due": "%s"}, "parties": {"doer": "%s"}}
                """.formatted(days.today().plusDays(3), made.third())));
        assertThat(officer.get(matter + "/parts").body()).contains("\"all\":2", "\"closed\":0");
        assertThat(stranger.get(matter + "/parts").statusCode()).isEqualTo(404);
        assertThat(secretary.post(matter + "/parts", "{\"weight\": 0}").statusCode())
                .isEqualTo(422);
        String release = matter + "/parts/" + part.replaceFirst(".*/", "") + "/release";
        assertThat(secretary.post(release, "{}").statusCode()).isEqualTo(422);
        assertThat(secretary.post(release, "{\"reason\": \"并到下月\"}").statusCode())
                .isEqualTo(200);
        assertThat(officer.get(matter + "/parts").body()).contains("\"all\":0", "\"released\":true");
    }

    @Test
    void whoeverComesTooLateIsToldTheStepThatWasTakenLast() {
        String matter = begun("晚了一步");
        location(secretary.post(matter + "/parts", """
                {"title": "四月的", "weight": 2, "answers": {"what": "四月", "due": "%s"}, "parties": {"doer": "%s"}}
                """.formatted(days.today().plusDays(3), made.third())));
        HttpResponse<String> late = officer.post(matter + "/steps", "{\"revision\": 1, \"step\": \"report\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("，begin，");
    }

    @Test
    void twoAboutTheSameBecomeOne() {
        String one = begun("同一回事");
        String other = begun("同一回事又来");
        String into = other.replaceFirst(".*/", "");
        String asked = "{\"into\": \"%s\", \"reason\": \"一回事\"}".formatted(into);
        assertThat(stranger.post(one + "/mergers", asked).statusCode()).isEqualTo(404);
        assertThat(officer.post(one + "/mergers", "{}").statusCode()).isEqualTo(422);
        location(officer.post(one + "/mergers", asked));
        String body = officer.get(other + "/mergers").body();
        String id = body.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(officer.post(unit + "/mergers/" + id + "/consent", "").statusCode())
                .isEqualTo(409);
        assertThat(stranger.post(unit + "/mergers/" + id + "/consent", "").statusCode())
                .isEqualTo(404);
        assertThat(second.post(unit + "/mergers/" + id + "/consent", "").statusCode())
                .isEqualTo(200);
        assertThat(officer.get(one).body()).contains("\"closed\":true");
    }

    @Test
    void whatAMatterServesIsTiedToIt() {
        String matter = begun("为谁办");
        assertThat(officer.post(matter + "/sources", "{\"words\": \"督查 3 号\"}").statusCode())
                .isEqualTo(200);
        assertThat(officer.post(matter + "/sources", "{\"words\": \"\"}").statusCode())
                .isEqualTo(422);
        assertThat(officer.post(matter + "/sources", "{\"record\": \"%s\"}".formatted(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(officer.get(matter + "/sources").body()).contains("督查 3 号");
        assertThat(stranger.get(matter + "/sources").statusCode()).isEqualTo(404);
        assertThat(officer.get(unit + "/matters?text=%E4%B8%BA%E8%B0%81").body())
                .contains("为谁办");
        assertThat(officer.get(unit + "/matters?text=%E6%B2%A1%E6%9C%89").body())
                .isEqualTo("[]");
    }

    @Test
    void aVersionThatIsNotThereIsNotFound() {
        String body = "{\"flow\": \"shown-work\", \"from\": 1, \"to\": 9}";
        assertThat(officer.post(unit + "/migrations/preview", body).statusCode())
                .isEqualTo(404);
        assertThat(officer.post(unit + "/migrations", body).statusCode()).isEqualTo(404);
        assertThat(secretary.post(unit + "/migrations/preview", body).statusCode())
                .isEqualTo(404);
        assertThat(officer.get(unit + "/migrations/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }
}
