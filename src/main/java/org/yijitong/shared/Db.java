package org.yijitong.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only way to the database. Statements are text blocks with named parameters; those over unit data carry
 * {@code unit_id = :unit}, and row-level security lets a transaction see only the unit named last.
 */
@Component
public class Db {
    private static final String SCOPE = Db.class.getName() + ".scope";

    private final JdbcClient jdbc;

    public Db(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A statement over one unit's data; binds {@code :unit} itself. Needs a transaction, for reading too. It is planned for
     * the values of each time, since units have ten people or a hundred thousand.
     */
    public Sql in(UnitId unit, String statement) {
        enter(inside(unit), false);
        return new Sql(jdbc.sql(statement)).bind("unit", unit);
    }

    /**
     * The same for a statement that finds all its rows by their keys, however many there are besides: its plan is made once
     * and kept, which for a small write takes longer than the write. The checks of foreign keys are planned alike.
     */
    public Sql byKey(UnitId unit, String statement) {
        enter(inside(unit), true);
        return new Sql(jdbc.sql(statement)).bind("unit", unit);
    }

    private static String inside(UnitId unit) {
        return "SET LOCAL app.unit = '" + unit.value() + "'";
    }

    /**
     * A named roll-up over every unit at or below {@code root}: reading only. It runs as the roll-up role until the
     * transaction ends or the next call of {@link #in}.
     */
    public Sql across(UnitId root, String statement) {
        enter("SET LOCAL ROLE yijitong_rollup; SET LOCAL app.root = '" + root.value() + "'", false);
        return new Sql(jdbc.sql(statement)).bind("root", root);
    }

    /** A statement that belongs to no unit: definitions and identities, the short list of design.md §5. */
    public Sql global(String statement) {
        return new Sql(jdbc.sql(statement));
    }

    /**
     * What a transaction was told last.
     *
     * @param settings what it may see
     * @param kept whether plans are kept
     */
    private record Told(String settings, boolean kept) {
        static final Told NOTHING = new Told("", false);

        /** What is to be said, so that this holds after {@code before}. */
        String after(Told before) {
            StringBuilder said = new StringBuilder();
            if (before.settings.contains(" ROLE ") && !settings.equals(before.settings)) {
                said.append("RESET ROLE; ");
            }
            if (!settings.equals(before.settings)) {
                said.append(settings).append(kept == before.kept ? "" : "; ");
            }
            if (kept != before.kept) {
                said.append("SET LOCAL plan_cache_mode = ").append(kept ? "force_generic_plan" : "force_custom_plan");
            }
            return said.toString();
        }
    }

    private void enter(String settings, boolean kept) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("unit data is read and written in a transaction");
        }
        Told before = (Told) TransactionSynchronizationManager.getResource(SCOPE);
        Told now = new Told(settings, kept);
        if (now.equals(before)) {
            return;
        }
        jdbc.sql(now.after(before == null ? Told.NOTHING : before)).update();
        if (before == null) {
            TransactionSynchronizationManager.registerSynchronization(new Leaving());
        } else {
            TransactionSynchronizationManager.unbindResource(SCOPE);
        }
        TransactionSynchronizationManager.bindResource(SCOPE, now);
    }

    /** A transaction that waits for another one to end goes on as it was told. */
    private static final class Leaving implements TransactionSynchronization {
        private @Nullable Object waiting;

        @Override
        public void suspend() {
            waiting = TransactionSynchronizationManager.unbindResourceIfPossible(SCOPE);
        }

        @Override
        public void resume() {
            if (waiting != null) {
                TransactionSynchronizationManager.bindResource(SCOPE, waiting);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(SCOPE);
        }
    }
}
