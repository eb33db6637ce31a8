package org.yijitong.organization.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Holding;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Posts;
import org.yijitong.organization.Profile;
import org.yijitong.shared.Page;

/** Someone leaves a post. */
@Component
@Order(12)
class ReliefDeed implements Deed {
    private final Posts posts;

    ReliefDeed(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String noun() {
        return "reliefs";
    }

    @Override
    public String group() {
        return "posts";
    }

    @Override
    public Fields fields(Page page, Subject subject, Typed typed) {
        Map<String, String> options = new LinkedHashMap<>();
        held(subject).forEach(holding -> {
            String post = page.t("organization.post." + holding.post());
            String shown = holding.deputy() ? page.t("organization.seat.deputy", post) : post;
            options.put(value(holding), page.t("organization.change.of", holding.name(), shown));
        });
        return new Fields(page, typed).choice("holding", options, null).day("on", subject.today(), false, null);
    }

    @Override
    public OrganizationId carryOut(Subject subject, Typed typed) {
        String chosen = typed.shown("holding", "");
        Optional<Holding> holding = held(subject).stream()
                .filter(each -> value(each).equals(chosen))
                .findFirst();
        if (holding.isEmpty()) {
            typed.fault("holding", "choice");
        }
        LocalDate on = typed.day("on");
        typed.check();
        Posts.Holder holder = new Posts.Holder(
                holding.orElseThrow().post(), holding.orElseThrow().personId());
        posts.relieve(subject.scope(), subject.id(), holder, on);
        return subject.id();
    }

    private static List<Holding> held(Subject subject) {
        return subject.profiles()
                .of(subject.scope(), subject.id(), subject.now())
                .map(Profile::held)
                .orElse(List.of());
    }

    private static String value(Holding holding) {
        return holding.post() + "." + holding.personId();
    }
}
