package org.yijitong.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.document.OfficialPaper;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.FlowPublications;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Mergers;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Migrations;
import org.yijitong.matter.TurnedFlow;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;
import org.yijitong.shared.Language;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** Papers of matters say what happened, are there when it has happened, and open in an office program. */
class MatterPapersTests extends OverviewDesk {
    @Autowired
    private Matters matters;

    @Autowired
    private Papers papers;

    @Autowired
    private Mergers mergers;

    @Autowired
    private Migrations migrations;

    @Autowired
    private FlowPublications publications;

    @Autowired
    private MatterPapers ofOne;

    @Autowired
    private MessageSource messages;

    @TempDir
    private Path folder;

    private Words words() {
        return new Words(messages, Language.ZH_HANS);
    }

    private MatterId begun(String title) {
        return matters.begin(
                made.scope(),
                made.unit().rootId(),
                new Beginning("rectification", title, "assessment", Map.of("problem", "三月少一次\n四月也少"), Map.of()));
    }

    private void act(
            Scope scope, MatterId id, String step, Map<String, String> answers, Map<String, OrganizationId> parties) {
        int revision = matters.find(scope, id).revision();
        matters.step(
                scope,
                id,
                new Act(revision, step, answers, parties, UUID.randomUUID().toString()));
    }

    private MatterId assigned(String title) {
        MatterId id = begun(title);
        Map<String, String> answers =
                Map.of("measures", "补学三次", "due", today.plusDays(9).toString());
        act(made.scope(), id, "assign", answers, Map.of("responsible", made.third()));
        return id;
    }

    private MatterId closed(String title) {
        MatterId id = assigned(title);
        Scope branch =
                new Scope(UUID.randomUUID(), made.unit().unitId(), made.third().value());
        act(branch, id, "report", Map.of("result", "补学了两次"), Map.of());
        Map<String, String> lacking =
                Map.of("lacking", "还差一次", "due", today.plusDays(20).toString());
        act(made.scope(), id, "reject", lacking, Map.of());
        act(branch, id, "report", Map.of("result", "第三次也补了"), Map.of());
        act(made.scope(), id, "accept", Map.of("verified", "看了记录"), Map.of());
        return id;
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor
                    .getText()
                    .lines()
                    .filter(line -> !line.startsWith("—"))
                    .collect(Collectors.joining("\n"));
        }
    }

    private String text(MatterId id, String form) throws IOException {
        return text(ofOne.document(made.scope(), ofOne.of(made.scope(), id, form, words()), words()));
    }

    @Test
    void theSlipSaysWhatIsAskedOfWhomAndByWhen() throws IOException {
        assertThat(text(assigned("学习记录不全"), "assignment").lines())
                .startsWith("交办单", "事项：学习记录不全", "事项类型：问题整改", "来源：考核")
                .contains("承办组织：第三党支部", "办理期限：" + today.plusDays(9))
                .containsSubsequence("事项内容", "三月少一次", "四月也少", "办理要求", "怎么改：补学三次", words().longDate(today))
                .noneMatch(line -> line.contains("{{") || line.endsWith("："));
    }

    @Test
    void theAnswerGoesToWhoeverJudgesIt() throws IOException {
        String said = text(closed("台账缺三月"), "reply");
        assertThat(said.lines())
                .startsWith("关于“台账缺三月”的答复函", "省数字事务厅机关党委：")
                .contains(today + " 登记的“台账缺三月”，现将办理情况答复如下。")
                .containsSubsequence("办理情况", "第三次也补了", "核实情况", "看了记录", "第三党支部");
        assertThat(said).doesNotContain("补学了两次", "{{");
    }

    @Test
    void theClosingSheetTellsAllOfIt() throws IOException {
        String said = text(closed("党费迟交"), "closing");
        assertThat(said.lines())
                .contains("办结日期：" + today, "办理期限：" + today.plusDays(20))
                .containsSubsequence("办理要求", "怎么改：补学三次", "差在哪里：还差一次", "办理情况", "第三次也补了")
                .containsSubsequence("办理经过", today + " 登记（待交办）", today + " 验收，销号（已销号，待回头看）");
    }

    @Test
    void aPaperWaitsForItsStep() {
        MatterId id = begun("还没交办");
        assertThatThrownBy(() -> ofOne.of(made.scope(), id, "assignment", words()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ofOne.of(made.scope(), id, "closing", words())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ofOne.of(made.scope(), id, "matters", words())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> papers.ledger(made.scope(), made.unit().rootId(), "closing", today.getYear(), words()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasOnlyMergedHasNoClosingSheet() {
        MatterId closes = assigned("并掉的");
        Scope second =
                new Scope(UUID.randomUUID(), made.scope().unit(), made.scope().top());
        mergers.answer(second, mergers.ask(made.scope(), closes, assigned("接着办的"), "一回事"), true);
        assertThat(page(officer.get(base + "/matters/" + closes))
                        .select("a[href*=/papers/]")
                        .eachText())
                .containsExactly("交办单");
        assertThatThrownBy(() -> ofOne.of(made.scope(), closes, "closing", words()))
                .isInstanceOf(Refused.class);
        assertThat(ofOne.of(made.scope(), closes, "assignment", words()).values())
                .containsEntry("standing", "已并入");
    }

    /** Begun under the second version, in a state that the first one does not know. */
    @Test
    void whatHappenedUnderAnotherVersionIsToldInItsWords() throws IOException {
        String flow = "turned-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(publications.publish("one.yaml", TurnedFlow.text(flow, 1, today)))
                .isEmpty();
        assertThat(publications.publish("two.yaml", TurnedFlow.text(flow, 2, today)))
                .isEmpty();
        Map<String, OrganizationId> parties = Map.of("doer", made.third(), "helper", made.other());
        MatterId id =
                matters.begin(made.scope(), made.unit().rootId(), new Beginning(flow, "换过流程", null, Map.of(), parties));
        UUID proposal = migrations.propose(made.scope(), new Migration(flow, 2, 1, Map.of("carrying-out", "doing")));
        migrations.end(
                new Scope(UUID.randomUUID(), made.scope().unit(), made.scope().top()), proposal, true);
        Scope branch =
                new Scope(UUID.randomUUID(), made.unit().unitId(), made.third().value());
        act(branch, id, "report", Map.of(), Map.of());
        act(made.scope(), id, "accept", Map.of(), Map.of());
        assertThat(text(id, "closing")).contains("交办（落实中）", "核实（办结）");
    }

    @Test
    void theTableHoldsWhatWasOpenInTheYear() throws IOException {
        closed("表里办结的");
        assigned("表里没办结的");
        Ledger table = papers.ledger(made.branch(), made.third(), "matters", today.getYear(), words());
        assertThat(table.rows())
                .extracting(row -> row.get("matter") + " " + row.get("standing") + " " + row.get("closed"))
                .containsSubsequence("表里办结的 已销号，待回头看 " + today, "表里没办结的 整改中 ");
        assertThat(papers.ledger(made.scope(), made.other(), "matters", today.getYear(), words())
                        .rows())
                .isEmpty();
        assertThat(papers.ledger(made.scope(), made.unit().rootId(), "matters", today.getYear() - 1, words())
                        .rows())
                .isEmpty();
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        papers.workbook(made.branch(), made.third(), "matters", today.getYear(), words(), sheet);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.toByteArray()))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("事项销号汇总表");
            assertThat(workbook.getSheetAt(0).getLastRowNum())
                    .isEqualTo(table.rows().size());
        }
    }

    @Test
    void theyOpenInAnOfficeProgram() throws IOException, InterruptedException {
        MatterId id = closed("长".repeat(200));
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String form : List.of("assignment", "reply", "closing")) {
            files.put(form + ".docx", ofOne.document(made.scope(), ofOne.of(made.scope(), id, form, words()), words()));
        }
        Office.opens(folder, files);
    }

    @Test
    void pagesLeadToThemAndOnlyThoseWhoMayHaveThem() throws IOException {
        String matter = base + "/matters/" + closed("从页面取");
        Document shown = page(officer.get(matter));
        assertThat(shown.select("a[href*=/papers/]").eachText()).containsExactly("交办单", "答复函", "销号表");
        Document reply = page(secretary.get(matter + "/papers/reply"));
        assertThat(reply.select("h1").text()).isEqualTo("关于“从页面取”的答复函");
        String docx = reply.select("a[href$=paper.docx]").attr("href");
        assertThat(text(secretary.get(docx).getResponse().getContentAsByteArray()))
                .contains("现将办理情况答复如下");
        assertThat(page(officer.get(base + "/matters")).select("a[href$=/papers/matters]"))
                .hasSize(1);
        String early = base + "/matters/" + begun("刚登记");
        assertThat(page(officer.get(early)).select("a[href*=/papers/]")).isEmpty();
        assertThat(status(officer.get(early + "/papers/reply"))).isEqualTo(409);
        assertThat(status(officer.get(matter + "/papers/none"))).isEqualTo(404);
        Made elsewhere = sample.make();
        Browser stranger =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        String theirs = "/units/" + elsewhere.unit().unitId();
        for (String path :
                List.of(matter + "/papers/reply", docx, theirs + matter.substring(base.length()) + "/papers/reply")) {
            assertThat(status(stranger.get(path))).as(path).isEqualTo(404);
        }
        assertThat(status(as("member", made.unit().unitId(), made.third()).get(docx)))
                .isEqualTo(404);
    }

    /** Records of a unit below are read with a reason; its matters are not. */
    @Test
    void thoseAboveHaveNoTableOfMatters() {
        Browser staff = as("staff", made.above().unitId(), made.above().rootId());
        MvcTestResult opened = staff.open(third + "/papers/year");
        assertThat(status(opened)).as(Browser.text(opened)).isEqualTo(200);
        Document year = page(opened);
        assertThat(year.select("a[href*=/papers/theme-day]")).as(year.text()).hasSize(1);
        assertThat(year.select("a[href*=/papers/matters]")).isEmpty();
        assertThat(status(staff.get(third + "/papers/matters"))).isEqualTo(404);
        assertThat(status(staff.get(third + "/papers/matters/ledger.xlsx"))).isEqualTo(404);
    }

    @Test
    void aUnitPutsInItsOwnTemplate() throws IOException {
        MatterId id = assigned("用自己的模板");
        byte[] own = OfficialPaper.begin().title("我们的{{材料名称}}：{{事项}}").bytes();
        officer.upload(base + "/paper-templates", "单.docx", own, "form", "assignment", "key", "own");
        assertThat(text(id, "assignment").strip()).isEqualTo("我们的交办单：用自己的模板");
        officer.post(base + "/paper-templates/assignment/removal", "key", "back");
        assertThat(text(id, "assignment")).contains("办理要求");
    }

    @Test
    void programsHaveThemToo() {
        MatterId id = closed("给程序");
        String path = "/api/v1" + base + "/matters/" + id + "/papers/closing";
        assertThat(asked("officer", made.unit().unitId(), made.unit().rootId(), path))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.says.done")
                .isEqualTo("第三次也补了");
        assertThat(asked("officer", made.unit().unitId(), made.unit().rootId(), path + "/paper.docx"))
                .hasStatusOk();
    }
}
