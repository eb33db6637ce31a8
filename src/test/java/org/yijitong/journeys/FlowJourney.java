package org.yijitong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;

/**
 * One matter walked through its flow with nothing but the pages: the office registers it, then whoever the page names has
 * the turn. A way that is not open yet says so, and another one is taken.
 */
final class FlowJourney {
    private static final int MOST = 30;

    private final FlowCast cast;
    private final Flow flow;
    private final View view;
    private final Map<String, String> did = new HashMap<>();
    private final Set<String> early = new HashSet<>();

    FlowJourney(FlowCast cast, Flow flow, View view) {
        this.cast = cast;
        this.flow = flow;
        this.view = view;
    }

    void walk() {
        Page office = cast.office(view);
        String matter = begins(office);
        State state = flow.state(flow.begin().to()).orElseThrow();
        int steps = 0;
        while (!state.last()) {
            assertThat(++steps).as("goes round in circles").isLessThan(MOST);
            state = takes(office, matter, state);
        }
        office.navigate(matter);
        assertThat(office.locator(".steps li.now").innerText())
                .contains(state.name().chinese());
        office.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", "flow-" + flow.head().id() + "-" + view.width() + ".png"))
                .setFullPage(true));
    }

    private String begins(Page office) {
        OrganizationId host = cast.places().get(flow.hosts().contains(OrganizationKind.ORGAN_COMMITTEE) ? 0 : 1);
        office.navigate(cast.unit() + "/organizations/" + host + "/matters/new?flow="
                + flow.head().id());
        office.fill("#begin-title", "走一遍：" + flow.head().name().chinese());
        Locator form = office.locator("main form:has(#begin-title)");
        fills(form, flow.begin(), host);
        form.locator("button[type=submit]").click();
        assertThat(office.url()).as(office.locator("main").innerText()).contains("/matters/");
        return office.url();
    }

    /** Takes the way that leads on, as whoever the page names; the state that the matter is in then. */
    private State takes(Page office, String matter, State state) {
        office.navigate(matter);
        assertThat(office.locator(".steps li.now").innerText())
                .contains(state.name().chinese());
        List<String> holders = cast.named(office.locator(".next .kv dd").first().innerText());
        Step step = state.steps().stream()
                .filter(each -> !early.contains(each.id()))
                .min(Comparator.comparingInt(each -> distance(each.to())))
                .orElseThrow();
        String who = whoMay(step, holders);
        Page page = cast.page(who, view);
        page.navigate(matter);
        Locator form = page.locator("form:has(input[name=step][value='" + step.id() + "'])");
        if (!form.isVisible()) {
            page.locator("details:has(input[name=step][value='" + step.id() + "']) > summary")
                    .click();
        }
        fills(form, step, null);
        form.locator("button[type=submit]").click();
        String now = page.locator("main").innerText();
        if (now.contains("才能办")) {
            early.add(step.id());
            return state;
        }
        did.put(step.id(), who);
        assertThat(page.url()).as(now).isEqualTo(matter);
        State next = flow.state(step.to()).orElseThrow();
        assertThat(now).contains(next.name().chinese());
        return next;
    }

    /** One of those who did not do what this step looks at. */
    private String whoMay(Step step, List<String> holders) {
        return holders.stream()
                .filter(each -> !each.equals(did.get(String.valueOf(step.verifies()))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody may take " + step.id() + " of " + holders));
    }

    /** What is asked: some words, a day, organizations that are not one another. */
    private void fills(Locator form, Step step, @Nullable OrganizationId host) {
        Set<String> taken = new HashSet<>();
        if (host != null) {
            taken.add(host.toString());
        }
        form.locator("textarea").all().forEach(each -> each.fill("如实填写"));
        form.locator("input[type=date]")
                .all()
                .forEach(each -> each.fill(day(step, each.getAttribute("name")).toString()));
        form.locator("input[inputmode=decimal]").all().forEach(each -> each.fill("3"));
        form.locator("select")
                .all()
                .forEach(each -> each.selectOption(new SelectOption().setValue(option(each, taken))));
    }

    /** Next month; of a step that says what must hold of it, today. */
    private static LocalDate day(Step step, String input) {
        LocalDate today = LocalDate.now(Days.SHANGHAI);
        boolean bound = !step.id().equals(Flow.BEGIN)
                && step.checks().stream().anyMatch(check -> input.equals(step.id() + "-" + check.field()));
        return bound ? today : today.plusDays(40);
    }

    /** A place of the cast where one is to be named, otherwise the first there is. */
    private String option(Locator select, Set<String> taken) {
        List<String> values = select.locator("option").all().stream()
                .map(each -> each.getAttribute("value"))
                .filter(each -> !each.isEmpty())
                .toList();
        List<String> places =
                cast.places().stream().map(OrganizationId::toString).toList();
        String chosen = values.stream()
                .filter(places::contains)
                .filter(each -> !taken.contains(each))
                .max(Comparator.comparingInt(places::indexOf))
                .orElseGet(() ->
                        values.stream().filter(places::contains).findFirst().orElse(values.getFirst()));
        taken.add(chosen);
        return chosen;
    }

    /** How many steps lead from a state to where it is done; far, where it is only given up. */
    private int distance(String from) {
        Map<String, Integer> ways = new HashMap<>(Map.of(from, 0));
        Deque<String> open = new ArrayDeque<>(List.of(from));
        int dropped = MOST * 2;
        while (!open.isEmpty()) {
            State here = flow.state(open.remove()).orElseThrow();
            int way = ways.getOrDefault(here.id(), 0);
            if (here.last() && here.closing() == Flow.Closing.DONE) {
                return way;
            }
            dropped = here.last() ? Math.min(dropped, MOST + way) : dropped;
            here.steps().stream().filter(each -> !early.contains(each.id())).forEach(each -> {
                if (ways.putIfAbsent(each.to(), way + 1) == null) {
                    open.add(each.to());
                }
            });
        }
        return dropped;
    }
}
