package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yijitong.AttackedTest;
import org.yijitong.journeys.FoundForms.Opened;
import org.yijitong.journeys.FoundForms.Shown;

/**
 * Every form of every page and every column of imported files, with what they must not take for more than text: thirty
 * texts that are markup or programs, and formulas. Then every page is opened in a browser that would run what got in, and
 * every table read back; last, forms are sent with fields they do not show.
 */
@AttackedTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttackedFormsTests {
    private static final List<String> TEXTS =
            Stream.concat(Payloads.ALL.stream(), TakenTables.FORMULAS.stream()).toList();

    /** Forms sent to the same place that are given each text by itself. */
    private static final int ALONE = 3;

    private final ApplicationContext context;
    private final String base;
    private final List<Sweep> sweeps = new ArrayList<>();
    private final Map<String, Opened> pages = new LinkedHashMap<>();
    private @Nullable ImportedTexts imported;

    @Autowired
    AttackedFormsTests(ApplicationContext context, @LocalServerPort int port) {
        this.context = context;
        this.base = "http://127.0.0.1:" + port;
    }

    /** All texts are sent once, whichever test comes first. */
    private FoundForms swept() {
        FoundForms found = FoundForms.of(context, base);
        if (imported == null) {
            Intruder officer = FoundForms.signedIn(context, base, "officer");
            imported = new ImportedTexts(context, TEXTS, Payloads.EVERY);
            found.pages().forEach(each -> pages.put(each.address(), each));
            imported.bring().stream()
                    .flatMap(address -> below(officer, address).stream())
                    .forEach(address -> pages.put(address, new Opened(address, officer)));
            Map<String, Integer> alike = new HashMap<>();
            for (Shown shown : found.forms()) {
                if (!shown.form().texts().isEmpty()) {
                    Sweep sweep = new Sweep(shown, TEXTS, Payloads.EVERY);
                    // Twenty-odd flows begin with forms that one template makes of what they ask.
                    sweep.run(alike.merge(FoundForm.plain(shown.form().action()), 1, Integer::sum) <= ALONE);
                    sweeps.add(sweep);
                    newest(sweep).forEach(address -> pages.putIfAbsent(address, new Opened(address, shown.to())));
                }
            }
        }
        return found;
    }

    @Test
    @Order(1)
    void noTextIsEverTakenForMarkup() {
        FoundForms found = swept();
        List<String> faults = new ArrayList<>();
        sweeps.forEach(sweep -> faults.addAll(sweep.faults()));
        faults.addAll(fired(found, pages.values()));
        int fields = sum(sweeps, each -> each.taken().size() + each.never().size());
        System.out.printf(
                "stored XSS: %d forms with %d text fields (%d take such a text), %d columns of files, × %d texts:"
                        + " %d sendings, %d taken; %d pages opened, %d fired%n",
                sweeps.size(),
                fields,
                sum(sweeps, each -> each.taken().size()),
                imported == null ? 0 : imported.columns(),
                Payloads.ALL.size(),
                sum(sweeps, Sweep::sent),
                sum(sweeps, Sweep::stored),
                pages.size(),
                faults.size());
        assertThat(faults).as(sweeps.toString()).isEmpty();
        assertThat(sum(sweeps, each -> each.taken().size())).isGreaterThan(60);
    }

    @Test
    @Order(2)
    void nothingThatIsTakenAlongComputes() throws IOException {
        FoundForms found = swept();
        List<Opened> marked = pages.values().stream()
                .filter(each -> each.address().matches(".*/(imports|charts)/[0-9a-f-]{36}"))
                .map(each -> new Opened(each.address() + "/marked", each.by()))
                .toList();
        assertThat(new TakenTables(context, found).read(marked)).isEmpty();
    }

    @Test
    @Order(3)
    void noFormWritesWhatAFieldItDoesNotShowClaims() throws SQLException {
        assertThat(new ExtraFields(context, FoundForms.of(context, base)).send())
                .isEmpty();
    }

    /** The look through the source and the browser see these texts where nobody escaped them. */
    @Test
    @Order(4)
    void theTrapSeesWhatIsNotEscaped() {
        List<String> places = List.of(
                "<p>%s</p>",
                "<input value=\"%s\">",
                "<input value='%s'>",
                "<textarea>%s</textarea>",
                "<title>%s</title>",
                "<!-- %s -->",
                "<a href='%s'>x</a>");
        // The last two only do harm to what decodes twice, or runs templates.
        for (String payload : Payloads.ALL.subList(0, 28)) {
            assertThat(places)
                    .as(payload)
                    .anyMatch(
                            place -> !Payloads.faults(place.formatted(payload)).isEmpty());
        }
        try (Trap trap = new Trap(base)) {
            assertThat(Payloads.ALL)
                    .filteredOn(payload -> !trap.show(
                                    "<p>%1$s</p><input value=\"%1$s\"><textarea>%1$s</textarea>".formatted(payload))
                            .isEmpty())
                    .hasSizeGreaterThan(15);
        }
    }

    private static int sum(List<Sweep> sweeps, ToIntFunction<Sweep> of) {
        return sweeps.stream().mapToInt(of).sum();
    }

    /** The last of each shape of address that a form led to. */
    private static Set<String> newest(Sweep sweep) {
        Map<String, String> newest = new LinkedHashMap<>();
        sweep.led().forEach(address -> newest.put(FoundForm.plain(address), address.replaceFirst("#.*", "")));
        return new LinkedHashSet<>(newest.values());
    }

    /** A page about an import with its further pages, and some of what it wrote. */
    private static Set<String> below(Intruder visitor, String address) {
        Set<String> pages = new LinkedHashSet<>(List.of(address));
        visitor.get(address).page().select("main a[href]").stream()
                .map(link -> link.attr("href").replaceFirst("#.*", ""))
                .filter(link -> link.startsWith(address + "?") || link.matches("/units/[^/]+/(records|people)/[^/?]+"))
                .limit(8)
                .forEach(pages::add);
        return pages;
    }

    private List<String> fired(FoundForms found, Collection<Opened> opened) {
        List<String> fired = new ArrayList<>();
        Map<String, Trap> traps = new LinkedHashMap<>();
        for (Opened each : opened) {
            Intruder by = found.other(each.by());
            Trap trap = traps.computeIfAbsent(by.role(), _ -> new Trap(base).as(by, base));
            trap.open(each.address()).forEach(what -> fired.add(each.address() + " " + what));
        }
        traps.values().forEach(Trap::close);
        return fired;
    }
}
