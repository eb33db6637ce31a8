package org.yijitong.matter.open311;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.door.Asking;
import org.yijitong.matter.door.Contact;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.door.Doors;
import org.yijitong.shared.Days;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.Uuid7;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What Open311 GeoReport v2 asks of the hotline: its services, raising a request, how requests stand. */
@Component
@Transactional
public class Open311 {
    /** The one service that every unit offers. */
    public static final String SERVICE = DoorKind.HOTLINE.flow();

    /** Where something is, among the fields of a flow: what an address is written into. */
    public static final String PLACE = "where";

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
    private static final int MOST_ASKED = 100;

    private final Open311Store store;
    private final Open311Keys keys;
    private final RequestIds numbers;
    private final Doors doors;
    private final Flows flows;
    private final Uuid7 ids;
    private final Days days;
    private final JsonMapper json;

    Open311(
            Open311Store store,
            Open311Keys keys,
            RequestIds numbers,
            Doors doors,
            Flows flows,
            Uuid7 ids,
            Days days,
            JsonMapper json) {
        this.store = store;
        this.keys = keys;
        this.numbers = numbers;
        this.doors = doors;
        this.flows = flows;
        this.ids = ids;
        this.days = days;
        this.json = json;
    }

    /**
     * The unit that is meant.
     *
     * @param jurisdiction its code; where the server has one unit only, it need not be said
     * @throws Fault 404 when there is none, 400 when it is not said which
     */
    @Transactional(readOnly = true)
    public Place place(String jurisdiction) {
        return found(jurisdiction)
                .orElseThrow(() -> jurisdiction.isBlank()
                        ? new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.which")
                        : new Fault(HttpStatus.NOT_FOUND, "door.open311.fault.jurisdiction"));
    }

    /** By which key a program is known to the unit it names; empty for a program without one, or with another. */
    @Transactional(readOnly = true)
    public Optional<UUID> known(String jurisdiction, String apiKey) {
        return apiKey.isBlank()
                ? Optional.empty()
                : found(jurisdiction).flatMap(place -> keys.known(place.unitId(), apiKey.strip()));
    }

    private Optional<Place> found(String jurisdiction) {
        return jurisdiction.isBlank()
                ? Optional.of(store.few()).filter(few -> few.size() == 1).map(List::getFirst)
                : store.place(jurisdiction.strip());
    }

    /** The flow that requests go. */
    @Transactional(readOnly = true)
    public Flow flow() {
        return doors.flow(DoorKind.HOTLINE);
    }

    /** @throws Fault 404 when it is none of ours, 400 when none is named */
    public void service(String code) {
        if (code.isBlank()) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.no-service");
        }
        if (!code.equals(SERVICE)) {
            throw new Fault(HttpStatus.NOT_FOUND, "door.open311.fault.service");
        }
    }

    /** The field that a description is written into: the first text that has to be said. */
    static Optional<Flow.Field> described(Flow flow) {
        return flow.begin().fields().stream()
                .filter(field -> field.type() == Flow.Field.Type.TEXT && field.required())
                .findFirst();
    }

    /** The name of that field; empty when there is none. */
    @Transactional(readOnly = true)
    public String described() {
        return described(flow()).map(Flow.Field::id).orElse("");
    }

    /** What is asked beside a description and a place. */
    @Transactional(readOnly = true)
    public List<Flow.Field> attributes() {
        String described = described();
        return flow().begin().fields().stream()
                .filter(field -> !field.id().equals(described) && !field.id().equals(PLACE))
                .toList();
    }

    /**
     * A request that was raised.
     *
     * @param number by which anybody sees how far it is
     * @param receipt the receipt code, for whoever raised it
     */
    public record Raised(String number, String receipt) {}

    /**
     * Raises a request at the door.
     *
     * @param idempotencyKey of the program; null when it sends none
     * @throws Fault when the key does not let the program in, or the service is none
     * @throws org.yijitong.shared.Invalid with the fields of the flow that cannot be taken
     */
    public Raised raise(Place place, RequestForm form, @Nullable String idempotencyKey) {
        Open311Keys.Key key = keys.admitted(place.unitId(), form.apiKey());
        service(form.text("service_code"));
        Flow flow = flow();
        Map<String, String> answers = new HashMap<>(form.attributes());
        described(flow).ifPresent(field -> put(answers, field.id(), form.text("description")));
        put(answers, PLACE, form.where());
        Doors.Raised raised = doors.raise(new Asking(
                DoorKind.HOTLINE,
                place.unitId(),
                null,
                "",
                answers,
                new Contact(form.name(), form.text("phone")),
                null,
                key(key, form, idempotencyKey)));
        return new Raised(numbers.of(raised.matter()), raised.code());
    }

    private static void put(Map<String, String> answers, String field, String text) {
        if (!text.isEmpty()) {
            answers.put(field, text);
        }
    }

    /**
     * The key of a request: that of the program, whose it is, too. Without one, what is sent again by the same program
     * for the same person on the same day is the same request. Where the program or the person cannot be told, it is another one: two who
     * write the same words would otherwise get one receipt between them.
     */
    private String key(Open311Keys.Key key, RequestForm form, @Nullable String sent) {
        boolean same = !key.anybody() && form.personal();
        return sent == null && !same
                ? days.momentless(ids::next).toString()
                : Sha256.fingerprint(
                        "open311",
                        key.keyId().toString(),
                        days.today().toString(),
                        sent == null ? form.everything() : sent);
    }

    /**
     * How a request stands, as anybody may see it.
     *
     * @param number by which it is known outside
     * @param published what the flow says is public; empty when nothing was published
     */
    public record Request(
            String number,
            Flow flow,
            String state,
            boolean open,
            LocalDate begunOn,
            LocalDate enteredOn,
            List<Published> published) {}

    /** One public answer. */
    public record Published(Flow.Field field, String answer) {}

    /** Those of a stretch of days with something public in them, the latest first. */
    @Transactional(readOnly = true)
    public List<Request> published(Place place, RequestQuery query) {
        UUID before = query.after().isEmpty()
                ? new UUID(-1, -1)
                : numbers.read(query.after())
                        .map(MatterId::value)
                        .orElseThrow(() -> new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.after"));
        Map<String, Flow.Field> fields = fields();
        Open311Store.Span span =
                new Open311Store.Span(query.from(), query.to(), query.open(), query.closed(), before, query.size());
        return store.published(place.unitId(), SERVICE, fields.keySet(), span).stream()
                .map(row -> request(row, fields))
                .toList();
    }

    /** By their numbers, published or not: whoever has a number sees how far it is. Unknown ones are left out. */
    @Transactional(readOnly = true)
    public List<Request> some(Place place, Collection<String> asked) {
        if (asked.size() > MOST_ASKED) {
            throw new Fault(HttpStatus.BAD_REQUEST, "door.open311.fault.many", MOST_ASKED);
        }
        List<MatterId> found =
                asked.stream().flatMap(each -> numbers.read(each).stream()).toList();
        Map<String, Flow.Field> fields = fields();
        return store.some(place.unitId(), SERVICE, fields.keySet(), found).stream()
                .map(row -> request(row, fields))
                .toList();
    }

    /** @throws Fault 404 when there is none */
    @Transactional(readOnly = true)
    public Request one(Place place, String number) {
        return some(place, List.of(number)).stream()
                .findFirst()
                .orElseThrow(() -> new Fault(HttpStatus.NOT_FOUND, "door.open311.fault.request"));
    }

    /** The public fields of every version: what was published under one stays published. */
    private Map<String, Flow.Field> fields() {
        return flows.versions(SERVICE).stream()
                .map(FlowVersion::flow)
                .flatMap(Flow::published)
                .collect(Collectors.toMap(Flow.Field::id, field -> field, (one, _) -> one, TreeMap::new));
    }

    private Request request(Open311Store.Row row, Map<String, Flow.Field> fields) {
        Map<String, String> answers = row.answers() == null ? Map.of() : json.readValue(row.answers(), ANSWERS);
        List<Published> published = new ArrayList<>();
        fields.forEach((id, field) -> {
            String answer = answers.get(id);
            if (answer != null) {
                published.add(new Published(field, answer));
            }
        });
        return new Request(
                numbers.of(row.matterId()),
                flows.version(row.versionId()),
                row.state(),
                row.open(),
                row.begunOn(),
                row.enteredOn(),
                published);
    }

    /** The parts of a list that is delimited by commas. */
    static List<String> listed(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }
}
