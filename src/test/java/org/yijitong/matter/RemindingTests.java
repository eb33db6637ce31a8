package org.yijitong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;

/** Reminding where no mail server is set: what nobody is told is not noted as told. The rest: PostmanTests. */
class RemindingTests extends MatterDesk {
    @Autowired
    Reminding reminding;

    @Test
    void withoutAMailServerNothingIsWritten() {
        assigned();
        LocalDate monday = LocalDate.of(2027, 1, 4);
        Moment.at(monday.atTime(9, 5).atZone(Days.SHANGHAI).toInstant(), new Random(7), reminding::round);
        assertThat(probe.reminded(office)).isZero();
    }
}
