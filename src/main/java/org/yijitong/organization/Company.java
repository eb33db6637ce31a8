package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization on a day as attendance is taken in it: everyone who belongs to it or holds a post in it.
 *
 * @param people in the order of pinyin
 */
public record Company(OrganizationId id, String name, OrganizationKind kind, List<Attendee> people) {
    public Company {
        people = List.copyOf(people);
    }

    /**
     * One of them.
     *
     * @param belongs whether the person belongs here as a member: of the Party, or of a youth group or mass organization;
     *     others are applicants or come from elsewhere to hold a post
     * @param posts the posts held here that day, standing in included
     */
    public record Attendee(
            PersonId id, String name, @Nullable LocalDate birthDate, boolean belongs, List<Post> posts) {
        public Attendee {
            posts = List.copyOf(posts);
        }
    }

    /** Those who belong to it. */
    public List<Attendee> members() {
        return people.stream().filter(Attendee::belongs).toList();
    }

    /** Those who hold a post in it: its committee. */
    public List<Attendee> holders() {
        return people.stream().filter(person -> !person.posts().isEmpty()).toList();
    }
}
