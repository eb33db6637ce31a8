package org.yijitong.matter.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.RecordLine;
import org.yijitong.matter.Act;
import org.yijitong.matter.AnswerInWords;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.MatterFile;
import org.yijitong.matter.Outside;
import org.yijitong.matter.web.MatterPage.Answer;
import org.yijitong.matter.web.MatterPage.Taken;
import org.yijitong.matter.web.MatterPage.Told;
import org.yijitong.shared.Days;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Page;

/** Tells what happened to a matter, in the words of its flow. */
final class MatterHistory {
    /** As many as fit into one line. */
    private static final int SHOWN = 5;

    private final Page page;
    private final Flow flow;
    private final List<Flow> versions;
    private final FlowInWords words;
    private final Known known;

    /** @param versions of its flow: what happened under another one is told in the words of that one */
    MatterHistory(Page page, Flow flow, List<Flow> versions, Known known) {
        this.page = page;
        this.flow = flow;
        this.versions = List.copyOf(versions);
        this.words = new FlowInWords(flow, page.words());
        this.known = known;
    }

    /**
     * What is called by an id in the history.
     *
     * @param names of organizations, and of people who were named
     * @param people names of accounts
     * @param records as far as the reader may read them
     * @param address of the matter
     * @param reads whether the reader may read records at all, by whose words a source is called
     */
    record Known(
            Map<UUID, String> names,
            Map<UUID, String> people,
            Map<UUID, MatterFile> files,
            Map<UUID, RecordLine> records,
            MatterAddress at,
            String address,
            boolean reads) {}

    /** The last steps taken, the first one first. */
    List<Taken> taken(List<MatterEvent> history) {
        List<Taken> all = new ArrayList<>();
        history.reversed().stream()
                .filter(event -> !event.step().isEmpty())
                .forEach(event -> all.add(new Taken(step(event.step()), page.date(day(event)))));
        return all.subList(Math.max(0, all.size() - SHOWN), all.size());
    }

    Told told(MatterEvent event) {
        String who = Act.CALLER.equals(event.account())
                ? page.t("matter.told.caller")
                : event.account() == null ? "" : known.people().getOrDefault(event.account(), "");
        return new Told(day(event), when(page, event), who, what(event), answers(event), event.late());
    }

    /** Of what whoever raised it did, the day is kept and no moment. */
    static String when(Page page, MatterEvent event) {
        return Act.CALLER.equals(event.account()) ? page.date(day(event)) : page.moment(event.recordedAt());
    }

    private String what(MatterEvent event) {
        String owner = event.owner() == null
                ? ""
                : known.names().getOrDefault(event.owner().value(), "");
        LocalDate due = event.dueOn();
        return switch (event.kind()) {
            case HANDED -> page.t(event.vacant() ? "matter.told.vacant" : "matter.told.filled", owner);
            case MOVED -> page.t("matter.told.moved", due == null ? "" : page.date(due));
            case LINKED ->
                known.reads()
                        ? page.t("matter.told.linked", event.answers().getOrDefault("words", ""))
                        : page.t("matter.told.linked.more");
            case MERGED -> page.t("matter.told.merged", event.answers().getOrDefault("title", ""));
            case JOINED -> page.t("matter.told.joined", event.answers().getOrDefault("title", ""));
            case TIED -> page.t("matter.told.tied", due == null ? "" : page.date(due));
            case UNTIED -> page.t("matter.told.untied", due == null ? "" : page.date(due));
            case SPLIT -> page.t("matter.told.split", event.answers().getOrDefault("title", ""));
            case RELEASED ->
                page.t(
                        "matter.told.released",
                        event.answers().getOrDefault("title", ""),
                        event.answers().getOrDefault("reason", ""));
            case MIGRATED -> migrated(event, due);
            case BEGUN, STEP ->
                page.t(
                        event.onBehalf() ? "matter.told.behalf" : "matter.told.step",
                        step(event.step()),
                        state(event.state()));
        };
    }

    private String migrated(MatterEvent event, @Nullable LocalDate due) {
        return page.t(
                "matter.told.migrated",
                event.answers().getOrDefault("from", ""),
                event.answers().getOrDefault("to", ""),
                state(event.state()),
                due == null ? "" : page.date(due));
    }

    /** As the form asked it. */
    private List<Answer> answers(MatterEvent event) {
        return Stream.concat(
                        steps().filter(step -> step.id().equals(event.step())).flatMap(step -> step.fields().stream()),
                        all().flatMap(Outside::fields))
                .filter(field -> event.answers().containsKey(field.id()))
                .collect(Collectors.toMap(Flow.Field::id, field -> field, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .map(field -> answer(field, event.answers().getOrDefault(field.id(), "")))
                .toList();
    }

    private Answer answer(Flow.Field field, String written) {
        String label = field.name().in(page.words().language());
        return switch (field.type()) {
            case FILE -> file(label, written);
            case RECORD -> record(label, written);
            case PERSON ->
                new Answer(label, Ids.read(written).map(known.names()::get).orElse(""), "");
            case CHOICE, NUMBER, TEXT, DAY -> new Answer(label, AnswerInWords.of(field, written, page.words()), "");
        };
    }

    private Answer file(String label, String written) {
        MatterFile file = Ids.read(written).map(known.files()::get).orElse(null);
        return file == null
                ? new Answer(label, "", "")
                : new Answer(label, file.name(), known.address() + "/files/" + file.fileId());
    }

    private Answer record(String label, String written) {
        RecordLine line = Ids.read(written).map(known.records()::get).orElse(null);
        return line == null
                ? new Answer(label, page.t("matter.told.unseen"), "")
                : new Answer(
                        label,
                        page.t("matter.told.record", page.date(line.heldOn()), line.called(page.words())),
                        known.at().record(line.recordId().value()));
    }

    private static LocalDate day(MatterEvent event) {
        return event.recordedAt().atZone(Days.SHANGHAI).toLocalDate();
    }

    private String step(String id) {
        return steps().filter(each -> each.id().equals(id))
                .map(step -> step.name().in(page.words().language()))
                .findFirst()
                .orElse("");
    }

    private Stream<Flow.Step> steps() {
        return all().flatMap(each -> Stream.concat(Stream.of(each.begin()), each.steps()));
    }

    private Stream<Flow> all() {
        return Stream.concat(Stream.of(flow), versions.stream());
    }

    /** What a state is called. */
    String state(String id) {
        return all().flatMap(each -> each.state(id).stream())
                .map(state -> state.name().in(page.words().language()))
                .findFirst()
                .orElse("");
    }

    /** What the flow is called. */
    String flow() {
        return words.name();
    }
}
