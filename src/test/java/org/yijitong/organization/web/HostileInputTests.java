package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.PersonId;

/** Whatever is put into a field of a form is taken or refused with a sentence; it never becomes a fault of ours. */
class HostileInputTests extends PeopleDesk {
    private static final List<String> HOSTILE = List.of(
            "\0",
            "a\0b",
            "\uD83D",
            "😀".repeat(200),
            "x".repeat(5000),
            "-1",
            "99999999999",
            "9999-12-31",
            "+292278994-08-17",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "'; DROP TABLE organization.people; --");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foundings",
                "renamings",
                "moves",
                "amendments",
                "mergers",
                "splits",
                "closures",
                "corrections",
                "appointments",
                "deputies",
                "reliefs",
                "handovers"
            })
    void noFieldOfAChangeBreaks(String noun) {
        String address = "/units/" + made.unit().unitId() + "/organizations/" + made.third() + "/" + noun;
        attack(address + "/new", address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/edit", "/transfer", "/departure", "/number"})
    void noFieldAboutAPersonBreaks(String form) {
        String address = roster + "/" + add("受测者", made.small()) + form;
        attack(address, address);
    }

    @Test
    void noFieldOfANewPersonBreaks() {
        attack(roster + "/new", roster);
    }

    @Test
    void noFieldOfAnAccountBreaks() {
        Browser administrator = SignedIn.as(
                mvc,
                accounts,
                "administrator",
                made.unit().unitId(),
                made.unit().rootId());
        attack(administrator, "/accounts/new", "/accounts");
        attack(administrator, "/account", "/account/tokens");
        attack(administrator, "/account/password", "/account/password");
    }

    @Test
    void ofTwoSavingOnePersonAtTheSameMomentOneIsToldOfTheOther() {
        PersonId person = add("同时改", made.small());
        String address = roster + "/" + person + "/edit";
        Browser other = SignedIn.as(
                mvc, accounts, "officer", made.unit().unitId(), made.unit().rootId());
        String[] tokens = {officer.token(), other.token()};
        List<CompletableFuture<MvcTestResult>> both = List.of(
                CompletableFuture.supplyAsync(() ->
                        officer.postWith(tokens[0], address, "key", "one" + person, "revision", "1", "phone", "111")),
                CompletableFuture.supplyAsync(() ->
                        other.postWith(tokens[1], address, "key", "two" + person, "revision", "1", "phone", "222")));
        List<MvcTestResult> answers = both.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Browser::status).containsExactlyInAnyOrder(303, 409);
        MvcTestResult refused =
                answers.stream().filter(each -> status(each) == 409).findFirst().orElseThrow();
        assertThat(page(refused).text()).contains("111", "222");
    }

    private void attack(String form, String address) {
        attack(officer, form, address);
    }

    private static void attack(Browser browser, String form, String address) {
        Document page = page(browser.get(form));
        String token = page.select("[name=_csrf]").attr("value");
        List<String> names = page.select("form[action=" + address + "] [name]").eachAttr("name").stream()
                .filter(name -> !name.equals("_csrf"))
                .distinct()
                .toList();
        assertThat(names).as(form).hasSizeGreaterThan(1);
        for (String name : names) {
            for (String hostile : HOSTILE) {
                page = page(browser.get(form));
                MvcTestResult answer = browser.postWith(token, address, fields(page, address, name, hostile));
                assertThat(answer.getUnresolvedException())
                        .as(address + " " + name + "=" + hostile)
                        .isNull();
                assertThat(status(answer))
                        .as(address + " " + name + "=" + hostile)
                        .isIn(200, 303, 400, 404, 409, 422);
            }
        }
    }

    /** The form as shown, with one field changed, under a key of its own. */
    private static String[] fields(Document page, String address, String changed, String value) {
        List<String> fields = new ArrayList<>();
        for (Element each : page.select("form[action=" + address + "] [name]")) {
            String name = each.attr("name");
            Element option = each.selectFirst("option[selected]");
            String shown = option == null ? each.val() : option.val();
            if (!name.equals("_csrf") && !name.equals("key")) {
                fields.addAll(List.of(name, name.equals(changed) ? value : shown));
            }
        }
        boolean key = changed.equals("key");
        fields.addAll(List.of("key", key ? value : UUID.randomUUID().toString()));
        return fields.toArray(String[]::new);
    }
}
