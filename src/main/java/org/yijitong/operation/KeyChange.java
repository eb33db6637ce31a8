package org.yijitong.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.access.FactorKeyParts;
import org.yijitong.audit.Audit;
import org.yijitong.audit.AuditParts;
import org.yijitong.audit.LogBroken;
import org.yijitong.audit.LogHandover;
import org.yijitong.audit.LogHandoverParts;
import org.yijitong.matter.MatterKeyParts;
import org.yijitong.notice.MailboxKeyParts;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.organization.IdentityKeyParts;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Sha256;
import org.yijitong.shared.UnderKeys;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

/**
 * New keys for everything. First they are drawn and lie beside the present ones; then, in one transaction, all that is kept is
 * put under them and the log names its new key; then they take their places. Which side of the transaction it is on after a
 * crash, the last checkpoint tells: it is signed by the new key or by the old.
 */
final class KeyChange {
    private static final int NAMED_BY = 8;

    private final Console console;
    private final Database database;
    private final KeyFolder folder;

    KeyChange(Console console, Database database) {
        this.console = console;
        this.database = database;
        this.folder = new KeyFolder(console.settings().secrets());
    }

    /**
     * What was changed; none of it when a change that was broken off was only ended.
     *
     * @param values that were opened and closed again
     */
    record Changed(long values, int keys) {}

    /**
     * Ends a change that was broken off: with the new keys if the database is under them, else with the present ones.
     * Whether there was one.
     *
     * @throws StartRefused while another process changes them
     */
    boolean settle() {
        if (!folder.changing()) {
            return false;
        }
        try (FileChannel lock = folder.lock();
                var context = context()) {
            if (folder.changing() && lock.isOpen()) {
                settle(context);
            }
            return true;
        } catch (IOException e) {
            throw new StartRefused("a change of keys that was broken off cannot be ended: " + e, e);
        }
    }

    private boolean settle(ApplicationContext context) throws IOException {
        boolean through = context.getBean(LogHandover.class).isWith(new Keys(folder.next()));
        if (through) {
            folder.take();
        } else {
            folder.discard();
        }
        return through;
    }

    /**
     * Changes them all.
     *
     * @param progress is told what is through
     * @throws StartRefused with the reason why nothing was changed
     */
    Changed run(Consumer<String> progress) {
        try (FileChannel lock = folder.lock();
                var context = context()) {
            if (lock.isOpen() && folder.changing() && settle(context)) {
                return new Changed(0, 0);
            }
            Collection<UnderKeys> all = context.getBeansOfType(UnderKeys.class).values();
            Map<String, Integer> earlier = new TreeMap<>();
            all.forEach(each -> each.names().forEach(name -> earlier.put(name, each.earlier(name))));
            folder.draw(earlier);
            if (context.getBean(OthersStore.class).others() > 0) {
                // Asked last: whoever comes now finds the keys being changed.
                folder.discard();
                throw new StartRefused("keys are changed while nothing else uses the database: stop the product"
                        + " on every machine, and every other command");
            }
            long values = move(context, all, progress);
            folder.take();
            return new Changed(values, earlier.size());
        } catch (IOException e) {
            throw new StartRefused("the keys cannot be written, the database is as it was: " + e, e);
        } catch (LogBroken | IllegalStateException e) {
            throw new StartRefused("nothing was changed: " + e.getMessage(), e);
        }
    }

    private long move(ApplicationContext context, Collection<UnderKeys> all, Consumer<String> progress) {
        Keys from = context.getBean(Keys.class);
        Keys to = new Keys(folder.next());
        var moved = context.getBean(TransactionTemplate.class).execute(_ -> {
            note(context.getBean(Audit.class), all, to);
            long values = 0;
            for (UnderKeys each : all) {
                long now = each.move(from, to);
                values += now;
                progress.accept(String.join(", ", each.names().stream().sorted().toList()) + ": "
                        + RebuildCommand.number(now) + " values");
            }
            return values;
        });
        progress.accept("all of it is under the new keys");
        return moved == null ? 0 : moved;
    }

    /** Each new key by the beginning of its hash, so that it can be told which key was in use when. */
    private static void note(Audit audit, Collection<UnderKeys> all, Keys to) {
        Map<String, String> named = new HashMap<>();
        all.forEach(each -> each.names()
                .forEach(name -> named.put(name, HexFormat.of().formatHex(Sha256.of(to.key(name)), 0, NAMED_BY))));
        audit.identity(null, "keys.changed", Map.of("keys", named));
    }

    private AnnotationConfigApplicationContext context() {
        return console.context(
                () -> new DriverManagerDataSource(database.ownerUrl(), database.ownerUser(), database.ownerPassword()),
                Parts.class);
    }

    @Import({
        Keys.class,
        Uuid7.class,
        AuditParts.class,
        OthersStore.class,
        IdentityKeyParts.class,
        FactorKeyParts.class,
        MailboxKeyParts.class,
        MatterKeyParts.class,
        LogHandoverParts.class
    })
    static class Parts {
        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }

        @Bean
        TransactionTemplate transaction(PlatformTransactionManager manager) {
            return new TransactionTemplate(manager);
        }
    }
}
