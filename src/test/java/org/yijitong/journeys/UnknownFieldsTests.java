package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yijitong.AttackedTest;
import org.yijitong.access.Policy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field that is not described, at every place of every body the description of the interface has: refused by name, so
 * that neither a slip of a program nor an attack is taken for something else.
 */
@AttackedTest
class UnknownFieldsTests {
    private static final String NO_SUCH = "00000000-0000-7000-8000-000000000000";
    private static final String UNKNOWN = "xq7";
    private static final List<String> NAMES =
            List.of(UNKNOWN, "unit_id", "createdBy", "admin", "__proto__", "@type", "class");
    private static final int DEEPEST = 4;

    private final ApplicationContext context;
    private final String base;
    private final Map<String, Intruder> signedIn = new HashMap<>();
    private final JsonMapper mapper = new JsonMapper();

    @Autowired
    UnknownFieldsTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://127.0.0.1:" + port;
    }

    @Test
    void aFieldThatIsNotDescribedIsRefusedByName() {
        JsonNode api = mapper.readTree(
                new Intruder(base, FoundForms.NOBODY).get("/api/v1/openapi").body());
        List<String> wrong = new ArrayList<>();
        int bodies = 0;
        int places = 0;
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode schema = method.getValue().at("/requestBody/content/application~1json/schema");
                if (schema.isMissingNode()) {
                    continue;
                }
                bodies++;
                String verb = method.getKey().toUpperCase(Locale.ROOT);
                Map<String, String> tried = places(api, schema, DEEPEST);
                for (Map.Entry<String, String> place : tried.entrySet()) {
                    places++;
                    wrong.addAll(refused(verb, path.getKey(), place.getKey(), place.getValue()));
                }
            }
        }
        System.out.printf(
                "unknown fields: %d bodies, %d places × %d names, %d not refused by name%n",
                bodies, places, NAMES.size(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(bodies).isGreaterThan(40);
    }

    /** Two records of one simple name would be described as one of them. */
    @Test
    void everyRecordOfTheInterfaceHasANameOfItsOwn() {
        Map<String, Set<Class<?>>> named = new TreeMap<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (mapping.getPatternValues().stream().allMatch(each -> each.startsWith("/api/v1/"))) {
                        name(ResolvableType.forMethodReturnType(handler.getMethod()), named);
                        for (int i = 0; i < handler.getMethod().getParameterCount(); i++) {
                            if (handler.getMethodParameters()[i].hasParameterAnnotation(RequestBody.class)) {
                                name(ResolvableType.forMethodParameter(handler.getMethod(), i), named);
                            }
                        }
                    }
                });
        assertThat(named)
                .hasSizeGreaterThan(80)
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    private static void name(ResolvableType type, Map<String, Set<Class<?>>> named) {
        Stream.of(type.getGenerics()).forEach(each -> name(each, named));
        Class<?> resolved = type.resolve(Object.class);
        if (resolved.isRecord() && resolved.getName().startsWith("org.yijitong.")) {
            Schema schema = resolved.getAnnotation(Schema.class);
            String name = schema == null || schema.name().isEmpty() ? resolved.getSimpleName() : schema.name();
            if (named.computeIfAbsent(name, _ -> new HashSet<>()).add(resolved)) {
                for (RecordComponent each : resolved.getRecordComponents()) {
                    name(ResolvableType.forMethodReturnType(each.getAccessor()), named);
                }
            }
        }
    }

    /** The same body under each name, and what was not refused by that name. */
    private List<String> refused(String verb, String pattern, String place, String body) {
        List<String> wrong = new ArrayList<>();
        Intruder by = signedIn.computeIfAbsent(
                role(verb, pattern),
                role -> role.equals(FoundForms.NOBODY)
                        ? new Intruder(base, role)
                        : FoundForms.signedIn(context, base, role));
        for (String name : NAMES) {
            Intruder.Answer answer = by.ask(
                    verb,
                    address(by, pattern),
                    body.replace(UNKNOWN, name),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    UUID.randomUUID().toString(),
                    "X-XSRF-TOKEN",
                    by.token("/about"));
            boolean named = answer.body().contains("\"" + place.replace(UNKNOWN, name) + "\"");
            if (answer.status() != 400 || !named) {
                wrong.add(verb + " " + pattern + " " + body.replace(UNKNOWN, name) + ": " + answer.status() + " "
                        + answer.body());
            }
        }
        return wrong;
    }

    /** Some role that gets through. */
    private String role(String verb, String pattern) {
        Policy policy = context.getBean(Policy.class);
        String action = policy.action(verb, pattern).orElseThrow();
        return switch (policy.audience(action)) {
            case ANYONE -> FoundForms.NOBODY;
            case SIGNED_IN -> "officer";
            case ROLES ->
                policy.roles().stream()
                        .filter(role -> policy.reach(role, action).isPresent())
                        .min((one, other) ->
                                one.equals("officer") ? -1 : other.equals("officer") ? 1 : one.compareTo(other))
                        .orElseThrow();
        };
    }

    private String address(Intruder by, String pattern) {
        var made = Sample.of(context);
        var unit = by.role().equals("staff") ? made.above() : made.unit();
        return pattern.replace("{unit}", unit.unitId().toString())
                .replace("{organization}", made.third().toString())
                .replaceAll("\\{[^}]+}", NO_SUCH);
    }

    /** Where an unknown field can stand, to a body that has it there. */
    private static Map<String, String> places(JsonNode api, JsonNode given, int deep) {
        Map<String, String> places = new LinkedHashMap<>();
        JsonNode schema = resolved(api, given);
        if (deep == 0) {
            return places;
        }
        if (schema.has("items")) {
            places(api, schema.get("items"), deep - 1)
                    .forEach((place, body) -> places.put("0." + place, "[" + body + "]"));
            return places;
        }
        if (!schema.has("properties")) {
            return places;
        }
        places.put(UNKNOWN, "{\"" + UNKNOWN + "\":1}");
        for (Map.Entry<String, JsonNode> each : schema.get("properties").properties()) {
            places(api, each.getValue(), deep - 1)
                    .forEach((place, body) ->
                            places.put(each.getKey() + "." + place, "{\"" + each.getKey() + "\":" + body + "}"));
        }
        return places;
    }

    private static JsonNode resolved(JsonNode api, JsonNode schema) {
        for (String way : List.of("oneOf", "anyOf", "allOf")) {
            for (JsonNode each : schema.path(way)) {
                if (!"null".equals(each.path("type").asString(""))) {
                    return resolved(api, each);
                }
            }
        }
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(api, api.at(reference.substring(1)));
    }
}
