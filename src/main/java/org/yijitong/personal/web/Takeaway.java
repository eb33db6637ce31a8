package org.yijitong.personal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.yijitong.personal.MyData;
import org.yijitong.personal.PersonalColumn;
import org.yijitong.personal.PersonalTable;
import org.yijitong.personal.Register;
import tools.jackson.databind.json.JsonMapper;

/** The copy of one's data: a file for each table of each unit, and one that says what everything means. */
@Component
class Takeaway {
    private final JsonMapper json;

    Takeaway(JsonMapper json) {
        this.json = json.rebuild()
                .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                .build();
    }

    byte[] of(Register register, List<MyData.Whole> units) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            add(zip, "register.json", meanings(register));
            int number = 0;
            for (MyData.Whole unit : units) {
                number++;
                add(zip, number + "/unit.json", Map.of("unit", unit.self().name()));
                for (MyData.Rows rows : unit.tables()) {
                    add(zip, number + "/" + rows.table().name() + ".json", content(rows));
                }
            }
        }
        return file.toByteArray();
    }

    private void add(ZipOutputStream zip, String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writeValueAsBytes(content));
        zip.closeEntry();
    }

    private static Map<String, Object> content(MyData.Rows rows) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("table", rows.table().name());
        content.put("means", rows.table().means());
        content.put("more", rows.more());
        content.put("names", rows.names());
        content.put("rows", rows.rows());
        return content;
    }

    private static Map<String, Object> meanings(Register register) {
        Map<String, Object> tables = new LinkedHashMap<>();
        register.personal().values().forEach(table -> tables.put(table.name(), meaning(table)));
        return tables;
    }

    private static Map<String, Object> meaning(PersonalTable table) {
        Map<String, Object> meaning = new LinkedHashMap<>();
        meaning.put("means", table.means());
        meaning.put("purpose", table.purpose());
        meaning.put("basis", table.basis());
        meaning.put("keep", table.keep().words());
        if (table.whyNot() != null) {
            meaning.put("why-not", table.whyNot());
        }
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, String> withheld = new LinkedHashMap<>();
        for (PersonalColumn column : table.columns()) {
            columns.put(column.name(), column.means());
            if (column.withheld() != null) {
                withheld.put(column.name(), column.withheld());
            }
        }
        meaning.put("columns", columns);
        meaning.put("withheld", withheld);
        return meaning;
    }
}
