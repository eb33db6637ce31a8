package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.access.Policy;
import org.yijitong.notice.Digest;
import org.yijitong.notice.MailServer;
import org.yijitong.notice.Outbox;
import org.yijitong.notice.WorkingHours;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;
import org.yijitong.shared.Language;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Words;
import org.yijitong.shared.WorkingDays;

/**
 * Reminds those who hold matters, once before each day by which one is due and once after it, in one digest a day. It goes
 * to the post that has the matter, never to others, and no list says who is late.
 */
@Component
public class Reminding {
    /** How many working days before. */
    private static final int AHEAD = 3;

    private final ReminderStore store;
    private final Outbox outbox;
    private final MailServer server;
    private final WorkingHours hours;
    private final WorkingDays workingDays;
    private final Policy policy;
    private final Units units;
    private final Days days;
    private final Words words;

    Reminding(
            ReminderStore store,
            Outbox outbox,
            MailServer server,
            WorkingHours hours,
            WorkingDays workingDays,
            Policy policy,
            Units units,
            Days days,
            MessageSource messages) {
        this.store = store;
        this.outbox = outbox;
        this.server = server;
        this.hours = hours;
        this.workingDays = workingDays;
        this.policy = policy;
        this.units = units;
        this.days = days;
        this.words = new Words(messages, Language.ZH_HANS);
    }

    /**
     * Each hour of the working day: the first round of a day does it, the others find it done. Nothing without a mail
     * server.
     */
    @Scheduled(cron = "0 5 9-17 * * *", zone = "Asia/Shanghai")
    void round() {
        if (server.isSet() && hours.now()) {
            for (UnitId unit : units.all()) {
                remind(unit);
            }
        }
    }

    /** Puts the digests of a unit for today into the outbox, unless they are there already. */
    @Transactional
    public void remind(UnitId unit) {
        outbox.daily(unit, days.today(), () -> digests(unit));
    }

    private List<Digest> digests(UnitId unit) {
        LocalDate until = workingDays.plus(days.today(), AHEAD);
        return store.remind(unit, days.today(), until, policy.rolesOf("matter.act")).stream()
                .map(each -> new Digest(
                        each.accountId(),
                        words.t("matter.remind.subject", each.soon() + each.late()),
                        words.t("matter.remind.body", each.soon(), each.late(), words.longDate(each.first()))))
                .toList();
    }
}
