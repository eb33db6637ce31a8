package org.yijitong.matter.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Board;
import org.yijitong.matter.Evidence;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.FlowVersion;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.MatterFile;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Outside;
import org.yijitong.matter.PeopleNamed;
import org.yijitong.matter.Sources;
import org.yijitong.matter.web.MatterPage.Asked;
import org.yijitong.matter.web.MatterPage.Choice;
import org.yijitong.matter.web.MatterPage.Way;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Puts the page of one matter together. */
@Component
class MatterPages {
    private final Matters matters;
    private final Board board;
    private final Evidence evidence;
    private final PeopleNamed people;
    private final OffersShown offers;
    private final Sources sources;
    private final PartsShown parts;
    private final MergersShown mergers;
    private final MatterGuard guard;
    private final Flows flows;
    private final AccountNames accounts;
    private final Days days;
    private final Templates html;

    MatterPages(
            Matters matters,
            Board board,
            Evidence evidence,
            PeopleNamed people,
            OffersShown offers,
            Sources sources,
            PartsShown parts,
            MergersShown mergers,
            MatterGuard guard,
            Flows flows,
            AccountNames accounts,
            Days days,
            Templates html) {
        this.matters = matters;
        this.board = board;
        this.evidence = evidence;
        this.people = people;
        this.offers = offers;
        this.sources = sources;
        this.parts = parts;
        this.mergers = mergers;
        this.guard = guard;
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

    /**
     * What may be answered to a step.
     *
     * @param offers what there is to choose from
     */
    static List<Asked> asked(Page page, Flow flow, Flow.Step step, OffersShown.Offers offers) {
        FlowInWords words = new FlowInWords(flow, page.words());
        return step.fields().stream()
                .map(field -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    field.values()
                            .forEach(value -> values.put(
                                    value.id(), value.name().in(page.words().language())));
                    values.putAll(offers.of(field, Asked.name(step, field)));
                    return new Asked(
                            Asked.name(step, field),
                            field.unit() == null ? field.name().in(page.words().language()) : words.label(field),
                            field.type(),
                            field.required(),
                            offers.typed(field),
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
                        candidates.getOrDefault(party.id(), Map.of()),
                        party.outside().isEmpty() ? "" : step.id() + "-" + party.id() + Outside.WORDS))
                .toList();
    }

    /** One matter being put together. */
    private final class Made {
        private final Page page;
        private final Scope scope;
        private final Matter matter;
        private final Flow flow;
        private final List<MatterEvent> events;
        private final Map<UUID, String> names;
        private final MatterHistory history;
        private final FlowInWords words;

        Made(Page page, Scope scope, Matter matter, Flow flow) {
            this.page = page;
            this.scope = scope;
            this.matter = matter;
            this.flow = flow;
            this.words = new FlowInWords(flow, page.words());
            this.events = board.history(scope, matter);
            this.names = new HashMap<>(board.names(scope, organizations()));
            this.history = new MatterHistory(
                    page,
                    flow,
                    flows.versions(matter.flow()).stream()
                            .map(FlowVersion::flow)
                            .toList(),
                    known());
        }

        private MatterHistory.Known known() {
            Set<UUID> acted = new HashSet<>();
            Set<UUID> named = new HashSet<>();
            events.forEach(event -> {
                if (event.account() != null) {
                    acted.add(event.account());
                }
                event.answers().values().forEach(answer -> Ids.read(answer).ifPresent(named::add));
            });
            names.putAll(people.byId(scope, named));
            MatterAddress at = new MatterAddress(scope.unit());
            return new MatterHistory.Known(
                    names,
                    accounts.of(acted),
                    evidence.files(scope, matter).stream()
                            .collect(Collectors.toMap(MatterFile::fileId, Function.identity())),
                    guard.may(page, "record.read") ? evidence.records(scope, named) : Map.of(),
                    at,
                    at.matter(matter.matterId()),
                    guard.may(page, "record.read"));
        }

        private Set<UUID> organizations() {
            Set<UUID> all = new HashSet<>(matter.known().parties().values());
            all.add(matter.hostId().value());
            events.forEach(event -> {
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
                    history.flow(),
                    matter.closed() ? words.state(matter.state(), true) : history.state(matter.state()),
                    matter.owner() == null ? "" : name(matter.owner().value()),
                    String.join(page.t("matter.flow.between"), board.holders(scope, matter)),
                    matter.dueOn() == null ? "" : page.words().longDate(matter.dueOn()),
                    acts(typed),
                    history.taken(events),
                    events.stream().map(history::told).toList(),
                    parties(),
                    serves(),
                    parts.of(page, scope, matter),
                    mergers.of(page, scope, matter),
                    guard.narrow(page) ? List.of() : papers(),
                    guard.maySeeAsker(page, scope, matter),
                    typed,
                    faults,
                    overtaken);
        }

        private List<MatterPage.Paper> papers() {
            String address = new MatterAddress(scope.unit()).matter(matter.matterId());
            return new PapersOfMatter(page, address, flow, days.today(), guard.may(page, "people.see"))
                    .of(matter, events);
        }

        private List<Way> acts(Map<String, String> typed) {
            List<Flow.Step> steps = flow.state(matter.state()).stream()
                    .filter(state -> state.owner() != null)
                    .flatMap(state -> state.steps().stream())
                    .toList();
            Map<String, Map<String, String>> candidates = board.candidates(scope, flow, steps);
            OffersShown.Offers choosable = offers.of(page, scope, steps, matter.hostId(), matter.owner(), typed);
            return steps.stream()
                    .map(step -> Outside.asked(flow, matter, step))
                    .map(step -> new Way(
                            step,
                            step.name().in(page.words().language()),
                            asked(page, flow, step, choosable),
                            choices(page, flow, step, candidates)))
                    .toList();
        }

        private MatterPage.Serves serves() {
            MatterAddress at = new MatterAddress(scope.unit());
            boolean more = guard.mayAct(page) && sources.mayLink(scope, matter);
            return new MatterPage.Serves(
                    sources.of(scope, matter).stream()
                            .filter(each -> each.record() == null || guard.may(page, "record.read"))
                            .map(each -> new MatterPage.Answer(
                                    each.line()
                                            .map(line -> OffersShown.called(page, line))
                                            .orElse(""),
                                    each.words(),
                                    each.line()
                                            .map(line ->
                                                    at.record(line.recordId().value()))
                                            .orElse("")))
                            .toList(),
                    more,
                    more ? offers.records(page, scope, matter.hostId()) : Map.of());
        }

        private Map<String, String> parties() {
            Map<String, String> parties = new LinkedHashMap<>();
            parties.put(page.t("matter.one.host"), name(matter.hostId().value()));
            flow.parties().forEach(party -> {
                UUID organization = matter.known().parties().get(party.id());
                if (organization != null) {
                    String outside = matter.known().outside().get(party.id());
                    parties.put(
                            party.name().in(page.words().language()),
                            outside == null
                                    ? name(organization)
                                    : page.t("matter.one.outside", outside, name(organization)));
                }
            });
            flow.origins().stream()
                    .filter(origin -> origin.id().equals(matter.origin()))
                    .forEach(origin -> parties.put(
                            page.t("matter.flow.origins"),
                            origin.name().in(page.words().language())));
            return parties;
        }

        private String name(UUID organization) {
            return names.getOrDefault(organization, "");
        }
    }
}
