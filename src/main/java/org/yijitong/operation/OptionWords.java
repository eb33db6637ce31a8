package org.yijitong.operation;

import java.util.List;
import java.util.Optional;
import org.yijitong.operation.postgres.StartRefused;

/** Options among the words that follow a command. */
final class OptionWords {
    private OptionWords() {}

    /**
     * The value of an option, taken out of the words together with it.
     *
     * @throws StartRefused when it has none
     */
    static Optional<String> after(String option, List<String> words) {
        int at = words.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        words.remove(at);
        if (at == words.size() || words.get(at).startsWith("--")) {
            throw new StartRefused(option + " needs a value, see --help");
        }
        return Optional.of(words.remove(at));
    }
}
