package org.yijitong.matter.door;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Once;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.UnitId;

/** Raising something at the door. */
@Component
@Transactional
public class Doors {
    /** Fields that the door fills itself, where a flow has them: the kind of page it was asked from, whom it is about. */
    public static final String PAGE = "page";

    public static final String ABOUT = "about";
    /** The name of whoever is signed in and wishes to be known. */
    public static final String BY = "by";

    private static final int TITLE = 40;

    private final DoorStore store;
    private final Routing routing;
    private final ReceiptCodes receipts;
    private final ContactVault vault;
    private final Matters matters;
    private final Flows flows;
    private final Once once;
    private final Oneself oneself;
    private final Clock clock;
    private final Days days;

    Doors(
            DoorStore store,
            Routing routing,
            ReceiptCodes receipts,
            ContactVault vault,
            Matters matters,
            Flows flows,
            Once once,
            Oneself oneself,
            Clock clock,
            Days days) {
        this.store = store;
        this.routing = routing;
        this.receipts = receipts;
        this.vault = vault;
        this.matters = matters;
        this.flows = flows;
        this.once = once;
        this.oneself = oneself;
        this.clock = clock;
        this.days = days;
    }

    /** @throws NotFound when the flow of this kind is not in force */
    @Transactional(readOnly = true)
    public Flow flow(DoorKind kind) {
        return flows.asPublished(kind.flow(), days.today())
                .orElseThrow(NotFound::new)
                .flow();
    }

    /** The units to which something may be said, by id, with their names. */
    @Transactional(readOnly = true)
    public Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        store.units().forEach(head -> units.put(head.unitId().toString(), head.name()));
        return units;
    }

    /** The organization at which whoever is signed in works and those above it: what a complaint may be about. */
    @Transactional(readOnly = true)
    public Map<String, String> abouts(CurrentUser user) {
        Map<String, String> abouts = new LinkedHashMap<>();
        routing.line(user).forEach(each -> abouts.put(each.organizationId().toString(), each.name()));
        return abouts;
    }

    /**
     * Raises something. Sent again under the same key it has one effect and gives the same code. Of the moment the day is
     * kept.
     *
     * @return the receipt code, which is kept nowhere
     * @throws Invalid with every field that cannot be taken; those of the flow by their identifiers
     * @throws Refused when a correction is asked for by an account that stands for nobody on the roster
     */
    public String ask(Asking asking) {
        return raise(asking).code();
    }

    /**
     * What was raised.
     *
     * @param code the receipt code, which is kept nowhere
     */
    public record Raised(MatterId matter, String code) {}

    /** The same as {@link #ask}, with the matter that came of it. */
    public Raised raise(Asking asking) {
        Flow flow = flow(asking.kind());
        Contact contact = asking.contact().checked();
        Routing.Place place = routing.of(asking, flow);
        Scope scope = new Scope(Act.CALLER, place.unit(), place.root().value());
        String code = code(receipts.codes(place.unit(), asking.key()));
        String matter = days.momentless(() -> once.run(
                scope,
                kept(asking.key()),
                fingerprint(asking, flow),
                () -> begin(scope, asking, flow, place, contact, code)));
        return new Raised(new MatterId(UUID.fromString(matter)), code);
    }

    /** The key of a form begins with the moment at which it was opened. */
    static String kept(String key) {
        return key.isBlank() ? "" : Sha256.fingerprint(key);
    }

    /** The first, unless it was asked before the key of the codes was changed. */
    private String code(List<String> codes) {
        Set<String> given = codes.size() == 1
                ? Set.of()
                : store.given(codes.stream().map(ReceiptCodes::hash).toList());
        return codes.stream()
                .filter(code -> given.contains(HexFormat.of().formatHex(ReceiptCodes.hash(code))))
                .findFirst()
                .orElse(codes.getFirst());
    }

    private String begin(Scope scope, Asking asking, Flow flow, Routing.Place place, Contact contact, String code) {
        UUID person = person(asking);
        Map<String, String> answers = new HashMap<>(asking.answers());
        answers.put(PAGE, asking.from());
        answers.put(ABOUT, place.about());
        CurrentUser user = asking.user();
        answers.put(BY, user == null ? "" : user.name());
        MatterId id = matters.begin(
                scope, place.host(), new Beginning(asking.kind().flow(), title(asking, flow), null, answers, Map.of()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.keep(scope.unit(), id, person, contact.empty() ? null : vault.seal(id, contact), now);
        store.receipt(
                ReceiptCodes.hash(code),
                new DoorStore.Receipt(scope.unit(), id, asking.kind().flow(), now),
                user == null ? null : user.account());
        return id.toString();
    }

    /** Whose record a correction is about: nobody’s but that of whoever asks. */
    private @Nullable UUID person(Asking asking) {
        if (asking.kind() != DoorKind.CORRECTION) {
            return null;
        }
        CurrentUser user = Optional.ofNullable(asking.user()).orElseThrow(NotFound::new);
        return oneself.in(user.scope()).orElseThrow(() -> new Refused("door.refused.nobody"));
    }

    /** Whether whoever is signed in stands on the roster of the unit in which they work. */
    @Transactional(readOnly = true)
    public boolean known(CurrentUser user) {
        return oneself.in(user.scope()).isPresent();
    }

    /** The first words of what was written, or whose record it is about. */
    private static String title(Asking asking, Flow flow) {
        CurrentUser user = asking.user();
        if (asking.kind() == DoorKind.CORRECTION && user != null) {
            return user.name();
        }
        String written = flow.begin().fields().stream()
                .filter(field -> field.type() == Flow.Field.Type.TEXT && field.required())
                .map(field -> asking.answers().getOrDefault(field.id(), "").strip())
                .filter(answer -> !answer.isEmpty())
                .findFirst()
                .map(answer -> answer.lines().findFirst().orElse("").strip())
                .orElse("");
        return written.isEmpty() ? asking.kind().flow() : Cut.at(TITLE, written);
    }

    private static String fingerprint(Asking asking, Flow flow) {
        CurrentUser user = asking.user();
        return Sha256.fingerprint(
                flow.head().id(),
                user == null ? "" : user.account().toString(),
                asking.from(),
                Objects.toString(asking.about()),
                new TreeMap<>(asking.answers()).toString(),
                asking.contact().toString());
    }

    /** Something raised by an account that wished to be known. */
    public record Own(UnitId unit, MatterId matter, String flow, Instant at) {}

    /** What an account raised, the latest first; at most a hundred. */
    @Transactional(readOnly = true)
    public List<Own> own(CurrentUser user) {
        return store.own(user.account(), 100).stream()
                .map(each -> new Own(each.unitId(), each.matterId(), each.flow(), each.recordedAt()))
                .toList();
    }

    /** The bytes that a sealed contact belongs to. */
    static byte[] about(MatterId matter) {
        return matter.toString().getBytes(StandardCharsets.UTF_8);
    }
}
