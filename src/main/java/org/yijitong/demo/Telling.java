package org.yijitong.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yijitong.demo.Story.Person;
import org.yijitong.demo.Story.Turn;
import org.yijitong.organization.Because;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.MemberState;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts.Holder;

/** Makes the story of one branch happen. */
final class Telling {
    private final Site site;
    private final Story story;
    private final Ways ways;
    private final Map<String, Figure> cast = new LinkedHashMap<>();

    Telling(Site site, Story story) {
        this.site = site;
        this.story = story;
        this.ways = new Ways(site);
    }

    /** Plans all of it; the people to be entered on the first day. */
    List<Figure> plan() {
        story.people().forEach(person -> cast.put(person.name(), figure(person)));
        site.chronicle().on(beginning().plusDays(2), this::elected);
        for (Person person : story.people()) {
            LocalDate left = person.left();
            if (left != null) {
                LocalDate on = site.days().of(left);
                String reason = site.words().transferReason();
                site.chronicle().on(on, () -> ways.leave(figure(person.name()), Leaving.TRANSFER, on, reason));
            }
        }
        site.chronicle().on(day(story.byElection().day()), this::byElected);
        site.chronicle().on(day(story.mergedOn()), this::merged);
        site.chronicle().on(day(story.joinGroupsOn()), this::grouped);
        site.chronicle().on(day(story.correctedOn()), this::corrected);
        story.turns().forEach(turn -> site.chronicle().on(day(turn.day()), () -> turned(turn)));
        return new ArrayList<>(cast.values());
    }

    /** Those of the youth study group. */
    List<Figure> youth() {
        return story.youth().stream().map(this::figure).toList();
    }

    private Figure figure(Person person) {
        LocalDate joined = person.joined() == null ? null : day(person.joined());
        MemberKind kind = person.kind() == null ? MemberKind.FULL : person.kind();
        List<MemberState> states = person.retired() ? List.of(MemberState.RETIRED) : List.of();
        Belonging belonging = person.merged()
                ? new Belonging(place(story.merged()), null, kind, states)
                : new Belonging(place(story.into()), group(person.group()), kind, states);
        LocalDate founded = day(site.plan()
                .branch(person.merged() ? story.merged() : story.into())
                .founded());
        LocalDate from = joined == null ? beginning().minusDays(300) : joined.isAfter(founded) ? joined : founded;
        OrganizationId office = person.office() == null ? null : place(person.office());
        PersonDetails details = site.people().told(person, joined);
        return new Figure(details, site.people().number(details), belonging, from, office);
    }

    private void elected() {
        LocalDate due = day(story.dueOn());
        LocalDate begins = day(story.electedOn());
        String by = site.world().patterns().electedBy();
        List<Holder> others = holders(false).stream()
                .filter(holder -> holder.post() != Post.SECRETARY)
                .toList();
        site.verbs().posts().handOver(site.scope(), place(story.into()), others, begins, due, by);
        site.verbs()
                .posts()
                .appoint(
                        site.scope(), place(story.into()), secretary(), false, day(story.recordedSecretaryFrom()), due);
        site.verbs()
                .posts()
                .handOver(
                        site.scope(),
                        place(story.merged()),
                        holders(true),
                        day(story.mergedTerm().begins()),
                        day(story.mergedTerm().due()),
                        by);
        for (int i = 0; i < story.leaders().size(); i++) {
            Holder leader =
                    new Holder(Post.LEADER, figure(story.leaders().get(i)).id());
            site.verbs().posts().appoint(site.scope(), group(i + 1), leader, false, begins, null);
        }
    }

    private List<Holder> holders(boolean ofMerged) {
        return story.people().stream()
                .filter(person -> person.merged() == ofMerged && person.posts() != null)
                .flatMap(person -> Objects.requireNonNull(person.posts()).stream()
                        .map(post -> new Holder(post, figure(person.name()).id())))
                .toList();
    }

    private Holder secretary() {
        return holders(false).stream()
                .filter(holder -> holder.post() == Post.SECRETARY)
                .findFirst()
                .orElseThrow();
    }

    private void byElected() {
        Holder holder = new Holder(
                story.byElection().post(), figure(story.byElection().person()).id());
        LocalDate on = day(story.byElection().day());
        site.verbs().posts().appoint(site.scope(), place(story.into()), holder, false, on, day(story.dueOn()));
    }

    private void merged() {
        Because because = Because.on(day(story.mergedOn()));
        site.verbs().reorganizations().merge(site.scope(), place(story.merged()), place(story.into()), because);
    }

    private void grouped() {
        story.people().stream().filter(Person::merged).forEach(person -> {
            Figure figure = figure(person.name());
            Belonging belonging =
                    new Belonging(place(story.into()), group(person.group()), figure.belonging.kind(), List.of());
            ways.pass(figure, belonging, day(story.joinGroupsOn()), null);
        });
    }

    private void corrected() {
        LocalDate wrong = day(story.recordedSecretaryFrom());
        LocalDate right = day(story.electedOn());
        site.verbs()
                .posts()
                .correct(site.scope(), place(story.into()), secretary(), wrong, right, story.correctedReason());
    }

    private void turned(Turn turn) {
        Figure figure = figure(turn.person());
        List<MemberState> states = turn.states() == null ? List.of() : turn.states();
        ways.become(figure, turn.kind(), states, day(turn.day()), turn.reason());
        if (turn.kind() == MemberKind.PROBATIONARY) {
            ways.amend(figure, figure.joined(day(turn.day()), null), turn.reason());
        }
        if (turn.note() != null && turn.until() != null) {
            ways.amend(figure, figure.noted(turn.note().formatted(YearMonth.from(day(turn.until())))), turn.reason());
        }
    }

    private Figure figure(String name) {
        return Objects.requireNonNull(cast.get(name), name);
    }

    private OrganizationId place(String key) {
        return site.place(key);
    }

    private OrganizationId group(int number) {
        return place(Site.groupKey(site.plan().branch(story.into()), number));
    }

    private LocalDate day(LocalDate written) {
        return site.days().of(written);
    }

    private LocalDate beginning() {
        return day(site.world().beginning());
    }
}
