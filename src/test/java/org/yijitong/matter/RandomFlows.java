package org.yijitong.matter;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;

/**
 * Writes flows at random: most of them hang together, some have a dead end, an unknown owner or a judge of their own. They name
 * people, ask numbers of which something must hold, let a party be outside, have judges, and print papers.
 */
final class RandomFlows {
    private static final List<String> POSTS =
            List.of("secretary", "deputy_secretary", "discipline_member", "organization_member", "leader", "judge");
    private static final List<String> TIMES = List.of(
            "{days: 5}", "{working-days: 3}", "{months: 1}", "{days: 9, after: begun}", "{days: 0, after: due}");

    private static final List<String> CONDITIONS =
            List.of("%1$s * 5 >= %2$s * 4", "%1$s <= %2$s", "%1$s + %2$s >= 3", "%2$s * 2 > %1$s");

    private final Random random;
    private final List<String> open = new ArrayList<>();

    private RandomFlows(Random random) {
        this.random = random;
    }

    /** A flow of an identifier; the same seed writes the same. */
    static String write(String id, long seed, LocalDate today) {
        return write(id, 1, seed, today);
    }

    /** One of its versions. */
    static String write(String id, int version, long seed, LocalDate today) {
        return new RandomFlows(new Random(seed)).text(id, version, today);
    }

    private String text(String id, int version, LocalDate today) {
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            open.add("s" + i + "a");
        }
        StringBuilder text = new StringBuilder("""
                flow: %s
                version: %s
                name: {zh-Hans: 样例, en: Sample}
                in-force: {since: %s, until: %s}
                sources: [{regulation: 样例}]
                hosts: [organ_committee, branch, group]
                raised-after: 1
                parties:
                  - {party: doer, name: {zh-Hans: 承办, en: Doer}, organizations: [organ_committee, branch, group]}
                  - party: partner
                    name: {zh-Hans: 另一方, en: Partner}
                    organizations: [organ_committee, branch, group]
                    outside:
                      - {field: answered-by, name: {zh-Hans: 谁答复的, en: Who}}
                      - {field: answered-on, name: {zh-Hans: 哪天答复的, en: Answered on}, type: day}
                counts-for: doer
                begin:
                  name: {zh-Hans: 登记, en: Begin}
                  choose: [doer, partner]
                  ask:
                    - {field: due, name: {zh-Hans: 哪天, en: Day}, type: day}
                    - {field: member, name: {zh-Hans: 谁, en: Who}, type: person%s}
                  to: s0a
                states:
                """.formatted(
                        id,
                        version,
                        today.minusYears(1),
                        today.plusYears(3),
                        random.nextInt(3) == 0 ? "" : ", optional: true"));
        for (int i = 0; i < many; i++) {
            boolean last = i == many - 1;
            state(text, open.get(i), last ? "doer" : any(List.of("doer", "host", "partner")));
            step(text, last ? "work" : "on" + i, last ? "judging" : open.get(i + 1), asks("a" + i));
            if (random.nextInt(3) == 0) {
                step(text, "back" + i, any(open), "");
            }
            if (random.nextInt(4) == 0) {
                step(text, "drop" + i, "dropped", "");
            }
        }
        judging(text);
        if (random.nextInt(2) == 0) {
            papers(text);
        }
        return text.toString();
    }

    /** Nothing, somebody, or two numbers; mostly with another step beside it that asks none. */
    private String asks(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> ", ask: [{field: %s-who, name: {zh-Hans: 第%s人, en: Who %s}, type: person}]".formatted(id, id, id);
            case 1, 2 -> {
                String field = "{field: %1$s, name: {zh-Hans: 多少个%1$s, en: How many %1$s}, type: number}";
                String that = any(CONDITIONS).formatted(id + "-x", id + "-y");
                yield ", ask: [%s, %s], check: [{that: %s, says: {zh-Hans: 不够, en: Not enough}}]}\n%s"
                        .formatted(field.formatted(id + "-x"), field.formatted(id + "-y"), that, aside(id));
            }
            default -> "";
        };
    }

    /** Back to the beginning without a condition, closed by whoever asks for it; now and then it is forgotten. */
    private String aside(String id) {
        return random.nextInt(6) == 0
                ? "      - {step: %s-aside, name: {zh-Hans: 也要够, en: Enough as well}, to: s0a, %s"
                        .formatted(id, bound(id))
                : "      - {step: %s-aside, name: {zh-Hans: 再来, en: Again}, to: s0a".formatted(id);
    }

    private static String bound(String id) {
        return "ask: [{field: %1$s-z, name: {zh-Hans: 还有几个%1$s, en: More %1$s}, type: number}], ".formatted(id)
                + "check: [{that: %1$s-z > 0, says: {zh-Hans: 不够, en: Not enough}}]".formatted(id);
    }

    /** One for those who are told, issued when the work was done; now and then it rests on what may not be known. */
    private void papers(StringBuilder text) {
        text.append("""
                papers:
                  - paper: slip
                    name: {zh-Hans: 单子, en: Slip}
                    states: [%s]
                    issued: work
                    until: due
                    lines:
                      - title: {zh-Hans: 单子, en: Slip}
                      - text: {zh-Hans: "{host}给{doer}：{member.name}，{issued}起 {days} 天", en: "{host} to {doer}: {member.name}"}
                """.formatted(random.nextInt(8) == 0 ? "s0a" : "judging"));
    }

    private void judging(StringBuilder text) {
        state(text, "judging", random.nextInt(5) == 0 ? "doer" : "host");
        step(text, "accept", "closed", random.nextInt(8) == 0 ? "" : ", verifies: work");
        step(text, "reject", any(open), ", verifies: work");
        text.append("  - state: closed\n    name: {zh-Hans: 办结, en: Closed}\n    closed: done\n");
        if (random.nextBoolean()) {
            text.append(
                    "    owner: {posts: [%s], of: host}\n    within: {months: 2}\n    steps:\n".formatted(any(POSTS)));
            step(text, "stands", random.nextInt(6) == 0 ? "closed" : "settled", ", verifies: work");
            step(text, "reopen", any(open), ", ask: [{field: due, name: {zh-Hans: 哪天, en: Day}, type: day}]");
            text.append("  - {state: settled, name: {zh-Hans: 了结, en: Settled}, closed: done}\n");
        }
        if (text.indexOf("to: dropped") >= 0 || random.nextInt(9) == 0) {
            text.append("  - {state: dropped, name: {zh-Hans: 不办, en: Dropped}, closed: dropped}\n");
        }
    }

    private void state(StringBuilder text, String id, String of) {
        text.append(
                "  - state: %s\n    name: {zh-Hans: 到%s, en: At %s}\n    owner: {posts: [%s], %s: %s}\n    within: %s\n    steps:\n"
                        .formatted(id, id, id, any(POSTS), random.nextInt(5) == 0 ? "above" : "of", of, any(TIMES)));
    }

    private void step(StringBuilder text, String id, String to, String more) {
        text.append("      - {step: %s, name: {zh-Hans: 做%s, en: Do %s}, to: %s%s}\n".formatted(id, id, id, to, more));
    }

    private String any(List<String> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** The first step of the shortest way from a state to where nothing is due any more. */
    static Step next(Flow flow, String from) {
        Map<String, Step> first = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.remove();
            State state = flow.state(at).orElseThrow();
            Step by = first.get(at);
            if (by != null && state.last()) {
                return by;
            }
            state.steps().stream()
                    .filter(step -> !step.to().equals(from) && !first.containsKey(step.to()))
                    .forEach(step -> {
                        first.put(step.to(), by == null ? step : by);
                        open.add(step.to());
                    });
        }
        throw new AssertionError("no way on from " + from);
    }
}
