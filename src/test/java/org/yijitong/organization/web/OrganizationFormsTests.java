package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.location;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;

/** Each form that changes an organization: sent rightly, wrongly, twice, and by two people at once. */
@ProductTest
@Import(SampleUnit.class)
class OrganizationFormsTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Days days;

    private Made made;
    private Browser officer;
    private String tree;

    @BeforeEach
    void make() {
        made = sample.make();
        tree = "/units/" + made.unit().unitId() + "/organizations";
        officer = SignedIn.as(
                mvc, accounts, "officer", made.unit().unitId(), made.unit().rootId());
    }

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
    void everyFormIsShownAndKeepsWhatWasTypedWrongly(String noun) {
        Document form = page(officer.get(of(made.third()) + "/" + noun + "/new"));
        assertThat(form.select("h1").text()).contains("第三党支部");
        assertThat(page(officer.get(of(made.third()) + "/changes/new")).select("a[href$=/" + noun + "/new]"))
                .hasSize(1);
        MvcTestResult answer = send(officer, made.third(), noun, "on", "31.12.", "from", "31.12.", "reason", "看得见");
        assertThat(status(answer)).as(page(answer).text()).isEqualTo(422);
        Document again = page(answer);
        assertThat(again.select(".errors a")).isNotEmpty();
        assertThat(again.select("[name=on], [name=from]").attr("value")).isEqualTo("31.12.");
        assertThat(again.select("[aria-invalid=true]")).isNotEmpty();
    }

    @Test
    void onlyPostsThatTheKindMayHaveAreOffered() {
        Document branch = page(officer.get(of(made.third()) + "/handovers/new"));
        assertThat(branch.select("label").eachText()).noneMatch(label -> label.matches("(专职副书记|组长).*"));
        assertThat(branch.select("[name=holder-SECRETARY-0]")).hasSize(1);
        Document top = page(officer.get(of(made.unit().rootId()) + "/appointments/new"));
        assertThat(top.select("#post option").eachText()).contains("专职副书记").doesNotContain("组长");
    }

    @Test
    void foundingLeadsToTheNewOrganization() {
        MvcTestResult done = send(officer, made.third(), "foundings", "name", "第二党小组", "kind", "GROUP");
        assertThat(status(done)).isEqualTo(303);
        Document page = page(officer.get(location(done)));
        assertThat(page.select("h1").text()).startsWith("第二党小组：");
        assertThat(page.select(".notice").text()).isEqualTo("已成立");
    }

    @Test
    void theSameSendingTwiceHasOneEffect() {
        List<String> fields = filled(made.third(), "foundings", "name", "第二党小组", "kind", "GROUP");
        MvcTestResult first = post(officer, made.third(), "foundings", fields);
        MvcTestResult second = post(officer, made.third(), "foundings", fields);
        assertThat(location(second)).isEqualTo(location(first));
        assertThat(page(officer.get(of(made.third()))).select(".kv").text()).containsOnlyOnce("第二党小组");
    }

    @Test
    void ofTwoPeopleAtOnceTheSecondIsToldAndMaySendAgain() {
        List<String> second = filled(made.third(), "renamings", "name", "乙名", "shortName", "");
        assertThat(status(send(officer, made.third(), "renamings", "name", "甲名", "shortName", "")))
                .isEqualTo(303);
        MvcTestResult refused = post(officer, made.third(), "renamings", second);
        assertThat(status(refused)).isEqualTo(409);
        assertThat(page(refused).select(".errors").text()).contains("别人改过这个组织");
        assertThat(page(refused).select("[name=name]").attr("value")).isEqualTo("乙名");
        List<String> again = fields(page(refused));
        assertThat(status(post(officer, made.third(), "renamings", again))).isEqualTo(303);
        assertThat(page(officer.get(of(made.third()))).select("h1").text()).startsWith("乙名：");
    }

    @Test
    void aRefusalShowsItsSentenceOnTheSamePage() {
        MvcTestResult refused = send(officer, made.third(), "closures");
        assertThat(status(refused)).isEqualTo(409);
        assertThat(page(refused).select(".errors p").text()).isEqualTo("第三党支部还有 10 人。先转走，再撤销。");
        assertThat(status(send(officer, made.third(), "renamings")))
                .as("nothing new")
                .isEqualTo(409);
    }

    @Test
    void amendingSplittingAndMerging() {
        assertThat(status(send(officer, made.other(), "amendments", "approvalNumber", "〔2026〕1 号")))
                .isEqualTo(303);
        String person = made.person("乔牧野").toString();
        MvcTestResult split =
                send(officer, made.other(), "splits", "name", "第四党支部", "kind", "BRANCH", "people", person);
        assertThat(page(officer.get(location(split))).select(".lead").text()).contains("党员 1 人");
        assertThat(status(send(
                        officer, made.small(), "mergers", "into", made.other().toString())))
                .isEqualTo(303);
        assertThat(page(officer.get(of(made.other()))).select(".tline").text()).contains("第二党支部并入，转来 1 人。");
    }

    @Test
    void correctingAndMoving() {
        MvcTestResult corrected = send(
                officer,
                made.other(),
                "corrections",
                "name",
                "第一支部",
                "reason",
                "名称录错",
                "segment",
                "2003-09-16",
                "from",
                "2003-09-16");
        assertThat(status(corrected)).as(page(corrected).text()).isEqualTo(303);
        assertThat(page(officer.get(of(made.other()) + "/history"))
                        .select(".fix")
                        .text())
                .contains("全称由 第一党支部 改为 第一支部", "原因：名称录错", "同志录");
        MvcTestResult moved =
                send(officer, made.third(), "moves", "superior", made.other().toString());
        assertThat(status(moved)).as(page(moved).text()).isEqualTo(303);
        assertThat(page(officer.get(of(made.third()))).select(".crumb").text()).contains("第一支部");
    }

    @Test
    void postsAreFilledLeftAndHandedOver() {
        String shen = made.person("沈南乔").toString();
        assertThat(status(send(officer, made.third(), "appointments", "post", "PUBLICITY_MEMBER", "person", shen)))
                .isEqualTo(303);
        assertThat(page(officer.get(of(made.third()))).select("h1").text()).doesNotContain("空缺");
        assertThat(status(send(officer, made.third(), "appointments", "post", "PUBLICITY_MEMBER", "person", shen)))
                .as("holds it already")
                .isEqualTo(409);
        assertThat(status(send(officer, made.third(), "deputies", "post", "SECRETARY", "person", shen)))
                .isEqualTo(303);
        assertThat(page(officer.get(of(made.third()))).select("table").text()).contains("书记（代）");
        assertThat(status(send(officer, made.third(), "reliefs", "holding", "PUBLICITY_MEMBER." + shen)))
                .isEqualTo(303);
        Document form = page(officer.get(of(made.third()) + "/handovers/new"));
        assertThat(form.select("[name=due]").attr("value"))
                .isEqualTo(days.today().plusYears(3).minusDays(1).toString());
        MvcTestResult done = send(officer, made.third(), "handovers", "holder-SECRETARY-0", shen);
        assertThat(status(done)).as(page(done).text()).isEqualTo(303);
        Document page = page(officer.get(of(made.third())));
        assertThat(page.select(".tline > li.now").text()).contains("换届，选出 1 人");
        assertThat(status(send(officer, made.third(), "handovers", "holder-SECRETARY-0", shen)))
                .as("a term begins once")
                .isEqualTo(409);
    }

    @Test
    void whatIsForeignDoesNotExist() {
        Made foreign = sample.make();
        List<String> fields = filled(made.third(), "renamings", "name", "别名");
        assertThat(status(post(officer, foreign.third(), "renamings", fields))).isEqualTo(404);
        assertThat(status(officer.get(of(foreign.third()) + "/renamings/new"))).isEqualTo(404);
        assertThat(status(send(
                        officer,
                        made.third(),
                        "moves",
                        "superior",
                        foreign.third().toString())))
                .isEqualTo(404);
        String stranger = foreign.person("林若川").toString();
        assertThat(status(send(officer, made.third(), "appointments", "post", "MEMBER", "person", stranger)))
                .isEqualTo(404);
        assertThat(status(officer.get(of(made.third()) + "/nothing/new"))).isEqualTo(404);
        assertThat(status(officer.get(tree + "/" + UUID.randomUUID() + "/moves/new")))
                .isEqualTo(404);
    }

    private String of(OrganizationId organization) {
        return tree + "/" + organization;
    }

    /** The form as it is shown, with some fields filled in otherwise, sent. */
    private MvcTestResult send(Browser browser, OrganizationId organization, String noun, String... typed) {
        return post(browser, organization, noun, filled(organization, noun, typed));
    }

    private MvcTestResult post(Browser browser, OrganizationId organization, String noun, List<String> fields) {
        return browser.post(of(organization) + "/" + noun, fields.toArray(String[]::new));
    }

    private List<String> filled(OrganizationId organization, String noun, String... typed) {
        List<String> fields = new ArrayList<>(fields(page(officer.get(of(organization) + "/" + noun + "/new"))));
        for (int i = 0; i < typed.length; i += 2) {
            int at = fields.indexOf(typed[i]);
            if (at >= 0 && at % 2 == 0) {
                fields.set(at + 1, typed[i + 1]);
            } else {
                fields.addAll(List.of(typed[i], typed[i + 1]));
            }
        }
        return fields;
    }

    /** Names and values as a browser would send them. */
    private static List<String> fields(Document page) {
        List<String> fields = new ArrayList<>();
        for (Element each : page.select("form[action*=/organizations/] [name]")) {
            String value = switch (each.normalName()) {
                case "select" -> selected(each);
                case "textarea" -> each.text();
                default -> each.attr("value");
            };
            boolean unticked = each.attr("type").equals("checkbox") && !each.hasAttr("checked");
            boolean strip = each.closest("form.strip") != null;
            if (!unticked && !strip && !each.attr("name").equals("_csrf")) {
                fields.addAll(List.of(each.attr("name"), value));
            }
        }
        return fields;
    }

    private static String selected(Element list) {
        Element chosen = list.selectFirst("option[selected]");
        return chosen == null ? "" : chosen.attr("value");
    }
}
