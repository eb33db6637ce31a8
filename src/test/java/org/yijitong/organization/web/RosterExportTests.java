package org.yijitong.organization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Identities;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.Sex;
import org.yijitong.organization.Sphere;

/** What goes out: exactly what is shown, nothing that a spreadsheet would compute, numbers only for a reason. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RosterExportTests {
    private static final String FORMULA = "=HYPERLINK(\"http://x\")";
    private static final String NUMBER = "110105194912310046";

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Identities identities;

    @Autowired
    MockMvcTester mvc;

    private Made made;
    private Browser officer;
    private Browser secretary;
    private String roster;

    @BeforeAll
    void make() {
        made = sample.make();
        roster = "/units/" + made.unit().unitId() + "/people";
        officer = SignedIn.as(
                mvc, accounts, "officer", made.unit().unitId(), made.unit().rootId());
        secretary = SignedIn.as(mvc, accounts, "secretary", made.unit().unitId(), made.small());
        PersonId person = people.add(
                made.scope(),
                new People.Newcomer(
                        new PersonDetails(
                                "=cmd",
                                Sex.FEMALE,
                                "@民族",
                                "+籍贯",
                                LocalDate.of(1980, 2, 3),
                                LocalDate.of(2005, 7, 1),
                                LocalDate.of(2006, 7, 1),
                                LocalDate.of(2002, 9, 1),
                                "-学历",
                                "13800001234",
                                "6103",
                                FORMULA,
                                "=1+1"),
                        Sphere.PARTY,
                        new Belonging(made.small(), null, MemberKind.FULL, List.of(MemberState.RETIRED)),
                        LocalDate.of(2010, 1, 1)));
        identities.keep(made.scope(), person, NUMBER);
    }

    @Test
    void theWorkbookHoldsWhatTheFilterFindsUnderTheHeadingsOfTheImport() throws IOException {
        MvcTestResult answer = officer.get(roster + "/export.xlsx?branch=" + made.small());
        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("attachment", ".xlsx");
        try (XSSFWorkbook book = open(answer)) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(titles(sheet))
                    .containsExactly(
                            "姓名", "性别", "民族", "出生日期", "入党日期", "转正日期", "所在支部", "党小组", "人员类别", "状态", "联系电话", "办公电话", "职务",
                            "学历", "参加工作日期", "单位及职务", "籍贯", "备注");
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            Row row = rowOf(sheet, "=cmd");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("女");
            assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(1980, 2, 3));
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("第二党支部");
            assertThat(row.getCell(8).getStringCellValue()).isEqualTo("正式党员");
            assertThat(row.getCell(9).getStringCellValue()).isEqualTo("离退休");
            assertThat(row.getCell(10).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void noCellIsAFormula() throws IOException {
        try (XSSFWorkbook book = open(officer.get(roster + "/export.xlsx"))) {
            for (Row row : book.getSheetAt(0)) {
                row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
            }
            assertThat(rowOf(book.getSheetAt(0), "=cmd").getCell(15).getStringCellValue())
                    .isEqualTo(FORMULA);
        }
        String csv = text(officer.get(roster + "/export.csv"));
        assertThat(csv).startsWith("\ufeff姓名,性别").contains("'=cmd", "'@民族", "'+籍贯", "'-学历", "'=1+1");
        assertThat(csv.lines()).noneMatch(line -> line.matches(".*(^|,)\"?[=+@-].*"));
    }

    @Test
    void numbersComeOnlyForAReason() throws IOException {
        assertThat(text(officer.get(roster + "/export.csv")))
                .doesNotContain(NUMBER)
                .doesNotContain("身份证号");
        MvcTestResult without = officer.post(roster + "/export", "because", "");
        assertThat(status(without)).isEqualTo(422);
        assertThat(page(without).select("#because-e").text()).isEqualTo("写明事由。");
        MvcTestResult answer = officer.post(
                roster + "/export", "because", "年度统计", "branch", made.small().toString());
        try (XSSFWorkbook book = open(answer)) {
            assertThat(titles(book.getSheetAt(0)).get(4)).isEqualTo("身份证号");
            assertThat(rowOf(book.getSheetAt(0), "=cmd").getCell(4).getStringCellValue())
                    .isEqualTo(NUMBER);
        }
        assertThat(status(secretary.post(roster + "/export", "because", "想看"))).isEqualTo(404);
    }

    @Test
    void aSecretaryTakesTheOwnBranchAlone() {
        String csv = text(secretary.get(roster + "/export.csv"));
        assertThat(csv).contains("江未晚").doesNotContain("林若川");
    }

    @Test
    void paperHoldsEveryRowOfTheFilter() {
        var paper = page(officer.get(roster + "/print?branch=" + made.third()));
        assertThat(paper.select("h1").text()).isEqualTo("省数字事务厅机关党委党员名册");
        assertThat(paper.select("tbody tr")).hasSize(10);
        assertThat(paper.select("tbody tr:first-child td:first-child").text()).isEqualTo("1");
    }

    private static XSSFWorkbook open(MvcTestResult answer) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
    }

    private static List<String> titles(Sheet sheet) {
        List<String> titles = new java.util.ArrayList<>();
        sheet.getRow(0).forEach(cell -> titles.add(cell.getStringCellValue()));
        return titles;
    }

    private static Row rowOf(Sheet sheet, String name) {
        for (Row row : sheet) {
            if (row.getCell(0).getStringCellValue().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + name);
    }
}
