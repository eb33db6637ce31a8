package org.yijitong.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.access.web.Browser;
import org.yijitong.document.OfficialPaper;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Identities;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.Sex;
import org.yijitong.organization.Sphere;
import org.yijitong.overview.OverviewDesk;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Language;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** The letter of introduction (介绍信) is printed as its flow says: where it is due, while it holds, with its receipt. */
class FlowPapersTests extends OverviewDesk {
    private static final String FORM = "membership-transfer.introduction";
    private static final String NUMBER = "11010519491231002X";

    @Autowired
    private Matters matters;

    @Autowired
    private MatterPapers papers;

    @Autowired
    private People people;

    @Autowired
    private Identities identities;

    @Autowired
    private MessageSource messages;

    private @Nullable PersonId member;

    @TempDir
    private Path folder;

    private Words words() {
        return new Words(messages, Language.ZH_HANS);
    }

    /** With all that the letter says; a number is held once. */
    private PersonId member() {
        if (member != null) {
            return member;
        }
        PersonDetails details = new PersonDetails(
                "唐予安",
                Sex.FEMALE,
                "汉族",
                null,
                today.minusYears(36),
                null,
                null,
                null,
                null,
                "100-0000-0001",
                null,
                null,
                null);
        PersonId id = people.add(
                made.scope(),
                new People.Newcomer(
                        details,
                        Sphere.PARTY,
                        new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                        LocalDate.of(2015, 1, 1)));
        identities.keep(made.scope(), id, NUMBER);
        member = id;
        return id;
    }

    private Scope branch() {
        return new Scope(UUID.randomUUID(), made.unit().unitId(), made.third().value());
    }

    private MatterId asked(String member) {
        Map<String, String> answers =
                Map.of("member", member, "to-committee", "省档案中心机关党委", "to-branch", "省档案中心第二党支部", "paid", "2026 年 11 月");
        return matters.begin(
                branch(),
                made.third(),
                new Beginning(
                        "membership-transfer",
                        "转出",
                        null,
                        answers,
                        Map.of("committee", new OrganizationId(made.scope().top()))));
    }

    private void act(Scope scope, MatterId id, String step, Map<String, String> answers) {
        int revision = matters.find(scope, id).revision();
        matters.step(
                scope,
                id,
                new Act(revision, step, answers, Map.of(), UUID.randomUUID().toString()));
    }

    private MatterId issued(int days) {
        MatterId id = asked(member().toString());
        act(
                made.scope(),
                id,
                "issue",
                Map.of("letter", "0041", "valid-to", today.plusDays(days).toString()));
        return id;
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }

    @Test
    void theLetterSaysWhoGoesWhereAndForHowManyDaysItHolds() throws IOException, InterruptedException {
        MatterId id = issued(10);
        byte[] docx = papers.document(made.scope(), papers.of(made.scope(), id, FORM, words()), words());
        assertThat(text(docx).lines())
                .containsSubsequence(
                        "中国共产党党员组织关系介绍信（存根）",
                        "第 0041 号",
                        "唐予安同志系中共正式党员，组织关系由第三党支部转到省档案中心第二党支部。",
                        "中国共产党党员组织关系介绍信",
                        "省档案中心机关党委：",
                        "唐予安同志（女），36 岁，汉族，系中共正式党员，身份证号码 1101************2X，由第三党支部去省档案中心第二党支部，"
                                + "请转接组织关系。该同志党费已交到2026 年 11 月。",
                        "（有效期 10 天）",
                        "省数字事务厅机关党委（盖章）",
                        words().longDate(today),
                        "党员联系电话或其他联系方式：100-0000-0001",
                        "党员原所在基层党委通讯地址：＿＿＿＿　联系电话：＿＿＿＿",
                        "中国共产党党员组织关系介绍信（回执）",
                        "唐予安同志的党员组织关系已转达我处，特此回复。")
                .noneMatch(line -> line.contains("{") || line.contains(NUMBER));
        Office.opens(folder, Map.of("letter.docx", docx));
    }

    @Test
    void itIsGivenOnlyWhileItIsOnItsWay() {
        MatterId id = asked(member().toString());
        assertThatThrownBy(() -> papers.of(made.scope(), id, FORM, words())).isInstanceOf(Refused.class);
        act(
                made.scope(),
                id,
                "issue",
                Map.of("letter", "7", "valid-to", today.plusDays(3).toString()));
        assertThat(papers.of(made.scope(), id, FORM, words()).hidden()).isTrue();
        act(made.scope(), id, "receipt", Map.of("received-on", today.toString(), "receipt-number", "7 回"));
        assertThatThrownBy(() -> papers.of(made.scope(), id, FORM, words())).isInstanceOf(Refused.class);
    }

    @Test
    void onceItsDayHasPassedItIsNamedAndNoLongerGiven() {
        MatterId id = issued(3);
        String matter = base + "/matters/" + id;
        assertThat(page(officer.get(matter)).select("a[href$=" + FORM + "]")).hasSize(1);
        Moment.at(today.plusDays(4).atTime(10, 0).atZone(Days.SHANGHAI).toInstant(), new Random(1), () -> {
            assertThatThrownBy(() -> papers.of(made.scope(), id, FORM, words()))
                    .isInstanceOfSatisfying(
                            Refused.class, over -> assertThat(over.messageKey()).isEqualTo("paper.refused.over"));
        });
    }

    @Test
    void whoIsTransferredStandsInTheRosterOfTheHost() {
        Made elsewhere = sample.make();
        String stranger = elsewhere.person("林若川").toString();
        for (String member : List.of(stranger, UUID.randomUUID().toString(), "唐予安")) {
            assertThatThrownBy(() -> asked(member))
                    .as(member)
                    .isInstanceOfSatisfying(
                            Invalid.class, fault -> assertThat(fault.faults()).containsOnlyKeys("member"));
        }
    }

    @Test
    void theWholeNumberNeedsAReasonThatTheLogKeeps() throws IOException {
        String letter = base + "/matters/" + issued(10) + "/papers/" + FORM;
        Document hidden = page(officer.get(letter));
        assertThat(hidden.text()).contains("1101************2X").doesNotContain(NUMBER);
        assertThat(hidden.select("form[action$=disclosure]")).hasSize(1);
        assertThat(page(secretary.get(letter)).select("form[action$=disclosure]"))
                .isEmpty();
        assertThat(status(secretary.post(letter + "/disclosure", "because", "要")))
                .isEqualTo(404);
        var refused = officer.post(letter + "/disclosure", "because", " ");
        assertThat(status(refused)).isEqualTo(422);
        assertThat(page(refused).text()).doesNotContain(NUMBER);
        assertThat(status(officer.post(letter + "/disclosure/paper.docx", "because", "")))
                .isEqualTo(422);
        assertThat(page(officer.post(letter + "/disclosure", "because", "开正式介绍信"))
                        .text())
                .contains(NUMBER);
        assertThat(text(officer.post(letter + "/disclosure/paper.docx", "because", "开正式介绍信")
                        .getResponse()
                        .getContentAsByteArray()))
                .contains(NUMBER);
        assertThat(logged("开正式介绍信")).isEqualTo(2);
        Made elsewhere = sample.make();
        Browser stranger =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        assertThat(status(stranger.get(letter))).isEqualTo(404);
        assertThat(status(stranger.post(letter + "/disclosure", "because", "想看")))
                .isEqualTo(404);
    }

    private long logged(String because) {
        Browser auditor = as("auditor", made.unit().unitId(), made.unit().rootId());
        return page(auditor.get("/log")).select("a[href^=/log/]").eachAttr("href").stream()
                .distinct()
                .filter(entry -> page(auditor.get(entry)).text().contains(because))
                .count();
    }

    @Test
    void whoeverSeesNoRosterHasNoLetterAndNobodyToChooseFrom() {
        String matter = base + "/matters/" + issued(10);
        Browser office = as("office", made.unit().unitId(), made.unit().rootId());
        assertThat(page(office.get(matter)).select("a[href$=" + FORM + "]")).isEmpty();
        assertThat(status(office.get(matter + "/papers/" + FORM))).isEqualTo(404);
        String form = base + "/organizations/" + made.third() + "/matters/new?flow=membership-transfer";
        assertThat(page(officer.get(form)).select("[name=begin-member] option[value~=.]"))
                .isNotEmpty();
        assertThat(page(office.get(form)).select("[name=begin-member] option[value~=.]"))
                .isEmpty();
    }

    @Test
    void aUnitPutsItsOwnLetterInPlaceOfOurs() throws IOException {
        MatterId id = issued(10);
        byte[] own = OfficialPaper.begin()
                .text("{{姓名}}，{{性别}}，{{有效天数}} 天，{{介绍信编号}}，{{转入的支部}}")
                .bytes();
        officer.upload(base + "/paper-templates", "信.docx", own, "form", FORM, "key", "own");
        assertThat(text(papers.document(made.scope(), papers.of(made.scope(), id, FORM, words()), words())))
                .contains("唐予安，女，10 天，0041，省档案中心第二党支部");
        byte[] strange = OfficialPaper.begin().text("{{工资}}").bytes();
        assertThat(status(officer.upload(
                        base + "/paper-templates",
                        "信.docx",
                        strange,
                        "form",
                        FORM,
                        "key",
                        UUID.randomUUID().toString())))
                .isEqualTo(422);
        assertThat(status(officer.get(base + "/paper-templates/" + FORM + "/template.docx")))
                .isEqualTo(200);
        assertThat(page(officer.get(base + "/paper-templates")).text()).contains("组织关系介绍信", "{{转入的支部}}");
    }

    @Test
    void programsHaveItToo() {
        String path = "/api/v1" + base + "/matters/" + issued(10) + "/papers/" + FORM;
        assertThat(asked("officer", made.unit().unitId(), made.unit().rootId(), path))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.says.days")
                .isEqualTo("10");
    }
}
