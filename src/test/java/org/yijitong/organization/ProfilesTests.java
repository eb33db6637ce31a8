package org.yijitong.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.organization.Posts.Holder;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.organization.Warning.Kind;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;

/** What is told of organizations, on any day, and of what was done to them. */
@ProductTest
@Import(SampleUnit.class)
@Transactional
class ProfilesTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Profiles profiles;

    @Autowired
    Histories histories;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    Organizations organizations;

    @Autowired
    Posts posts;

    @Autowired
    Days days;

    private Made made;

    @BeforeEach
    void make() {
        made = sample.make();
    }

    @Test
    void aProfileTellsPeoplePostsAndWhatToMind() {
        Profile third = profile(days.today());
        assertThat(third.state().display()).isEqualTo("第三党支部");
        assertThat(third.census().full()).isEqualTo(8);
        assertThat(third.census().members()).isEqualTo(9);
        assertThat(third.census().total()).isEqualTo(10);
        assertThat(third.above()).extracting(Superior::name).containsExactly("省数字事务厅机关党委");
        assertThat(third.offices()).extracting(TreeRow::name).containsExactly("数据资源处");
        assertThat(third.below()).extracting(TreeRow::name).containsExactly("第一党小组");
        assertThat(third.people()).containsValue(9);
        assertThat(third.held()).hasSize(5);
        assertThat(third.warnings()).extracting(Warning::kind).containsExactly(Kind.POST_LEFT, Kind.TERM_ENDING);
    }

    @Test
    void anEarlierDayShowsWhatWasThen() {
        Profile then = profile(LocalDate.of(2015, 6, 1));
        assertThat(then.state().display()).isEqualTo("信息中心党支部");
        assertThat(then.held()).isEmpty();
        assertThat(then.term()).isNull();
        assertThat(then.state().approvalNumber()).isEqualTo("岭数机党〔2003〕9 号");
        assertThat(profiles.of(made.scope(), made.third(), AsOf.knownNow(LocalDate.of(2000, 1, 1))))
                .isEmpty();
        assertThat(profiles.of(made.scope(), made.third(), AsOf.knownThen(LocalDate.of(2015, 6, 1))))
                .as("recorded only now")
                .isEmpty();
    }

    @Test
    void theTreeSumsPeopleUpwardsAndMarksWhatToMind() {
        Map<String, Profiles.Line> lines = profiles.tree(made.scope(), Tree.PARTY, AsOf.knownNow(days.today())).stream()
                .collect(java.util.stream.Collectors.toMap(line -> line.row().display(), line -> line));
        assertThat(line(lines, "省数字事务厅机关党委").census().members()).isEqualTo(13);
        assertThat(line(lines, "第三党支部").warnings()).hasSize(2);
        assertThat(line(lines, "第一党支部").warnings()).isEmpty();
        assertThat(line(lines, "第二党支部").warnings())
                .extracting(Warning::kind)
                .contains(Kind.TOO_FEW_FULL, Kind.POST_EMPTY, Kind.TERM_UNKNOWN);
        assertThat(line(lines, "第一党小组").census().total()).isEqualTo(9);
        assertThat(profiles.tree(made.scope(), Tree.ADMINISTRATIVE, AsOf.knownNow(days.today())))
                .extracting(line -> line.row().name())
                .containsExactly("省数字事务厅", "数据资源处");
    }

    @Test
    void whatIsOutOfReachDoesNotExist() {
        AsOf now = AsOf.knownNow(days.today());
        assertThat(profiles.tree(made.branch(), Tree.PARTY, now)).hasSize(2);
        assertThatThrownBy(() -> profiles.of(made.branch(), made.other(), now)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> histories.of(made.branch(), made.other(), now, null, 5))
                .isInstanceOf(NotFound.class);
        assertThat(profiles.of(made.branch(), made.third(), now).orElseThrow().above())
                .containsExactly(new Superior(made.unit().rootId(), "省数字事务厅机关党委", false));
    }

    @Test
    void theHistoryGoesOnFromPartToPartAndIncludesPredecessors() {
        LocalDate merged = days.today().minusDays(5);
        reorganizations.merge(made.scope(), made.small(), made.third(), Because.on(merged));
        AsOf now = AsOf.knownNow(days.today());
        History whole = histories.of(made.scope(), made.third(), now, null, 100);
        assertThat(whole.entries())
                .extracting(History.Entry::kind)
                .contains(ChangeKind.ABSORBED, ChangeKind.MERGED, ChangeKind.CORRECTED, ChangeKind.HANDED_OVER);
        assertThat(whole.name(made.small().toString())).isEqualTo("第二党支部");
        assertThat(histories.count(made.scope(), made.third(), now))
                .isEqualTo(whole.entries().size());
        History part = histories.of(made.scope(), made.third(), now, null, 1);
        List<History.Entry> gathered = new java.util.ArrayList<>(part.entries());
        while (part.next() != null) {
            part = histories.of(made.scope(), made.third(), now, part.next(), 1);
            gathered.addAll(part.entries());
        }
        assertThat(gathered).isEqualTo(whole.entries());
        assertThatThrownBy(() -> histories.of(made.scope(), made.third(), now, "x", 5))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoLookedBeforeTheLastChangeIsTold() {
        String seen = histories.seen(made.scope(), made.third());
        histories.refuseIfChangedSince(made.scope(), made.third(), seen);
        organizations.rename(made.scope(), made.third(), "新名", null, Because.on(days.today()));
        assertThatThrownBy(() -> histories.refuseIfChangedSince(made.scope(), made.third(), seen))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTermBeginsOnceAndNobodyFromElsewhereIsElected() {
        LocalDate today = days.today();
        List<Holder> none = List.of();
        posts.handOver(made.scope(), made.third(), none, today, today.plusYears(3), null);
        assertThatThrownBy(() -> posts.handOver(made.scope(), made.third(), none, today, today.plusYears(3), null))
                .isInstanceOf(Refused.class);
        Made foreign = sample.make();
        Holder stranger = new Holder(Post.SECRETARY, foreign.person("林若川"));
        assertThatThrownBy(() -> posts.appoint(made.scope(), made.third(), stranger, false, today, null))
                .isInstanceOf(NotFound.class);
    }

    private static Profiles.Line line(Map<String, Profiles.Line> lines, String name) {
        return java.util.Objects.requireNonNull(lines.get(name));
    }

    private Profile profile(LocalDate on) {
        return profiles.of(made.scope(), made.third(), AsOf.knownNow(on)).orElseThrow();
    }
}
