package org.yijitong.journeys;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.yijitong.organization.SampleUnit;

/** The fictional unit whose organizations the page tests visit: made once for each server. */
final class Sample {
    private static final Map<ApplicationContext, SampleUnit.Made> MADE = new HashMap<>();

    private Sample() {}

    static synchronized SampleUnit.Made of(ApplicationContext context) {
        return MADE.computeIfAbsent(
                context,
                each -> each.getAutowireCapableBeanFactory()
                        .createBean(SampleUnit.class)
                        .make());
    }

    /** The address of the unit's tree. */
    static String tree(ApplicationContext context) {
        return "/units/" + of(context).unit().unitId() + "/organizations";
    }

    /** The address of a page of its third branch. */
    static String third(ApplicationContext context, String below) {
        return tree(context) + "/" + of(context).third() + below;
    }

    /** The address of the roster, or of a page below it. */
    static String people(ApplicationContext context, String below) {
        return "/units/" + of(context).unit().unitId() + "/people" + below;
    }

    /** The address of one person who holds a post, or of a page below it. */
    static String person(ApplicationContext context, String below) {
        return people(context, "/" + of(context).person("林若川") + below);
    }
}
