package org.yijitong.mechanism.web;

import java.util.List;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.DutyInWords;

/**
 * Every duty in force, by pack.
 *
 * @param mechanisms how many there are
 * @param duties how many they have in all
 */
public record MechanismsPage(int mechanisms, int duties, List<Pack> packs) {
    /** Documents of one origin. */
    public record Pack(String name, List<Chapter> chapters) {}

    /**
     * One mechanism with its duties.
     *
     * @param bound the units it binds with those below them, by name; empty for every unit
     */
    public record Chapter(Duty.Mechanism mechanism, String name, List<String> bound, List<DutyInWords> duties) {
        /** The rules it rests on, each once. */
        public List<String> sources() {
            return mechanism.sources().stream()
                    .map(source -> source.regulation() + source.article())
                    .distinct()
                    .toList();
        }
    }
}
