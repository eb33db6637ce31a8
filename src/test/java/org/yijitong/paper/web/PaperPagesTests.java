package org.yijitong.paper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.access.web.Browser;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.RecordId;
import org.yijitong.document.OfficialPaper;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.overview.OverviewDesk;

/** Ledgers and minutes on pages and as files, for those who may; templates changed by the unit. */
class PaperPagesTests extends OverviewDesk {
    private static String text(MvcTestResult answer) throws IOException {
        byte[] docx = answer.getResponse().getContentAsByteArray();
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor
                    .getText()
                    .lines()
                    .filter(line -> !line.startsWith("—"))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void fromTheRecordsToALedgerOnPaper() throws IOException {
        record(today, ActivityKind.COMMITTEE_MEETING);
        Document records = page(secretary.get(third + "/records"));
        Document ledger = page(secretary.get(
                records.select("main a[href$=/papers]").attr("href") + "/three-meetings?year=" + today.getYear()));
        assertThat(ledger.select("h1").text()).endsWith(today.getYear() + " 年三会一课台账");
        assertThat(ledger.select("tbody tr").getLast().text()).contains(today.toString(), "支委会");
        String docx = ledger.select("a[href*=ledger.docx]").attr("href");
        assertThat(text(secretary.get(docx))).contains("三会一课台账", "支委会");
        MvcTestResult sheet =
                secretary.get(ledger.select("a[href*=ledger.xlsx]").attr("href"));
        assertThat(sheet.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        assertThat(sheet.getResponse().getHeader("Content-Disposition")).contains("attachment", ".xlsx");
    }

    @Test
    void theRecordHandsOutItsMinutes() throws IOException {
        RecordId record = record(today, ActivityKind.LESSON);
        String address = base + "/records/" + record;
        String href =
                page(secretary.get(address)).select("a[href$=minutes.docx]").attr("href");
        assertThat(text(secretary.get(href))).contains("类型：党课");
        records.withdraw(made.branch(), record, 1, "记错了");
        assertThat(page(secretary.get(address)).select("a[href$=minutes.docx]")).isEmpty();
        assertThat(status(secretary.get(href))).isEqualTo(404);
    }

    @Test
    void onlyThoseWhoMayHaveThem() {
        RecordId record = record(today, ActivityKind.LESSON);
        Browser member = as("member", made.unit().unitId(), made.third());
        Made elsewhere = sample.make();
        Browser stranger =
                as("officer", elsewhere.unit().unitId(), elsewhere.unit().rootId());
        for (String path : new String[] {
            third + "/papers", third + "/papers/year/ledger.docx", base + "/records/" + record + "/minutes.docx"
        }) {
            assertThat(status(member.get(path))).as(path).isEqualTo(404);
            assertThat(status(stranger.get(path))).as(path).isEqualTo(404);
        }
        assertThat(status(secretary.get(third + "/papers/none"))).isEqualTo(404);
        assertThat(status(secretary.get(third + "/papers/year/ledger.pdf"))).isEqualTo(404);
        assertThat(status(secretary.get(base + "/paper-templates"))).isEqualTo(404);
        String other = base + "/organizations/" + made.other() + "/papers/year";
        assertThat(status(secretary.get(other))).isEqualTo(404);
        assertThat(status(officer.get(other))).isEqualTo(200);
    }

    @Test
    void aUnitPutsInItsOwnTemplateAndGoesBack() throws IOException {
        record(today, ActivityKind.VISIT);
        String templates = base + "/paper-templates";
        byte[] own = OfficialPaper.begin().title("我们的{{材料名称}}").bytes();
        String docx = third + "/papers/visit/ledger.docx";
        MvcTestResult put = officer.upload(templates, "我们的.docx", own, "form", "visit", "key", "one");
        assertThat(status(put)).isEqualTo(303);
        assertThat(page(officer.get(templates)).text()).contains("我们的.docx");
        assertThat(text(secretary.get(docx)).strip()).isEqualTo("我们的走基层台账");
        assertThat(text(officer.get(templates + "/visit/template.docx")).strip())
                .isEqualTo("我们的{{材料名称}}");
        officer.post(templates + "/visit/removal", "key", "two");
        assertThat(text(secretary.get(docx))).contains("走基层台账", "带回问题数");
        assertThat(status(officer.post(templates + "/visit/removal", "key", "three")))
                .isEqualTo(404);
    }

    @Test
    void aTemplateThatCannotBeUsedIsSaid() throws IOException {
        String templates = base + "/paper-templates";
        byte[] unknown = OfficialPaper.begin().text("{{领导签字}}").bytes();
        MvcTestResult answer = officer.upload(templates, "a.docx", unknown, "form", "year", "key", "four");
        assertThat(status(answer)).isEqualTo(422);
        assertThat(page(answer).select(".err, [id=file-e]").text()).contains("领导签字", "日期");
        MvcTestResult boxed = officer.upload(templates, "a.docx", boxed("{{日期}}"), "form", "year", "key", "boxed");
        assertThat(status(boxed)).isEqualTo(422);
        assertThat(page(boxed).select(".err, [id=file-e]").text()).contains("文本框或内容控件", "日期");
        assertThat(status(officer.upload(templates, "a.docx", boxed("{{年度}}"), "form", "year", "key", "head")))
                .isEqualTo(303);
        officer.post(templates + "/year/removal", "key", "head-back");
        byte[] none = OfficialPaper.begin().text("没有名字").bytes();
        assertThat(status(officer.upload(templates, "a.docx", none, "form", "year", "key", "five")))
                .isEqualTo(422);
        assertThat(status(officer.upload(templates, "a.docx", new byte[0], "form", "year", "key", "six")))
                .isEqualTo(422);
        assertThat(status(officer.upload(templates, "a.docx", unknown, "form", "nothing", "key", "seven")))
                .isEqualTo(404);
    }

    /** With a name in a content control. */
    private static byte[] boxed(String name) throws IOException {
        byte[] plain = OfficialPaper.begin().title("{{组织}}").bytes();
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(plain))) {
            document.getDocument()
                    .getBody()
                    .addNewSdt()
                    .addNewSdtContent()
                    .addNewP()
                    .addNewR()
                    .addNewT()
                    .setStringValue(name);
            document.write(made);
        }
        return made.toByteArray();
    }

    @Test
    void programsHaveThemToo() {
        record(today, ActivityKind.JOINT);
        String path = "/api/v1" + third + "/papers/joint";
        assertThat(asked("secretary", made.unit().unitId(), made.third(), path))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[0].kinds")
                .isEqualTo("联学共建");
        assertThat(asked("secretary", made.unit().unitId(), made.third(), path + "/ledger.docx"))
                .hasStatusOk();
        assertThat(asked("officer", made.unit().unitId(), made.unit().rootId(), "/api/v1" + base + "/paper-templates"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].form")
                .isEqualTo("minutes");
    }
}
