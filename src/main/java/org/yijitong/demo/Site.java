package org.yijitong.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.yijitong.demo.World.BranchPlan;
import org.yijitong.demo.World.UnitPlan;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Units.Unit;
import org.yijitong.shared.Scope;

/**
 * One unit while its past is being made: its plan, where everything is, and what it is made with.
 *
 * @param places ids by what the files call the organizations: branches, general branches, offices by name, groups and
 *     the rest by their key
 */
record Site(
        World world,
        UnitPlan plan,
        Unit unit,
        Scope scope,
        Map<String, OrganizationId> places,
        StoryDays days,
        Chronicle chronicle,
        PersonMaker people,
        Vocabulary words,
        RandomGenerator random,
        Verbs verbs) {

    static final String COMMITTEE = "committee";
    static final String DEPARTMENT = "department";
    static final String YOUTH = "youth";

    static Map<String, OrganizationId> noPlaces() {
        return new HashMap<>();
    }

    OrganizationId place(String key) {
        return Objects.requireNonNull(places.get(key), key);
    }

    static String groupKey(BranchPlan branch, int number) {
        return branch.name() + "/" + number;
    }
}
