package org.yijitong.organization;

/**
 * One person as held now.
 *
 * @param revision which version of the details this is; to be handed back when they are changed
 */
public record Person(PersonId id, PersonDetails details, int revision) {}
