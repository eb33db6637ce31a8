package org.yijitong.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yijitong.demo.WorldMaker.Made;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;

/**
 * On a start with the demonstration world: makes it when the database is new, after the documents that judge its records
 * are published and before anyone can open a page.
 */
@Component
class Demonstration implements SmartLifecycle {
    /** Whatever it is, it stays: the world of a day is known to whoever wrote about it. */
    static final long SEED = 20_261_123L;

    private final boolean wanted;
    private final Units units;
    private final WorldMaker maker;
    private final TwoYears twoYears;
    private final MatterMaker matters;
    private final DemoAccounts accounts;
    private final Days days;
    private volatile boolean started;

    Demonstration(
            @Value("${yijitong.demo:false}") boolean wanted,
            Units units,
            WorldMaker maker,
            TwoYears twoYears,
            MatterMaker matters,
            DemoAccounts accounts,
            Days days) {
        this.wanted = wanted;
        this.units = units;
        this.maker = maker;
        this.twoYears = twoYears;
        this.matters = matters;
        this.accounts = accounts;
        this.days = days;
    }

    @Override
    public void start() {
        if (wanted) {
            make();
            accounts.lines().forEach(Demonstration::say);
        }
        started = true;
    }

    private void make() {
        long began = System.nanoTime();
        if (units.isEmpty()) {
            say("岭海省 demonstration world: being made ...");
            Made made = maker.make(SEED, days.today());
            say("岭海省 demonstration world: %d units, %d branches, %d deeds; two years of records are being written ..."
                    .formatted(made.units(), made.branches(), made.deeds()));
        }
        int records = twoYears.write(SEED, days.today());
        int steps = matters.make(SEED, days.today());
        if (records + steps > 0) {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            say("岭海省 demonstration world: %d deeds on records, %d on matters, %d.%d s in all"
                    .formatted(records, steps, took.toSeconds(), took.toMillisPart() / 100));
        }
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before the web server, which comes late. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** In UTF-8 whatever the locale, so that a bare machine does not print question marks. */
    private static void say(String line) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(line);
        out.flush();
    }
}
