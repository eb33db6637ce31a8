package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RecordLine;
import org.yijitong.activity.imports.ImportedLedgers;
import org.yijitong.activity.imports.LedgerDesk;
import org.yijitong.activity.imports.LedgerImport;
import org.yijitong.activity.imports.Resting;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Refused;

/** A ledger is not taken back as a whole while a matter follows what one of its records decided. */
class FollowedLedgerTests extends MatterDesk {
    @Autowired
    Sources sources;

    @Autowired
    LedgerDesk desk;

    @Autowired
    ImportedLedgers ledgers;

    @Autowired
    Archives archives;

    private UUID imported() {
        byte[] file =
                ("日期,类型,内容\n" + today + ",支委会,接着办的会\n" + today + ",主题党日,没人接着办的\n").getBytes(StandardCharsets.UTF_8);
        UUID id = desk.begin(office, new OrganizationId(office.top()), "台账.csv", file, "2026");
        desk.write(office, id);
        await().atMost(60, TimeUnit.SECONDS).until(() -> desk.find(office, id).state() != LedgerImport.State.WRITING);
        return id;
    }

    @Test
    void whatAMatterFollowsStandsInTheWay() {
        UUID ledger = imported();
        assertThat(ledgers.resting(office, ledger, 10)).isEmpty();
        RecordId record = archives.page(office, RecordFilter.imported(ledger), "", 10).lines().stream()
                .filter(line -> line.title().equals("接着办的会"))
                .map(RecordLine::recordId)
                .findFirst()
                .orElseThrow();
        sources.link(office, begun(), sources.decided(office, record.value(), 0));
        assertThat(ledgers.resting(office, ledger, 10)).singleElement().satisfies(resting -> {
            assertThat(resting.recordId()).isEqualTo(record);
            assertThat(resting.on()).isEqualTo(Resting.On.FOLLOWED);
            assertThat(resting.all()).isEqualTo(1);
        });
        assertThatThrownBy(() -> ledgers.undo(office, ledger, "导错了"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("接着办的会");
        assertThat(ledgers.standing(office, ledger)).isEqualTo(2);
    }
}
