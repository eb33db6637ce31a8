package org.yijitong.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.charts.ChartImports;
import org.yijitong.organization.imports.ImportId;
import org.yijitong.organization.imports.ImportRunner;
import org.yijitong.organization.imports.RosterImports;
import org.yijitong.shared.Days;

/**
 * Strange texts in every column of files that are imported: the columns the product knows, and one it does not. Each
 * column has a line in which only it is strange, so that as much as possible is taken.
 */
final class ImportedTexts {
    private static final Map<String, String> ROSTER =
            Map.of("BRANCH", "第三党支部", "KIND", "正式党员", "JOINED_ON", "2012.7.1", "NAME", "温以宁");
    private static final Map<String, String> CHART =
            Map.of("NAME", "样例支部", "KIND", "党支部", "SUPERIOR", "省数字事务厅机关党委", "FOUNDED_ON", "2020.3.5");
    private static final Map<String, String> LEDGER = Map.of("KINDS", "主题党日", "TITLE", "参观", "PLACE", "一楼");
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 4);

    private final ApplicationContext context;
    private final Made made;
    private final List<String> texts;
    private final String strangest;
    private int columns;

    /**
     * Before they are brought in.
     *
     * @param strangest stands in the name of the file and as a heading
     */
    ImportedTexts(ApplicationContext context, List<String> texts, String strangest) {
        this.context = context;
        this.texts = texts;
        this.strangest = strangest;
        this.made = Sample.of(context);
    }

    /** Columns that had the texts in them. */
    int columns() {
        return columns;
    }

    /** Brings the files in; the addresses of what came of them. */
    List<String> bring() {
        return List.of(roster(), chart(), ledger());
    }

    private String roster() {
        RosterImports imports = context.getBean(RosterImports.class);
        ImportRunner runner = context.getBean(ImportRunner.class);
        ImportId id = imports.bring(made.scope(), name(), file("roster/columns.properties", ROSTER), today());
        runner.check(made.scope(), id);
        imports.apply(made.scope(), id);
        runner.apply(made.scope(), id);
        return "/units/" + made.unit().unitId() + "/imports/" + id;
    }

    private String chart() {
        var id = context.getBean(ChartImports.class)
                .bring(made.scope(), name(), file("roster/organization-columns.properties", CHART), today());
        return "/units/" + made.unit().unitId() + "/charts/" + id;
    }

    private String ledger() {
        LedgerDesk desk = context.getBean(LedgerDesk.class);
        UUID id = desk.begin(made.scope(), made.third(), name(), file("ledger/columns.properties", LEDGER), "2026");
        desk.find(made.scope(), id).questions().forEach(asked -> desk.answer(made.scope(), id, asked, null));
        desk.write(made.scope(), id);
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> desk.find(made.scope(), id).state() == LedgerImport.State.WRITTEN);
        return "/units/" + made.unit().unitId() + "/ledgers/" + id;
    }

    private LocalDate today() {
        return context.getBean(Days.class).today();
    }

    private String name() {
        return strangest + ".csv";
    }

    /** One line for each text in all columns, one for each text and column in which the others are as they should be. */
    private byte[] file(String headings, Map<String, String> proper) {
        List<String> fields = properties(headings).stringPropertyNames().stream()
                .filter(each -> !each.equals("IGNORE"))
                .sorted(Comparator.naturalOrder())
                .toList();
        columns += fields.size() + 1;
        List<List<String>> lines = new ArrayList<>();
        List<String> first = new ArrayList<>(fields.stream()
                .map(each -> properties(headings).getProperty(each).replaceFirst(",.*", ""))
                .toList());
        first.add(strangest);
        lines.add(first);
        for (String payload : texts) {
            lines.add(first.stream().map(_ -> payload).toList());
            for (int strange = 0; strange < first.size(); strange++) {
                lines.add(line(fields, proper, strange, payload, lines.size()));
            }
        }
        return lines.stream()
                .map(line -> line.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> line(
            List<String> fields, Map<String, String> proper, int strange, String payload, int day) {
        List<String> line = new ArrayList<>();
        for (int i = 0; i <= fields.size(); i++) {
            String field = i < fields.size() ? fields.get(i) : "";
            String usual = field.equals("DAY") ? FIRST_DAY.plusDays(day).toString() : proper.getOrDefault(field, "");
            line.add(i == strange ? payload : usual);
        }
        return line;
    }

    private static Properties properties(String name) {
        try {
            return PropertiesLoaderUtils.loadProperties(
                    new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
