package org.yijitong.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files {@code matters.yaml} and {@code matters-of-committees.yaml}: each matter with the steps that were taken. */
record Casebook(List<Case> cases) {
    /**
     * One matter.
     *
     * @param key by which others name it
     * @param partOf the key of the matter of which it is a part, with its weight
     * @param decided whether it comes from a decision in the minutes of its host
     * @param joins into which other one it was merged
     */
    record Case(
            String unit,
            String flow,
            @Nullable String key,
            String title,
            String host,
            @Nullable String origin,
            LocalDate day,
            String by,
            @Nullable Map<String, String> answers,
            @Nullable Map<String, String> parties,
            @Nullable String partOf,
            int weight,
            boolean decided,
            @Nullable Joining joins,
            List<Taken> steps) {
        private Stream<String> actors() {
            return Stream.of(
                            Stream.of(by),
                            steps.stream().map(Taken::by),
                            Stream.ofNullable(joins).flatMap(each -> Stream.of(each.by(), each.agreedBy())))
                    .flatMap(each -> each);
        }
    }

    /** A step that was taken. */
    record Taken(
            String step,
            LocalDate day,
            String by,
            @Nullable Map<String, String> answers,
            @Nullable Map<String, String> parties) {}

    /** Asked by one account, agreed to by another. */
    record Joining(String into, String why, LocalDate day, String by, LocalDate agreedOn, String agreedBy) {}

    /** Both files. */
    static Casebook read() {
        return new Casebook(Stream.of("matters", "matters-of-committees")
                .flatMap(file -> WorldFile.read(file, Casebook.class).cases().stream())
                .toList());
    }

    /** The accounts that act. */
    Set<String> actors() {
        return cases.stream().flatMap(Case::actors).collect(Collectors.toSet());
    }
}
