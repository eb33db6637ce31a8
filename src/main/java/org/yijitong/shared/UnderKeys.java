package org.yijitong.shared;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a module keeps under keys of the product, for when the keys are changed: all of it is put under others in one
 * transaction. Who does that reads and writes as the owner of the tables, while nothing else runs.
 */
public interface UnderKeys {
    /** The names of the keys. */
    Set<String> names();

    /**
     * Opens everything with the keys there are, and closes it with others.
     *
     * @return how many values
     * @throws IllegalStateException when one of them cannot be opened
     */
    long move(Keys from, Keys to);

    /** How many earlier keys of a name must stay, because what was made with them can be compared, but not made anew. */
    default int earlier(String name) {
        return 0;
    }

    /**
     * Puts page after page of something under other keys.
     *
     * @param first stands before all of them
     * @param after the page that comes after one; empty when there is no more
     * @param other the same under the other keys
     * @return how many there were
     */
    static <T> long pages(T first, Function<T, List<T>> after, UnaryOperator<T> other, Consumer<List<T>> put) {
        long moved = 0;
        List<T> page = after.apply(first);
        while (!page.isEmpty()) {
            put.accept(page.stream().map(other).toList());
            moved += page.size();
            page = after.apply(page.getLast());
        }
        return moved;
    }
}
