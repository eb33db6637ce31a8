package org.yijitong.organization.roster;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the branch that a written name means among the known ones. Build one for an import; asking is cheap.
 *
 * @param <I> what identifies a branch
 */
public final class BranchMatch<I> {

    private static final int MOST_SUGGESTIONS = 5;
    private static final double LIKE = 0.5;
    private static final double ENDS_ALIKE = 0.9;
    private static final Pattern COMMON = Pattern.compile("(支部|总支|小组)$");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * A known branch.
     *
     * @param otherNames short and former names
     */
    public record Known<I>(I id, String name, Collection<String> otherNames) {

        public Known {
            otherNames = List.copyOf(otherNames);
        }
    }

    /** What a written name may mean. */
    public sealed interface Result<I> {

        /** This branch. */
        record Found<I>(I id) implements Result<I> {}

        /** Several branches bear this name. */
        record Several<I>(List<I> ids) implements Result<I> {}

        /** No branch bears it; these, likeliest first, have similar names. Never to be taken without a person's word. */
        record Similar<I>(List<I> ids) implements Result<I> {}

        /** Nothing comes near. */
        record Unknown<I>() implements Result<I> {}
    }

    private final Map<String, Set<I>> byKey = new HashMap<>();
    private final Map<String, Result<I>> answered = new ConcurrentHashMap<>();

    public BranchMatch(Collection<Known<I>> known) {
        for (Known<I> each : known) {
            add(each.name(), each.id());
            each.otherNames().forEach(name -> add(name, each.id()));
        }
    }

    private void add(String name, I id) {
        byKey.computeIfAbsent(BranchNames.key(name), key -> new LinkedHashSet<>())
                .add(id);
    }

    /** The meaning of a written name. */
    public Result<I> match(String written) {
        return answered.computeIfAbsent(BranchNames.key(written), this::search);
    }

    private Result<I> search(String key) {
        Set<I> exact = byKey.getOrDefault(key, Set.of());
        if (exact.size() == 1) {
            return new Result.Found<>(exact.iterator().next());
        }
        if (exact.size() > 1) {
            return new Result.Several<>(List.copyOf(exact));
        }
        List<I> similar = byKey.entrySet().stream()
                .filter(each -> !key.isEmpty() && sameNumber(key, each.getKey()))
                .filter(each -> likeness(key, each.getKey()) >= LIKE)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Set<I>> each) -> -likeness(key, each.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .flatMap(each -> each.getValue().stream())
                .distinct()
                .limit(MOST_SUGGESTIONS)
                .toList();
        return similar.isEmpty() ? new Result.Unknown<>() : new Result.Similar<>(similar);
    }

    /** 第三支部 is never a misspelling of 第四支部. */
    private static boolean sameNumber(String one, String other) {
        Matcher first = NUMBER.matcher(one);
        Matcher second = NUMBER.matcher(other);
        return !first.find() || !second.find() || first.group().equals(second.group());
    }

    /**
     * 0 to 1, by what distinguishes the names, not by the word 支部 they share; names of which one ends with the other
     * (机关3支部, 3支部) are alike whatever their lengths.
     */
    private static double likeness(String one, String other) {
        String first = COMMON.matcher(one).replaceAll("");
        String second = COMMON.matcher(other).replaceAll("");
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        if (first.endsWith(second) || second.endsWith(first)) {
            return ENDS_ALIKE;
        }
        return 1 - (double) distance(first, second) / Math.max(first.length(), second.length());
    }

    /** Levenshtein distance. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
