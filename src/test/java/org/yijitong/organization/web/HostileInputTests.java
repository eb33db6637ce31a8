package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.World;
import org.yijitong.access.web.Attack;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.PersonId;

/** Whatever is put into a field of a form is taken or refused with a sentence; it never becomes a fault of ours. */
class HostileInputTests extends PeopleDesk {
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
        Attack.on(administrator, "/accounts/new", "/accounts");
        Attack.on(administrator, "/account", "/account/tokens");
        Attack.on(administrator, "/account/password", "/account/password", "current", World.PASSWORD);
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
        Attack.on(officer, form, address);
    }
}
