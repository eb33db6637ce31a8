package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yijitong.matter.Flow;
import org.yijitong.matter.door.Readings;
import org.yijitong.matter.door.Threshold;
import org.yijitong.matter.open311.Fault;
import org.yijitong.matter.open311.Format;
import org.yijitong.matter.open311.Open311;
import org.yijitong.matter.open311.Place;
import org.yijitong.matter.open311.RequestForm;
import org.yijitong.matter.open311.RequestQuery;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Query;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Unmet;
import tools.jackson.databind.json.JsonMapper;

/** Open311 GeoReport v2 and its discovery, as XML and as JSON. */
@RestController
@RequestMapping("/open311")
class Open311Controller {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String REQUESTS = "service_requests";
    /** Whose field a fault is, by the name under which a program sent it. */
    private static final Map<String, String> SENT = Map.of("unit", "jurisdiction_id", Open311.PLACE, "address_string");

    private final Open311 open311;
    private final Threshold threshold;
    private final Readings readings;
    private final Days days;
    private final JsonMapper json;

    Open311Controller(Open311 open311, Threshold threshold, Readings readings, Days days, JsonMapper json) {
        this.open311 = open311;
        this.threshold = threshold;
        this.readings = readings;
        this.days = days;
        this.json = json;
    }

    /** The key by which whoever asks is known; empty without one. */
    private Optional<UUID> program(HttpServletRequest request) {
        return open311.known(
                Objects.requireNonNullElse(request.getParameter("jurisdiction_id"), ""),
                Objects.requireNonNullElse(request.getParameter("api_key"), ""));
    }

    /** Before every request here: by the program's own key, which nobody without it can use up, else by network. */
    @ModelAttribute
    void count(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (HttpMethod.POST.matches(request.getMethod())) {
            program(request).ifPresentOrElse(threshold::pass, () -> threshold.pass(Threshold.Kind.ASK, address));
        } else {
            program(request).ifPresentOrElse(readings::program, () -> readings.network(address));
        }
    }

    @GetMapping("/discovery.{format}")
    ResponseEntity<byte[]> discovery(Page page, @PathVariable String format) {
        Flow flow = open311.flow();
        String base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        String changed = Open311Words.moment(flow.head().publishedOn());
        Map<String, @Nullable Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", SPECIFICATION);
        endpoint.put("url", base + "/open311/v2");
        endpoint.put("changeset", changed);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("text/xml", "application/json"));
        Map<String, @Nullable Object> discovery = new LinkedHashMap<>();
        discovery.put("changeset", changed);
        discovery.put("contact", page.t("door.open311.contact"));
        discovery.put("key_service", page.t("door.open311.key-service"));
        discovery.put("endpoints", List.of(endpoint));
        return answer(format(format), HttpStatus.OK, "discovery", discovery);
    }

    @GetMapping("/v2/services.{format}")
    ResponseEntity<byte[]> services(
            Page page,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction) {
        Format written = format(format);
        open311.place(jurisdiction);
        boolean attributes = !open311.attributes().isEmpty();
        return answer(
                written,
                HttpStatus.OK,
                "services",
                List.of(new Open311Words(page).service(open311.flow(), attributes)));
    }

    @GetMapping("/v2/services/{service}.{format}")
    ResponseEntity<byte[]> definition(
            Page page,
            @PathVariable String service,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction) {
        Format written = format(format);
        open311.place(jurisdiction);
        open311.service(service);
        return answer(
                written, HttpStatus.OK, "service_definition", new Open311Words(page).definition(open311.attributes()));
    }

    @PostMapping("/v2/requests.{format}")
    ResponseEntity<byte[]> raise(
            Page page,
            HttpServletRequest request,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> values) {
        Format written = format(format);
        RequestForm form = new RequestForm(values.toSingleValueMap());
        Place place = open311.place(form.jurisdiction());
        Open311.Raised raised = open311.raise(place, form, request.getHeader(Posting.KEY));
        String receipts = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/receipts")
                .toUriString();
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("service_request_id", raised.number());
        made.put("service_notice", page.t("door.open311.notice", raised.receipt(), receipts));
        made.put("account_id", null);
        return answer(written, HttpStatus.OK, REQUESTS, List.of(made));
    }

    /** Numbers are given at once, so there is no token to wait with; a number, given as one, leads to itself. */
    @GetMapping("/v2/tokens/{token}.{format}")
    ResponseEntity<byte[]> token(
            @PathVariable String token,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction) {
        Format written = format(format);
        Open311.Request found = open311.one(open311.place(jurisdiction), token);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("service_request_id", found.number());
        shown.put("token", token);
        return answer(written, HttpStatus.OK, REQUESTS, List.of(shown));
    }

    /** With a header {@code Link} to the next ones, where there may be more. */
    @GetMapping("/v2/requests.{format}")
    ResponseEntity<byte[]> requests(
            Page page,
            HttpServletRequest request,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> values) {
        Format written = format(format);
        Map<String, String> asked = values.toSingleValueMap();
        Place place = open311.place(asked.getOrDefault("jurisdiction_id", ""));
        RequestQuery query = RequestQuery.of(asked, days.today());
        boolean named = !query.numbers().isEmpty();
        List<Open311.Request> found = named ? open311.some(place, query.numbers()) : open311.published(place, query);
        Open311Words words = new Open311Words(page);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.valueOf(written.mediaType()));
        if (!named && found.size() == query.size()) {
            answer.header(
                    HttpHeaders.LINK,
                    Query.link(Query.next(request, "after", found.getLast().number())));
        }
        return answer.body(written.write(
                json,
                REQUESTS,
                found.stream().map(each -> words.request(place, each)).toList()));
    }

    @GetMapping("/v2/requests/{number}.{format}")
    ResponseEntity<byte[]> request(
            Page page,
            @PathVariable String number,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction) {
        Format written = format(format);
        Place place = open311.place(jurisdiction);
        return answer(
                written,
                HttpStatus.OK,
                REQUESTS,
                List.of(new Open311Words(page).request(place, open311.one(place, number))));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> fault(Page page, HttpServletRequest request, Fault fault) {
        return errors(request, fault.status(), List.of(page.t(fault.messageKey(), fault.arguments())));
    }

    /** A field that cannot be taken: 400, each with its name. */
    @ExceptionHandler
    ResponseEntity<byte[]> invalid(Page page, HttpServletRequest request, Invalid invalid) {
        String described = open311.described();
        return errors(
                request,
                HttpStatus.BAD_REQUEST,
                invalid.faults().entrySet().stream()
                        .map(each -> (each.getKey().equals(described)
                                        ? "description"
                                        : SENT.getOrDefault(each.getKey(), each.getKey()))
                                + ": " + page.fault(invalid.faults(), each.getKey()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Page page, HttpServletRequest request, Refused refused) {
        return errors(request, HttpStatus.BAD_REQUEST, List.of(page.t(refused.messageKey(), refused.arguments())));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unmet(Page page, HttpServletRequest request, Unmet unmet) {
        ResponseEntity<byte[]> told = errors(request, unmet.status(), List.of(page.t(unmet.messageKey())));
        return unmet.retryAfter()
                .map(each -> ResponseEntity.status(told.getStatusCode())
                        .headers(told.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, each.toString())
                        .body(told.getBody()))
                .orElse(told);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> absent(Page page, HttpServletRequest request, NotFound absent) {
        return errors(request, HttpStatus.NOT_FOUND, List.of(page.t("door.open311.fault.none")));
    }

    private ResponseEntity<byte[]> errors(HttpServletRequest request, HttpStatus status, List<String> sentences) {
        List<Map<String, Object>> errors = sentences.stream()
                .map(sentence -> {
                    Map<String, Object> error = new LinkedHashMap<>();
                    error.put("code", status.value());
                    error.put("description", sentence);
                    return error;
                })
                .toList();
        return answer(Format.of(request.getRequestURI()), status, "errors", errors);
    }

    private ResponseEntity<byte[]> answer(Format format, HttpStatus status, String root, Object content) {
        return ResponseEntity.status(status)
                .contentType(MediaType.valueOf(format.mediaType()))
                .body(format.write(json, root, content));
    }

    /** Another end of an address names nothing. */
    private static Format format(String written) {
        return switch (written) {
            case "xml" -> Format.XML;
            case "json" -> Format.JSON;
            default -> throw new NotFound();
        };
    }
}
