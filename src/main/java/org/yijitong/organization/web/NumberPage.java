package org.yijitong.organization.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Person;
import org.yijitong.shared.Invalid;

/**
 * The page of a person's identity number.
 *
 * @param masked with most of it hidden; null when none is held
 * @param whole the whole number, only in the answer to a reason
 * @param typed what was typed as a new number
 * @param refused the sentence of a rule that said no
 */
public record NumberPage(
        PeopleAddress at,
        Person person,
        @Nullable String masked,
        @Nullable String whole,
        String because,
        String typed,
        Map<String, Invalid.Fault> faults,
        @Nullable String refused) {}
