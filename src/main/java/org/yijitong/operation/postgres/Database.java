package org.yijitong.operation.postgres;

/**
 * How to reach the database: once as the owner, who runs the migrations, once as the application, which serves
 * requests and is held by row-level security.
 *
 * @param ownerUrl JDBC URL of the owner role
 * @param appUrl JDBC URL of the application role; the same database
 */
public record Database(
        String ownerUrl, String ownerUser, String ownerPassword, String appUrl, String appUser, String appPassword) {

    /** Leaves the passwords out, so that a log line cannot carry them. */
    @Override
    public String toString() {
        return "Database[" + appUrl + " as " + appUser + ", owner " + ownerUser + "]";
    }
}
