package org.yijitong.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents with random duties over the fact that only tests know. */
final class RandomDocuments {
    private static final List<String> KINDS = List.of("branch", "group", "organ_committee", "general_branch");
    private static final List<String> PEOPLE = List.of("full", "probationary", "activist");

    private RandomDocuments() {}

    /**
     * One document.
     *
     * @param number 1 for the first version; each later one begins later
     */
    static String of(Random random, String mechanism, int number, LocalDate since) {
        String duties = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(each -> duty(random, "duty-" + each, random.nextInt(3) == 0))
                .collect(Collectors.joining());
        return """
                mechanism: %s
                version: %d
                name: {zh-Hans: 样例随机, en: Random sample}
                in-force: {since: %s, until: %s}
                sources: [{regulation: 样例}]
                duties:
                %s""".formatted(mechanism, number, since, since.plusDays(200 + random.nextInt(900)), duties);
    }

    private static String duty(Random random, String name, boolean personal) {
        boolean after = !personal && random.nextInt(4) == 0;
        return """
                  - duty: %s
                    name: {zh-Hans: 样例随机, en: Random sample}
                    basis: {regulation: 样例}
                    owed-by: %s
                    %s
                    need: %s
                    counts: {fact: probe%s}
                    excuses: [not_applicable, merged]
                """.formatted(
                name,
                personal ? people(random) : after ? "{organizations: [" + some(random, KINDS) + "]}" : places(random),
                after ? after(random) : every(random),
                after ? "1" : need(random, personal),
                after ? ", where: [{field: tags, contains: two}]" : where(random));
    }

    private static String people(Random random) {
        return "{people: [" + some(random, PEOPLE) + "]" + (random.nextBoolean() ? "" : ", posts: [secretary]") + "}";
    }

    private static String places(Random random) {
        String members = switch (random.nextInt(4)) {
            case 0 -> ", members: {least: 3}";
            case 1 -> ", members: {most: 4}";
            default -> "";
        };
        return "{organizations: [" + some(random, KINDS) + "]" + members + "}";
    }

    private static String every(Random random) {
        String period = one(random, List.of("month", "month", "quarter", "half-year", "year"));
        return "every: " + period + "\n    grace: {" + time(random, 20) + "}";
    }

    /** Not set off by what counts for it, which the reader refuses. */
    private static String after(Random random) {
        return "after: {fact: probe, where: [{field: tags, contains: one}], within: {" + time(random, 60) + "}}";
    }

    private static String time(Random random, int most) {
        return one(random, List.of("days", "working-days")) + ": " + (1 + random.nextInt(most));
    }

    private static String need(Random random, boolean personal) {
        return switch (random.nextInt(personal ? 1 : 0, 5)) {
            case 0 -> "{at-least: 1, per: " + one(random, List.of("member", "group")) + "}";
            case 1 -> "{sum: size, at-least: " + (1 + random.nextInt(6)) + "}";
            case 2 -> "2";
            default -> "1";
        };
    }

    private static String where(Random random) {
        List<String> conditions = List.of(
                "{field: open, equals: true}",
                "{field: size, min: 1.5}",
                "{field: colour, one-of: [red, green]}",
                "{field: tags, contains: one}",
                "{field: tags, one-of: [two, three]}",
                "{field: words, contains: 学习}");
        String some = conditions.stream().filter(_ -> random.nextInt(5) == 0).collect(Collectors.joining(", "));
        return some.isEmpty() ? "" : ", where: [" + some + "]";
    }

    private static String some(Random random, List<String> all) {
        List<String> some = all.stream().filter(_ -> random.nextBoolean()).toList();
        return String.join(", ", some.isEmpty() ? all.subList(0, 1) : some);
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
