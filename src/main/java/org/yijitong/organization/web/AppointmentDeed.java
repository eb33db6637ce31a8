package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Profile;
import org.yijitong.shared.Page;

/** Appointing someone to a post. */
@Component
@Order(10)
class AppointmentDeed implements Deed {
    private final Posts posts;

    AppointmentDeed(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String noun() {
        return "appointments";
    }

    @Override
    public String group() {
        return "posts";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        LocalDate due = subject.profiles()
                .of(subject.scope(), subject.id(), subject.now())
                .map(Profile::term)
                .map(term -> term.dueOn())
                .filter(day -> day.isAfter(subject.today()))
                .orElse(null);
        return new Fields(page, typed)
                .choice("post", names(page, subject), null)
                .choice("person", subject.people(), null)
                .day("on", subject.today(), false, null)
                .day("due", due, true, null);
    }

    static Map<String, String> names(Page page, Subject subject) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Post post : Post.of(subject.state().kind())) {
            options.put(post.name(), page.t("organization.post." + post));
        }
        return options;
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        return appoint(posts, subject, typed, false);
    }

    static OrganizationId appoint(Posts posts, Subject subject, Typed typed, boolean deputy) {
        Post post = typed.choice("post", Post.class);
        PersonId person = typed.person("person");
        LocalDate on = typed.day("on");
        LocalDate due = typed.optionalDay("due");
        typed.check();
        posts.appoint(subject.scope(), subject.id(), new Posts.Holder(post, person), deputy, on, due);
        return subject.id();
    }
}
