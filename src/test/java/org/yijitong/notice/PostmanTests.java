package org.yijitong.notice;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.yijitong.ProductTest;
import org.yijitong.access.Accounts;
import org.yijitong.access.Grant;
import org.yijitong.access.World;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Reminding;
import org.yijitong.organization.SampleUnit;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.Days;
import org.yijitong.shared.Moment;

/** Digests on their way through a real mail server, and what happens to them when it or we fall over. */
@ProductTest
@Import(SampleUnit.class)
class PostmanTests {
    /** A Monday and the days after it, all working days. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @Autowired
    SampleUnit sample;

    @Autowired
    Accounts accounts;

    @Autowired
    Matters matters;

    @Autowired
    Reminding reminding;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Postman postman;

    @Autowired
    JdbcClient database;

    private SampleUnit.Made made;
    private UUID account;
    private SmallMailServer server;
    private JavaMailSenderImpl sender;

    @BeforeEach
    void make() {
        made = sample.make();
        server = new SmallMailServer();
        sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.port());
        String name = "mail" + UUID.randomUUID().toString().substring(0, 12);
        account = accounts.create(
                name,
                "林若川",
                World.PASSWORD,
                List.of(new Grant(
                        "secretary", made.unit().unitId(), made.third().value())));
        mailboxes.set(account, "lin@example.gov.cn");
        at(MONDAY.atTime(8, 0), () -> begin(MONDAY.plusDays(1)));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void begin(LocalDate due) {
        matters.begin(
                made.branch(),
                made.third(),
                new Beginning(
                        "first-item-measures",
                        "不该出门的题目",
                        null,
                        Map.of("studied", "讲话", "measure", "调研", "due", due.toString()),
                        Map.of("responsible", made.third())));
    }

    private static void at(LocalDateTime moment, Runnable work) {
        Moment.at(
                moment.atZone(Days.SHANGHAI).toInstant(),
                new Random(UUID.randomUUID().getLeastSignificantBits()),
                work);
    }

    private void round(LocalDateTime moment) {
        at(moment, () -> {
            reminding.remind(made.unit().unitId());
            postman.send(made.unit().unitId(), sender, "yijitong@example.gov.cn");
        });
    }

    @Test
    void oneDigestADayOnceBeforeAndOnceAfterTheDay() {
        round(MONDAY.atTime(9, 5));
        round(MONDAY.atTime(10, 5));
        at(MONDAY.atTime(10, 30), () -> begin(MONDAY.plusDays(1)));
        round(MONDAY.atTime(11, 5));
        assertThat(server.messages())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail).contains("To: lin@example.gov.cn").doesNotContain("不该出门"));
        round(MONDAY.plusDays(1).atTime(9, 5));
        assertThat(server.messages()).hasSize(2);
        round(MONDAY.plusDays(2).atTime(9, 5));
        assertThat(server.messages()).hasSize(3);
        round(MONDAY.plusDays(3).atTime(9, 5));
        round(MONDAY.plusDays(4).atTime(9, 5));
        assertThat(server.messages()).hasSize(3);
    }

    private static List<String> logged(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(Postman.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        try {
            work.run();
        } finally {
            logger.detachAppender(seen);
        }
        return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aClockThatIsPutBackAndForwardSendsNothingAgain() {
        round(MONDAY.plusDays(1).atTime(9, 5));
        round(MONDAY.atTime(9, 5));
        round(MONDAY.atTime(17, 0));
        round(MONDAY.plusDays(1).atTime(9, 6));
        assertThat(server.messages()).hasSize(1);
        round(MONDAY.plusDays(2).atTime(9, 5));
        round(MONDAY.plusDays(1).atTime(9, 5));
        round(MONDAY.plusDays(2).atTime(9, 5));
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void severalServersAtOnceSendEachTheirMailOnce() {
        for (int i = 0; i < 9; i++) {
            UUID other = accounts.create(
                    "mail" + UUID.randomUUID().toString().substring(0, 12),
                    "陆知行",
                    World.PASSWORD,
                    List.of(new Grant(
                            "secretary", made.unit().unitId(), made.third().value())));
            mailboxes.set(other, "lu" + i + "@example.gov.cn");
        }
        Callable<Boolean> one = () -> {
            round(MONDAY.atTime(9, 5));
            return true;
        };
        AtOnce.all(Collections.nCopies(6, one));
        assertThat(server.messages()).hasSize(10);
        assertThat(server.messages().stream().map(mail -> mail.replaceFirst("(?s).*?\nTo: ([^\n]*).*", "$1")))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingLeavesOutsideWorkingHours() {
        at(MONDAY.atTime(8, 30), () -> reminding.remind(made.unit().unitId()));
        at(MONDAY.atTime(8, 30), () -> postman.send(made.unit().unitId(), sender, "yijitong@example.gov.cn"));
        at(MONDAY.atTime(18, 0), () -> postman.send(made.unit().unitId(), sender, "yijitong@example.gov.cn"));
        at(
                MONDAY.plusDays(5).atTime(10, 0),
                () -> postman.send(made.unit().unitId(), sender, "yijitong@example.gov.cn"));
        assertThat(server.messages()).isEmpty();
        round(MONDAY.atTime(9, 5));
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void whatTheServerRefusesIsTriedAgainLaterAndComesOnce() {
        server.mood(SmallMailServer.Mood.REFUSES);
        List<String> log = logged(() -> round(MONDAY.atTime(9, 5)));
        assertThat(log).singleElement().asString().contains("451").doesNotContain("lin@example");
        server.mood(SmallMailServer.Mood.TAKES);
        round(MONDAY.atTime(9, 6));
        assertThat(server.messages()).isEmpty();
        round(MONDAY.atTime(9, 30));
        round(MONDAY.atTime(17, 0));
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void whatWasNotTakenOnItsDayIsNotSentOnTheNext() {
        server.mood(SmallMailServer.Mood.REFUSES);
        round(MONDAY.atTime(17, 50));
        server.mood(SmallMailServer.Mood.TAKES);
        round(MONDAY.plusDays(1).atTime(9, 5));
        round(MONDAY.plusDays(1).atTime(17, 0));
        assertThat(server.messages()).isEmpty();
        round(MONDAY.plusDays(2).atTime(9, 5));
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void whoseAccountIsDisabledGetsNoMail() {
        accounts.suspend(made.scope(), account);
        round(MONDAY.atTime(9, 5));
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void whosePostEndedGetsNoMailFromThatDayOn() {
        database.sql("UPDATE access.grants SET valid_to = ? WHERE account_id = ?")
                .params(MONDAY, account)
                .update();
        round(MONDAY.atTime(9, 5));
        assertThat(server.messages()).isEmpty();
    }

    @Test
    void aServerThatCannotBeReachedIsTriedAgain() {
        int port = sender.getPort();
        sender.setPort(1);
        round(MONDAY.atTime(9, 5));
        sender.setPort(port);
        round(MONDAY.atTime(9, 30));
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void whenNobodyKnowsWhetherItWasTakenItIsNotSentAgain() {
        server.mood(SmallMailServer.Mood.DIES);
        round(MONDAY.atTime(9, 5));
        server.mood(SmallMailServer.Mood.TAKES);
        round(MONDAY.atTime(9, 30));
        round(MONDAY.atTime(17, 0));
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void afterACrashBetweenTakingAndSendingNothingComesTwice() {
        at(MONDAY.atTime(9, 5), () -> {
            reminding.remind(made.unit().unitId());
            assertThat(postman.take(made.unit().unitId())).hasSize(1);
        });
        round(MONDAY.atTime(9, 30));
        round(MONDAY.atTime(17, 0));
        assertThat(server.messages()).isEmpty();
        round(MONDAY.plusDays(2).atTime(9, 5));
        assertThat(server.messages()).hasSize(1);
    }
}
