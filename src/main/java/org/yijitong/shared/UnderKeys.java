package org.yijitong.shared;

import java.util.Set;

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
}
