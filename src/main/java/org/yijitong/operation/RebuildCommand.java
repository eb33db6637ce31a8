package org.yijitong.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.yijitong.ledger.Rebuild;
import org.yijitong.ledger.Rebuild.Example;
import org.yijitong.ledger.Rebuild.Found;
import org.yijitong.ledger.Rebuild.Whole;
import org.yijitong.ledger.RebuildParts;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.AtOnce;
import org.yijitong.shared.UnitId;

/**
 * {@code ./run rebuild}: works everything out again from the facts, beside the running product or without it, says what
 * differed and mends it; with {@code --check} it only says so.
 */
final class RebuildCommand {
    static final String NAME = "rebuild";
    private static final String CHECK = "--check";
    private static final int DIFFERS = 1;

    private final boolean check;
    private int differences;

    private RebuildCommand(boolean check) {
        this.check = check;
    }

    /**
     * Runs to its end.
     *
     * @param rest what follows {@code rebuild} on the command line
     * @return the status of the process: 1 when something differed and was only looked at, else 0
     * @throws StartRefused for unknown options, or when the database cannot be reached
     */
    static int run(Map<String, String> environment, Clock clock, List<String> rest) {
        var words = new ArrayList<>(rest);
        var command = new RebuildCommand(words.remove(CHECK));
        var console = Console.of(environment, clock, words);
        console.attach(database -> {
            try (var context = console.context(database, RebuildParts.class)) {
                command.all(context.getBean(Rebuild.class));
            }
        });
        return command.check && command.differences > 0 ? DIFFERS : 0;
    }

    private void all(Rebuild rebuild) {
        rebuild.survey();
        var units = rebuild.units();
        List<Callable<Found>> works = new ArrayList<>();
        for (Whole unit : units) {
            String name = (works.size() + 1) + "/" + units.size() + " " + unit.name();
            works.add(() -> one(rebuild, unit.unit(), name));
        }
        var found = AtOnce.all(works);
        differences = found.stream().mapToInt(Found::differences).sum();
        Launcher.say(units.size() + " units, "
                + number(found.stream().mapToInt(Found::facts).sum()) + " facts: "
                + (differences == 0
                        ? "no difference"
                        : number(differences) + " differences" + (check ? "" : ", mended")));
    }

    private Found one(Rebuild rebuild, UnitId unit, String name) {
        IntConsumer progress = facts -> Launcher.say(name + ": " + number(facts) + " facts");
        var found = rebuild.look(unit, progress);
        if (!found.clean()) {
            Launcher.say(differs(name, found));
        }
        if (!found.clean() && !check) {
            rebuild.mend(unit, progress);
            Launcher.say(name + ": mended");
        }
        return found;
    }

    /** Several lines said at once, so that those of units side by side do not mix. */
    static String differs(String name, Found found) {
        var lines = new StringJoiner("\n  ");
        lines.add(name + " differs: obligations " + number(found.obligations()) + ", contributions "
                + number(found.contributions()) + ", standings " + number(found.standings()) + ", sums "
                + number(found.tallies()));
        for (Example each : found.examples()) {
            lines.add(each.organization() + ", " + each.mechanism() + " from " + each.period() + ": "
                    + each.part().name().toLowerCase(Locale.ROOT) + " " + each.kept() + ", should be "
                    + each.expected());
        }
        return lines.toString();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
