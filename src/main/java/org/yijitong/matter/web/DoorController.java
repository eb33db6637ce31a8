package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.matter.Flow;
import org.yijitong.matter.door.Asking;
import org.yijitong.matter.door.Contact;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.door.Doors;
import org.yijitong.matter.door.Threshold;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.PageKind;
import org.yijitong.shared.UnitId;
import yijitong.html.Templates;

/** Raising something at the door: hotline, complaint, correction of one's own record. The answer is the receipt. */
@Controller
class DoorController {
    /** A field that no person sees; programs that fill in everything give themselves away. */
    private static final String TRAP = "website";

    private static final Set<String> OF_THE_DOOR = Set.of("unit", "about", "name", "phone", "key", TRAP);
    private static final Set<String> FILLED =
            Set.of("begin-" + Doors.PAGE, "begin-" + Doors.ABOUT, "begin-" + Doors.BY);

    private final Doors doors;
    private final Threshold threshold;
    private final Templates html;

    DoorController(Doors doors, Threshold threshold, Templates html) {
        this.doors = doors;
        this.threshold = threshold;
        this.html = html;
    }

    @GetMapping("/hotline")
    Html hotline(Page page) {
        return form(page, DoorKind.HOTLINE, "", Map.of(), Map.of());
    }

    /** @param from the page it is asked from */
    @GetMapping("/complaint")
    Html complaint(Page page, @RequestParam(defaultValue = "") String from) {
        return form(page, DoorKind.COMPLAINT, PageKind.of(from), Map.of(), Map.of());
    }

    @GetMapping("/correction")
    Html correction(Page page) {
        return form(page, DoorKind.CORRECTION, "", Map.of(), Map.of());
    }

    @GetMapping("/idea")
    Html idea(Page page) {
        return form(page, DoorKind.IDEA, "", Map.of(), Map.of());
    }

    @PostMapping("/idea")
    Html propose(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> values) {
        return ask(page, request, DoorKind.IDEA, values);
    }

    @PostMapping("/hotline")
    Html call(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> values) {
        return ask(page, request, DoorKind.HOTLINE, values);
    }

    @PostMapping("/complaint")
    Html complain(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> values) {
        return ask(page, request, DoorKind.COMPLAINT, values);
    }

    @PostMapping("/correction")
    Html correct(Page page, HttpServletRequest request, @RequestParam MultiValueMap<String, String> values) {
        return ask(page, request, DoorKind.CORRECTION, values);
    }

    private Html ask(Page page, HttpServletRequest request, DoorKind kind, MultiValueMap<String, String> values) {
        threshold.pass(Threshold.Kind.ASK, request.getRemoteAddr());
        String from = PageKind.of(MatterController.value(values, "from"));
        try {
            if (!MatterController.value(values, TRAP).isEmpty()) {
                throw new Invalid(TRAP, "door.invalid.trap");
            }
            Asking asking = asking(page.user(), kind, from, values);
            return new Html(html.matterReceipt(page, doors.ask(asking), asking.user() != null));
        } catch (Invalid invalid) {
            return form(page, kind, from, values.toSingleValueMap(), named(invalid));
        }
    }

    /** Whoever is signed in speaks to their own unit, and of their own line; and may wish not to be known. */
    private Asking asking(
            @Nullable CurrentUser user, DoorKind kind, String from, MultiValueMap<String, String> values) {
        boolean unnamed = kind != DoorKind.CORRECTION
                && !MatterController.value(values, "unnamed").isEmpty();
        return new Asking(
                kind,
                user == null || kind == DoorKind.HOTLINE ? unit(values) : user.unit(),
                about(user, kind, values),
                from,
                MatterController.answers(Flow.BEGIN, values),
                unnamed
                        ? Contact.NONE
                        : new Contact(
                                MatterController.value(values, "name").strip(),
                                MatterController.value(values, "phone").strip()),
                unnamed || kind == DoorKind.HOTLINE ? null : user,
                MatterController.value(values, "key"));
    }

    private @Nullable OrganizationId about(
            @Nullable CurrentUser user, DoorKind kind, MultiValueMap<String, String> values) {
        String about = MatterController.value(values, "about");
        if (user == null || kind != DoorKind.COMPLAINT) {
            return null;
        }
        if (!doors.abouts(user).containsKey(about)) {
            throw new Invalid("about", "door.invalid.about");
        }
        return new OrganizationId(UUID.fromString(about));
    }

    private static UnitId unit(MultiValueMap<String, String> values) {
        return Ids.read(MatterController.value(values, "unit"))
                .map(UnitId::new)
                .orElseThrow(() -> new Invalid("unit", "door.invalid.unit"));
    }

    private Html form(
            Page page, DoorKind kind, String from, Map<String, String> typed, Map<String, Invalid.Fault> faults) {
        CurrentUser user = page.user();
        if (kind.inside() && user == null) {
            throw new NotFound();
        }
        boolean stranger = user == null || kind == DoorKind.HOTLINE;
        DoorPage shown = new DoorPage(
                kind,
                stranger ? doors.units() : Map.of(),
                user != null && kind == DoorKind.COMPLAINT ? doors.abouts(user) : Map.of(),
                MatterPages.asked(page, doors.flow(kind), doors.flow(kind).begin(), OffersShown.Offers.NONE).stream()
                        .filter(field -> !FILLED.contains(field.name()))
                        .toList(),
                from,
                !stranger,
                user != null && doors.known(user),
                typed,
                faults);
        return new Html(
                html.matterDoor(page, shown), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, Invalid.Fault> named(Invalid invalid) {
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        invalid.faults()
                .forEach((field, fault) ->
                        faults.put(OF_THE_DOOR.contains(field) ? field : Flow.BEGIN + "-" + field, fault));
        return faults;
    }
}
