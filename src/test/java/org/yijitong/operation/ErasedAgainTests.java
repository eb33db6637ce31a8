package org.yijitong.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.yijitong.ProductTest;
import org.yijitong.audit.Erasures;
import org.yijitong.notice.Mailboxes;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.Launch;
import org.yijitong.organization.Belonging;
import org.yijitong.organization.Identities;
import org.yijitong.organization.Leavers;
import org.yijitong.organization.Leaving;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.People;
import org.yijitong.organization.PersonDetails;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.Sex;
import org.yijitong.organization.Sphere;
import org.yijitong.shared.Days;

/** A backup from before an erasure is restored: what was erased stays erased, by the file that lies outside the database. */
@ProductTest
@Import(SampleUnit.class)
@Timeout(600)
class ErasedAgainTests {
    private static final String PASSPHRASE = "野火烧不尽，春风吹又生";
    private static final UUID HOLDER = UUID.randomUUID();

    @Autowired
    SampleUnit sample;

    @Autowired
    People people;

    @Autowired
    Identities identities;

    @Autowired
    Leavers leavers;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Days days;

    @Autowired
    Environment properties;

    @TempDir
    Path folder;

    @Test
    void whatWasErasedSinceTheBackupIsErasedAgain() throws Exception {
        SampleUnit.Made made = sample.make();
        PersonId gone = person(made, "贺兰亭");
        PersonId stays = person(made, "钟毓");
        identities.keep(made.scope(), gone, "990104199003079991");
        people.leave(made.scope(), gone, Leaving.TRANSFER, days.today(), null);
        mailboxes.set(HOLDER, "holder@example.cn");
        Path backup = folder.resolve("before.backup");
        CommandRun.said(source(), "backup", backup.toString(), "--data", property("yijitong.data"));

        LocalDate later = days.today().plusYears(2);
        assertThat(leavers.forget(made.unit().unitId(), later, later, 200)).isEqualTo(1);
        mailboxes.remove(HOLDER);
        Path list = Path.of(property("yijitong.data"), "audit", "erasures.txt");
        assertThat(Files.readString(list))
                .contains(gone.toString(), HOLDER.toString())
                .doesNotContain("贺兰亭");

        Path there = folder.resolve("there");
        assertThat(restored(backup, there, list)).contains("\nerased again: what was held on 2 people and accounts\n");
        onlyTheErasedIsGone(there, gone, stays);
        assertThat(Files.readString(there.resolve("audit/erasures.txt"))).contains(gone.toString());
        String whole = CommandRun.said(Map.of(), "verify-audit", "--data", there.toString());
        assertThat(whole).contains(": whole\n");
    }

    private static void onlyTheErasedIsGone(Path there, PersonId gone, PersonId stays) throws SQLException {
        Launch launch = Launch.of(there, there.resolve("secrets"), System.getenv());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(launch);
                Connection connection = server.server().connect("yijitong")) {
            assertThat(ask(
                            connection,
                            "SELECT name || coalesce(phone, '-') FROM organization.people WHERE person_id = '" + gone
                                    + "'"))
                    .containsExactly("贺兰亭-");
            assertThat(ask(connection, "SELECT phone FROM organization.people WHERE person_id = '" + stays + "'"))
                    .containsExactly("13900001234");
            assertThat(ask(connection, "SELECT 1 FROM organization.identity_numbers WHERE person_id = '" + gone + "'"))
                    .isEmpty();
            assertThat(ask(connection, "SELECT 1 FROM notice.mailboxes WHERE account_id = '" + HOLDER + "'"))
                    .isEmpty();
            assertThat(ask(
                            connection,
                            "SELECT action FROM audit.entries WHERE detail IS NOT NULL AND subject_id = '" + gone
                                    + "' AND action NOT IN ('entries.erased', 'person.forgotten')"))
                    .isEmpty();
        }
    }

    @Test
    void aListThatIsNoneIsRefusedBeforeAnythingIsMade() throws Exception {
        Path file = Files.writeString(folder.resolve("list.txt"), "林若川\n");
        Path backup = Files.writeString(folder.resolve("some.backup"), "x");
        assertThat(CommandRun.refused(
                        Map.of("YIJITONG_BACKUP_PASSPHRASE", PASSPHRASE),
                        "restore",
                        backup.toString(),
                        "--data",
                        folder.resolve("there").toString(),
                        "--erasures",
                        file.toString()))
                .endsWith("list.txt does not say what was erased: line 1 is no line of a log");
        Files.writeString(file, "-\tx\t2026\t-\tperson.forgotten\tperson\ty\t-\n");
        assertThatThrownBy(() -> Erasures.read(file)).hasMessage("line 1 has no ids or no moment");
        Files.writeString(file, "-\t-\t" + Instant.now() + "\t-\trecord.made\trecord\t-\t-\n");
        assertThat(Erasures.read(file)).isEmpty();
    }

    private PersonId person(SampleUnit.Made made, String name) {
        var details = new PersonDetails(
                name, Sex.FEMALE, "汉族", null, null, null, null, null, null, "13900001234", null, null, null);
        return people.addAll(
                        made.scope(),
                        List.of(new People.Newcomer(
                                details,
                                Sphere.PARTY,
                                new Belonging(made.third(), null, MemberKind.FULL, List.of()),
                                LocalDate.of(2012, 7, 1))))
                .getFirst();
    }

    private String property(String name) {
        return properties.getRequiredProperty(name);
    }

    private Map<String, String> source() {
        Map<String, String> source = new TreeMap<>();
        source.put("DATABASE_URL", property("spring.datasource.url"));
        source.put("DATABASE_USER", property("spring.datasource.username"));
        source.put("DATABASE_PASSWORD", property("spring.datasource.password"));
        source.put("DATABASE_OWNER_USER", property("spring.flyway.user"));
        source.put("DATABASE_OWNER_PASSWORD", property("spring.flyway.password"));
        source.put("YIJITONG_SECRETS", property("yijitong.secrets"));
        source.put("YIJITONG_BACKUP_PASSPHRASE", PASSPHRASE);
        return source;
    }

    private static String restored(Path backup, Path there, Path list) throws Exception {
        return CommandRun.said(
                Map.of("YIJITONG_BACKUP_PASSPHRASE", PASSPHRASE),
                "restore",
                backup.toString(),
                "--data",
                there.toString(),
                "--erasures",
                list.toString());
    }

    private static List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
