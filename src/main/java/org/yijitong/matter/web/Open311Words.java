package org.yijitong.matter.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.AnswerInWords;
import org.yijitong.matter.Flow;
import org.yijitong.matter.open311.Open311;
import org.yijitong.matter.open311.Place;
import org.yijitong.shared.Days;
import org.yijitong.shared.Page;

/**
 * Services and requests by the names of Open311 GeoReport v2. Of a request there is only what its flow says is public, and
 * days instead of moments: whoever stood beside a caller would know the moment.
 */
final class Open311Words {
    private final Page page;

    Open311Words(Page page) {
        this.page = page;
    }

    Map<String, @Nullable Object> service(Flow flow, boolean attributes) {
        String name = flow.head().name().in(page.words().language());
        Map<String, @Nullable Object> service = new LinkedHashMap<>();
        service.put("service_code", Open311.SERVICE);
        service.put("service_name", name);
        service.put("description", page.t("door.open311.service"));
        service.put("metadata", attributes);
        service.put("type", "realtime");
        service.put("keywords", null);
        service.put("group", name);
        return service;
    }

    /** What a service asks beside a description and a place. */
    Map<String, @Nullable Object> definition(List<Flow.Field> fields) {
        List<Map<String, @Nullable Object>> attributes = new ArrayList<>();
        for (Flow.Field field : fields) {
            Map<String, @Nullable Object> attribute = new LinkedHashMap<>();
            attribute.put("variable", true);
            attribute.put("code", field.id());
            attribute.put("datatype", datatype(field.type()));
            attribute.put("required", field.required());
            attribute.put("datatype_description", unit(field));
            attribute.put("order", attributes.size() + 1);
            attribute.put("description", field.name().in(page.words().language()));
            if (field.type() == Flow.Field.Type.CHOICE) {
                attribute.put("values", values(field));
            }
            attributes.add(attribute);
        }
        Map<String, @Nullable Object> definition = new LinkedHashMap<>();
        definition.put("service_code", Open311.SERVICE);
        definition.put("attributes", attributes);
        return definition;
    }

    private @Nullable String unit(Flow.Field field) {
        return field.unit() == null ? null : field.unit().in(page.words().language());
    }

    private List<Map<String, Object>> values(Flow.Field field) {
        return field.values().stream()
                .map(value -> Map.<String, Object>of(
                        "key", value.id(), "name", value.name().in(page.words().language())))
                .toList();
    }

    private static String datatype(Flow.Field.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case DAY -> "datetime";
            case NUMBER -> "number";
            case CHOICE -> "singlevaluelist";
            case FILE, RECORD, PERSON -> "string";
        };
    }

    Map<String, @Nullable Object> request(Place place, Open311.Request request) {
        String state = request.flow()
                .state(request.state())
                .map(each -> each.name().in(page.words().language()))
                .orElse("");
        String published = request.published().stream()
                .map(each -> AnswerInWords.of(each.field(), each.answer(), page.words()))
                .collect(Collectors.joining("\n"));
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("service_request_id", request.number());
        shown.put("status", request.open() ? "open" : "closed");
        shown.put("status_notes", state);
        shown.put("service_name", request.flow().head().name().in(page.words().language()));
        shown.put("service_code", Open311.SERVICE);
        shown.put("description", published.isEmpty() ? null : published);
        shown.put("agency_responsible", place.name());
        shown.put("service_notice", null);
        shown.put("requested_datetime", moment(request.begunOn()));
        shown.put("updated_datetime", moment(request.enteredOn()));
        shown.put("expected_datetime", null);
        for (String withheld : List.of("address", "address_id", "zipcode", "lat", "long", "media_url")) {
            shown.put(withheld, null);
        }
        return shown;
    }

    /** The day’s beginning in China, as W3C writes it. */
    static String moment(LocalDate day) {
        return day.atStartOfDay(Days.SHANGHAI).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
