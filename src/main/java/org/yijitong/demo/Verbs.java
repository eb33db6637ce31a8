package org.yijitong.demo;

import org.springframework.stereotype.Component;
import org.yijitong.organization.Foundings;
import org.yijitong.organization.Identities;
import org.yijitong.organization.Organizations;
import org.yijitong.organization.People;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.Units;

/** The verbs with which the world is made: those of the pages and of the interface, no others. */
@Component
record Verbs(
        Units units,
        Foundings foundings,
        Organizations organizations,
        Reorganizations reorganizations,
        Posts posts,
        People people,
        Identities identities) {}
