package org.yijitong.activity.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Ledgers in the shapes in which offices keep them. */
final class UglyLedgers {
    private UglyLedgers() {}

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void row(Sheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    /** A tab for each month, days without month or year, several kinds in a cell, attendance in prose. */
    static byte[] monthsOnSheets() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        for (int month : List.of(3, 4)) {
            Sheet sheet = workbook.createSheet("2025年" + month + "月");
            row(sheet, 0, "第三党支部“三会一课”登记表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            row(sheet, 1, "序号", "时间", "会议名称", "主要内容", "地点", "出席情况");
            row(sheet, 2, "1", "5日下午3:00-4:30", "党员大会+党课+主题党日", "学习全会精神", "三楼会议室", "应到12人实到10人，请假：沈南乔（出差）、周砚秋");
            row(sheet, 3, "2", "18日", "支委会", "1.讨论发展对象\n2.研究下月工作", "", "全体支委");
            row(sheet, 5, "合计", "", "2次");
        }
        return bytes(workbook);
    }

    /** One meeting over three rows with merged cells, the head in the third row, the year in the title; .xls. */
    static byte[] mergedAcrossRows() throws IOException {
        Workbook workbook = new HSSFWorkbook();
        Sheet sheet = workbook.createSheet("台账");
        row(sheet, 0, "2025年度组织生活台账");
        row(sheet, 2, "活动日期", "类别", "议题", "主持人", "应到", "实到", "缺席人员及原因");
        row(sheet, 3, "2025.6.20", "支委会", "1、学习有关文件", "林若川", "5", "4", "沈南乔（病假）");
        row(sheet, 4, "", "", "2、讨论困难帮扶");
        row(sheet, 5, "", "", "3、其他事项");
        row(sheet, 6, "2025.6.27", "主题党日", "参观纪念馆", "林 若 川", "12", "12", "无");
        for (int column : List.of(0, 1, 3, 4, 5, 6)) {
            sheet.addMergedRegion(new CellRangeAddress(3, 5, column, column));
        }
        return bytes(workbook);
    }

    /** Real dates, times in a column of their own, kinds only in the subject, hidden and empty rows. */
    static byte[] realDates() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Sheet1");
        row(sheet, 0, "会议日期", "起止时间", "会议主题", "主讲人", "列席人员");
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
        int number = 1;
        for (String day : List.of("2025-09-09", "2025-09-16")) {
            row(sheet, number, "", "上午9点半至11点", "党课：读原著", "书记", "郑师傅、钱大姐");
            sheet.getRow(number).getCell(0).setCellValue(java.time.LocalDate.parse(day));
            sheet.getRow(number).getCell(0).setCellStyle(style);
            number += 2;
        }
        sheet.getRow(3).setZeroHeight(true);
        return bytes(workbook);
    }

    /** A text file as old programs write it, with full-width digits. */
    static byte[] oldText() {
        String text = "日期,类型,内容,地点,请假人员\r\n"
                + "２０２５年１０月９日　１５：００－１６：３０,党小组会,讨论,一会议室,\"周砚秋：出差\"\r\n"
                + "20251016,集体学习；交流,\"学习条例，交流体会\",,\r\n";
        return text.getBytes(Charset.forName("GB18030"));
    }

    /** A whole unit: one tab with a column of branches merged over their lines, one tab named after a branch. */
    static byte[] severalBranches(String one, String other, String third) throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("2025年台账");
        row(sheet, 0, "所在支部", "日期", "类型", "内容");
        row(sheet, 1, one, "2025-03-03", "党课", "甲");
        row(sheet, 2, "", "2025-03-10", "支委会", "乙");
        row(sheet, 3, other, "2025-03-03", "党课", "丙");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
        Sheet own = workbook.createSheet(third);
        row(own, 0, "日期", "类型", "内容");
        row(own, 1, "2025-04-04", "党课", "丁");
        return bytes(workbook);
    }

    /** Two tables on one sheet, the second with other columns; a day that is none, a kind nobody knows. */
    static byte[] twoTables() throws IOException {
        Workbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("上半年");
        row(sheet, 0, "2025年上半年");
        row(sheet, 1, "时间", "活动名称", "地点");
        row(sheet, 2, "1月15日", "专题组织生活会", "会议室");
        row(sheet, 3, "2月30日", "支委会", "会议室");
        row(sheet, 5, "召开时间", "形式", "会议内容", "记录人");
        row(sheet, 6, "5-8 晚上7点", "茶话会", "座谈", "林若川");
        row(sheet, 7, "填表人：林若川");
        return bytes(workbook);
    }
}
