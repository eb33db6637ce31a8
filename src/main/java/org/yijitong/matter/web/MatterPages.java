package org.yijitong.matter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Board;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.web.MatterPage.Asked;
import org.yijitong.matter.web.MatterPage.Choice;
import org.yijitong.matter.web.MatterPage.Taken;
import org.yijitong.matter.web.MatterPage.Told;
import org.yijitong.matter.web.MatterPage.Way;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Puts the page of one matter together. */
@Component
class MatterPages {
    /** As many as fit into one line. */
    private static final int SHOWN = 5;

    private final Matters matters;
    private final Board board;
    private final Flows flows;
    private final AccountNames accounts;
    private final Days days;
    private final Templates html;

    MatterPages(Matters matters, Board board, Flows flows, AccountNames accounts, Days days, Templates html) {
        this.matters = matters;
        this.board = board;
        this.flows = flows;
        this.accounts = accounts;
        this.days = days;
        this.html = html;
    }

    Html one(Page page, Scope scope, MatterId id, Map<String, String> typed, Map<String, Invalid.Fault> faults) {
        Matter matter = matters.find(scope, id);
        Flow flow = flows.version(matter.versionId());
        return new Html(
                html.matterMatter(page, new Made(page, scope, matter, flow).page(typed, faults, false)),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** As it stands now, for whoever came too late, with what they typed. */
    Html overtaken(Page page, Scope scope, MatterId id, Map<String, String> typed) {
        Matter matter = matters.find(scope, id);
        Flow flow = flows.version(matter.versionId());
        return new Html(
                html.matterMatter(page, new Made(page, scope, matter, flow).page(typed, Map.of(), true)),
                HttpStatus.CONFLICT);
    }

    /** What may be answered to a step. */
    static List<Asked> asked(Page page, Flow.Step step) {
        return step.fields().stream()
                .map(field -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    field.values()
                            .forEach(value -> values.put(
                                    value.id(), value.name().in(page.words().language())));
                    return new Asked(
                            step.id() + "-" + field.id(),
                            field.name().in(page.words().language()),
                            field.type(),
                            field.required(),
                            values);
                })
                .toList();
    }

    /** The parties that a step names, with those that may be. */
    static List<Choice> choices(Page page, Flow flow, Flow.Step step, Map<String, Map<String, String>> candidates) {
        return step.chooses().stream()
                .flatMap(party -> flow.party(party).stream())
                .map(party -> new Choice(
                        step.id() + "-" + party.id(),
                        party.name().in(page.words().language()),
                        candidates.getOrDefault(party.id(), Map.of())))
                .toList();
    }

    /** One matter being put together. */
    private final class Made {
        private final Page page;
        private final Scope scope;
        private final Matter matter;
        private final Flow flow;
        private final FlowInWords words;
        private final List<MatterEvent> history;
        private final Map<UUID, String> names;
        private final Map<UUID, String> people;

        Made(Page page, Scope scope, Matter matter, Flow flow) {
            this.page = page;
            this.scope = scope;
            this.matter = matter;
            this.flow = flow;
            this.words = new FlowInWords(flow, page.words());
            this.history = board.history(scope, matter);
            this.names = board.names(scope, organizations());
            Set<UUID> acted = new HashSet<>();
            history.forEach(event -> {
                if (event.account() != null) {
                    acted.add(event.account());
                }
            });
            this.people = accounts.of(acted);
        }

        private Set<UUID> organizations() {
            Set<UUID> all = new HashSet<>(matter.known().parties().values());
            all.add(matter.hostId().value());
            history.forEach(event -> {
                if (event.owner() != null) {
                    all.add(event.owner().value());
                }
                if (event.actor() != null) {
                    all.add(event.actor().value());
                }
            });
            return all;
        }

        MatterPage page(Map<String, String> typed, Map<String, Invalid.Fault> faults, boolean overtaken) {
            return new MatterPage(
                    new MatterAddress(scope.unit()).matter(matter.matterId()),
                    matter,
                    days.today(),
                    words.name(),
                    state(matter.state()),
                    matter.owner() == null ? "" : name(matter.owner().value()),
                    String.join(page.t("matter.flow.between"), board.holders(scope, matter)),
                    matter.dueOn() == null ? "" : page.words().longDate(matter.dueOn()),
                    acts(),
                    taken(),
                    history.stream().map(this::told).toList(),
                    parties(),
                    typed,
                    faults,
                    overtaken);
        }

        private List<Way> acts() {
            List<Flow.Step> steps = flow.state(matter.state()).stream()
                    .filter(state -> state.owner() != null)
                    .flatMap(state -> state.steps().stream())
                    .toList();
            Map<String, Map<String, String>> candidates = board.candidates(scope, flow, steps);
            return steps.stream()
                    .map(step -> new Way(step, in(step), asked(page, step), choices(page, flow, step, candidates)))
                    .toList();
        }

        private List<Taken> taken() {
            List<Taken> all = new ArrayList<>();
            history.reversed().stream()
                    .filter(event -> !event.step().isEmpty())
                    .forEach(event -> all.add(new Taken(step(event.step()), page.date(day(event)))));
            return all.subList(Math.max(0, all.size() - SHOWN), all.size());
        }

        private Told told(MatterEvent event) {
            String who = event.account() == null ? "" : people.getOrDefault(event.account(), "");
            return new Told(
                    day(event), page.moment(event.recordedAt()), who, what(event), answers(event), event.late());
        }

        private String what(MatterEvent event) {
            String owner = event.owner() == null ? "" : name(event.owner().value());
            LocalDate due = event.dueOn();
            return switch (event.kind()) {
                case HANDED -> page.t(event.vacant() ? "matter.told.vacant" : "matter.told.filled", owner);
                case MOVED -> page.t("matter.told.moved", due == null ? "" : page.date(due));
                case BEGUN, STEP ->
                    page.t(
                            event.onBehalf() ? "matter.told.behalf" : "matter.told.step",
                            step(event.step()),
                            state(event.state()));
            };
        }

        /** As the form asked it. */
        private List<String> answers(MatterEvent event) {
            return flow
                    .steps()
                    .filter(step -> step.id().equals(event.step()))
                    .findFirst()
                    .or(() -> java.util.Optional.of(flow.begin())
                            .filter(begin -> begin.id().equals(event.step())))
                    .stream()
                    .flatMap(step -> step.fields().stream())
                    .filter(field -> event.answers().containsKey(field.id()))
                    .map(field -> page.t(
                            "matter.told.answer",
                            field.name().in(page.words().language()),
                            event.answers().getOrDefault(field.id(), "")))
                    .toList();
        }

        private Map<String, String> parties() {
            Map<String, String> parties = new LinkedHashMap<>();
            parties.put(page.t("matter.one.host"), name(matter.hostId().value()));
            flow.parties().forEach(party -> {
                UUID organization = matter.known().parties().get(party.id());
                if (organization != null) {
                    parties.put(party.name().in(page.words().language()), name(organization));
                }
            });
            flow.origins().stream()
                    .filter(origin -> origin.id().equals(matter.origin()))
                    .forEach(origin -> parties.put(
                            page.t("matter.flow.origins"),
                            origin.name().in(page.words().language())));
            return parties;
        }

        private static LocalDate day(MatterEvent event) {
            return event.recordedAt().atZone(Days.SHANGHAI).toLocalDate();
        }

        private String name(UUID organization) {
            return names.getOrDefault(organization, "");
        }

        private String step(String id) {
            return id.equals(Flow.BEGIN)
                    ? in(flow.begin())
                    : flow.steps()
                            .filter(each -> each.id().equals(id))
                            .map(this::in)
                            .collect(Collectors.joining());
        }

        private String in(Flow.Step step) {
            return step.name().in(page.words().language());
        }

        private String state(String id) {
            return flow.state(id)
                    .map(state -> state.name().in(page.words().language()))
                    .orElse("");
        }
    }
}
