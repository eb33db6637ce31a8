package org.yijitong.demo;

import static org.yijitong.activity.ActivityKind.ANNUAL_SUMMARY;
import static org.yijitong.activity.ActivityKind.CENTRE_GROUP_STUDY;
import static org.yijitong.activity.ActivityKind.COMMITTEE_MEETING;
import static org.yijitong.activity.ActivityKind.DEMOCRATIC_APPRAISAL;
import static org.yijitong.activity.ActivityKind.DISCIPLINE_EDUCATION;
import static org.yijitong.activity.ActivityKind.EXCHANGE;
import static org.yijitong.activity.ActivityKind.FULFILMENT;
import static org.yijitong.activity.ActivityKind.GENERAL_MEETING;
import static org.yijitong.activity.ActivityKind.GROUP_MEETING;
import static org.yijitong.activity.ActivityKind.HEART_TALK;
import static org.yijitong.activity.ActivityKind.LESSON;
import static org.yijitong.activity.ActivityKind.MEMBERS_ASSEMBLY;
import static org.yijitong.activity.ActivityKind.ORGANIZATION_LIFE;
import static org.yijitong.activity.ActivityKind.PARTY_GROUP_MEETING;
import static org.yijitong.activity.ActivityKind.PLEDGE;
import static org.yijitong.activity.ActivityKind.SHOWCASE;
import static org.yijitong.activity.ActivityKind.SUPERVISED_STUDY;
import static org.yijitong.activity.ActivityKind.THEME_DAY;
import static org.yijitong.activity.ActivityKind.TRAINING;
import static org.yijitong.activity.ActivityKind.VISIT;
import static org.yijitong.activity.ActivityKind.YOUTH_STUDY;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.yijitong.activity.ActivityKind;
import org.yijitong.demo.Sitting.Fate;
import org.yijitong.demo.Sitting.Place;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.TreeRow;

/** What the organizations of a unit hold in a month (三会一课 and what the mechanisms ask), most of it and not all. */
final class Diary {
    private static final int ORDINARY = 88;
    private static final List<ActivityKind> WORKS = List.of(
            ActivityKind.READING,
            ActivityKind.WRITING,
            ActivityKind.PREACHING,
            ActivityKind.PRACTICE,
            ActivityKind.EDITING);

    private final Pen pen;
    private final String code;
    private final Story story;
    private final Map<String, Integer> struggling;
    private final RandomGenerator random;

    Diary(Pen pen, String code, Story story, Map<String, Integer> struggling, RandomGenerator random) {
        this.pen = pen;
        this.code = code;
        this.story = story;
        this.struggling = struggling;
        this.random = random;
    }

    /** One month of everyone in the tree. */
    List<Sitting> month(YearMonth month, List<TreeRow> tree) {
        List<Sitting> held = new ArrayList<>();
        OrganizationId top = tree.getFirst().organizationId();
        for (TreeRow row : tree) {
            switch (row.kind()) {
                case BRANCH, JOINT_BRANCH -> branch(held, month, Place.of(row), tree);
                case YOUTH_GROUP -> youth(held, month, Place.of(row, top));
                case PARTY_GROUP -> partyGroup(held, month, Place.of(row, top));
                case ORGAN_COMMITTEE -> committee(held, month, Place.of(row, top));
                default -> {}
            }
        }
        return held;
    }

    private void branch(List<Sitting> held, YearMonth month, Place branch, List<TreeRow> tree) {
        boolean told = isTold(branch);
        int done = done(branch);
        int ago = (int) month.until(YearMonth.from(pen.today()), ChronoUnit.MONTHS);
        if (told) {
            told(held, branch, month, ago);
        } else if (chance(done)) {
            pen.note(held, branch, List.of(), month, 3, 11, EnumSet.of(COMMITTEE_MEETING));
        }
        boolean open = told && ago == 0;
        themeDay(held, month, branch, tree, open ? 0 : done);
        if (chance(done)) {
            yearly(held, branch, month);
        }
    }

    /** The groups meet at the theme day of the branch, or each by itself. */
    private void themeDay(List<Sitting> held, YearMonth month, Place branch, List<TreeRow> tree, int done) {
        List<Place> groups = tree.stream()
                .filter(row -> branch.id().equals(row.superiorId()) && row.kind() == OrganizationKind.GROUP)
                .map(row -> Place.of(row, branch.id()))
                .toList();
        boolean together = !groups.isEmpty() && chance(60);
        if (chance(done)) {
            EnumSet<ActivityKind> kinds = themeDay(month.getMonthValue());
            if (together) {
                kinds.add(GROUP_MEETING);
            }
            List<OrganizationId> sides =
                    together ? groups.stream().map(Place::id).toList() : List.of();
            pen.note(held, branch, sides, month, 13, 26, kinds);
        }
        for (Place group : together ? List.<Place>of() : groups) {
            if (chance(done(branch))) {
                pen.note(held, group, List.of(), month, 6, 24, EnumSet.of(GROUP_MEETING));
            }
        }
    }

    private boolean isTold(Place branch) {
        return code.equals(story.unit()) && branch.name().equals(story.into());
    }

    /** Of a hundred things, how many a branch gets done. */
    private int done(Place branch) {
        int ordinary = ORDINARY + Math.floorMod(branch.name().hashCode() + code.hashCode(), 10);
        return isTold(branch) ? 100 : struggling.getOrDefault(code + " " + branch.name(), ordinary);
    }

    /** In the branch of the story one is corrected, one is late, one was written down twice. */
    private void told(List<Sitting> held, Place branch, YearMonth month, int ago) {
        switch (ago) {
            case 1 -> pen.tell(held, branch, month, 6, 1, Fate.CORRECTED);
            case 3 -> pen.tell(held, branch, month, 27, 18, Fate.STANDS);
            case 5 -> {
                pen.tell(held, branch, month, 8, 0, Fate.STANDS);
                pen.tell(held, branch, month, 8, 1, Fate.WITHDRAWN);
            }
            default -> pen.tell(held, branch, month, 5 + ago % 4, ago % 3, Fate.STANDS);
        }
    }

    private static EnumSet<ActivityKind> themeDay(int month) {
        EnumSet<ActivityKind> kinds = EnumSet.of(THEME_DAY);
        switch (month % 3) {
            case 2 -> kinds.add(GENERAL_MEETING);
            case 0 -> kinds.add(LESSON);
            default -> {}
        }
        switch (month) {
            case 1 -> kinds.add(PLEDGE);
            case 4, 9 -> kinds.add(DISCIPLINE_EDUCATION);
            case 12 -> kinds.add(FULFILMENT);
            default -> {}
        }
        return kinds;
    }

    private void yearly(List<Sitting> held, Place branch, YearMonth month) {
        switch (month.getMonthValue()) {
            case 1 ->
                pen.note(held, branch, List.of(), month, 8, 24, EnumSet.of(ORGANIZATION_LIFE, DEMOCRATIC_APPRAISAL));
            case 5, 10 -> pen.note(held, branch, List.of(), month, 9, 27, EnumSet.of(VISIT));
            case 11 -> pen.note(held, branch, List.of(), month, 4, 20, EnumSet.of(HEART_TALK));
            default -> {}
        }
    }

    private void youth(List<Sitting> held, YearMonth month, Place group) {
        int number = month.getMonthValue();
        if (chance(93)) {
            EnumSet<ActivityKind> kinds = EnumSet.of(WORKS.get((number + random.nextInt(2)) % WORKS.size()));
            if (number % 3 == 0) {
                kinds.add(EXCHANGE);
            }
            if (number == 5 || number == 11) {
                kinds.add(SHOWCASE);
            }
            if (number == 12) {
                kinds.add(ANNUAL_SUMMARY);
            }
            pen.note(held, group, List.of(), month, 8, 22, kinds);
        }
        if (number % 3 == 1 && chance(90)) {
            pen.note(held, group, List.of(), month, 15, 27, EnumSet.of(YOUTH_STUDY));
        }
    }

    private void partyGroup(List<Sitting> held, YearMonth month, Place group) {
        if (chance(97)) {
            pen.note(held, group, List.of(), month, 4, 14, EnumSet.of(PARTY_GROUP_MEETING));
        }
        if (month.getMonthValue() % 3 == 2 && chance(95)) {
            pen.note(held, group, List.of(), month, 15, 25, EnumSet.of(CENTRE_GROUP_STUDY));
        }
        if (month.getMonthValue() == 6) {
            pen.note(held, group, List.of(), month, 20, 28, EnumSet.of(LESSON));
        }
    }

    private void committee(List<Sitting> held, YearMonth month, Place committee) {
        if (month.getMonthValue() % 3 == 1 && chance(92)) {
            pen.note(held, committee, List.of(), month, 10, 22, EnumSet.of(SUPERVISED_STUDY));
        }
        if (month.getMonthValue() == 4) {
            pen.note(held, committee, List.of(), month, 12, 24, EnumSet.of(TRAINING));
        }
        if (month.getMonthValue() == 12) {
            pen.note(held, committee, List.of(), month, 15, 28, EnumSet.of(MEMBERS_ASSEMBLY));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
