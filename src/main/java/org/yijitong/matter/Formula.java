package org.yijitong.matter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comparison of numbers that were answered, such as {@code present * 5 >= entitled * 4}: sums and products of fields and
 * numbers on both sides, without a division, so that nothing is ever rounded. A minus stands between spaces, since names of
 * fields may have one in them.
 */
public final class Formula implements Comparison {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(<=|>=|<|>|=|[()*+]|-(?=\\s)|\\d{1,9}(?:\\.\\d{1,2})?|[a-z][a-z0-9-]{1,59})\\s*");
    private static final int MOST_TOKENS = 40;
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=", "=");

    private final Node left;
    private final String by;
    private final Node right;
    private final Set<String> fields;

    private Formula(Node left, String by, Node right, Set<String> fields) {
        this.left = left;
        this.by = by;
        this.right = right;
        this.fields = Set.copyOf(fields);
    }

    /** What is written; empty when it is no comparison of numbers. */
    public static Optional<Formula> read(String written) {
        List<String> tokens = tokens(written);
        return tokens.isEmpty() || tokens.size() > MOST_TOKENS ? Optional.empty() : new Reader(tokens).whole();
    }

    private static List<String> tokens(String written) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(written);
        int at = 0;
        while (at < written.length() && matcher.find(at) && matcher.start() == at) {
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        return at == written.length() ? tokens : List.of();
    }

    @Override
    public Set<String> fields() {
        return fields;
    }

    @Override
    public Flow.Field.Type type() {
        return Flow.Field.Type.NUMBER;
    }

    @Override
    public boolean holds(Answered answered) {
        return holds(answered.numbers());
    }

    /** Whether it is so; every field of it has been answered. */
    boolean holds(Map<String, BigDecimal> answers) {
        return Comparison.is(left.value(answers).compareTo(right.value(answers)), by);
    }

    /** Something with a value. */
    @FunctionalInterface
    private interface Node {
        BigDecimal value(Map<String, BigDecimal> answers);
    }

    /** One comparison, token by token. */
    private static final class Reader {
        private final List<String> tokens;
        private final Set<String> fields = new LinkedHashSet<>();
        private int at;
        private boolean wrong;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        Optional<Formula> whole() {
            Node left = sum();
            String by = next();
            Node right = sum();
            boolean whole = !wrong && at == tokens.size() && COMPARISONS.contains(by) && !fields.isEmpty();
            return whole ? Optional.of(new Formula(left, by, right, fields)) : Optional.empty();
        }

        private Node sum() {
            Node sum = product();
            while (is("+") || is("-")) {
                Node before = sum;
                boolean more = next().equals("+");
                Node other = product();
                sum = more
                        ? answers -> before.value(answers).add(other.value(answers))
                        : answers -> before.value(answers).subtract(other.value(answers));
            }
            return sum;
        }

        private Node product() {
            Node product = one();
            while (is("*")) {
                next();
                Node before = product;
                Node other = one();
                product = answers -> before.value(answers).multiply(other.value(answers));
            }
            return product;
        }

        private Node one() {
            String token = next();
            if (token.equals("(")) {
                Node inside = sum();
                wrong |= !next().equals(")");
                return inside;
            }
            if (token.matches("[a-z].*")) {
                fields.add(token);
                return answers -> answers.getOrDefault(token, BigDecimal.ZERO);
            }
            if (token.matches("\\d.*")) {
                BigDecimal number = new BigDecimal(token);
                return _ -> number;
            }
            wrong = true;
            return _ -> BigDecimal.ZERO;
        }

        private boolean is(String token) {
            return at < tokens.size() && tokens.get(at).equals(token);
        }

        private String next() {
            return at < tokens.size() ? tokens.get(at++) : "";
        }
    }
}
