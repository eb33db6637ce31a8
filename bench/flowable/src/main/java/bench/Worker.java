package bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Runs loops as it is told on standard input, a line each: {@code once} and by whom, or for how many seconds; answers with
 * loops a second and bytes of WAL a loop.
 */
public final class Worker {
    private static final int THREADS = 8;

    private Worker() {}

    /** One loop from beginning to end. */
    public interface Loop {
        /** @param number of the one who runs it */
        void run(int number) throws Exception;

        /** Something else that only some can do; says what came of it. */
        default String other(String asked) throws Exception {
            throw new IllegalArgumentException(asked);
        }
    }

    public static void main(String[] words) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(words[1]);
        config.setUsername(words[2]);
        config.setPassword(System.getenv("PGPASSWORD"));
        config.setMaximumPoolSize(THREADS + 1);
        try (HikariDataSource data = new HikariDataSource(config)) {
            Loop loop = words[0].equals("plain") ? new PlainLoop(data) : new FlowableLoop(data);
            serve(loop, data);
        }
    }

    /** Serves one loop until standard input ends. */
    public static void serve(Loop loop, DataSource data) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("once ")) {
                    loop.run(Integer.parseInt(line.substring(5)));
                    System.out.println("done");
                } else if (!line.matches("\\d+")) {
                    System.out.println(loop.other(line));
                } else {
                    System.out.println(measure(loop, threads, data, Integer.parseInt(line)));
                }
            }
        }
    }

    private static String measure(Loop loop, ExecutorService threads, DataSource data, int seconds) throws Exception {
        long wal = wal(data);
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Callable<Integer> work = () -> {
                int done = 0;
                while (System.nanoTime() < until) {
                    loop.run(number);
                    done++;
                }
                return done;
            };
            counts.add(threads.submit(work));
        }
        int loops = 0;
        for (Future<Integer> count : counts) {
            loops += count.get();
        }
        double took = (System.nanoTime() - began) / 1e9;
        return String.format(Locale.ROOT, "%.1f %d", loops / took, (wal(data) - wal) / Math.max(1, loops));
    }

    private static long wal(DataSource data) throws SQLException {
        try (Connection connection = data.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT (pg_current_wal_lsn() - '0/0')::bigint")) {
            found.next();
            return found.getLong(1);
        }
    }
}
