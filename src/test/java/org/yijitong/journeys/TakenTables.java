package org.yijitong.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yijitong.journeys.FoundForms.Opened;

/**
 * The tables that pages and interface let be taken along, read back: nothing in them computes. They are found by the links
 * of the pages and compared with the routes that give tables.
 */
final class TakenTables {
    /** What a spreadsheet would compute (OWASP, CSV injection), with signs of full width as typed in Chinese. */
    static final List<String> FORMULAS = List.of(
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "＝1+1",
            "＋1+1",
            "－1+1",
            "＠SUM(A1)");

    /** Fewer would say little. */
    private static final int FEWEST = 20;

    private static final String STARTS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?%?");
    private static final Pattern TABLE =
            Pattern.compile(".*\\.(csv|xlsx)|.*/marked|.*/matters/export|.*/papers/.*/\\{file}");

    private final ApplicationContext context;
    private final FoundForms found;
    private final Map<String, List<String>> tables = new TreeMap<>();
    private int cells;
    private int strange;

    TakenTables(ApplicationContext context, FoundForms found) {
        this.context = context;
        this.found = found;
    }

    /** Reads them all; what would compute, and which were not read. */
    List<String> read(Collection<Opened> more) throws IOException {
        for (Opened each : Stream.concat(found.files().stream(), more.stream()).toList()) {
            Intruder by = found.other(each.by());
            read(by, each.address());
            if (each.address().startsWith("/units/")) {
                read(by, "/api/v1" + each.address());
            }
        }
        List<String> faults = new ArrayList<>();
        tables.forEach((address, computing) -> computing.forEach(cell -> faults.add(address + " " + cell)));
        System.out.printf(
                "formulas: %d tables, %d cells, %d of them begin as a formula does, %d would compute: %s%n",
                tables.size(), cells, strange, faults.size(), tables.keySet());
        unread().forEach(route -> faults.add("not read: " + route));
        if (strange < FEWEST) {
            faults.add("only " + strange + " cells begin as a formula does");
        }
        return faults;
    }

    private void read(Intruder by, String address) throws IOException {
        HttpResponse<byte[]> answer = by.download(address, "X-XSRF-TOKEN", by.token("/about"));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        byte[] file = answer.body();
        boolean zip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        if (answer.statusCode() == 200 && type.startsWith("text/csv")) {
            tables.put(FoundForm.plain(address), csv(file));
        } else if (answer.statusCode() == 200 && zip && (type.contains("spreadsheet") || address.endsWith("/marked"))) {
            tables.put(FoundForm.plain(address), xlsx(file));
        }
    }

    private List<String> csv(byte[] file) throws IOException {
        List<String> faults = new ArrayList<>();
        String text = new String(file, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            for (CSVRecord record : parser) {
                for (String cell : record) {
                    cells++;
                    strange += cell.startsWith("'") && starts(cell.substring(1)) ? 1 : 0;
                    if (starts(cell) && !NUMBER.matcher(cell).matches()) {
                        faults.add(record.getRecordNumber() + ": " + cell);
                    }
                }
            }
        }
        return faults;
    }

    private List<String> xlsx(byte[] file) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells++;
                        strange += cell.getCellType() == CellType.STRING && starts(cell.getStringCellValue()) ? 1 : 0;
                        if (cell.getCellType() == CellType.FORMULA || cell.getHyperlink() != null) {
                            faults.add(cell.getAddress() + ": " + cell);
                        }
                    }
                }
            }
        }
        return faults;
    }

    private static boolean starts(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    /** Routes whose name says that they give a table, without one that was read. */
    private List<String> unread() {
        List<String> read = tables.keySet().stream()
                .map(each -> each.replaceFirst("\\?.*", "").replace("/v0/", "/v1/"))
                .toList();
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> TABLE.matcher(pattern).matches())
                .filter(pattern -> read.stream()
                        .noneMatch(Pattern.compile(pattern.replaceAll("\\{[^}]+}", "[^/]+"))
                                .asMatchPredicate()))
                .toList();
    }
}
