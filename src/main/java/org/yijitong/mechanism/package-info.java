/**
 * Mechanisms (机制): documents that say who owes what, how often, by when, and which facts count. They are data: a new
 * one needs no Java.
 *
 * <p><b>Words:</b> a duty (应办事项) is one line of a mechanism; a fact kind is declared by the module in which such things
 * happen, with its fields, and a document can use nothing else. <b>Tables:</b> schema {@code mechanism}. <b>Views:</b>
 * {@code v_documents}, {@code v_duties}, {@code v_duty_names}, {@code v_duty_periods}, {@code v_published},
 * {@code v_working_days}.
 * <b>Events:</b> {@link MechanismsPublished}.
 *
 * <p><b>Easy to get wrong:</b> the version in force on the day a fact happened judges it; a version is never changed,
 * only superseded.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "yaml", "audit", "organization"})
package org.yijitong.mechanism;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
