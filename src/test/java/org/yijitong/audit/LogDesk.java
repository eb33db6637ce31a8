package org.yijitong.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.TestDatabase;
import org.yijitong.operation.postgres.Database;
import org.yijitong.shared.Db;
import org.yijitong.shared.KernelParts;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

/** A log with a database and a data folder of its own, and nothing around it. */
final class LogDesk implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Database database = TestDatabase.fresh();
    private final List<UUID> units = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    LogDesk(Path folder) {
        this(folder, Clock.systemUTC());
    }

    LogDesk(Path folder, Clock clock) {
        Flyway.configure()
                .dataSource(database.ownerUrl(), database.ownerUser(), database.ownerPassword())
                .load()
                .migrate();
        var source = new DriverManagerDataSource(database.appUrl(), database.appUser(), database.appPassword());
        Map<String, Object> places = Map.of("yijitong.data", folder.toString(), "yijitong.secrets", folder.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", places));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(source)));
        context.registerBean(JsonMapper.class, () -> JsonMapper.shared());
        context.register(KernelParts.class, Keys.class, Uuid7.class, LogCheckParts.class);
        context.register(AuditStore.class, Checkpoints.class);
        context.refresh();
    }

    Checkpoints checkpoints() {
        return context.getBean(Checkpoints.class);
    }

    /** Entries, one in five of an account; each in a transaction of its own. */
    void write(int entries) {
        var store = context.getBean(AuditStore.class);
        for (int i = 0; i < entries; i++) {
            int number = i;
            var scope = new Scope(UUID.randomUUID(), new UnitId(units.get(i % units.size())), UUID.randomUUID());
            context.getBean(TransactionTemplate.class).executeWithoutResult(_ -> {
                if (number % 5 == 0) {
                    store.addIdentity(UUID.randomUUID(), "sign-in.done", Map.of("number", number));
                } else {
                    store.add(scope, "thing.done", "thing", Map.of(UUID.randomUUID(), Map.of("number", number)));
                }
            });
        }
    }

    /** Erases what the entries about one thing said; how many that were. */
    int erase() {
        var unit = new UnitId(units.get(1));
        var scope = new Scope(UUID.randomUUID(), unit, UUID.randomUUID());
        var audit = new Audit(context.getBean(AuditStore.class));
        var entries = new LogEntries(new LogEntryStore(context.getBean(Db.class)));
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class)
                .execute(_ -> audit.erase(
                        scope,
                        "thing",
                        entries.list(scope, LogFilter.ALL, null, 1).getFirst().subjectId())));
    }

    /** The tables as their owner. */
    JdbcClient owner() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.ownerUrl(), database.ownerUser(), database.ownerPassword()));
    }

    /** A connection as superuser. */
    Connection administrator() throws SQLException {
        return TestDatabase.administrator(
                database.ownerUrl().replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
    }

    /** Checks as the owner does. */
    LogCheck.Report check() {
        return check(owner());
    }

    /** Checks what a connection sees, committed or not. */
    LogCheck.Report check(Connection connection) {
        return check(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /** Checks as the owner does, while something happens to the log. */
    LogCheck.Report checkWhile(Runnable happening) {
        return check(owner(), happening);
    }

    private LogCheck.Report check(JdbcClient jdbc) {
        return check(jdbc, () -> {});
    }

    private LogCheck.Report check(JdbcClient jdbc, Runnable happening) {
        var db = new Db(jdbc);
        return new LogCheck(
                        new LogStore(db),
                        new LogCheckStore(db),
                        context.getBean(LogSigner.class),
                        context.getBean(CheckpointFiles.class))
                .run(_ -> happening.run());
    }

    /** Changes the key, as the command does; who signs from now on. */
    LogSigner handOver(Path keys) {
        var next = new LogSigner(new Keys(keys));
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> checkpoints().handOver(next));
        return next;
    }

    /** The same log, signed by somebody else. */
    Checkpoints with(LogSigner signer) {
        return new Checkpoints(
                new LogStore(context.getBean(Db.class)),
                signer,
                context.getBean(CheckpointFiles.class),
                context.getBean(TransactionTemplate.class),
                context.getBean(Clock.class));
    }

    /** Checks with another key than the desk's. */
    LogCheck.Report check(LogSigner signer) {
        return checking(signer).run(_ -> {});
    }

    LogCheck checking(LogSigner signer) {
        var db = new Db(owner());
        return new LogCheck(new LogStore(db), new LogCheckStore(db), signer, context.getBean(CheckpointFiles.class));
    }

    /** Signs what a connection sees, in its transaction. */
    void signOn(Connection connection) {
        var source = new SingleConnectionDataSource(connection, true);
        new Checkpoints(
                        new LogStore(new Db(JdbcClient.create(source))),
                        context.getBean(LogSigner.class),
                        context.getBean(CheckpointFiles.class),
                        TransactionOperations.withoutTransaction(),
                        context.getBean(Clock.class))
                .now();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
