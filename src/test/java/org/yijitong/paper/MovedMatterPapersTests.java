package org.yijitong.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yijitong.access.web.Browser.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Migration;
import org.yijitong.matter.Migrations;
import org.yijitong.overview.OverviewDesk;
import org.yijitong.shared.Days;
import org.yijitong.shared.Language;
import org.yijitong.shared.Moment;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/** What a matter said under a version of its flow, once it stands under another one. */
class MovedMatterPapersTests extends OverviewDesk {
    @Autowired
    private Matters matters;

    @Autowired
    private Migrations migrations;

    @Autowired
    private MatterPapers papers;

    @Autowired
    private MessageSource messages;

    /** Its second version asks by the roster what its first one asked in words. */
    @Test
    void whatWasSaidAtTheBeginningIsReadAfterItsFlowAsksForSomethingElse() {
        Map<String, String> said = Map.of("who", "唐予安，正式党员", "to", "省档案中心第二党支部", "paid", "2026 年 9 月");
        Beginning beginning = new Beginning(
                "membership-transfer",
                "转出",
                null,
                said,
                Map.of("committee", made.unit().rootId()));
        Scope branch =
                new Scope(UUID.randomUUID(), made.unit().unitId(), made.third().value());
        List<MatterId> begun = new ArrayList<>();
        Moment.at(
                LocalDate.of(2026, 10, 20).atTime(10, 0).atZone(Days.SHANGHAI).toInstant(),
                new Random(1),
                () -> begun.add(matters.begin(branch, made.third(), beginning)));
        MatterId id = begun.getFirst();
        UUID proposal = migrations.propose(made.scope(), new Migration("membership-transfer", 1, 2, Map.of()));
        migrations.end(
                new Scope(UUID.randomUUID(), made.scope().unit(), made.scope().top()), proposal, true);
        assertThat(page(officer.get(base + "/matters/" + id)).select(".tline").text())
                .contains("唐予安，正式党员", "省档案中心第二党支部");
        assertThat(papers.of(made.scope(), id, "assignment", new Words(messages, Language.ZH_HANS))
                        .values())
                .hasEntrySatisfying("cause", cause -> assertThat(cause).contains("唐予安，正式党员", "2026 年 9 月"));
    }
}
