package org.yijitong.matter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;
import static org.yijitong.access.web.Browser.status;
import static org.yijitong.access.web.Browser.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.matter.Act;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.door.Asking;
import org.yijitong.matter.door.Contact;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.matter.door.Doors;
import org.yijitong.matter.door.Progress;
import org.yijitong.matter.hotline.HotlineFigures;
import org.yijitong.matter.hotline.HotlineFigures.Figure;
import org.yijitong.matter.hotline.HotlineFigures.Row;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;

/** What anybody may know of a hotline: counted honestly, and so that nobody is recognised. */
class HotlineFiguresTests extends DoorDesk {
    private static final Instant FEBRUARY = Instant.parse("2027-02-05T02:00:00Z");

    @Autowired
    Doors doors;

    @Autowired
    Progress progress;

    @Autowired
    Matters matters;

    @Autowired
    HotlineFigures figures;

    private final Random random = new Random(7);
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private int made1;
    private @Nullable MatterId unsatisfied;

    @BeforeAll
    void ayear() {
        for (int i = 0; i < 8; i++) {
            String verdict = i < 2 ? "unsatisfied" : "satisfied";
            at("2026-12-%02dT02:00:00Z".formatted(1 + i), () -> answered("place", false, verdict));
        }
        for (int i = 0; i < 5; i++) {
            at("2026-12-1%dT02:00:00Z".formatted(i), () -> answered("service", true, "satisfied"));
        }
        for (int i = 0; i < 6; i++) {
            at("2026-12-2%dT02:00:00Z".formatted(i), () -> outside("law"));
        }
        for (int i = 0; i < 2; i++) {
            at("2027-01-0%dT02:00:00Z".formatted(1 + i), () -> answered("place", false, "satisfied"));
        }
    }

    private void at(String moment, Runnable work) {
        Moment.at(Instant.parse(moment), random, work);
    }

    private Scope scope(UUID account) {
        return new Scope(account, made.unit().unitId(), made.unit().rootId().value());
    }

    private String called(Map<String, String> answers) {
        return doors.ask(new Asking(
                DoorKind.HOTLINE, made.unit().unitId(), null, "", answers, Contact.NONE, null, "figures-" + made1++));
    }

    private MatterId newestId() {
        return new MatterId(probe.newest(made.unit().unitId()));
    }

    private void act(Scope scope, MatterId id, int revision, String step, Map<String, String> answers) {
        matters.step(
                scope,
                id,
                new Act(
                        revision,
                        step,
                        answers,
                        step.equals("dispatch") ? Map.of("responsible", made.third()) : Map.of(),
                        step + revision));
    }

    private void answered(String kind, boolean late, String verdict) {
        String code = called(Map.of("what", "说件事", "kind", kind));
        MatterId id = newestId();
        Scope third = new Scope(other, made.unit().unitId(), made.third().value());
        LocalDate due = late ? days.today().minusDays(1) : days.today().plusDays(3);
        act(scope(one), id, 1, "dispatch", Map.of("due", due.toString()));
        act(third, id, 2, "answer", Map.of("reply", "办了"));
        act(scope(one), id, 3, "send", Map.of());
        if (verdict.equals("unsatisfied")) {
            unsatisfied = id;
        }
        Map<String, String> why = verdict.equals("unsatisfied") ? Map.of("why-not", "没办好") : Map.of();
        progress.say(code, new Act(4, verdict, why, Map.of(), "said"));
    }

    private void outside(String rule) {
        called(Map.of("what", "不归你们管的事", "kind", "policy"));
        MatterId id = newestId();
        act(scope(one), id, 1, "outside", Map.of("rule", rule, "whom", "信访局"));
        act(scope(other), id, 2, "agree", Map.of());
    }

    private HotlineFigures.Year year() {
        HotlineFigures.Year[] found = new HotlineFigures.Year[1];
        Moment.at(FEBRUARY, random, () -> found[0] = figures.of(made.unit().unitId(), 2026));
        return found[0];
    }

    private static Row kind(HotlineFigures.Year year, String id) {
        return year.kinds().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCallIsCountedAsReceivedAndWhatIsNotOursStaysAmongThem() {
        HotlineFigures.Year year = year();
        assertThat(year.until()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(year.whole().counts().get(Figure.RECEIVED)).isEqualTo(19L);
        assertThat(year.months().get(11).counts().get(Figure.RECEIVED)).isEqualTo(19L);
        assertThat(year.months().get(0).counts().get(Figure.RECEIVED)).isZero();
        assertThat(kind(year, "service").counts().get(Figure.TIMELY)).isZero();
        assertThat(kind(year, "place").counts().get(Figure.TIMELY)).isEqualTo(8L);
        assertThat(year.rules().get("law"))
                .isEqualTo(kind(year, "policy").counts().get(Figure.OUTSIDE));
    }

    @Test
    void fewerThanFiveAreNotShownNorWhatTellsThem() {
        HotlineFigures.Year year = year();
        assertThat(kind(year, "place").counts().get(Figure.UNSATISFIED)).isNull();
        assertThat(kind(year, "place").counts().get(Figure.SATISFIED)).isNull();
        assertThat(year.whole().counts().get(Figure.REOPENED)).isNull();
        assertThat(year.whole().counts().get(Figure.UNSATISFIED)).isNull();
    }

    @Test
    void aQuarterIsCountedAMonthAfterItsEnd() {
        for (String before : List.of("2026-12-28T02:00:00Z", "2027-01-31T15:00:00Z")) {
            at(
                    before,
                    () -> assertThat(figures.of(made.unit().unitId(), 2026)
                                    .whole()
                                    .counts()
                                    .get(Figure.RECEIVED))
                            .isZero());
        }
        at(
                "2027-01-31T16:00:00Z",
                () -> assertThat(year().months().get(11).counts().get(Figure.RECEIVED))
                        .isEqualTo(19L));
        at("2027-04-30T15:00:00Z", () -> assertThat(figures.last()).isEqualTo(2026));
        at("2027-04-30T16:00:00Z", () -> assertThat(figures.last()).isEqualTo(2027));
    }

    /** Else the difference would be what became of one call. */
    @Test
    void whatWasPublishedStaysWhateverIsSaidLater() {
        HotlineFigures.Year before = year();
        MatterId once = Objects.requireNonNull(unsatisfied);
        Scope third = new Scope(other, made.unit().unitId(), made.third().value());
        at("2027-03-01T02:00:00Z", () -> {
            String due = days.today().plusDays(3).toString();
            Map<String, OrganizationId> whom = Map.of("responsible", made.third());
            matters.step(scope(one), once, new Act(5, "redispatch", Map.of("due", due), whom, "once-more"));
            act(third, once, 6, "answer", Map.of("reply", "办好了"));
            act(scope(one), once, 7, "send", Map.of());
            act(scope(one), once, 8, "unreached", Map.of("tried", "打了两次，没有接"));
        });
        at(
                "2027-05-03T02:00:00Z",
                () -> assertThat(figures.of(made.unit().unitId(), 2026)).isEqualTo(before));
    }

    @Test
    void aYearWithTooFewCallsSaysSoInASentence() {
        at("2027-05-03T02:00:00Z", () -> {
            String at = "/hotline/figures?year=2027&unit=" + made.unit().unitId();
            assertThat(page(stranger.get(at)).select("main").text())
                    .contains("这一年来电太少", "怎么数的")
                    .doesNotContain("合计", "应走信访");
        });
    }

    @Test
    void anybodyReadsThemAsAPageAFileAndByAProgram() {
        assertThat(page(stranger.get("/hotline")).select("a[href=/hotline/figures]"))
                .hasSize(1);
        String at = "?unit=" + made.unit().unitId() + "&year=2026";
        Moment.at(FEBRUARY, random, () -> {
            Document shown = page(stranger.get("/hotline/figures" + at));
            assertThat(shown.select("main").text()).contains("12 月", "设施环境", "应走信访、复议、诉讼、纪检渠道", "不显示", "怎么数的");
            assertThat(shown.select("th:containsOwn(12 月) + td").text()).isEqualTo("19");
            assertThat(shown.select("th:containsOwn(11 月)")).isEmpty();
            assertThat(page(stranger.get("/hotline/figures?year=2025&unit="
                                    + made.unit().unitId()))
                            .select("main")
                            .text())
                    .contains("这一年还没有来电");
            assertThat(text(stranger.get("/hotline/figures.csv" + at))).contains("设施环境", "不显示", "19");
            assertThat(text(stranger.get("/api/v1/hotline/figures" + at)))
                    .contains("\"received\":19", "\"reopened\":null", "\"how\":{\"received\":\"");
        });
    }

    @Test
    void anotherUnitAnotherYearAndWhatIsNoneAreNotThere() {
        String unit = made.unit().unitId().toString();
        assertThat(status(stranger.get("/hotline/figures?unit=" + UUID.randomUUID())))
                .isEqualTo(404);
        assertThat(status(stranger.get("/hotline/figures?unit=nothing"))).isEqualTo(404);
        assertThat(status(stranger.get("/hotline/figures?unit=" + unit + "&year=2090")))
                .isEqualTo(404);
        assertThat(status(stranger.get("/hotline/figures?unit=" + unit + "&year=x")))
                .isEqualTo(400);
        assertThat(status(stranger.get("/api/v1/hotline/figures?unit=" + unit + "&year=1900")))
                .isEqualTo(404);
    }
}
