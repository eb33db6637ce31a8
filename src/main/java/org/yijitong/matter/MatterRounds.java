package org.yijitong.matter;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Units;
import org.yijitong.shared.UnitId;

/** Each day when it has begun: posts that begin or end on it, calendars that became known. */
@Component
class MatterRounds {
    private final Units units;
    private final Handovers handovers;

    MatterRounds(Units units, Handovers handovers) {
        this.units = units;
        this.handovers = handovers;
    }

    @Scheduled(cron = "25 0 0 * * *", zone = "Asia/Shanghai")
    void handOver() {
        for (UnitId unit : units.all()) {
            handovers.keepUp(unit);
            handovers.reckon(unit);
        }
    }
}
