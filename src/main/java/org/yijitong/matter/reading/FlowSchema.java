package org.yijitong.matter.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Term;

/** The format of flows as JSON Schema, so that editors complete and check what is typed. */
@Component
public class FlowSchema {
    private static final Map<String, Object> TEXT = Map.of("type", "string", "minLength", 1, "maxLength", 300);
    private static final Map<String, Object> ID = Map.of("type", "string", "pattern", "^[a-z][a-z0-9-]{1,59}$");
    private static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");

    /** The whole schema; what a word means is said in the language of the words. */
    public Map<String, Object> in(Words words) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(new Made(words).whole());
        return schema;
    }

    /** The parts of the schema, explained in one language. */
    private record Made(Words words) {
        Map<String, Object> whole() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("flow", ID);
            all.put("version", whole(1, 10_000));
            all.put("name", name());
            all.put("in-force", force());
            all.put("to-check", Map.of("const", true));
            all.put("units", list(Map.of("type", "string", "minLength", 1)));
            all.put("sources", list(object(List.of("regulation"), Map.of("regulation", TEXT, "article", TEXT))));
            all.put("hosts", list(oneOf(FlowWords.organizations())));
            all.put("origins", list(option("origin")));
            all.put("parties", list(party()));
            all.put("counts-for", ID);
            all.put("raised-after", whole(1, 9));
            all.put("about", ID);
            Map<String, Object> begin = new LinkedHashMap<>();
            begin.put("name", name());
            begin.put("to", ID);
            begin.put("ask", list(field(true)));
            begin.put("choose", list(ID));
            begin.put("check", list(check()));
            all.put("begin", object(List.of("name", "to"), begin));
            all.put("states", list(state()));
            all.put("papers", list(paper()));
            return object(List.of("flow", "version", "name", "in-force", "sources", "hosts", "begin", "states"), all);
        }

        private Map<String, Object> party() {
            Map<String, Object> party = new LinkedHashMap<>();
            party.put("party", ID);
            party.put("name", name());
            party.put("organizations", list(oneOf(FlowWords.organizations())));
            party.put("outside", list(field(true)));
            return object(List.of("party", "name", "organizations"), party);
        }

        private Map<String, Object> force() {
            return object(List.of("since", "until"), Map.of("since", DAY, "until", DAY, "published", DAY));
        }

        private Map<String, Object> state() {
            Map<String, Object> state = new LinkedHashMap<>();
            state.put("state", ID);
            state.put("name", name());
            state.put("closed", oneOf(FlowWords.closings()));
            state.put(
                    "owner",
                    object(List.of("posts"), Map.of("posts", list(oneOf(FlowWords.posts())), "of", ID, "above", ID)));
            state.put("within", time());
            state.put("steps", list(step()));
            return object(List.of("state", "name"), state);
        }

        private Map<String, Object> paper() {
            Map<String, Object> lines = new LinkedHashMap<>();
            FlowWords.lines().forEach(kind -> lines.put(kind.word(), name()));
            Map<String, Object> paper = new LinkedHashMap<>();
            paper.put("paper", ID);
            paper.put("name", name());
            paper.put("states", list(ID));
            paper.put("issued", ID);
            paper.put("until", ID);
            paper.put("lines", list(object(List.of(), lines)));
            return object(List.of("paper", "name", "states", "lines"), paper);
        }

        private Map<String, Object> time() {
            Map<String, Object> time = new LinkedHashMap<>();
            FlowWords.units().forEach(unit -> time.put(unit.word(), whole(0, 400)));
            time.put("after", ID);
            return object(List.of(), time);
        }

        private Map<String, Object> step() {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("step", ID);
            step.put("name", name());
            step.put("to", ID);
            step.put("ask", list(field(true)));
            step.put("evidence", list(field(false)));
            step.put("choose", list(ID));
            step.put("verifies", ID);
            step.put("not-before", time());
            step.put("caller", Map.of("const", true));
            step.put("check", list(check()));
            return object(List.of("step", "name", "to"), step);
        }

        private Map<String, Object> check() {
            return object(
                    List.of("that", "says"), Map.of("that", TEXT, "says", name(), "regulation", TEXT, "article", TEXT));
        }

        private Map<String, Object> field(boolean optional) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("field", ID);
            field.put("name", name());
            field.put("type", oneOf(FlowWords.types(!optional)));
            field.put("values", list(option("value")));
            field.put("unit", name());
            field.put("told", Map.of("const", true));
            if (optional) {
                field.put("public", Map.of("const", true));
                field.put("optional", Map.of("const", true));
                field.put("filled-from", oneOf(FlowWords.fills()));
            }
            return object(List.of("field", "name"), field);
        }

        private Map<String, Object> option(String key) {
            return object(List.of(key, "name"), Map.of(key, ID, "name", name()));
        }

        private Map<String, Object> name() {
            return object(List.of("zh-Hans", "en"), Map.of("zh-Hans", TEXT, "en", TEXT, "zh-Hant", TEXT));
        }

        private Map<String, Object> object(List<String> required, Map<String, ?> entries) {
            Map<String, Object> properties = new LinkedHashMap<>();
            new TreeMap<>(entries).forEach((key, value) -> {
                Map<String, Object> explained = new LinkedHashMap<>();
                explained.put("description", label(FlowWords.key(key)));
                ((Map<?, ?>) value).forEach((name, each) -> explained.put(name.toString(), each));
                properties.put(key, explained);
            });
            return Map.of(
                    "type", "object", "additionalProperties", false, "required", required, "properties", properties);
        }

        private static Map<String, Object> list(Map<String, Object> element) {
            return Map.of("type", "array", "minItems", 1, "items", element);
        }

        private static Map<String, Object> whole(int least, int most) {
            return Map.of("type", "integer", "minimum", least, "maximum", most);
        }

        private Map<String, Object> oneOf(List<Term> terms) {
            List<Object> each = new ArrayList<>();
            terms.forEach(term -> each.add(Map.of("const", term.word(), "title", label(term))));
            return Map.of("oneOf", each);
        }

        private String label(Term term) {
            String label = words.messages()
                    .getMessage(
                            term.labelKey(), null, term.word(), words.language().locale());
            return label == null ? term.word() : label;
        }
    }
}
