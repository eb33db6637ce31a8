package org.yijitong.demo;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Names that nobody well known bears, each given once. */
final class Names {
    private final Vocabulary words;
    private final RandomGenerator random;
    private final Set<String> taken;

    /** @param told names of the story, which nobody else bears */
    Names(Vocabulary words, Collection<String> told, RandomGenerator random) {
        this.words = words;
        this.random = random;
        this.taken = new HashSet<>(words.avoid());
        this.taken.addAll(told);
    }

    String next() {
        while (true) {
            String given = one(words.first()) + one(words.second());
            String name = one(words.surnames()) + given;
            if (given.charAt(0) != given.charAt(1) && taken.add(name)) {
                return name;
            }
        }
    }

    private String one(String characters) {
        return String.valueOf(characters.charAt(random.nextInt(characters.length())));
    }
}
