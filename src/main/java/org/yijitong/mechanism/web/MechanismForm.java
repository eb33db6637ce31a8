package org.yijitong.mechanism.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yijitong.mechanism.FactKind;
import org.yijitong.shared.Page;

/**
 * The common parts of a document as a form: who owes what, how often, which records count. What it says becomes the text
 * of the document, where everything else can be written; it never is the document. {@link FormReading} reads it back.
 *
 * @param typed the fields as they were typed
 */
public record MechanismForm(MultiValueMap<String, String> typed, LocalDate today) {
    /** Kinds of organization that can owe something, as documents call them. */
    private static final List<String> BEARERS = List.of(
            "branch", "joint_branch", "group", "youth_group", "general_branch", "organ_committee", "party_group");

    private static final List<String> OFTEN = List.of("month", "quarter", "half-year", "year");

    /** Whether anything was typed. */
    boolean used() {
        return typed.containsKey("title");
    }

    /** What stands in a field. */
    public String value(String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), begins(name)).strip();
    }

    private String begins(String name) {
        LocalDate since = today.withDayOfMonth(1).plusMonths(1);
        return switch (name) {
            case "since" -> since.toString();
            case "to" -> since.plusYears(2).minusDays(1).toString();
            case "need" -> "1";
            case "often" -> "quarter";
            case "version" -> "1";
            case "duty" -> "do";
            default -> "";
        };
    }

    /** Whether a kind of organization is chosen. */
    public boolean chosen(String bearer) {
        return used()
                ? typed.getOrDefault("bearer", List.of()).contains(bearer)
                : bearer.endsWith("branch") && !bearer.startsWith("general");
    }

    /** Kinds of organization: word to words. */
    public Map<String, String> bearers(Page page) {
        Map<String, String> bearers = new LinkedHashMap<>();
        BEARERS.forEach(
                each -> bearers.put(each, page.t("organization.kind." + each.toUpperCase(java.util.Locale.ROOT))));
        return bearers;
    }

    /** How often: word to words. */
    public Map<String, String> often(Page page) {
        Map<String, String> often = new LinkedHashMap<>();
        OFTEN.forEach(each -> often.put(each, page.t("mechanism.often." + each.replace('-', '_'))));
        return often;
    }

    /** Kinds of activity that may count: word to words. */
    static Map<String, String> kinds(Page page, List<FactKind> facts) {
        Map<String, String> kinds = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> fact.name().equals("activity"))
                .flatMap(fact -> fact.field("kinds").stream())
                .flatMap(field -> field.values().stream())
                .forEach(value -> kinds.put(value, page.t("fact.activity.kinds." + value)));
        return kinds;
    }

    /**
     * The text of the document; what was left empty stands there empty, and is named when it is saved.
     *
     * @param unit the code of the one it binds; empty for every unit
     */
    String text(String unit) {
        Map<String, Object> basis = new LinkedHashMap<>();
        basis.put("regulation", value("regulation"));
        if (!value("article").isEmpty()) {
            basis.put("article", value("article"));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("mechanism", value("id"));
        document.put("version", number("version"));
        document.put("name", name());
        document.put("in-force", ordered("since", value("since"), "until", value("to")));
        if (!unit.isEmpty()) {
            document.put("units", List.of(unit));
        }
        document.put("sources", List.of(basis));
        document.put("duties", List.of(duty(new LinkedHashMap<>(basis))));
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        return new Yaml(options).dump(document).replaceAll("'(\\d{4}-\\d{2}-\\d{2})'", "$1");
    }

    private Map<String, Object> name() {
        String english = value("english");
        return ordered("zh-Hans", value("title"), "en", english.isEmpty() ? value("title") : english);
    }

    private Map<String, Object> duty(Map<String, Object> basis) {
        Map<String, Object> duty = new LinkedHashMap<>();
        duty.put("duty", value("duty"));
        duty.put("name", name());
        duty.put("basis", basis);
        duty.put("owed-by", Map.of("organizations", typed.getOrDefault("bearer", List.of())));
        duty.put("every", value("often"));
        duty.put("need", number("need"));
        List<Map<String, Object>> where = new ArrayList<>();
        where.add(ordered("field", "kinds", "contains", value("kind")));
        if (value("partners").matches("[1-9]")) {
            where.add(ordered("field", "partners", "min", Integer.valueOf(value("partners"))));
        }
        duty.put("counts", ordered("fact", "activity", "where", where));
        return duty;
    }

    private Object number(String name) {
        String typed = value(name);
        return typed.matches("\\d{1,5}") ? (Object) Integer.valueOf(typed) : typed;
    }

    private static Map<String, Object> ordered(String one, Object first, String other, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(other, second);
        return map;
    }
}
