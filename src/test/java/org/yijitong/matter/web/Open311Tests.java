package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hotline by Open311 GeoReport v2: what a client calls one after the other, what is refused, what anybody may see. */
class Open311Tests extends Open311Desk {
    @Autowired
    JsonMapper json;

    private JsonNode json(MvcTestResult answer) {
        assertThat(answer.getResponse().getContentType()).isEqualToIgnoringCase("application/json;charset=utf-8");
        return json.readTree(text(answer));
    }

    private String at() {
        return "?jurisdiction_id=" + jurisdiction();
    }

    /** A request with a name, a telephone and a place, by its number; its receipt stands in the notice. */
    private Element raised(String what) {
        MvcTestResult made = send(
                "requests.xml",
                "api_key",
                key("城市服务"),
                "jurisdiction_id",
                jurisdiction(),
                "service_code",
                "hotline",
                "address_string",
                "惠福东路 8 号",
                "lat",
                "23.1246",
                "long",
                "113.2690",
                "last_name",
                "柳",
                "first_name",
                "先生",
                "phone",
                "020-5550 0134",
                "email",
                "liu@example.org",
                "description",
                what,
                "attribute[kind]",
                "place");
        assertThat(status(made)).as(text(made)).isEqualTo(200);
        return xml(made);
    }

    private void sent(String publicAnswer) {
        String matter = newest();
        String due = days.today().plusDays(3).toString();
        step(
                officer,
                matter,
                "dispatch",
                "dispatch-due",
                due,
                "dispatch-responsible",
                made.third().toString());
        step(secretary, matter, "answer", "answer-reply", "柳先生您好，灯修好了");
        step(officer, matter, "send", "send-public-answer", publicAnswer);
    }

    @Test
    void aClientFindsTheServiceRaisesARequestAndSeesHowFarItIs() {
        Element discovery = xml(mvc.get().uri("/open311/discovery.xml").exchange());
        assertThat(discovery.getTagName()).isEqualTo("discovery");
        assertThat(first(discovery, "url")).endsWith("/open311/v2");
        assertThat(first(discovery, "specification")).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        OffsetDateTime.parse(first(discovery, "changeset"));
        Element services = xml(ask("services.xml" + at()));
        assertThat(services.getTagName()).isEqualTo("services");
        assertThat(first(services, "service_code")).isEqualTo("hotline");
        assertThat(first(services, "metadata")).isEqualTo("true");
        assertThat(first(services, "type")).isEqualTo("realtime");
        Element definition = xml(ask("services/hotline.xml" + at()));
        assertThat(first(definition, "code")).isEqualTo("kind");
        assertThat(first(definition, "datatype")).isEqualTo("singlevaluelist");
        assertThat(first(definition, "required")).isEqualTo("false");
        assertThat(first(definition, "key")).isEqualTo("service");
        Element made1 = raised("三楼的灯不亮");
        String number = first(made1, "service_request_id");
        assertThat(made1.getElementsByTagName("token").getLength()).isZero();
        String receipt = first(made1, "service_notice").replaceAll(".*?(([0-9A-Z]{4}-){3}[0-9A-Z]{4}).*", "$1");
        assertThat(looked(receipt).select("main").text()).contains("三楼的灯不亮", "惠福东路 8 号; 23.1246, 113.2690", "设施环境");
        Element one = xml(ask("requests/" + number + ".xml" + at()));
        assertThat(first(one, "status")).isEqualTo("open");
        assertThat(first(one, "status_notes")).isEqualTo("已受理，待派办");
        assertThat(OffsetDateTime.parse(first(one, "requested_datetime")).toLocalDate())
                .isEqualTo(days.today());
        assertThat(first(xml(ask("tokens/" + number + ".xml" + at())), "service_request_id"))
                .isEqualTo(number);
        assertThat(page(officer.get(newest() + "/asker")).select("main").text()).doesNotContain("没有留");
    }

    @Test
    void nothingOfARequestIsPublicButWhatTheUnitPublishedOfIt() {
        String number = first(raised("四楼的灯不亮，我是柳先生"), "service_request_id");
        String seen = text(ask("requests/" + number + ".json" + at())) + text(ask("requests.json" + at()));
        assertThat(seen).contains(number).doesNotContain("灯", "柳", "0134", "惠福", "23.1246", "liu@");
        assertThat(text(ask("requests.json" + at()))).doesNotContain(number);
        sent("走廊的灯修好了");
        JsonNode listed = json(ask("requests.json" + at()));
        assertThat(listed.toString())
                .contains(number, "走廊的灯修好了", "回访中")
                .doesNotContain("柳", "四楼", "0134", "惠福", "23.1246");
        JsonNode first = listed.get(0);
        assertThat(first.get("address").isNull()).isTrue();
        assertThat(first.get("lat").isNull()).isTrue();
        assertThat(first.get("agency_responsible").stringValue()).isNotBlank();
    }

    @Test
    void aTelephoneIsNotPublished() {
        raised("五楼的灯不亮");
        String matter = newest();
        step(
                officer,
                matter,
                "dispatch",
                "dispatch-due",
                days.today().plusDays(3).toString(),
                "dispatch-responsible",
                made.third().toString());
        step(secretary, matter, "answer", "answer-reply", "修好了");
        String revision =
                page(officer.get(matter)).select("input[name=revision]").attr("value");
        assertThat(status(officer.post(
                        matter + "/steps",
                        "key",
                        "told-phone",
                        "revision",
                        revision,
                        "step",
                        "send",
                        "send-public-answer",
                        "已回复 020-5550 0134")))
                .isEqualTo(422);
    }

    @Test
    void requestsAreFoundByTheirDaysAndStatusPageByPage() {
        for (int i = 0; i < 3; i++) {
            raised("第" + i + "盏灯");
            sent("修好了第" + i + "盏");
        }
        String here = at();
        MvcTestResult page1 = ask("requests.json" + here + "&page_size=2&status=open");
        JsonNode two = json(page1);
        assertThat(two).hasSize(2);
        String next = String.valueOf(page1.getResponse().getHeader("Link")).replaceAll("<(.*)>.*", "$1");
        JsonNode more = json(mvc.get().uri(URI.create(next)).exchange());
        assertThat(more.get(0).get("service_request_id"))
                .isNotEqualTo(two.get(1).get("service_request_id"));
        assertThat(json(ask("requests.json" + here + "&status=closed")).toString())
                .doesNotContain("修好了第");
        assertThat(json(ask("requests.json" + here + "&start_date=2020-01-01T00:00:00Z")))
                .isEmpty();
        String numbers = two.get(0).get("service_request_id").stringValue() + ","
                + two.get(1).get("service_request_id").stringValue();
        assertThat(json(ask("requests.json" + here + "&service_request_id=" + numbers)))
                .hasSize(2);
    }

    @Test
    void whatCannotBeTakenIsSaidAsTheSpecificationSays() {
        String here = at();
        List<String> wrong = List.of(
                "404 services.xml?jurisdiction_id=nowhere",
                "400 services.xml",
                "404 services/none.xml" + here,
                "404 requests/" + "0".repeat(32) + ".xml" + here,
                "404 requests/abc.xml" + here,
                "404 tokens/abc.xml" + here,
                "404 services.txt" + here,
                "400 requests.xml" + here + "&status=new",
                "400 requests.xml" + here + "&start_date=2026-01-01",
                "400 requests.xml" + here + "&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
                "400 requests.xml" + here + "&page_size=0",
                "400 requests.xml" + here + "&after=abc",
                "404 requests.xml" + here + "&service_code=none");
        for (String each : wrong) {
            MvcTestResult answer = ask(each.substring(4));
            assertThat(status(answer)).as(each).isEqualTo(Integer.parseInt(each.substring(0, 3)));
            Element errors = xml(answer);
            assertThat(errors.getTagName()).as(each).isEqualTo("errors");
            assertThat(first(errors, "code")).as(each).isEqualTo(each.substring(0, 3));
            assertThat(first(errors, "description")).as(each).isNotBlank();
        }
        JsonNode fault = json(ask("requests/abc.json" + here));
        assertThat(fault.get(0).get("code").intValue()).isEqualTo(404);
    }

    @Test
    void onlyAProgramWithAKeyHandsInUnlessTheUnitLetsEveryOneIn() {
        String unit = "/units/" + made.unit().unitId() + "/open311";
        String[] form = {"jurisdiction_id", jurisdiction(), "service_code", "hotline", "description", "路灯不亮"};
        String[] wrong = {
            "jurisdiction_id", jurisdiction(), "service_code", "hotline", "description", "灯", "api_key", "no"
        };
        assertThat(status(send("requests.json", form))).isEqualTo(403);
        MvcTestResult refused = send("requests.xml", wrong);
        assertThat(status(refused)).isEqualTo(403);
        assertThat(first(xml(refused), "code")).isEqualTo("403");
        officer.post(unit, "key", "all-in", "name", "任何程序", "anybody", "yes");
        String one = json(send("requests.json", form))
                .get(0)
                .get("service_request_id")
                .stringValue();
        assertThat(json(send("requests.json", form))
                        .get(0)
                        .get("service_request_id")
                        .stringValue())
                .isNotEqualTo(one);
        MvcTestResult empty = send("requests.json", "jurisdiction_id", jurisdiction(), "service_code", "hotline");
        assertThat(status(empty)).isEqualTo(400);
        assertThat(text(empty)).contains("description: ");
        withdrawn(unit, form);
    }

    private void withdrawn(String unit, String... form) {
        String end =
                page(officer.get(unit)).expectFirst("form[action$=/withdrawal]").attr("action");
        assertThat(status(secretary.post(end, "key", "end-0"))).isEqualTo(404);
        assertThat(status(officer.post(end, "key", "end-1"))).isEqualTo(303);
        assertThat(status(send("requests.json", form))).isEqualTo(403);
        assertThat(status(officer.post(unit, "key", "nameless", "name", " "))).isEqualTo(422);
        assertThat(status(superior.get(unit))).isEqualTo(404);
    }

    private String[] words(String key, String words, String... more) {
        List<String> form = new ArrayList<>(List.of("api_key", key, "jurisdiction_id", jurisdiction()));
        form.addAll(List.of("service_code", "hotline", "description", words));
        form.addAll(List.of(more));
        return form.toArray(String[]::new);
    }

    @Test
    void theSameSentAgainIsOneRequestAndOneReceiptWhereItIsPlainThatItIsTheSame() {
        String key = key("重发");
        String[] form = words(key, "一样的话", "device_id", "d-1");
        String[] nobody = words(key, "一样的话");
        String first = text(send("requests.json", form));
        assertThat(text(send("requests.json", form))).isEqualTo(first);
        assertThat(text(send("requests.json", words(key, "一样的话", "device_id", "d-2"))))
                .isNotEqualTo(first);
        assertThat(text(send("requests.json", nobody))).isNotEqualTo(text(send("requests.json", nobody)));
        String once = UUID.randomUUID().toString();
        assertThat(text(sendAs(once, "requests.json", nobody))).isEqualTo(text(sendAs(once, "requests.json", nobody)));
        assertThat(status(sendAs(once, "requests.json", words(key, "别的话")))).isEqualTo(400);
    }
}
