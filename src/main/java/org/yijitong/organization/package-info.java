/**
 * Who belongs where, today and on any past day: units (单位), the Party tree and the administrative tree, people, their
 * memberships and posts, and the workbooks by which all of it comes in and goes out.
 *
 * <p><b>Words:</b> a unit is the top Party organization that hosts; an organization is anything in either tree; a segment
 * is a stretch of days during which nothing about a thing changed. <b>Tables:</b> schema {@code organization}.
 * <b>Views:</b> {@code v_people_names}, {@code v_unit_heads}, {@code v_unit_paths}; as held to be now: {@code v_organizations},
 * {@code v_organization_starts}, {@code v_paths}, {@code v_memberships}, {@code v_appointments}, {@code v_people},
 * {@code v_mergers}.
 *
 * <p><b>Easy to get wrong:</b> there are two times. A change says from which day something holds; a correction says what
 * we now hold to have been so. Nothing is overwritten: versions are closed and new ones added, and the closure of the
 * tree follows in the same transaction.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "document"})
package org.yijitong.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
