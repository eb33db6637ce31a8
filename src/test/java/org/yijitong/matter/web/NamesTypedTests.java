package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.Sphere;

/** Of two thousand people anybody can be named: by typing, with whom it may mean to choose from. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesTypedTests {
    private static final int MANY = 2_000;

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser secretary;
    private String begin;
    private List<PersonId> same;

    @BeforeAll
    void aBranchOfTwoThousand() {
        made = sample.make();
        List<People.Newcomer> many = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            many.add(newcomer("员" + number(i), LocalDate.of(2010, 1, 1)));
        }
        people.addAll(made.scope(), many);
        same = people.addAll(
                made.scope(),
                List.of(newcomer("洛云舟", LocalDate.of(2011, 7, 1)), newcomer("洛云舟", LocalDate.of(2019, 7, 1))));
        secretary = as("secretary", made.third());
        begin = "/units/" + made.unit().unitId() + "/organizations/" + made.third() + "/matters";
    }

    @Test
    void theFormAsksForANameInsteadOfAList() {
        Document form = page(secretary.get(begin + "/new?flow=membership-transfer"));
        assertThat(form.select("select[name=begin-member]")).isEmpty();
        assertThat(form.select("input[name=begin-member]").attr("type")).isEqualTo("text");
        Document few = page(as("secretary", made.other())
                .get(begin.replace(made.third().toString(), made.other().toString())
                        + "/new?flow=membership-transfer"));
        assertThat(few.select("input[name=begin-member]")).isEmpty();
    }

    @Test
    void whoeverHasANameAloneIsFoundByItAndBySeveralWordsToo() {
        String last = "员" + number(MANY - 1);
        String matter = location(asked("n1", last));
        assertThat(page(secretary.get(matter)).text()).contains(last);
        assertThat(status(asked("n2", "  " + last + "　第三党支部 "))).isEqualTo(303);
        assertThat(status(asked("n3", last + " 第九党支部"))).isEqualTo(422);
    }

    @Test
    void aNameThatSeveralHaveComesBackWithAllOfThem() {
        MvcTestResult answer = asked("s1", "洛云舟");
        assertThat(status(answer)).isEqualTo(422);
        Document form = page(answer);
        assertThat(form.select("input[type=radio][name=begin-member]").eachAttr("value"))
                .containsExactlyInAnyOrderElementsOf(
                        same.stream().map(PersonId::toString).toList());
        assertThat(form.select("fieldset .chip").eachText())
                .allMatch(each -> each.contains("洛云舟") && each.contains("第三党支部"))
                .doesNotHaveDuplicates();
        assertThat(form.select("input[type=text][name=begin-member]").attr("value"))
                .isEqualTo("洛云舟");
        assertThat(form.select("[name=begin-title]").attr("value")).isEqualTo("转出一人");
        assertThat(form.select("[name=begin-paid]").text()).isEqualTo("2026 年 11 月");

        assertThat(status(asked("s2", same.getLast().toString()))).isEqualTo(303);
    }

    @Test
    void aNameThatIsTypedAfterSomebodyWasChosenReplacesThem() {
        String last = "员" + number(MANY - 2);
        String chosen = same.getLast().toString();
        assertThat(page(secretary.get(location(asked("t1", chosen, last)))).text())
                .contains(last)
                .doesNotContain("洛云舟");
        assertThat(page(secretary.get(location(asked("t2", chosen, "")))).text())
                .contains("洛云舟");
    }

    @Test
    void nobodyAndPartsOfNamesAreRefusedWithWhomTheyMayMean() {
        Document nobody = page(asked("p1", "查无此人"));
        assertThat(nobody.text()).contains("名册里没有“查无此人”", "请从名册里选一个人");
        assertThat(nobody.select("input[type=radio][name=begin-member]")).isEmpty();
        Document part = page(asked("p2", "云舟"));
        assertThat(part.select("input[type=radio][name=begin-member]")).hasSize(2);
        assertThat(page(asked("p3", "员")).select("input[type=radio][name=begin-member]"))
                .hasSize(20);
        assertThat(status(asked("p4", "<b>" + "名".repeat(90)))).isEqualTo(422);
        assertThat(status(asked("p5", UUID.randomUUID().toString()))).isEqualTo(422);
    }

    @Test
    void whoeverSeesNoRosterFindsNobody() {
        Browser office = as("office", made.third());
        MvcTestResult answer = asked(office, "o1", "洛云舟");
        assertThat(status(answer)).isEqualTo(422);
        assertThat(page(answer).select("[name=begin-member]")).isEmpty();
        assertThat(status(asked(office, "o2", "员" + number(7)))).isEqualTo(422);
    }

    private MvcTestResult asked(String key, String... members) {
        return asked(secretary, key, members);
    }

    private MvcTestResult asked(Browser by, String key, String... members) {
        List<String> fields = new ArrayList<>(Arrays.asList("key", key, "flow", "membership-transfer"));
        fields.addAll(List.of("begin-title", "转出一人"));
        Arrays.stream(members).forEach(member -> fields.addAll(List.of("begin-member", member)));
        fields.addAll(List.of("begin-committee", made.unit().rootId().toString()));
        fields.addAll(List.of("begin-to-committee", "省档案中心机关党委", "begin-to-branch", "第二党支部"));
        fields.addAll(List.of("begin-paid", "2026 年 11 月"));
        return by.post(begin, fields.toArray(String[]::new));
    }

    /** Such as 甲乙丙丁: names are words without digits. */
    private static String number(int i) {
        StringBuilder name = new StringBuilder();
        for (char digit : Integer.toString(10_000 + i).substring(1).toCharArray()) {
            name.append("子丑寅卯辰巳午未申酉".charAt(digit - '0'));
        }
        return name.toString();
    }

    private People.Newcomer newcomer(String name, LocalDate joined) {
        PersonDetails details =
                new PersonDetails(name, null, null, null, null, joined, null, null, null, null, null, null, null);
        return new People.Newcomer(
                details, Sphere.PARTY, new Belonging(made.third(), null, MemberKind.FULL, List.of()), joined);
    }

    private Browser as(String role, OrganizationId top) {
        String name = "typ" + UUID.randomUUID().toString().substring(0, 12);
        Grant grant = new Grant(role, made.unit().unitId(), top.value());
        accounts.create(name, name + "同志", World.PASSWORD, List.of(grant));
        Browser browser = new Browser(mvc);
        browser.signIn(name);
        return browser;
    }
}
