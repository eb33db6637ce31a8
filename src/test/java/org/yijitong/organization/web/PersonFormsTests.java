package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Sphere;

/** The forms about people: what they keep and refuse, that nothing is done twice. */
class PersonFormsTests extends PeopleDesk {
    private static final String CANARY = "<img src=x onerror=alert(1)>\"'&";
    private static final String NUMBER = "11010519491231002X";

    @Test
    void aChangeIsKeptOnceAndToldWithItsAuthor() {
        PersonId person = add("改一改", made.small());
        String address = roster + "/" + person;
        String[] fields = {"key", "once-" + person, "revision", "1", "phone", "13800000000", "reason", "换号"};
        for (int i = 0; i < 2; i++) {
            MvcTestResult done = officer.post(address + "/edit", fields);
            assertThat(status(done)).isEqualTo(303);
            assertThat(location(done)).isEqualTo(address);
        }
        String history = page(officer.get(address))
                .select("section[aria-labelledby=h-changes]")
                .text();
        assertThat(history).contains("联系电话由“没有”改为“13800000000”", "原因：换号", "同志");
        assertThat(history.split("改了内容", -1)).hasSize(2);
        assertThat(history).doesNotContain("姓名由");
    }

    @Test
    void whatCannotBeTakenComesBackWithWhatWasTyped() {
        PersonId person = add("填错了", made.small());
        MvcTestResult answer = officer.post(
                roster + "/" + person + "/edit",
                "key",
                "bad-" + person,
                "revision",
                "1",
                "name",
                "",
                "joinedOn",
                "2020-13-40",
                "phone",
                "9".repeat(41),
                "note",
                "还在");
        assertThat(status(answer)).isEqualTo(422);
        assertThat(page(answer).select("nav.nav a[aria-current]").eachAttr("href"))
                .as("it stands where the form stood")
                .containsExactly("/people");
        Document page = page(answer);
        assertThat(page.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#joinedOn", "#name", "#phone");
        assertThat(page.select("#note").text()).isEqualTo("还在");
        assertThat(page.select("#joinedOn").attr("value")).isEqualTo("2020-13-40");
        assertThat(page.select("#joinedOn-e").text()).isEqualTo("填一个日期，如 2026-07-01。");
    }

    @Test
    void whoComesSecondSeesWhatTheOtherWrote() {
        PersonId person = add("两人改", made.small());
        String address = roster + "/" + person + "/edit";
        officer.post(address, "key", "a" + person, "revision", "1", "phone", "111");
        MvcTestResult second = officer.post(address, "key", "b" + person, "revision", "1", "phone", "222");
        assertThat(status(second)).isEqualTo(409);
        Document page = page(second);
        assertThat(page.select(".errors").text()).contains("刚才被别人改过", "现在是“111”，这次填的是“222”");
        assertThat(page.select("#phone").attr("value")).isEqualTo("222");
        String revision = page.select("input[name=revision]").attr("value");
        assertThat(status(officer.post(address, "key", "c" + person, "revision", revision, "phone", "222")))
                .isEqualTo(303);
    }

    @Test
    void aRowOfTheRosterBecomesAFormAndARowAgain() {
        PersonId person = add("行内改", made.small());
        String address = roster + "/" + person;
        MvcTestResult form = officer.get(address + "/edit?in=row");
        assertThat(text(form)).startsWith("<tr>").contains("hx-post=\"" + address + "/edit\"");
        MvcTestResult saved =
                officer.post(address + "/edit", "in", "row", "key", "row" + person, "revision", "1", "phone", "5");
        assertThat(status(saved)).isEqualTo(200);
        assertThat(text(saved)).startsWith("<tr>").contains("行内改").doesNotContain("<form");
        assertThat(text(officer.get(address + "?in=row"))).startsWith("<tr>");
        assertThat(page(officer.get(address)).select(".kv").text()).contains("5");
    }

    @Test
    void nothingTypedBecomesMarkup() {
        List<String> fields =
                new ArrayList<>(List.of("name", CANARY, "place", made.small().toString()));
        fields.addAll(List.of("key", "xss", "kind", "FULL", "on", "2020-01-01", "ethnicity", CANARY.substring(0, 20)));
        for (String field : List.of("nativePlace", "education", "phone", "officePhone", "jobTitle", "note")) {
            fields.addAll(List.of(field, CANARY));
        }
        MvcTestResult added = officer.post(roster, fields.toArray(String[]::new));
        assertThat(status(added)).isEqualTo(303);
        String address = location(added);
        officer.post(address + "/edit", "key", "xss2", "revision", "1", "note", "改", "reason", CANARY);
        for (String below : List.of("", "/edit", "/transfer", "/departure", "/merger", "/number")) {
            noMarkup(officer.get(address + below));
        }
        noMarkup(officer.get(roster + "?q=%3Cimg"));
        noMarkup(officer.get(roster + "/print?branch=" + made.small()));
    }

    private static void noMarkup(MvcTestResult answer) {
        assertThat(status(answer)).isEqualTo(200);
        Document page = page(answer);
        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.text() + page.select("input").eachAttr("value")).contains("<img src=x");
    }

    @Test
    void aProbationaryMemberBecomesAFullOneFromADayOn() {
        PersonId person = people.add(
                made.scope(),
                new People.Newcomer(
                        PersonDetails.named("转正者"),
                        Sphere.PARTY,
                        new Belonging(made.small(), null, MemberKind.PROBATIONARY, List.of()),
                        LocalDate.of(2025, 1, 1)));
        String address = roster + "/" + person;
        Document form = page(officer.get(address + "/transfer"));
        assertThat(form.select("#kind option[selected]").attr("value")).isEqualTo("PROBATIONARY");
        MvcTestResult early = move(person, "FULL", "2024-01-01");
        assertThat(status(early)).isEqualTo(422);
        assertThat(page(early).select("#on-e").text()).contains("2025-01-01");
        assertThat(status(move(person, "PROBATIONARY", "2026-02-01"))).isEqualTo(409);
        assertThat(status(move(person, "FULL", "2026-02-01"))).isEqualTo(303);
        Document page = page(officer.get(address));
        assertThat(page.select(".kv").text()).contains("转正日期 2026-02-01");
        assertThat(page.select("section[aria-labelledby=h-changes]").text())
                .contains("转接或变更", "2026-02-01 起", "人员类别由“预备党员”改为“正式党员”");
    }

    @Test
    void whoLeavesIsOffTheRosterButNotForgotten() {
        PersonId person = add("要离开", made.small());
        String address = roster + "/" + person;
        String today = days.today().toString();
        assertThat(status(officer.post(address + "/departure", "key", "n" + person, "on", today)))
                .isEqualTo(422);
        assertThat(status(officer.post(address + "/departure", "key", "l" + person, "why", "TRANSFER", "on", today)))
                .isEqualTo(303);
        assertThat(names(officer, "?q=%E8%A6%81%E7%A6%BB%E5%BC%80")).isEmpty();
        Document page = page(officer.get(address));
        assertThat(page.select("h1").text()).isEqualTo("要离开：" + today + " 起不在名册上");
        assertThat(page.select(".tline").text()).contains("组织关系转出");
        assertThat(status(move(person, "FULL", today))).isEqualTo(303);
        assertThat(names(officer, "?q=%E8%A6%81%E7%A6%BB%E5%BC%80")).containsExactly("要离开");
    }

    @Test
    void twoEntriesAreFoundComparedAndJoined() {
        PersonId first = add("重复人", made.small());
        PersonId second = add("重复人", made.other());
        String address = roster + "/" + first + "/merger";
        Document find = page(officer.get(address));
        String compare = find.select("a[href*=other=" + second + "]").attr("href");
        Document compared = page(officer.get(compare));
        assertThat(compared.select("tr.vac").text()).contains("第二党支部").contains("第一党支部");
        Document confirm = page(officer.get(compare + "&kept=" + second));
        assertThat(confirm.select("main form").attr("action")).isEqualTo(address);
        MvcTestResult done = officer.post(address, "key", "m" + first, "kept", second.toString());
        assertThat(location(done)).isEqualTo(roster + "/" + second);
        assertThat(status(officer.get(roster + "/" + first))).isEqualTo(404);
        assertThat(page(officer.get(roster + "/" + second)).text()).contains("合并了重复的一条");
    }

    @Test
    void theNumberGoesWhereTheEntryGoesAndTheHistoryNamesItNot() {
        PersonId gone = add("归并人", made.small());
        PersonId kept = add("归并人", made.other());
        PersonId third = add("归并人", made.other());
        setNumber(gone, "110105194912310054");
        merge(gone, kept);
        String page = page(officer.get(roster + "/" + kept)).text();
        assertThat(page).contains("1101************54", "去掉的一条登记的身份证号归到这一条", "登记了身份证号");
        assertThat(page).doesNotContain("110105194912310054");
        assertThat(audited(kept)).contains("person.merged {\"fields\": [\"name\", \"number\"]}");
        setNumber(third, "110105194912310070");
        merge(third, kept);
        assertThat(page(officer.get(roster + "/" + kept)).text()).contains("1101************54", "另有身份证号，没有保留");
        PersonId other = add("另一人", made.small());
        setNumber(other, "110105194912310070");
    }

    private void setNumber(PersonId person, String number) {
        MvcTestResult set = officer.post(roster + "/" + person + "/number", "key", "n" + person, "number", number);
        assertThat(status(set)).as(page(set).text()).isEqualTo(303);
    }

    private void merge(PersonId gone, PersonId kept) {
        String address = roster + "/" + gone + "/merger";
        assertThat(status(officer.post(address, "key", "m" + gone, "kept", kept.toString())))
                .isEqualTo(303);
    }

    @Test
    void aNumberIsCheckedMaskedAndShownOnceForAReason() {
        PersonId person = add("有号码", made.small());
        String address = roster + "/" + person + "/number";
        MvcTestResult wrong = officer.post(address, "key", "w" + person, "number", "110105194912310021");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(page(wrong).select("#number-e").text()).contains("最后一位对不上");
        assertThat(status(officer.post(address, "key", "k" + person, "number", NUMBER)))
                .isEqualTo(303);
        assertThat(text(officer.get(roster + "/" + person)))
                .contains("1101************2X")
                .doesNotContain(NUMBER);
        MvcTestResult without = officer.post(address + "/disclosure", "because", " ");
        assertThat(status(without)).isEqualTo(422);
        assertThat(text(without)).doesNotContain(NUMBER);
        MvcTestResult shown = officer.post(address + "/disclosure", "because", "核对采集表");
        assertThat(text(shown)).contains(NUMBER);
        assertThat(shown.getResponse().getHeader("Cache-Control")).contains("no-store");
        PersonId other = add("同号码", made.small());
        MvcTestResult taken = officer.post(roster + "/" + other + "/number", "key", "t" + other, "number", NUMBER);
        assertThat(status(taken)).isEqualTo(409);
        assertThat(text(taken)).contains("已经登记在别人名下");
    }

    /** As the form of transfer sends it; a branch, a kind and a day make the key. */
    private MvcTestResult move(PersonId person, String kind, String on) {
        String address = roster + "/" + person + "/transfer";
        return officer.post(
                address, "key", kind + on + person, "place", made.small().toString(), "kind", kind, "on", on);
    }
}
