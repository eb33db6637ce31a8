package org.yijitong.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.notice.OutboxStore.Due;
import org.yijitong.notice.OutboxStore.Outcome;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/**
 * Carries digests to the mail server. That one is being sent is stored before it is; what came of it after. Only when the
 * server was not reached or said no is it tried again, at most six times, ever later, and only on its day: the next day has
 * a digest of its own.
 */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_A_TIME = 50;
    private static final int MOST_ATTEMPTS = 6;
    private static final int FIRST_REFUSAL = 400;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

    private final OutboxStore store;
    private final Mailboxes mailboxes;
    private final Units units;
    private final WorkingHours hours;
    private final MailServer server;
    private final TransactionOperations transaction;
    private final Days days;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();

    Postman(
            OutboxStore store,
            Mailboxes mailboxes,
            Units units,
            WorkingHours hours,
            MailServer server,
            TransactionOperations transaction,
            Days days,
            Clock clock) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.units = units;
        this.hours = hours;
        this.server = server;
        this.transaction = transaction;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Each minute, unless the last round still waits for the mail server; nothing when none is set. Not with a fixed delay:
     * all of those share one thread, on which the log is signed, too.
     */
    @Scheduled(fixedRateString = "${yijitong.mail.pause:PT1M}", initialDelayString = "${yijitong.mail.pause:PT1M}")
    void round() {
        MailSender through = server.sender().orElse(null);
        if (through == null) {
            return;
        }
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (UnitId unit : units.all()) {
                send(unit, through, server.from());
            }
        } finally {
            busy.set(false);
        }
    }

    /** What is due in a unit, in working hours. */
    void send(UnitId unit, MailSender through, String sentFrom) {
        if (hours.now()) {
            take(unit).forEach(due -> send(unit, through, sentFrom, due));
        }
    }

    List<Due> take(UnitId unit) {
        List<Due> taken = transaction.execute(_ -> {
            store.fail(unit, days.today());
            return store.take(unit, days.today(), clock.instant(), AT_A_TIME);
        });
        return taken;
    }

    private void send(UnitId unit, MailSender through, String sentFrom, Due due) {
        Outcome outcome = mailboxes
                .of(due.accountId())
                .map(address -> delivered(through, message(sentFrom, address, due)))
                .orElse(Outcome.FAILED);
        boolean enough = outcome == Outcome.WAITING && due.attempts() >= MOST_ATTEMPTS;
        Instant next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(due.attempts(), MOST_ATTEMPTS)));
        transaction.executeWithoutResult(
                _ -> store.leave(unit, due.noticeId(), enough ? Outcome.FAILED : outcome, next));
    }

    private static SimpleMailMessage message(String sentFrom, String address, Due due) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(sentFrom);
        message.setTo(address);
        message.setSubject(due.subject());
        message.setText(due.body());
        return message;
    }

    /**
     * Whether the server has it for certain not: it was not reached, or it said no (RFC 5321, section 4.2.1) to the message
     * or to the address. One that went away says nothing, and has it or not.
     */
    private static boolean untaken(Exception refused) {
        return switch (refused) {
            case MailConnectException _ -> true;
            case SMTPSendFailedException said -> said.getReturnCode() >= FIRST_REFUSAL;
            case SendFailedException _ -> true;
            default -> false;
        };
    }

    /** What may stand in the log: a server's words repeat the address they are about. */
    private static String brief(Exception refused) {
        int code = refused instanceof SMTPSendFailedException said ? said.getReturnCode() : 0;
        if (refused instanceof MessagingException first
                && first.getNextException() instanceof SMTPAddressFailedException said) {
            code = said.getReturnCode();
        }
        return refused.getClass().getSimpleName() + (code == 0 ? "" : " " + code);
    }

    private static Outcome delivered(MailSender through, SimpleMailMessage message) {
        try {
            through.send(message);
            return Outcome.SENT;
        } catch (MailSendException refused) {
            LOG.warn(
                    "a digest was not taken: {}",
                    Stream.of(refused.getMessageExceptions())
                            .map(Postman::brief)
                            .toList());
            return Stream.of(refused.getMessageExceptions()).allMatch(Postman::untaken)
                    ? Outcome.WAITING
                    : Outcome.UNKNOWN;
        } catch (MailException barred) {
            LOG.warn("the mail server lets nobody in: {}", barred.getClass().getSimpleName());
            return Outcome.WAITING;
        }
    }
}
