package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Post;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Rules;
import org.yijitong.shared.Page;

/** A newly elected committee takes over. */
@Component
@Order(13)
class HandoverDeed implements Deed {
    /** How many people may be elected to a post that several hold. */
    private static final int SEVERAL = 2;

    private static final int YEARS = 3;

    private final Posts posts;
    private final Rules rules;

    HandoverDeed(Posts posts, Rules rules) {
        this.posts = posts;
        this.rules = rules;
    }

    @Override
    public String noun() {
        return "handovers";
    }

    @Override
    public String group() {
        return "posts";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        int years = years(subject.state().kind());
        LocalDate due = subject.today().plusYears(years).minusDays(1);
        Fields fields = new Fields(page, typed)
                .day("on", subject.today(), false, null)
                .day("due", due, false, page.t("organization.hint.due", years))
                .text("electedBy", null, true, null);
        Map<String, String> people = subject.people();
        for (Post post : Post.of(subject.state().kind())) {
            for (int seat = 0; seat < seats(post); seat++) {
                fields.maybe(name(post, seat), page.t("organization.post." + post), people);
            }
        }
        return fields;
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        LocalDate begins = typed.day("on");
        LocalDate due = typed.day("due");
        String electedBy = typed.optional("electedBy", 200);
        List<Posts.Holder> elected = new ArrayList<>();
        for (Post post : Post.of(subject.state().kind())) {
            for (int seat = 0; seat < seats(post); seat++) {
                if (!typed.shown(name(post, seat), "").isEmpty()) {
                    PersonId person = typed.person(name(post, seat));
                    elected.add(new Posts.Holder(post, person));
                }
            }
        }
        if (elected.isEmpty()) {
            typed.fault(name(Post.of(subject.state().kind()).getFirst(), 0), "nobody");
        }
        typed.check();
        posts.handOver(subject.scope(), subject.id(), elected, begins, due, electedBy);
        return subject.id();
    }

    private int years(OrganizationKind kind) {
        Rules.Term term = rules.of(kind).term();
        return term == null ? YEARS : term.years();
    }

    private static int seats(Post post) {
        return post == Post.MEMBER || post == Post.DEPUTY_SECRETARY ? SEVERAL : 1;
    }

    private static String name(Post post, int seat) {
        return "holder-" + post + "-" + seat;
    }
}
