import bench.Worker;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.yijitong.Yijitong;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Handovers;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Reminding;
import org.yijitong.operation.Launcher;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/**
 * The product with its database and its web server, and the loop of bench/loop.yaml through its service {@code Matters}, as
 * a program beside it in the same process would: with its checks, history, audit log and ledger, without the web.
 */
final class Product implements Worker.Loop {
    private static final UUID UNIT = UUID.fromString("0c560000-0000-7000-8000-000000000001");
    private static final String DUE = LocalDate.now().plusDays(30).toString();

    private final ConfigurableApplicationContext context;
    private final Matters matters;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
        this.matters = context.getBean(Matters.class);
    }

    static void main(String[] words) {
        SpringApplication.withHook(
                _ -> new SpringApplicationRunListener() {
                    @Override
                    public void ready(ConfigurableApplicationContext context, java.time.Duration took) {
                        Thread.ofPlatform().start(() -> serve(context));
                    }
                },
                () -> Launcher.start(Yijitong.class, words));
    }

    private static void serve(ConfigurableApplicationContext context) {
        try {
            Worker.serve(new Product(context), context.getBean(DataSource.class));
        } catch (Exception broken) {
            broken.printStackTrace();
        }
        System.exit(0);
    }

    @Override
    public void run(int number) {
        OrganizationId branch = new OrganizationId(id("matters " + (21 + number)));
        Scope officer = new Scope(UNIT, new UnitId(UNIT), id("matters 0"));
        Scope secretary = new Scope(id("matters account " + (1 + number)), new UnitId(UNIT), branch.value());
        MatterId matter = matters.begin(
                officer,
                new OrganizationId(officer.top()),
                new Beginning("six-steps", "一件要办的事", null, Map.of("problem", "走廊的灯坏了，请派人修"), Map.of()));
        step(officer, matter, 1, "assign", Map.of("due", DUE), Map.of("doer", branch));
        step(secretary, matter, 2, "accept", Map.of(), Map.of());
        step(secretary, matter, 3, "report", Map.of("result", "换了三盏灯，都亮了"), Map.of());
        step(officer, matter, 4, "verify", Map.of("verified", "去看过了"), Map.of());
        step(officer, matter, 5, "close", Map.of(), Map.of());
    }

    /** What the night does with a unit: whose hands matters are in, days that may move, reminders; by two at once. */
    @Override
    public String other(String asked) throws Exception {
        long began = System.nanoTime();
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            for (Future<?> node : List.of(nodes.submit(this::sweep), nodes.submit(this::sweep))) {
                node.get();
            }
        }
        return String.format(Locale.ROOT, "swept in %.1f s", (System.nanoTime() - began) / 1e9);
    }

    private void sweep() {
        UnitId unit = new UnitId(UNIT);
        context.getBean(Handovers.class).keepUp(unit);
        context.getBean(Handovers.class).reckon(unit);
        context.getBean(Reminding.class).remind(unit);
    }

    private void step(
            Scope scope,
            MatterId matter,
            int revision,
            String step,
            Map<String, String> answers,
            Map<String, OrganizationId> parties) {
        matters.step(scope, matter, new Act(revision, step, answers, parties, UUID.randomUUID().toString()));
    }

    /** As {@code md5(…)::uuid} in bench/matters.sql. */
    private static UUID id(String name) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("MD5")
                    .digest(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
