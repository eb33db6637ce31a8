package org.yijitong.organization.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Posts;
import org.yijitong.shared.Page;

/** Letting someone stand in for the holder of a post. */
@Component
@Order(11)
class DeputyDeed implements Deed {
    private final Posts posts;

    DeputyDeed(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String noun() {
        return "deputies";
    }

    @Override
    public String group() {
        return "posts";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        return new Fields(page, typed)
                .choice("post", AppointmentDeed.names(page, subject), null)
                .choice("person", subject.people(), null)
                .day("on", subject.today(), false, null);
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        return AppointmentDeed.appoint(posts, subject, typed, true);
    }
}
