package org.yijitong.shared;

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

    /** A statement over one unit's data; binds {@code :unit} itself. Needs a transaction, for reading too. */
    public Sql in(UnitId unit, String statement) {
        enter("SET LOCAL app.unit = '" + unit.value() + "'");
        return new Sql(jdbc.sql(statement)).bind("unit", unit);
    }

    /**
     * A named roll-up over every unit at or below {@code root}: reading only. It runs as the roll-up role until the
     * transaction ends or the next call of {@link #in}.
     */
    public Sql across(UnitId root, String statement) {
        enter("SET LOCAL ROLE yijitong_rollup; SET LOCAL app.root = '" + root.value() + "'");
        return new Sql(jdbc.sql(statement)).bind("root", root);
    }

    /** A statement that belongs to no unit: definitions and identities, the short list of design.md §5. */
    public Sql global(String statement) {
        return new Sql(jdbc.sql(statement));
    }

    private void enter(String settings) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("unit data is read and written in a transaction");
        }
        Object before = TransactionSynchronizationManager.getResource(SCOPE);
        if (settings.equals(before)) {
            return;
        }
        boolean leavesRollup = before != null && before.toString().contains(" ROLE ");
        jdbc.sql(leavesRollup ? "RESET ROLE; " + settings : settings).update();
        if (before == null) {
            TransactionSynchronizationManager.registerSynchronization(new Leaving());
        } else {
            TransactionSynchronizationManager.unbindResource(SCOPE);
        }
        TransactionSynchronizationManager.bindResource(SCOPE, settings);
    }

    private static final class Leaving implements TransactionSynchronization {
        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(SCOPE);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(SCOPE);
        }
    }
}
