package org.yijitong.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.yijitong.audit.AuditParts;
import org.yijitong.audit.Erasures;
import org.yijitong.audit.Erasures.Erasure;
import org.yijitong.notice.MailboxParts;
import org.yijitong.notice.Mailboxes;
import org.yijitong.organization.LeaverParts;
import org.yijitong.organization.Leavers;
import org.yijitong.shared.Keys;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

/** After a restore: what was erased since the backup is erased again. */
class ErasedAgain {
    private static final int AT_ONCE = 200;
    /** An erasure may have been under way when the backup began, on a machine with another clock; twice does no harm. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Leavers leavers;
    private final Mailboxes mailboxes;

    ErasedAgain(Leavers leavers, Mailboxes mailboxes) {
        this.leavers = leavers;
        this.mailboxes = mailboxes;
    }

    /**
     * Erases.
     *
     * @param since the moment of the backup; what was erased before it is not in it, and what came after that may be kept
     * @return of how many people and accounts there was anything
     */
    int run(List<Erasure> erasures, Instant since) {
        Map<UUID, List<UUID>> people = new HashMap<>();
        int done = 0;
        for (Erasure each : erasures) {
            UUID unit = each.unit();
            if (each.at().isBefore(since.minus(OVERLAP))) {
                continue;
            }
            if (unit != null) {
                people.computeIfAbsent(unit, _ -> new ArrayList<>()).add(each.subject());
            } else if (mailboxes.of(each.subject()).isPresent()) {
                mailboxes.remove(each.subject());
                done++;
            }
        }
        for (var each : people.entrySet()) {
            List<UUID> all = each.getValue().stream().distinct().toList();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                done += leavers.forgetAgain(new UnitId(each.getKey()), some);
            }
        }
        return done;
    }

    @Import({
        Keys.class,
        Uuid7.class,
        AuditParts.class,
        Erasures.class,
        LeaverParts.class,
        MailboxParts.class,
        ErasedAgain.class
    })
    static class Parts {
        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }
}
