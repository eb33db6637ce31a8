package org.yijitong.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.access.web.Browser;
import org.yijitong.organization.SampleUnit;
import org.yijitong.personal.NoticeChanges.Line;
import org.yijitong.shared.Days;
import tools.jackson.databind.json.JsonMapper;

/** Whoever was told what is held on them is told what changed. */
@ProductTest
@Import(SampleUnit.class)
@Transactional
class NoticeChangesTests {
    @Autowired
    NoticeChanges changes;

    @Autowired
    NoticeVersionStore store;

    @Autowired
    Register register;

    @Autowired
    SampleUnit sample;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    Days days;

    @Autowired
    MockMvcTester mvc;

    /** As a release left it that held less, held one thing for longer, and held what is held no more. */
    private void toldOtherwise() {
        List<Line> before = new ArrayList<>(
                register.personal().values().stream().map(Line::of).toList());
        before.removeFirst();
        Line second = before.removeFirst();
        before.add(
                new Line(second.table(), second.means(), second.purpose(), second.basis(), "永久", second.sensitive()));
        before.add(new Line("x.gone", "以前存的", "不知道", "无", "永久", List.of()));
        store.add(clock.instant(), json.writeValueAsString(before));
    }

    @Test
    void aStartThatSaysTheSameNotesNothing() {
        changes.note();
        changes.note();
        assertThat(store.latest(3)).hasSize(1);
        assertThat(changes.latest()).isEmpty();
        assertThat(changes.since(sample.make().scope())).isEmpty();
    }

    @Test
    void whatIsHeldNewlyOtherwiseOrNoMoreIsNamed() {
        toldOtherwise();
        changes.note();
        List<PersonalTable> tables = List.copyOf(register.personal().values());
        NoticeChanges.Changed changed = changes.latest().orElseThrow();
        assertThat(changed.since()).isEqualTo(days.today());
        assertThat(changed.fresh())
                .extracting(Line::table)
                .containsExactly(tables.get(0).name());
        assertThat(changed.altered())
                .extracting(Line::table)
                .containsExactly(tables.get(1).name());
        assertThat(changed.gone()).extracting(Line::means).containsExactly("以前存的");
        assertThat(changes.since(sample.make().scope())).contains(days.today());
    }

    @Test
    void theNoticeSaysWhatChanged() {
        sample.make();
        assertThat(notice()).doesNotContain("起的变动");
        toldOtherwise();
        changes.note();
        String first = register.personal().values().iterator().next().means();
        assertThat(notice()).contains("起的变动", "现在也存：" + first, "不再存：以前存的");
    }

    private String notice() {
        return Browser.page(new Browser(mvc).get("/privacy")).select("main").text();
    }
}
