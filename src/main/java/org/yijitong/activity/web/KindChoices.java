package org.yijitong.activity.web;

import static org.yijitong.activity.ActivityKind.CENTRE_GROUP_STUDY;
import static org.yijitong.activity.ActivityKind.COMMITTEE_MEETING;
import static org.yijitong.activity.ActivityKind.EXCHANGE;
import static org.yijitong.activity.ActivityKind.GENERAL_MEETING;
import static org.yijitong.activity.ActivityKind.GROUP_MEETING;
import static org.yijitong.activity.ActivityKind.JOINT;
import static org.yijitong.activity.ActivityKind.LESSON;
import static org.yijitong.activity.ActivityKind.MEMBERS_ASSEMBLY;
import static org.yijitong.activity.ActivityKind.PARTY_GROUP_MEETING;
import static org.yijitong.activity.ActivityKind.PRACTICE;
import static org.yijitong.activity.ActivityKind.PREACHING;
import static org.yijitong.activity.ActivityKind.READING;
import static org.yijitong.activity.ActivityKind.STUDY;
import static org.yijitong.activity.ActivityKind.SUPERVISED_STUDY;
import static org.yijitong.activity.ActivityKind.THEME_DAY;
import static org.yijitong.activity.ActivityKind.TRAINING;
import static org.yijitong.activity.ActivityKind.VISIT;
import static org.yijitong.activity.ActivityKind.WRITING;
import static org.yijitong.activity.ActivityKind.YOUTH_STUDY;

import java.util.List;
import java.util.stream.Stream;
import org.yijitong.activity.ActivityKind;
import org.yijitong.organization.OrganizationKind;

/** Which kinds an organization mostly holds; all others are folded away. */
final class KindChoices {
    private KindChoices() {}

    static List<ActivityKind> first(OrganizationKind host) {
        return switch (host) {
            case GROUP -> List.of(GROUP_MEETING, STUDY, THEME_DAY, VISIT);
            case YOUTH_GROUP -> List.of(YOUTH_STUDY, READING, WRITING, PREACHING, PRACTICE, EXCHANGE);
            case PARTY_GROUP -> List.of(PARTY_GROUP_MEETING, CENTRE_GROUP_STUDY, VISIT);
            case BRANCH, JOINT_BRANCH -> List.of(COMMITTEE_MEETING, GENERAL_MEETING, LESSON, THEME_DAY, JOINT, VISIT);
            default ->
                List.of(COMMITTEE_MEETING, CENTRE_GROUP_STUDY, SUPERVISED_STUDY, MEMBERS_ASSEMBLY, TRAINING, VISIT);
        };
    }

    static List<ActivityKind> more(OrganizationKind host) {
        List<ActivityKind> first = first(host);
        return Stream.of(ActivityKind.values())
                .filter(kind -> !first.contains(kind))
                .toList();
    }
}
